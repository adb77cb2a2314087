"""Signatures: what a file is that was taken for text, by its first bytes, and what to do about it.

Sources: RFC 1952, RFC 8878 and ISO/IEC 21320-1 for packed files, the specifications of PNG, PDF, Parquet and Arrow,
[MS-CFB] 2.2.
"""

import codecs

FOUND_WITH_NUL = (
    b"%PDF",
    b"PAR1",
    b"ARROW1",
    b"BZh",
    b"SQLite format 3",
)  # letters, which a text may begin with
SIGNATURES = (
    (b"\x1f\x8b", "gzip; unpack it, or name it .gz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard; unpack it, or name it .zst"),
    (b"BZh", "bzip2; unpack it"),
    (b"\xfd7zXZ\0", "xz; unpack it"),
    (
        b"PK\x03\x04",
        "a zip archive, as a workbook is one; --from xlsx reads a workbook, anything else has to be unpacked",
    ),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old workbook or document; save it as .xlsx or .csv"),
    (b"PAR1", "Parquet; --from parquet reads it"),
    (b"ARROW1", "an Arrow file; --from arrow reads it"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"%PDF", "a PDF; save its table as .csv"),
    (b"SQLite format 3", "a database; export the table"),
)
# Control characters that stand in texts: those of white space, Ctrl-Z, and what shifts between the sets of ISO 2022.
OF_TEXTS = frozenset(b"\t\n\v\f\r\x0e\x0f\x1a\x1b")
KINDS, SHARE = (
    4,
    0.02,
)  # of other control characters, at least, in what is no text; random bytes have a tenth of them
BEGINNING = 256  # bytes that tell what a file is
LEAST, FEW = 2, 8  # NULs in all, and of how many bytes one is: fewer are none of UTF-16


def binary(beginning: bytes) -> str | None:
    """Return what the bytes at the beginning of a file say that it is, with a way out; None where it may be text.

    >>> binary(b"\\x1f\\x8b\\x08\\x00")
    'gzip; unpack it, or name it .gz'
    """
    for signature, words in SIGNATURES:
        if beginning.startswith(signature) and (signature not in FOUND_WITH_NUL or b"\0" in beginning):
            return words
    return None


def mistaken(beginning: bytes, own: tuple[bytes, ...]) -> str | None:
    """Return what a file of another kind than its name says is, with a way out; None where its beginning doesn't tell.

    own: what files of its kind begin with.

    >>> mistaken(b"day\\n9 May 2018", own=(b"PAR1",))
    'text; --from csv reads a CSV'
    """
    if not beginning or beginning.startswith(own):
        return None
    if words := binary(beginning):
        return words
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(beginning).lstrip()
    except UnicodeDecodeError:
        return None
    if not text or any(sign < " " and sign not in "\t\n\r" for sign in text):
        return None
    if text.startswith("<"):
        return "a web page; open it in a spreadsheet and save it as .xlsx or .csv"
    if text.startswith(("[", "{")):
        return f"JSON; --from {'json' if text.startswith('[') else 'jsonl'} reads it"
    return "text; --from csv reads a CSV"


def scrambled(beginning: bytes) -> bool:
    """Return whether bytes are those of no text: control characters of many kinds, and neither UTF-8 nor UTF-16.

    >>> scrambled(bytes(range(256))), scrambled("día\x01sí".encode("cp1252"))
    (True, False)
    """
    found = [byte for byte in beginning if byte < 32 and byte not in OF_TEXTS]
    if len(set(found)) < KINDS or len(found) < SHARE * len(beginning) or _may_be_utf16(beginning):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        return True
    return False


def unmarked_utf16(beginning: bytes) -> str | None:
    """Return the name of UTF-16 where bytes look like it: NULs, many of them, stand at even or at odd places alone.

    >>> unmarked_utf16("id,day".encode("utf-16-le")), unmarked_utf16(b"id,day")
    ('utf-16-le', None)
    """
    if not _may_be_utf16(beginning) or beginning.count(0) < len(beginning) / FEW:
        return None
    return "utf-16-le" if beginning[1::2].count(0) else "utf-16-be"


def _may_be_utf16(beginning: bytes) -> bool:
    high, low = beginning[::2].count(0), beginning[1::2].count(0)
    return not (high and low) and high + low >= LEAST
