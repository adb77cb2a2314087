"""Decisions: what a person said of the ways in which a column is written, and how answers obey.

accept      the answers stay as they are
reject      such cells get no date
DMY ...     such cells are read in this order; so with a layout whose letters stand in one: MM/dd/y
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count

from datenorm.dates.calendar import ORDERS
from datenorm.errors import TableError
from datenorm.judging.answer import Translation, refused
from datenorm.reading.inventory import canonical, pieces
from datenorm.reading.layouts import OPEN, Layout

ACCEPT, REJECT = "accept", "reject"
Decisions = Mapping[str, str]  # by status and layout, as `name` has them
COLUMNS = ("status", "layout", "decision")
NAMED = f"{', '.join(COLUMNS[:-1])} and {COLUMNS[-1]}"
LETTERS = {"d": "D", "M": "M", "y": "Y"}


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
    """Return the decisions in the rows of an inventory that a person has edited.

    places: what a message calls each row. warn: is told of each decision that changes nothing.
    Raises TableError for a row without a decision's columns, for one that is none or does not fit its row, and for two
    that contradict.
    """
    found: dict[str, str] = {}
    for place, row in zip(places or (f"row {number}" for number in count(1)), rows, strict=False):
        if missing := [column for column in COLUMNS if column not in row]:
            raise TableError(f"shapes need the columns {NAMED}; {missing[0]!r} is missing")
        decision = _decision(row, place, warn)
        if found.setdefault(name(row["status"], row["layout"]), decision) != decision:
            raise TableError(
                f"{place}: {row['layout']!r} is decided in two ways; abbreviations and widths are one layout"
            )
    return {key: decision for key, decision in found.items() if decision != ACCEPT}


def _decision(row: Mapping[str, str], place: str, warn: Callable[[str], object]) -> str:
    said, text = row["decision"].strip(), row.get("example", row["layout"])
    if not said or said.lower() == ACCEPT:
        if said and row["status"] in ("ambiguous", "rejected"):
            warn(
                f"{place}: {said} changes nothing: {text!r} is {row['status']}; an order or a layout reads it"
            )
        return ACCEPT
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


def decided(
    answers: Sequence[Translation],
    decisions: Decisions,
    layout_of: Callable[[int], Layout],
    read_again: Callable[[Sequence[int], str], Sequence[Translation]],
) -> list[Translation]:
    """Return answers as they were decided on.

    layout_of: the layout of the text with this number. read_again: the answers to some texts in an order.
    """
    found = list(answers)
    again: dict[str, list[int]] = {}
    for i, answer in enumerate(answers):
        decision = decisions.get(name(answer.status, layout_of(i).letters), ACCEPT)
        if decision == REJECT:
            found[i] = refused(
                answer.text, "rejected-shape", "its way of writing was rejected", 1.0, order=answer.order
            )
        elif decision != ACCEPT:
            again.setdefault(decision, []).append(i)
    for order, rows in again.items():
        for i, answer in zip(rows, read_again(rows, order), strict=True):
            found[i] = answer
    return found
