"""Encodings: bytes as text, and the same bytes back, whatever the encoding.

UTF-8, UTF-16 and encodings of one byte a character are one to one. Those of East Asia are not: cp932 has two pairs of
bytes for ¬. Where a line would come back as other bytes, such a character is replaced by a stand-in that knows its own.
"""

import codecs
import io
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from itertools import chain
from typing import BinaryIO

from datenorm.errors import TableError
from datenorm.tables.cells import LONGEST_LINE, too_long
from datenorm.tables.signatures import binary, scrambled, unmarked_utf16

MARKS = (  # at the beginning of a file; that of UTF-32 begins as that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BOM = "\ufeff"
ENDS = ("\n", "\r")
END_OF_FILE = "\x1a"  # Ctrl-Z, with which CP/M and DOS end a text
ONE_TO_ONE = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
NOT_OF_FILES = (
    "idna",
    "punycode",
    "raw-unicode-escape",
    "raw_unicode_escape",
    "unicode-escape",
    "unicode_escape",
)
# Names that leave something open, and what they are where no mark says it.
OPEN_NAMES = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
ESCAPE = "surrogateescape"
ESCAPED, FIRST_ESCAPED = (
    0xDC00,
    0x80,
)  # what it adds to a byte outside the encoding, and the first that it does
ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
FIRST_STAND_IN, LAST_STAND_IN = 0x100000, 0x10FFFD  # private: Unicode will never use them
STAND_IN = re.compile(f"[{chr(FIRST_STAND_IN)}-{chr(LAST_STAND_IN)}]")
BLOCK = 1 << 16  # bytes read at a time
PIPED = 1 << 20  # bytes read at once where as many are there: a pipe holds no more


def widen(stream: BinaryIO) -> None:
    """Let a pipe hold more, so that whoever fills it goes on while it is not read; on Linux, where it is allowed."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import fcntl

        fcntl.fcntl(stream.fileno(), fcntl.F_SETPIPE_SZ, PIPED)


class Encoding:
    """One file's encoding. Text that was read with it is written as the bytes that it came from.

    said: a name that Python knows; None finds UTF-16 and UTF-32 by their mark, and is UTF-8 otherwise. name: what an
    error calls the file. Raises TableError for a name that is no encoding of texts.
    """

    def __init__(self, said: str | None, file: str) -> None:
        self._file = file
        self._marked = said is None
        self.name = "utf-8"
        if said is not None:
            self.name = _known(said)
            self._marked = self.name in ("utf-16", "utf-32")
        self.mark = ""  # the byte-order mark, if the file has one
        self.end = ""  # what stands behind the last line: END_OF_FILE, if anything
        self._started = False
        self._known: dict[tuple[str, bytes], str] = {}  # the stand-in of a character that was these bytes
        self._stand_ins: dict[str, bytes] = {}
        self._characters: dict[int, str] = {}  # what a stand-in stands for
        self._settle(OPEN_NAMES.get(self.name, self.name))

    def blocks(self, stream: BinaryIO, at_once: bool = False) -> Iterator[str]:
        """Yield what a stream says behind its byte-order mark, some characters at a time.

        Bytes outside the encoding become lone surrogates where the encoding lets them ('surrogateescape').
        at_once: yield what is there, without waiting for more of it. Raises TableError otherwise.
        """
        read = partial(stream.read, BLOCK)
        if at_once:
            widen(stream)
            read = partial(getattr(stream, "read1", stream.read), PIPED)
        try:
            block = self._begun(read)
            self._check_is_text(block)
            decode = self._decoder()
            while block:
                if text := self._unmarked(decode(block, False)):
                    yield text
                block = read()
            if text := self._unmarked(decode(b"", True)):
                yield text
        except UnicodeError as error:
            raise TableError(f"{self._file}: not {self.name.upper()}: {error}") from None

    def lines(self, stream: BinaryIO, longest_line: int = LONGEST_LINE, end: str = "") -> Iterator[str]:
        """Yield the lines of a stream with their ends.

        longest_line: in 2 ** 20 characters; TableError for a longer one. end: what ends a line, by default any of the
        usual three.
        """
        number = 0
        begun: list[str] = []  # of a line whose end is still to come
        held = ""  # a CR that may be one of CR LF
        ends = end or ENDS
        for block in chain(self.blocks(stream), [""]):
            text = held + block
            held = "\r" if block and not end and text.endswith("\r") else ""
            lines = io.StringIO(text.removesuffix(held), newline=end).readlines()
            if not lines:
                continue
            begun.append(lines[0])
            if lines[0].endswith(ends):
                lines[0], begun = "".join(begun), []
                if not lines[-1].endswith(ends):
                    begun = [lines.pop()]
                yield from lines
                number += len(lines)
            elif sum(map(len, begun)) >= longest_line << 20:
                raise TableError(too_long(longest_line, f"{self._file}:{number + 1}: "))
        last = "".join(begun)
        text = last.rstrip(END_OF_FILE)
        self.end = last[len(text) :]
        if text:
            yield text

    def read(self, text: str) -> str:
        """Return text with the characters that are meant, which may not give its bytes back."""
        return text.translate(self._characters) if self._characters else text

    def complaint(self, line: str) -> str | None:
        """Return what is to be said of a line with bytes outside the encoding; None where it has none."""
        escaped = ESCAPED_BYTE.search(line)
        if not escaped:
            return None
        byte = ord(escaped.group()) - ESCAPED
        if "\0" in line:
            what = "no text, or UTF-16 without its mark, which --encoding utf-16-le reads"
            return f"NUL bytes and byte 0x{byte:02x}: {what}"
        return f"not {self.name.upper()} (byte 0x{byte:02x}); say its --encoding, cp1252 for one"

    def read_all(self, texts: list[str]) -> list[str]:
        """Return texts as `read` does."""
        return list(map(self.read, texts)) if self._characters else texts

    def encode(self, text: str) -> bytes:
        """Return text as bytes. Raises TableError for a character that the encoding has not."""
        try:
            if not self._stand_ins or not STAND_IN.search(text):
                return text.encode(self.name, ESCAPE)
            between = STAND_IN.split(text)
            stand_ins = [self._stand_ins[one] for one in STAND_IN.findall(text)]
            parts = zip([part.encode(self.name, ESCAPE) for part in between], [*stand_ins, b""], strict=True)
            return b"".join(part for pair in parts for part in pair)
        except UnicodeError as error:
            raise TableError(f"{self._file}: cannot be written as {self.name.upper()}: {error}") from None

    def _unmarked(self, text: str) -> str:
        """Return text without the mark that a file may begin with, and remember that."""
        if text and not self._started:
            self._started = True
            self.mark = BOM if text.startswith(BOM) else ""
            return text.removeprefix(BOM)
        return text

    def _begun(self, read: Callable[[], bytes]) -> bytes:
        """Return the first bytes, as many as it takes to know a byte-order mark; settle the encoding by it."""
        block = read()
        if not self._marked:
            return block
        while block and len(block) < 4 and any(mark.startswith(block) for mark, _ in MARKS):
            if not (more := read()):
                break
            block += more
        marked = next((name for mark, name in MARKS if block.startswith(mark)), None)
        self._settle(marked or self.name)
        return block

    def _check_is_text(self, beginning: bytes) -> None:
        """Raise TableError for what is no text, and for UTF-16 that is taken for another encoding."""
        if found := binary(beginning):
            raise TableError(f"{self._file}: no text, but {found}")
        if self.name.startswith(("utf-16", "utf-32")):
            return
        if name := unmarked_utf16(beginning):
            raise TableError(
                f"{self._file}: looks like UTF-16 without its mark; --encoding {name} reads that"
            )
        if self.name == "utf-8" and scrambled(beginning):
            raise TableError(
                f"{self._file}: no text, but bytes of a kind that is not known; is it packed, encrypted or damaged?"
            )

    def _settle(self, name: str) -> None:
        self.name = name
        self._one_to_one = name in ONE_TO_ONE or _is_one_byte_each(name)

    def _decoder(self) -> Callable[[bytes, bool], str]:
        if self._one_to_one:
            return codecs.getincrementaldecoder(self.name)(ESCAPE).decode
        held = bytearray()  # of a line whose end is still to come

        def decode(block: bytes, final: bool) -> str:
            end = len(block) if final else max(block.rfind(b"\n"), block.rfind(b"\r")) + 1
            lines, rest = bytes(held) + block[:end], block[end:]
            if not end and not final:
                held.extend(block)
                return ""
            held[:] = rest
            return self._exactly(lines)

        return decode

    def _exactly(self, lines: bytes) -> str:
        """Return text that gives these bytes back."""
        text = lines.decode(self.name, ESCAPE)
        if text.encode(self.name, ESCAPE) == lines and not STAND_IN.search(text):
            return text
        found = []
        for line in lines.splitlines(keepends=True):
            text = line.decode(self.name, ESCAPE)
            if text.encode(self.name, ESCAPE) != line or STAND_IN.search(text):
                text = "".join(self._kept(*pair) for pair in _characters(line, self.name))
                if self.encode(text) != line:
                    raise UnicodeError(f"a line whose bytes cannot be kept: {line[:40]!r}")
            found.append(text)
        return "".join(found)

    def _kept(self, text: str, raw: bytes) -> str:
        """Return text, or a stand-in for it where it would be written as other bytes than it was."""
        if text.encode(self.name, ESCAPE) == raw and not STAND_IN.match(text):
            return text
        known = self._known.get((text, raw))
        if known is None:
            place = FIRST_STAND_IN + len(self._known)
            if place > LAST_STAND_IN:
                raise UnicodeError(
                    f"more than {len(self._known):,} characters that would come back as other bytes"
                )
            known = self._known[text, raw] = chr(place)
            self._stand_ins[known], self._characters[place] = raw, text
        return known


def _known(said: str) -> str:
    """Return Python's name of an encoding that files are in. Raises TableError for any other."""
    try:
        "".encode(said)
        name = codecs.lookup(said).name
        if name in NOT_OF_FILES:
            raise LookupError
        return name
    except (LookupError, ValueError):
        raise TableError(f"Python knows no encoding {said!r}; there are utf-8, cp1252, utf-16...") from None


def _is_one_byte_each(name: str) -> bool:
    """Return whether each byte is a character, or is kept as one, that comes back as this byte."""
    every = bytes(range(256))
    try:
        text = every.decode(name, ESCAPE)
        alone = [
            bytes([byte]).decode(name, ESCAPE) for byte in every
        ]  # one that may begin others is none by itself
        return list(text) == alone and text.encode(name, ESCAPE) == every
    except UnicodeError:
        return False


def _characters(raw: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the characters of a line, each with its bytes; a byte outside the encoding is its lone surrogate.

    What says how the next characters are written is a character without a text.
    """
    decoder = codecs.getincrementaldecoder(name)()
    before = decoder.getstate()  # the state in which the character begins
    start = stop = 0
    while stop < len(raw):
        stop += 1
        try:
            text = decoder.decode(raw[stop - 1 : stop], stop == len(raw))
        except UnicodeDecodeError:
            # The first byte is none of a character; those behind it may begin one.
            if raw[start] < FIRST_ESCAPED:
                raise
            stop, text = start + 1, chr(ESCAPED + raw[start])
            decoder.setstate(before)
        after = decoder.getstate()
        if not after[0]:  # the bytes of a character that is not complete
            yield text, raw[start:stop]
            start, before = stop, after
