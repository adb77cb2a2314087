"""Text lines: one text in, one line out, in the same order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from datenorm.errors import TableError
from datenorm.tables.cells import Policy, as_text, to_json
from datenorm.translation import Translation

LONGEST_LINE = 1 << 24  # bytes; what has no line ends must not fill the memory
BLOCK = 1 << 18  # bytes asked for at a time; a pipe or a terminal gives what it has
TextReader = Callable[[Sequence[str]], Sequence[Translation]]  # texts to their answers, in order
SHOWN = 60  # characters of a text in a message


def read_lines(stream: BinaryIO) -> Iterator[list[str]]:
    """Yield lists of lines without their ends, as they become available, so that an answer does not wait for the end.

    Bytes that are not UTF-8 are kept as lone surrogates ('surrogateescape'). Raises TableError for a line without end.
    """
    rest = b""
    read = getattr(stream, "read1", stream.read)
    while block := read(BLOCK):
        *lines, rest = (rest + block).split(b"\n")
        if lines:
            yield [_decoded(line) for line in lines]
        if len(rest) > LONGEST_LINE:
            raise TableError(f"a line of more than {LONGEST_LINE >> 20} MiB")
    if rest:
        yield [_decoded(rest)]


@dataclass(frozen=True, slots=True)
class LineFormat:
    """How an answer looks as a line: its date; with `alternatives` a tab and the readings; as JSON the whole answer."""

    policy: Policy = field(default_factory=Policy)
    alternatives: bool = False
    as_json: bool = False

    def of(self, answer: Translation) -> bytes:
        """Return the line of one answer, with its end."""
        if self.as_json:
            return to_json({**answer.to_dict(), "iso": self.policy.date(answer)}).encode() + b"\n"
        written = " ".join(self.policy.written(answer).splitlines())  # a text that is kept is still one line
        if self.alternatives:
            written += "\t" + as_text(answer.alternatives)
        return _encoded(written)


def write_lines(
    texts: Iterable[Sequence[str]], output: BinaryIO, read: TextReader, line: LineFormat
) -> Iterator[tuple[int, Translation]]:
    """Write a line for each text; yield the number, from 1, and the answer of each text that has no date to write.

    Raises TableError where the policy says to fail.
    """
    number = 0
    for chunk in texts:
        for answer in read(chunk):
            number += 1
            if line.policy.fails(answer):
                raise TableError(f"text {number}: {explained(answer)}")
            output.write(line.of(answer))
            if line.policy.date(answer) is None:
                yield number, answer
        output.flush()


def explained(answer: Translation) -> str:
    """Return a text, cut where it is long, and why it has no date."""
    text = answer.text if len(answer.text) <= SHOWN else answer.text[: SHOWN - 1] + "…"
    return f"{text!r}: {answer.reason}"


def _decoded(line: bytes) -> str:
    return line.removesuffix(b"\r").decode("utf-8", "surrogateescape")


def _encoded(line: str) -> bytes:
    try:
        return line.encode("utf-8", "surrogateescape") + b"\n"
    except UnicodeEncodeError:  # a surrogate that stands for no byte
        return line.encode("utf-8", "replace") + b"\n"
