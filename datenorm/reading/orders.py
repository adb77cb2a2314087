"""What a whole column says of the order of its numeric dates: exact evidence, and nothing where there is none.

A numeric date rules out the orders in which it would be no day: 25/04/2015 cannot be MDY. A column is taken to be
written in one order; it is decided when its cells leave one over, and mixed when they leave none. Only what would be
answered is evidence: 13/04/18 is none in `Score 13/04/18`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from datenorm.dates.calendar import LAST_DAY, ORDERS
from datenorm.dates.order import (
    OPEN,
    begins_with_dotted_year,
    dotted_order,
    ends_with_dots,
    has_short_year,
    implied_order,
    possible_orders,
)
from datenorm.reading.evidence import Row, place_of, trust_in
from datenorm.reading.telling import is_refused

MANY, TIMES = 8, 2  # numbers that the days of a column are at least, and how many times as many as its years
EXAMPLES = 3  # cells that are remembered for each order they rule out


class OrderHints(NamedTuple):
    """What to read each cell of a column with, once all are counted: an order, 'open', or None for nothing told.

    hint: the cells. dotted: dates with dots, which may tell nothing of the others: they are day first where one of them
    can be nothing else, read by themselves where the others are day first as well, and open where they are not. short:
    those of them with a year of two digits, which are open where dates of the column begin with a year and a dot.
    """

    hint: str | None = None
    dotted: str | None = None
    short: str | None = None

    def __bool__(self) -> bool:
        return any(self)

    def of(self, text: str) -> str | None:
        """Return what to read a cell with.

        >>> hints = OrderEvidence.of(["10/22/2000", "2.11.1987"]).hints
        >>> hints.of("2/11/1987"), hints.of("2.11.1987")
        ('MDY', 'open')
        """
        if "." not in text or implied_order(text) is None:
            return self.hint
        return self.short if self.short != self.dotted and has_short_year(text) else self.dotted


@dataclass(slots=True)
class OrderEvidence:
    """What the cells of a column, counted one by one, say of its order.

    cells: how many hold a numeric date. against: how many of them rule an order out. examples: the first of these, with
    the number of their row. short: the same of those whose year has two digits. dotted: the same of dates with dots,
    which count only where one is month first: where none is, they are day first by themselves and tell nothing of the
    others. year_first: how many dates begin with a year of four digits and a dot or a sign for year, 2018.5.9, so that
    18.5.9 may begin with one. firsts, lasts: the numbers that dates with dots and a year of two digits begin and end
    with.
    """

    cells: int = 0
    against: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[tuple[Row, str]]] = field(default_factory=dict)
    short: "OrderEvidence | None" = None
    dotted: "OrderEvidence | None" = None
    year_first: int = 0
    firsts: set[str] = field(default_factory=set)
    lasts: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "OrderEvidence":
        """Return the evidence of a whole column, its rows numbered from 1."""
        evidence = cls()
        for row, text in enumerate(texts, 1):
            evidence.add(row, text)
        return evidence

    def add(self, row: int, text: str, cells: int = 1) -> None:
        """Take a text into account that stands in so many cells, first in that of `row`."""
        possible = possible_orders(text)
        self.see(text)
        if possible and not is_refused(text):
            self._count(possible, row, text, cells)
            if "YMD" in possible or has_short_year(text):
                self.short = self.short or OrderEvidence()
                self.short._count(possible, row, text, cells)
        elif order := dotted_order(text):
            self.dotted = self.dotted or OrderEvidence()
            self.dotted._count((order,), row, text, cells)
        elif begins_with_dotted_year(text):
            self.year_first += cells

    def see(self, text: str) -> None:
        """Take in the numbers that a text begins and ends with, if it is a date with dots and a year of two digits."""
        if ends := ends_with_dots(text):
            self.firsts.add(ends[0])
            self.lasts.add(ends[1])

    def _count(self, possible: Collection[str], row: int, text: str, cells: int) -> None:
        self.cells += cells
        for order in ORDERS:
            if order not in possible:
                self.against[order] += cells
                shown = self.examples.setdefault(order, [])
                if len(shown) < EXAMPLES:
                    shown.append((row, text))

    def merge(self, other: "OrderEvidence") -> None:
        """Take in what other cells say that come after these."""
        self._take(other)
        self.year_first += other.year_first
        self.firsts |= other.firsts
        self.lasts |= other.lasts
        if other.dotted:
            self.dotted = self.dotted or OrderEvidence()
            self.dotted._take(other.dotted)

    def _take(self, other: "OrderEvidence") -> None:
        self.cells += other.cells
        self.against += other.against
        for order, shown in other.examples.items():
            self.examples[order] = (self.examples.get(order, []) + shown)[:EXAMPLES]
        if other.short:
            self.short = self.short or OrderEvidence()
            self.short._take(other.short)

    @property
    def told(self) -> "OrderEvidence":
        """The cells that count: those with dots among them, where one of them is month first."""
        if not self.dotted or not self.dotted.against["DMY"]:
            return self
        together = OrderEvidence()
        together._take(self)
        together._take(self.dotted)
        return together

    @property
    def order(self) -> str | None:
        """The one order that no cell rules out; None where several are left, or none."""
        left = self.left
        return left[0] if len(left) == 1 else None

    @property
    def likeliest(self) -> str:
        """The order that the fewest cells rule out; of equal ones the first of DMY, MDY and YMD."""
        told = self.told
        return min(ORDERS, key=lambda order: told.against[order])

    def trust(self, order: str) -> float:
        """Return how sure it is that the column is in an order, 0..1: one cell that says so may be odd itself.

        >>> OrderEvidence.of(["03/04/2015", "25/04/2015"]).trust("DMY"), OrderEvidence.of(["03/04/2015"]).trust("DMY")
        (0.95, 0.5)
        """
        told = self.told
        speaking = min((told.against[rival] for rival in self._rivals(order)), default=told.cells)
        return trust_in(speaking) if speaking and not told.against[order] else 0.5

    def _rivals(self, order: str | None) -> list[str]:
        """Return the other orders that some cell could be in. Where years have four digits, that is never YMD."""
        told = self.told
        return [one for one in ORDERS if told.against[one] < told.cells and one != order]

    @property
    def hint(self) -> str | None:
        """What to read the cells with: their order, 'open' where dates with dots contradict each other, or None."""
        return self.hints.hint

    @property
    def hints(self) -> "OrderHints":
        """What to read each cell with."""
        hint = self.order or (OPEN if self.mixed and self.told is not self else None)
        if self.told is not self:
            dotted = hint
        elif self.dotted is not None and self.dotted.against["MDY"] > 0:
            dotted = "DMY"
        else:
            dotted = hint if hint in (None, OPEN) else None if hint == "DMY" else OPEN
        return OrderHints(hint, dotted, self._short(dotted))

    def _short(self, dotted: str | None) -> str | None:
        """Return what to read dates with dots and a year of two digits with, where others with dots are `dotted`.

        Their year differs less than their day: they are open where that may be their first number, and day first at
        most by their dots where neither does.
        """
        first, last = len(self.firsts), len(self.lasts)
        year_last = any(int(number) > LAST_DAY for number in self.lasts)
        if self.year_first or (last >= max(MANY, TIMES * first) and not year_last):
            return OPEN
        sure = year_last or first >= max(MANY, TIMES * last)
        return dotted if sure or dotted != "DMY" else None

    @property
    def left(self) -> Sequence[str]:
        """The orders that no cell rules out; all that long years or short ones leave, where one is left between them.

        22-01-04 is no MDY, and 06/02/2013 no YMD; that both are DMY does not follow.
        """
        told = self.told
        if not told.cells:
            return ORDERS
        left = [order for order in ORDERS if not told.against[order]]
        if len(left) != 1 or told.short is None:
            return left
        short = {order for order in ORDERS if not told.short.against[order]}
        long = {order for order in ORDERS if told.against[order] == told.short.against[order]} - {"YMD"}
        if short == {*left} or long == {*left} or told.cells == told.short.cells:
            return left
        return [order for order in ORDERS if order in short | long]

    @property
    def mixed(self) -> bool:
        """Whether the cells contradict each other: none of the orders is left."""
        return not self.left

    def explained(self, read_as: str | None = None) -> str:
        """Return the evidence as a sentence for a person. read_as: the order that was taken where it tells none.

        >>> OrderEvidence.of(["03/04/2015", "25/04/2015"]).explained()
        "order DMY: 1 of 2 numeric dates is no MDY (row 2: '25/04/2015')"
        >>> OrderEvidence.of(["04/25/2015", "25/04/2015"]).explained()
        "order mixed: 1 is no DMY (row 1: '04/25/2015'), 1 is no MDY (row 2: '25/04/2015'); give --order"
        >>> OrderEvidence.of(["03/04/2015"]).explained()
        'order open: none of 1 numeric date tells DMY from MDY; give --order'
        >>> OrderEvidence.of(["03/04/2015"]).explained(read_as="DMY")
        'order open: none of 1 numeric date tells DMY from MDY; read as DMY by --on-ambiguous best; give --order'
        """
        taken = f"read as {read_as} by --on-ambiguous best; " if read_as else ""
        told = self.told
        if not told.cells:
            return self._of_dots()
        dates = f"{told.cells:,} numeric date{'s' * (told.cells > 1)}"
        rivals = self._rivals(self.order)
        if self.order:
            nearest = min(
                rivals or set(ORDERS) - {self.order}, key=lambda order: (told.against[order], order)
            )
            return f"order {self.order}: {self.ruled_out(nearest, f'of {dates} ')}"
        if self.mixed:
            return f"order mixed: {', '.join(map(self.ruled_out, rivals))}; {taken}give --order"
        first, *others = self.left
        return f"order open: none of {dates} tells {first} from {' or '.join(others)}; {taken}give --order"

    def _of_dots(self) -> str:
        """Return what is said of a column whose dates have dots, or no numbers."""
        if self.hints.short == OPEN and self.lasts:
            ends = f"begin with {len(self.firsts)} different numbers and end with {len(self.lasts)}"
            return f"order open: dates with dots and short years {ends}; give --order"
        return "order: only dates with dots, day first by them" if self.dotted else "order: no numeric dates"

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as a report has it."""
        told = self.told
        return {
            "order": self.order,
            "mixed": self.mixed,
            "numeric_dates": told.cells,
            "ruled_out": {
                order: {
                    "cells": told.against[order],
                    "first": [{"row": row, "text": text} for row, text in told.examples[order]],
                }
                for order in ORDERS
                if told.against[order]
            },
        }

    def ruled_out(self, order: str, of: str = "") -> str:
        """Return how many cells rule `order` out, and the first of them; there must be some."""
        told = self.told
        row, text = told.examples[order][0]
        count = told.against[order]
        return f"{count:,} {of}{'is' if count == 1 else 'are'} no {order} ({place_of(row)}: {text!r})"
