"""Text lines: one text in, one line out, in the same order."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from datenorm.errors import TableError
from datenorm.judging.answer import Translation
from datenorm.tables.bad_rows import BadRows
from datenorm.tables.cells import LONGEST_LINE, Policy, as_text, to_json, too_long, why
from datenorm.tables.encodings import ESCAPE, ESCAPED_BYTE, Encoding

# Half a surrogate pair that is no byte outside the encoding: nothing can be written for it.
STANDS_FOR_NOTHING = re.compile("[\ud800-\udc7f\udd00-\udfff]")
SHOWN = 60  # characters of a text in a message


def standard_input() -> BinaryIO:
    """Return stdin. Raises TableError where it is closed."""
    if sys.stdin is None:
        raise TableError("stdin is closed; give a TEXT, or name a file with --input")
    return sys.stdin.buffer


class TextLines:
    """The lines of a stream, without their ends, as they become available: an answer does not wait for the last one.

    stream: the bytes. name: what an error calls the file. encoding: as in `Encoding`. bad: what becomes of lines with
    bytes outside it. longest_line: in 2 ** 20 characters. Raises TableError while reading.
    """

    def __init__(
        self,
        stream: BinaryIO,
        name: str,
        encoding: str | None = None,
        bad: BadRows | None = None,
        longest_line: int = LONGEST_LINE,
    ) -> None:
        self.encoding, self.bad = Encoding(encoding, name), bad or BadRows()
        self._stream, self._name, self._longest = stream, name, longest_line << 20
        self._marked = False

    def __iter__(self) -> Iterator[list[str]]:
        """Yield lists of lines."""
        begun: list[str] = []  # of a line whose end is still to come
        size = number = 0
        for block in self.encoding.blocks(self._stream, at_once=True):
            whole, end, rest = block.rpartition("\n")
            if end:
                yield (lines := self._cut("".join([*begun, whole]), number))
                number += len(lines)
                begun, size = [], 0
            begun.append(rest)
            size += len(rest)
            if size > self._longest:
                raise TableError(too_long(self._longest >> 20, f"{self._name}:{number + 1}: "))
        if size:
            yield self._cut("".join(begun), number)

    def encode(self, lines: str) -> bytes:
        """Return what comes next in the output: bytes of the same encoding, with its mark where it needs one."""
        mark = self.encoding.mark if not self._marked and self.encoding.name != "utf-8" else ""
        self._marked = True
        return self.encoding.encode(mark + STANDS_FOR_NOTHING.sub("?", lines))

    def _cut(self, text: str, before: int) -> list[str]:
        """Return the lines of a text that begins behind line `before`."""
        found = self.encoding.read_all(text.split("\n"))
        if "\r" in text:
            found = [line.removesuffix("\r") for line in found]
        if ESCAPED_BYTE.search(text):
            for number, line in enumerate(found, before + 1):
                if complaint := self.encoding.complaint(line):
                    self.bad.meet_undecoded(f"{self._name}:{number}: {complaint}")
        return found


class Line(NamedTuple):
    """What becomes of an answer: its line, why it has no date, if so, or what is odd, and whether that ends the run."""

    written: str
    problem: str | None
    warnings: Sequence[str]
    fails: bool


class Remark(NamedTuple):
    """What there is to say of a text: its number, from 1, and whether it has no date to write."""

    number: int
    said: str
    unread: bool


@dataclass(frozen=True, slots=True)
class LineFormat:
    """How an answer looks as a line: its date; with `alternatives` a tab and the readings; as JSON the whole answer."""

    policy: Policy = field(default_factory=Policy)
    alternatives: bool = False
    as_json: bool = False

    def of(self, answer: Translation) -> Line:
        """Return the line of one answer."""
        problem = explained(answer) if self.policy.date(answer) is None else None
        warnings = (
            []
            if problem or self.as_json
            else [f"{cut(answer.text)!r}: {warning}" for warning in answer.warnings]
        )
        return Line(self._written(answer), problem, warnings, self.policy.failure(answer) is not None)

    def _written(self, answer: Translation) -> str:
        if self.as_json:
            return to_json({**answer.to_dict(), "iso": self.policy.date(answer)}) + "\n"
        written = " ".join(self.policy.written(answer).splitlines())  # a text that is kept is still one line
        if self.alternatives:
            written += "\t" + as_text(answer.alternatives)
        return written + "\n"


def in_utf8(lines: str) -> bytes:
    """Return lines as bytes; a surrogate that stands for no byte is a question mark."""
    return STANDS_FOR_NOTHING.sub("?", lines).encode("utf-8", ESCAPE)


def write_lines(
    texts: Iterable[Sequence[str]],
    output: BinaryIO,
    read: Callable[[Sequence[str]], Sequence[Line]],
    encode: Callable[[str], bytes] = in_utf8,
) -> Iterator[Remark]:
    """Write a line for each text; yield what there is to say of some.

    Raises TableError where the policy says to fail, when the lines before are written.
    """
    before = 0
    for chunk in texts:
        lines = read(chunk)
        end = next((place for place, line in enumerate(lines) if line.fails), len(lines))
        output.write(encode("".join([line.written for line in lines[:end]])))
        output.flush()
        for number, line in enumerate(lines[:end], before + 1):
            if line.problem is not None:
                yield Remark(number, line.problem, unread=True)
            for warning in line.warnings:
                yield Remark(number, warning, unread=False)
        if end < len(lines):
            raise TableError(f"text {before + end + 1}: {lines[end].problem}")
        before += len(lines)


def explained(answer: Translation) -> str:
    """Return a text, cut where it is long, and why it has no date."""
    return f"{cut(answer.text)!r}: {why(answer)}"


def cut(text: str) -> str:
    """Return a text as a message has it, cut where it is long."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
