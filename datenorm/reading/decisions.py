"""Decisions: what a person said of the ways in which a column is written, and how answers obey.

accept      the answers stay as they are
reject      such cells get no date
DMY ...     such cells are read in this order; so with a layout whose letters stand in one: MM/dd/y
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from datenorm.dates.calendar import ORDERS
from datenorm.errors import TableError
from datenorm.judging.answer import Translation, refused
from datenorm.reading.inventory import canonical, pieces
from datenorm.reading.layouts import Layout

ACCEPT, REJECT = "accept", "reject"
Decisions = Mapping[str, str]  # by status and layout, as `name` has them
LETTERS = {"d": "D", "M": "M", "y": "Y"}


def name(status: str, layout: str) -> str:
    """Return what cells of one status and layout are told apart by.

    >>> name("ok", "dd. MMMM y") == name("ok", "d. MMM y")
    True
    """
    return f"{status} {canonical(layout)}"


def decisions_of(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Return the decisions in the rows of an inventory that a person has edited.

    Raises TableError for a row without a decision's columns, for one that is none, and for two that contradict.
    """
    found: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        try:
            status, layout, said = row["status"], row["layout"], row["decision"].strip()
        except KeyError as error:
            raise TableError(
                f"shapes need the columns status, layout and decision; {error} is missing"
            ) from None
        decision = _decision(said, number)
        if found.setdefault(name(status, layout), decision) != decision:
            raise TableError(
                f"row {number}: {layout!r} is decided in two ways; abbreviations and widths are one layout"
            )
    return {key: decision for key, decision in found.items() if decision != ACCEPT}


def _decision(said: str, number: int) -> str:
    if not said or said.lower() == ACCEPT:
        return ACCEPT
    if said.lower() == REJECT:
        return REJECT
    order = said.upper() if said.upper() in ORDERS else _order_of(said)
    if order not in ORDERS:
        raise TableError(
            f"row {number}: a decision is accept, reject, {', '.join(ORDERS)} or a layout, not {said!r}"
        )
    return order


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
