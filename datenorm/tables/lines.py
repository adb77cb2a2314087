"""Text lines: one text in, one line out, in the same order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from datenorm.errors import TableError
from datenorm.judging.answer import Translation
from datenorm.tables.cells import LONGEST_LINE, Policy, as_text, to_json, too_long

BLOCK = 1 << 18  # bytes asked for at a time; a pipe or a terminal gives what it has
SHOWN = 60  # characters of a text in a message


def read_lines(stream: BinaryIO, longest_line: int = LONGEST_LINE) -> Iterator[list[str]]:
    """Yield lists of lines without their ends, as they become available, so that an answer does not wait for the end.

    Bytes that are not UTF-8 are kept as lone surrogates ('surrogateescape'). longest_line: in 2 ** 20 bytes. Raises
    TableError for one without end.
    """
    begun: list[bytes] = []  # of a line whose end is still to come
    size = 0
    read = getattr(stream, "read1", stream.read)
    while block := read(BLOCK):
        whole, end, rest = block.rpartition(b"\n")
        if end:
            yield _decoded(b"".join([*begun, whole]))
            begun, size = [], 0
        begun.append(rest)
        size += len(rest)
        if size > longest_line << 20:
            raise TableError(too_long(longest_line))
    if size:
        yield _decoded(b"".join(begun))


class Line(NamedTuple):
    """What becomes of an answer: its line, why it has no date, if so, and whether that ends the run."""

    written: bytes
    problem: str | None
    fails: bool


@dataclass(frozen=True, slots=True)
class LineFormat:
    """How an answer looks as a line: its date; with `alternatives` a tab and the readings; as JSON the whole answer."""

    policy: Policy = field(default_factory=Policy)
    alternatives: bool = False
    as_json: bool = False

    def of(self, answer: Translation) -> Line:
        """Return the line of one answer."""
        problem = explained(answer) if self.policy.date(answer) is None else None
        return Line(self._written(answer), problem, self.policy.fails(answer))

    def _written(self, answer: Translation) -> bytes:
        if self.as_json:
            return to_json({**answer.to_dict(), "iso": self.policy.date(answer)}).encode() + b"\n"
        written = " ".join(self.policy.written(answer).splitlines())  # a text that is kept is still one line
        if self.alternatives:
            written += "\t" + as_text(answer.alternatives)
        return _encoded(written)


def write_lines(
    texts: Iterable[Sequence[str]], output: BinaryIO, read: Callable[[Sequence[str]], Sequence[Line]]
) -> Iterator[tuple[int, str]]:
    """Write a line for each text; yield the number, from 1, and the problem of each text that has no date to write.

    Raises TableError where the policy says to fail, when the lines before are written.
    """
    before = 0
    for chunk in texts:
        lines = read(chunk)
        end = next((place for place, line in enumerate(lines) if line.fails), len(lines))
        output.write(b"".join([line.written for line in lines[:end]]))
        output.flush()
        for number, line in enumerate(lines[:end], before + 1):
            if line.problem is not None:
                yield number, line.problem
        if end < len(lines):
            raise TableError(f"text {before + end + 1}: {lines[end].problem}")
        before += len(lines)


def explained(answer: Translation) -> str:
    """Return a text, cut where it is long, and why it has no date."""
    text = answer.text if len(answer.text) <= SHOWN else answer.text[: SHOWN - 1] + "…"
    return f"{text!r}: {answer.reason}"


def _decoded(lines: bytes) -> list[str]:
    found = lines.decode("utf-8", "surrogateescape").split("\n")
    return [line.removesuffix("\r") for line in found] if b"\r" in lines else found


def _encoded(line: str) -> bytes:
    try:
        return line.encode("utf-8", "surrogateescape") + b"\n"
    except UnicodeEncodeError:  # a surrogate that stands for no byte
        return line.encode("utf-8", "replace") + b"\n"
