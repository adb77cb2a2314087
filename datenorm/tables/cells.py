"""Cells: how they are read, and what is written of an answer."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import filterfalse, islice
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from datenorm.judging.answer import Alternative, Status, Translation

# Texts, and for each the order of its numbers and its language where these are known, to their answers.
Hints = Sequence[str | None]
Reader = Callable[[Sequence[str], Hints, Hints], Sequence[Translation]]
Cell = str | float | tuple[Alternative, ...]  # a date or a status; a confidence; readings
REMEMBERED = 1 << 16  # answers, some tens of MB
LONGEST_LINE = 32  # times 2 ** 20 characters, or bytes: what has no line ends must not fill the memory
Kept = TypeVar("Kept")


def cell_reader(read: Callable[..., Sequence[Translation]], hinted: bool) -> Reader:
    """Return a reader of cells from one of texts; hinted: whether it takes `order` and `locale` for each."""

    def read_cells(texts: Sequence[str], orders: Hints, languages: Hints) -> Sequence[Translation]:
        return read(texts, order=orders, locale=languages) if hinted else read(texts)

    return read_cells


@dataclass(frozen=True, slots=True)
class Policy:
    """What to write where there is no one good date.

    on_ambiguous: 'best' writes the likelier reading. on_reject: 'keep' writes the text. 'fail' ends the run.
    """

    on_ambiguous: Literal["blank", "best", "fail"] = "blank"
    on_reject: Literal["blank", "keep", "fail"] = "blank"

    def date(self, translation: Translation) -> str | None:
        """Return the ISO date to write, None where there is none."""
        if translation.status == "ambiguous" and self.on_ambiguous == "best":
            return translation.alternatives[0].iso
        return translation.iso

    def written(self, translation: Translation) -> str:
        """Return what to write for an answer: its date, the text that is kept, or nothing."""
        kept = translation.text if translation.status == "rejected" and self.on_reject == "keep" else ""
        return self.date(translation) or kept

    def fails(self, translation: Translation) -> bool:
        """Return whether this answer ends the run."""
        policy = {"ambiguous": self.on_ambiguous, "rejected": self.on_reject}.get(translation.status)
        return policy == "fail"


class Written(NamedTuple):
    """What a table has of an answer: new cells, or a date in place of the text. failure: why that ends the run."""

    cells: tuple[Cell, ...]
    date: str | None
    status: Status
    text: str
    failure: str | None


class RememberingReader(Generic[Kept]):
    """Reads what `read` would, each distinct cell once for as long as it is remembered.

    keep: makes of an answer what is remembered of it and returned. limit: how many are; when there are more, the older
    half is forgotten.
    """

    def __init__(self, read: Reader, keep: Callable[[Translation], Kept], limit: int = REMEMBERED) -> None:
        self._read = read
        self._keep = keep
        self._limit = limit
        self._known: dict[tuple[str, str | None, str | None], Kept] = {}

    def __call__(self, texts: Sequence[str], orders: Hints, languages: Hints) -> list[Kept]:
        asked = list(zip(texts, orders, languages, strict=True))
        known = self._known
        new = list(filterfalse(known.__contains__, dict.fromkeys(asked)))
        if new:
            answers = self._read(*map(list, zip(*new, strict=True)))
            known.update(zip(new, map(self._keep, answers), strict=True))
        kept = list(map(known.__getitem__, asked))
        if len(known) > self._limit:
            self._known = dict(islice(known.items(), len(known) - self._limit // 2, None))
        return kept

    def texts(self, texts: Sequence[str]) -> list[Kept]:
        """Return what is kept of the answers to texts of which neither order nor language is known."""
        nothing = [None] * len(texts)
        return self(texts, nothing, nothing)


def too_long(longest_line: int, place: str = "") -> str:
    """Return what an error says of a line of more than `longest_line` times 2 ** 20 characters or bytes."""
    return (
        f"{place}a line of more than {longest_line} million characters; --longest-line lets longer ones pass"
    )


def as_text(cell: Cell) -> str:
    """Return a new cell as text: readings as '2015-04-03:0.5213 2015-03-04:0.4702'."""
    if isinstance(cell, tuple):
        return " ".join(f"{one.iso}:{one.probability:.4f}" for one in cell)
    return f"{cell:.4f}" if isinstance(cell, float) else cell


def to_json(value: Any, indent: int | None = None) -> str:
    """Return JSON, any script as it is. Half a surrogate pair, which UTF-8 has not, is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text


def as_value(cell: Cell) -> Any:
    """Return a new cell as JSON has it: an empty text is null, readings are an array of objects."""
    if isinstance(cell, tuple):
        return [one._asdict() for one in cell]
    return cell or None if isinstance(cell, str) else cell
