"""Decisions: what a person said of the ways in which a column is written, and how answers obey.

accept      the answers stay as they are
reject      such cells get no date
DMY ...     such cells are read in this order; so with a layout whose letters stand in one: MM/dd/y

A decision holds whatever else is told later of the column: its cells are found by how they are written, not by how they
are read now. Each answer that was decided on says so.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from datenorm.dates.calendar import ORDERS
from datenorm.errors import TableError
from datenorm.judging.answer import Translation, refused
from datenorm.reading.code import reader
from datenorm.reading.inventory import canonical, pieces
from datenorm.reading.layouts import OPEN, Layout

ACCEPT, REJECT = "accept", "reject"
BOTH = "both"  # ways that were decided on differently
Decisions = Mapping[str, str]  # by status and layout, as `name` has them; '' where nothing was said
REJECTED = "rejected-shape"  # the code of texts whose way of writing was rejected
DECIDED = "read as --shapes decides"  # what the warning begins with of those that were read otherwise for it
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
COLUMNS = ("status", "layout", "decision")
NAMED = f"{', '.join(COLUMNS[:-1])} and {COLUMNS[-1]}"
LETTERS = {"d": "D", "M": "M", "y": "Y"}


def is_decided(warnings: Iterable[str]) -> bool:
    """Return whether an answer with these warnings was read otherwise as a person decided."""
    return any(words.startswith(DECIDED) for words in warnings)


def name(status: str, layout: str) -> str:
    """Return what cells of one status and layout are told apart by.

    >>> name("ok", "dd. MMMM y") == name("ok", "d. MMM y")
    True
    """
    return f"{status} {canonical(layout)}"


def decisions_of(
    rows: Iterable[Mapping[str, str]],
    places: Iterable[str] | None = None,
    warn: Callable[[str], object] = lambda words: None,
) -> dict[str, str]:
    """Return the decisions in the rows of an inventory that a person has edited; nothing where no row has one.

    places: what a message calls each row. warn: is told of each decision that changes nothing.
    Raises TableError for a row without a decision's columns, for one that is none or does not fit its row, for two that
    contradict, and for a layout that is not that of its example.
    """
    found: dict[str, str] = {}
    for place, row in zip(places or (f"row {number}" for number in count(1)), rows, strict=False):
        if missing := [column for column in COLUMNS if column not in row]:
            raise TableError(f"shapes need the columns {NAMED}; {missing[0]!r} is missing")
        _check_layout(row, place)
        decision, key = _decision(row, place, warn), name(row["status"], row["layout"])
        if (found.get(key, decision) or ACCEPT) != (decision or ACCEPT):
            raise TableError(
                f"{place}: {row['layout']!r} is decided in two ways; abbreviations and widths are one layout"
            )
        found[key] = decision or found.get(key, "")
    return found if any(found.values()) else {}


def _check_layout(row: Mapping[str, str], place: str) -> None:
    """Raise TableError where the layout reads the example otherwise than the row says: somebody has edited it."""
    text, told = row.get("example", ""), row.get("reading", "").split(" or ")
    ways = row["layout"].split(" or ")
    dates = [date for way in ways if (date := reader(way)(text))]
    if len(dates) < len(ways) or not all(
        map(ISO.fullmatch, told)
    ):  # none of ours, or a spreadsheet has saved it
        return
    found, known = ({date[2:] for date in some} for some in (dates, told))
    is_open = ways[0].startswith("y")  # of year, day, month only the column tells
    if found != known and not (is_open and found < known):
        raise TableError(
            f"{place}: {row['layout']} does not read {text!r} as {row['reading']}; leave the layout as it was, "
            "and write another into the column decision"
        )


def _decision(row: Mapping[str, str], place: str, warn: Callable[[str], object]) -> str:
    said, text = row["decision"].strip(), row.get("example", row["layout"])
    if not said or said.lower() == ACCEPT:
        if said and row["status"] in ("ambiguous", "rejected"):
            warn(
                f"{place}: {said} changes nothing: {text!r} is {row['status']}; an order or a layout reads it"
            )
        return said.lower()
    if said.lower() == REJECT:
        return REJECT
    is_order = said.upper() in ORDERS
    order = said.upper() if is_order else _order_of(said)
    if order not in ORDERS:
        raise TableError(
            f"{place}: a decision is accept, reject, {', '.join(ORDERS)} or a layout, not {said!r}"
        )
    ways = row["layout"].split(" or ")
    if not any(map(_fields, ways)):
        if "--order" not in row.get("settle", ""):
            warn(f"{place}: {said} may change nothing: {text!r} has no reading")
    elif not any(_may_be(order, way) if is_order else _skeleton(said) == _skeleton(way) for way in ways):
        raise TableError(f"{place}: {said} does not fit {text!r}, which is written {row['layout']}")
    return order


def _kind(run: str) -> str:
    """Return what a run of letters in a layout holds: Y a year of four digits, N a month's name, n another number."""
    if run in ("y", "yyyy"):
        return "Y"
    if run in ("yy", "d", "dd", "M", "MM"):
        return "n"
    return "N" if run.startswith("MMM") else run[0]


def _skeleton(layout: str) -> str:
    """Return a layout without what its order decides, and without widths.

    >>> _skeleton("dd/MM/y HH:mm") == _skeleton("M/d/yyyy H:mm"), _skeleton("dd/MM/y") == _skeleton("yyyy/MM/dd")
    (True, False)
    """
    letters = layout.replace(OPEN, "MMM")
    return "".join(_kind(run) if plain else run.strip("'") for run, plain in pieces(letters))


def _fields(layout: str) -> str:
    """Return what the day, the month and the year of a layout hold, in its order."""
    runs = (run for run, plain in pieces(layout.replace(OPEN, "MMM")) if plain)
    return "".join(_kind(run) for run in runs if run[0] in LETTERS)


def _may_be(order: str, layout: str) -> bool:
    """Return whether the fields of a layout may stand in an order.

    >>> _may_be("MDY", "dd/MM/y"), _may_be("YMD", "dd/MM/y"), _may_be("YMD", "dd/MM/yy"), _may_be("MDY", "d MMM y")
    (True, False, True, False)
    """
    fields = _fields(layout)
    sure = {"Y": "Y", "N": "M"}
    return len(fields) < len(order) or all(
        (field == kind) == (letter == its)
        for kind, its in sure.items()
        if kind in fields
        for field, letter in zip(fields, order, strict=False)
    )


def _order_of(layout: str) -> str:
    """Return the order of day, month and year in a layout.

    >>> _order_of("MM/dd/y"), _order_of("d 'May' y")
    ('MDY', 'DY')
    """
    return "".join(LETTERS.get(run[0], "") for run, plain in pieces(layout) if plain)


class Decision(NamedTuple):
    """What was decided of a layout, as it was written when somebody decided."""

    status: str
    layout: str
    said: str

    @property
    def words(self) -> str:
        """How answers that it decides say so, in their reason or in a warning."""
        rejected = f"its way of writing was rejected: {self.layout}"
        return rejected if self.said == REJECT else f"{DECIDED}: {self.layout} is {self.said}"


def _rows(decisions: Decisions) -> list[Decision]:
    named = ((*key.partition(" "), said) for key, said in decisions.items())
    return [Decision(status, layout, said) for status, _, layout, said in named]


class Book:
    """Finds what was decided of cells by their layouts."""

    def __init__(self, decisions: Decisions) -> None:
        self._rows = _rows(decisions)
        self._known: dict[tuple[str, str, str], Decision | None] = {}

    def of(self, status: str, layout: str, alone: str) -> Decision | None:
        """Return what was decided of cells; None where nothing was.

        layout: how they are read now. alone: all ways in which they may be, as if nothing were known of the column.
        """
        key = status, canonical(layout), canonical(alone)
        if key not in self._known:
            self._known[key] = self._found(*key)
        return self._known[key]

    def _found(self, status: str, layout: str, alone: str) -> Decision | None:
        ways = set(alone.split(" or "))
        nearer = (
            [row for row in self._rows if row.layout == alone != layout],
            [row for row in self._rows if row.layout == layout],
            # Some of its ways: it was read so when somebody decided.
            [row for row in self._rows if ways.issuperset(row.layout.split(" or "))],
        )
        rows = next(filter(None, nearer), [])
        rows = [row for row in rows if row.status == status] or rows
        if len({row.said for row in rows}) > 1:
            return Decision(status, alone, BOTH)
        row = rows[0] if rows else None
        if row and row.said == ACCEPT and row.layout != layout:  # it is read otherwise than what was accepted
            order = _order_of(row.layout)
            return row._replace(said=order) if order in ORDERS and " or " not in row.layout else None
        return row if row and row.said not in ("", ACCEPT) else None


def decided(
    answers: Sequence[Translation],
    decisions: Decisions,
    layout_of: Callable[[int], Layout],
    alone: Callable[[int], Layout],
    read_again: Callable[[Sequence[int], str], Sequence[Translation]],
) -> list[Translation]:
    """Return answers as they were decided on.

    layout_of: the layout of the text with this number, as it was read. alone: the same as if nothing were known of the
    text. read_again: the answers to some texts in an order.
    """
    found, book = list(answers), Book(decisions)
    again: dict[Decision, list[int]] = {}
    for i, answer in enumerate(answers):
        decision = book.of(answer.status, layout_of(i).letters, alone(i).letters)
        if decision is None or (decision.said == BOTH and not answer.iso):
            continue
        if decision.said == BOTH:
            reason = f"its way of writing is decided on in two ways: {decision.layout}"
            found[i] = refused(answer.text, REJECTED, reason, 1.0, order=answer.order)
        elif decision.said == REJECT:
            found[i] = refused(answer.text, REJECTED, decision.words, 1.0, order=answer.order)
        else:
            again.setdefault(decision, []).append(i)
    for decision, rows in again.items():
        for i, answer in zip(rows, read_again(rows, decision.said), strict=True):
            found[i] = answer._replace(warnings=(*answer.warnings, decision.words))
    return found


class Obeying:
    """Reads what `read` would, and notes which of the `decisions` that it obeys meet a text."""

    def __init__(self, read: Callable[..., Sequence[Translation]], decisions: Decisions) -> None:
        self._read = read
        self._rows = [row for row in _rows(decisions) if row.said not in ("", ACCEPT)]
        self._met: set[str | None] = set()

    def __call__(self, texts: Sequence[str], **hints: Sequence[object]) -> Sequence[Translation]:
        """Return the answers to `texts`."""
        answers = self._read(texts, **hints)
        for answer in answers:
            if answer.code == REJECTED:
                self._met.add(answer.reason)
            elif answer.warnings:
                self._met.update(answer.warnings)
        return answers

    def unmet(self) -> list[str]:
        """Return what to say of the decisions that met no text."""
        return [
            f"{row.said} meets no cell that is written {row.layout}"
            for row in self._rows
            if row.words not in self._met
        ]
