"""Cells: how they are read, and what is written of an answer."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from itertools import filterfalse, islice
from typing import Any, Generic, Literal, NamedTuple, TypeVar, cast

from datenorm.dates.values import Form
from datenorm.dates.zones import known
from datenorm.judging.answer import Alternative, Status, Translation
from datenorm.reading.columns import Open

Cell = str | float | tuple[Alternative, ...]  # a date or a status; a confidence; readings
WHOLE_DAY = 10  # characters, YYYY-MM-DD
REMEMBERED = 1 << 16  # answers, some tens of MB
LONGEST_LINE = 32  # times 2 ** 20 characters, or bytes: what has no line ends must not fill the memory
NO_VALUE = (
    "formula without a stored value"  # what stands for one, so that nobody reads a date in the formula's text
)
FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # what a cell that spreadsheets compute begins with
# --05-09, a year before 1, -0043, with its time; and with --top its probability
BEGINS_WITH_A_DASH = re.compile(r"(?:--[0-9X]{2}|-[0-9X]{4})(?:-[0-9X]{2})*[?~%]?(?:T[0-9:.]+)?(?:[/:].*)?")
HALF = re.compile(
    "[\ud800-\udc7f\udd00-\udfff]"
)  # of a surrogate pair; others stand for bytes: 'surrogateescape'
Kept = TypeVar("Kept")
Asked = tuple[Any, ...]  # a text and its hints


class Hints(NamedTuple):
    """What is known of texts, by each of them.

    orders: of their numbers. languages: or locales. days: those that they may count from. pivots: the last years that
    two digits mean. meant: what those mean that may mean two things.
    """

    orders: Sequence[str | None]
    languages: Sequence[str | None]
    days: Sequence[str | None]
    pivots: Sequence[int | None]
    meant: Sequence[str | None]

    @classmethod
    def none(cls, count: int) -> "Hints":
        """Return what is known of so many texts of which nothing is."""
        nothing = [None] * count
        return cls(nothing, nothing, nothing, nothing, nothing)

    def of(self, places: Sequence[int]) -> "Hints":
        """Return what is known of some of the texts, by their places."""
        return Hints(*([hint[place] for place in places] for hint in cast(Iterable[Any], self)))


Reader = Callable[[Sequence[str], Hints], Sequence[Translation]]


def cell_reader(read: Callable[..., Sequence[Translation]], open: Open, dated: bool = False) -> Reader:
    """Return a reader of cells from one of texts, which is given what columns decide of what is `open`.

    dated: whether it is given `today` for each.
    """

    def read_cells(texts: Sequence[str], hints: Hints) -> Sequence[Translation]:
        given: dict[str, Sequence[Any]] = {}
        if open.order:
            given |= {"order": hints.orders, "locale": hints.languages}
        if dated:
            given["today"] = hints.days
        if open.pivot is not None:
            given["pivot_year"] = [open.pivot if pivot is None else pivot for pivot in hints.pivots]
        if any(hints.meant):
            given["meant"] = hints.meant
        return read(texts, **given)

    return read_cells


class NewColumn(NamedTuple):
    """A column that is added to a table. holds: its type, where a format has types. zone: of moments."""

    name: str
    holds: Literal["text", "date", "moment", "number", "readings"] = "text"
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What to write of an answer, and where there is no one good date.

    on_ambiguous: 'best' writes the likelier reading. on_reject: 'keep' writes the text. on_partial: 'blank' writes
    whole days only, and as datetimes only those with a time. 'fail' ends the run. form: the one that the answers are
    in. zone: what all datetimes are given or converted to, so that they are moments.
    """

    on_ambiguous: Literal["blank", "best", "fail"] = "blank"
    on_reject: Literal["blank", "keep", "fail"] = "blank"
    on_partial: Literal["keep", "blank", "fail"] = "keep"
    form: Form = "date"
    zone: str | None = None

    @property
    def days_only(self) -> bool:
        """Whether nothing but whole days is written as a date."""
        return self.form == "date" and self.on_partial != "keep"

    @property
    def times_only(self) -> bool:
        """Whether nothing but days with their times is written as a datetime."""
        return self.form == "datetime" and self.on_partial != "keep"

    def date(self, translation: Translation) -> str | None:
        """Return the ISO date to write, None where there is none."""
        iso = translation.iso
        if translation.status == "ambiguous" and self.on_ambiguous == "best":
            iso = translation.alternatives[0].iso
        lacks = iso and ((len(iso) < WHOLE_DAY and self.days_only) or (self.times_only and "T" not in iso))
        return None if lacks else iso

    def written(self, translation: Translation) -> str:
        """Return what to write for an answer: its date, the text that is kept, or nothing."""
        kept = translation.status == "rejected" and self.on_reject == "keep"
        return self.date(translation) or (translation.text if kept else "")

    def cells(self, translation: Translation) -> tuple[str, ...]:
        """Return the cells that a table has of an answer's date: two of an interval, else one."""
        written = self.written(translation)
        if self.form != "interval":
            return (written,)
        start, _, end = written.partition("/")
        return start.replace("..", ""), end.replace("..", "")

    def columns(self, name: str) -> list[NewColumn]:
        """Return the columns of these cells, of the column `name`.

        Dates where each cell is a whole day or nothing, moments where each is a datetime of a zone.
        """
        if self.on_reject != "keep" and self.times_only and self.zone:
            return [NewColumn(f"{name}_iso", "moment", known(self.zone))]
        days = self.on_reject != "keep" and (self.days_only or self.form == "interval")
        ends = ("start", "end") if self.form == "interval" else ("iso",)
        return [NewColumn(f"{name}_{end}", "date" if days else "text") for end in ends]

    def failure(self, translation: Translation) -> str | None:
        """Return why this answer ends the run; None where it does not."""
        if translation.status == "ok":
            return None
        policies = {"ambiguous": self.on_ambiguous, "rejected": self.on_reject, "partial": self.on_partial}
        return why(translation) if policies.get(translation.status) == "fail" else None


def why(translation: Translation) -> str:
    """Return why there is no date, or no whole one."""
    return translation.reason or f"less than a day: {translation.iso}"


class Written(NamedTuple):
    """What a table has of an answer: new cells, or a date in place of the text.

    failure: why that ends the run. settle: what would give a date; '' where there is one, or nothing would. reason: why
    there is none, and code its name. warnings: what is odd about an answer.
    """

    cells: tuple[Cell, ...]
    date: str | None
    status: Status
    text: str
    failure: str | None
    settle: str = ""
    reason: str = ""
    code: str = ""
    warnings: tuple[str, ...] = ()

    def weighed(self, trust: float, warning: str = "") -> "Written":
        """Return this with no more confidence than `trust`, 0..1, and one more warning, if there is one."""
        if trust == 1 and not warning:
            return self
        cells = tuple(min(cell, trust) if isinstance(cell, float) else cell for cell in self.cells)
        return self._replace(cells=cells, warnings=(*self.warnings, warning) if warning else self.warnings)


class RememberingReader(Generic[Kept]):
    """Reads what `read` would, each distinct cell once for as long as it is remembered.

    keep: makes of an answer what is remembered of it and returned. limit: how many are; when there are more, the older
    half is forgotten.
    """

    def __init__(self, read: Reader, keep: Callable[[Translation], Kept], limit: int = REMEMBERED) -> None:
        self._read = read
        self._keep = keep
        self._limit = limit
        self._known: dict[Asked, Future[dict[Asked, Kept]]] = {}  # the list of cells that each was read with

    def __call__(self, texts: Sequence[str], hints: Hints) -> list[Kept]:
        return self.asked(texts, hints)()

    def asked(self, texts: Sequence[str], hints: Hints) -> Callable[[], list[Kept]]:
        """Return what reads the texts not asked before, waits for the others, and returns what is kept of all.

        What is read depends on what was asked before, not on what has been answered: threads may call what is returned
        at once, as long as none begins before those that were asked earlier.
        """
        cells = list(zip(texts, *hints, strict=True))
        known = self._known
        new = list(filterfalse(known.__contains__, dict.fromkeys(cells)))
        answers: Future[dict[Asked, Kept]] = Future()
        known.update(dict.fromkeys(new, answers))
        sources = list(map(known.__getitem__, cells))
        if len(known) > self._limit:
            self._known = dict(islice(known.items(), len(known) - self._limit // 2, None))
        return partial(self._answered, cells, sources, new, answers)

    def _answered(
        self,
        cells: Sequence[Asked],
        sources: Sequence["Future[dict[Asked, Kept]]"],
        new: Sequence[Asked],
        answers: "Future[dict[Asked, Kept]]",
    ) -> list[Kept]:
        try:
            answers.set_result(dict(zip(new, map(self._keep, self._asked(new)), strict=True)))
        except BaseException as error:
            answers.set_exception(error)  # for whoever waits for it
            raise
        found = {source: source.result() for source in set(sources)}
        return [found[source][cell] for source, cell in zip(sources, cells, strict=True)]

    def _asked(self, new: Sequence[Asked]) -> Sequence[Translation]:
        if not new:
            return []
        texts, *hints = map(list, zip(*new, strict=True))
        return self._read(texts, Hints(*hints))

    def texts(self, texts: Sequence[str]) -> list[Kept]:
        """Return what is kept of the answers to texts of which nothing else is known."""
        return self(texts, Hints.none(len(texts)))


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


def inert(cell: str) -> str:
    """Return a new cell as no spreadsheet takes it for a formula: a kept text may begin like one.

    Source: https://owasp.org/www-community/attacks/CSV_Injection. A day without a year begins with dashes, a year
    before 1 with one, and they stay.

    >>> inert("=1+1"), inert("--05-09"), inert("-0043-03-15T10:00"), inert("soon")
    ("'=1+1", '--05-09', '-0043-03-15T10:00', 'soon')
    """
    return f"'{cell}" if cell.startswith(FORMULA) and not BEGINS_WITH_A_DASH.fullmatch(cell) else cell


def before_inert(cell: str) -> str:
    """Return a cell that `inert` has made as it was before: no cell of ours begins so by itself.

    >>> before_inert("'=1+1"), before_inert("'Lot' ##")
    ('=1+1', "'Lot' ##")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA) else cell


def without_halves(text: str) -> str:
    """Return a text that UTF-8 can have: half a surrogate pair, from an escape of JSON, is its escape again.

    What stands for bytes outside an encoding stays.

    >>> without_halves("a\\ud800b")
    'a\\\\ud800b'
    """
    return HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def to_json(value: Any, indent: int | None = None, default: Callable[[Any], str] | None = None) -> str:
    """Return JSON, any script as it is. Half a surrogate pair, which UTF-8 has not, is written as an escape.

    default: what is written for a value that JSON has not.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=default)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent, default=default)
    return text


def as_value(cell: Cell) -> Any:
    """Return a new cell as JSON has it: an empty text is null, readings are an array of objects."""
    if isinstance(cell, tuple):
        return [one._asdict() for one in cell]
    return cell or None if isinstance(cell, str) else cell
