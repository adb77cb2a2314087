"""Signatures: what a file is that was taken for text, by its first bytes, and what to do about it.

Sources: RFC 1952, RFC 8878 and ISO/IEC 21320-1 for packed files, the specifications of PNG, PDF, Parquet, [MS-CFB] 2.2.
"""

FOUND_WITH_NUL = (b"%PDF", b"PAR1", b"BZh", b"SQLite format 3")  # letters, which a text may begin with
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
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"%PDF", "a PDF; save its table as .csv"),
    (b"SQLite format 3", "a database; export the table"),
)
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


def unmarked_utf16(beginning: bytes) -> str | None:
    """Return the name of UTF-16 where bytes look like it: NULs, many of them, stand at even or at odd places alone.

    >>> unmarked_utf16("id,day".encode("utf-16-le")), unmarked_utf16(b"id,day")
    ('utf-16-le', None)
    """
    high, low = beginning[::2].count(0), beginning[1::2].count(0)
    if (high and low) or high + low < max(LEAST, len(beginning) / FEW):
        return None
    return "utf-16-le" if low else "utf-16-be"
