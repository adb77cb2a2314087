"""What a whole column says of how its dates are written: exact evidence, and nothing where there is none.

A numeric date rules out the orders in which it would be no day: 25/04/2015 cannot be MDY. A month's name rules out the
languages that lack it: no Croatian month is called 'grudnia'. A column is taken to be written in one order and one
language; it is decided when its cells leave one over, and mixed when they leave none. Only what would be answered is
evidence: 13/04/18 is none in `Score 13/04/18`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from datenorm.dates.calendar import ORDERS
from datenorm.dates.order import (
    OPEN,
    begins_with_dotted_year,
    dotted_order,
    has_short_year,
    implied_order,
    possible_orders,
)
from datenorm.reading.centuries import CenturyEvidence
from datenorm.reading.evidence import Row, place_of, trust_in
from datenorm.reading.meant import MeantEvidence
from datenorm.reading.telling import is_refused
from datenorm.reading.year_first import YearFirstEvidence
from datenorm.text.names import months_differ, months_in

ENGLISH = "en"  # whose names are read as its own in any column
EXAMPLES = 3  # cells that are remembered for each order they rule out


@lru_cache(maxsize=1 << 16)  # asked of each cell of a column, and cells repeat
def needs_language(text: str) -> bool:
    """Return whether the month's name in a cell means different months in different languages, none of them English."""
    return months_differ(months_in(text))


@dataclass(slots=True)
class OrderEvidence:
    """What the cells of a column, counted one by one, say of its order.

    cells: how many hold a numeric date. against: how many of them rule an order out. examples: the first of these, with
    the number of their row. short: the same of those whose year has two digits. dotted: the same of dates with dots,
    which count only where one is month first: where none is, they are day first by themselves and tell nothing of the
    others. year_first: how many dates begin with a year of four digits and a dot or a sign for year, 2018.5.9, so that
    18.5.9 may begin with one.
    """

    cells: int = 0
    against: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[tuple[Row, str]]] = field(default_factory=dict)
    short: "OrderEvidence | None" = None
    dotted: "OrderEvidence | None" = None
    year_first: int = 0

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
        return self.order or (OPEN if self.mixed and self.told is not self else None)

    @property
    def tells(self) -> bool:
        """Whether a cell may be read otherwise for what others say."""
        return self.hint is not None or self.year_first > 0 or self.dotted is not None

    def hint_of(self, text: str) -> str | None:
        """Return what to read a cell with: `hint`, but for a date with dots that tells nothing of the others.

        It is day first where one such date can be nothing else, and read by itself where the others are day first as
        well. It is open where they are not, and where it may begin with a year, as others do.

        >>> evidence = OrderEvidence.of(["10/22/2000", "2.11.1987"])
        >>> evidence.hint_of("2/11/1987"), evidence.hint_of("2.11.1987")
        ('MDY', 'open')
        """
        hint = self.hint
        if "." not in text or implied_order(text) is None:
            return hint
        if self.year_first and has_short_year(text):
            return OPEN
        if self.told is not self:
            return hint
        if self.dotted is not None and self.dotted.against["MDY"] > 0:
            return "DMY"
        return hint if hint in (None, OPEN) else None if hint == "DMY" else OPEN

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
            return (
                "order: no numeric dates"
                if not self.dotted
                else "order: only dates with dots, day first by them"
            )
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


@dataclass(slots=True)
class LanguageEvidence:
    """What the cells of a column, counted one by one, say of its language, where a month's name leaves that open.

    cells: how many name a month, counted until the languages are found to be mixed. english: how many name one that
    English has, whatever else has it, and rule nothing out. left: the languages that have the months of all the others.
    narrowing: the cells that ruled a language out, with the number of their row. open: by language, the months of each
    open name; see `is_open`.
    """

    cells: int = 0
    english: int = 0
    left: frozenset[str] = frozenset()
    narrowing: list[tuple[Row, str]] = field(default_factory=list)
    open: list[Mapping[str, frozenset[int]]] = field(default_factory=list)

    def add(self, row: int, text: str, cells: int = 1) -> None:
        """Take a text into account that stands in so many cells, first in that of `row`."""
        if self.cells and not self.left and self.open:
            return  # mixed, whatever comes
        languages = months_in(text)
        if ENGLISH in languages:
            self.english += cells
            return
        if not languages:
            return
        left = self.left & languages.keys() if self.cells else frozenset(languages)
        if left != self.left and (self.left or not self.cells):
            self.narrowing.append((row, text))
        self.left = left
        self.cells += cells
        if months_differ(languages) and languages not in self.open:
            self.open.append(languages)

    def merge(self, other: "LanguageEvidence") -> None:
        """Take in what other cells say that come after these."""
        self.english += other.english
        if not other.cells or (self.cells and not self.left and self.open):
            return
        left = self.left & other.left if self.cells else other.left
        if left != self.left:
            self.narrowing += other.narrowing
        self.left = left
        self.cells += other.cells
        self.open += [languages for languages in other.open if languages not in self.open]

    @property
    def language(self) -> str | None:
        """The language that the open names are read in; None where there are none, or those that are left differ."""
        if not self.open or not self.left:
            return None
        agreed = all(len({months[language] for language in self.left}) == 1 for months in self.open)
        return min(self.left) if agreed else None

    def explained(self) -> str:
        """Return the evidence as a sentence for a person.

        >>> evidence = LanguageEvidence()
        >>> for row, text in enumerate(["9 listopada 2018", "5 grudnia 2018"], 1):
        ...     evidence.add(row, text)
        >>> evidence.explained()
        "language pl or szl: no other has the months of row 1 ('9 listopada 2018') and row 2 ('5 grudnia 2018')"
        """
        if not self.open:
            return "language: no month's name leaves it open"
        if not self.left:
            return "languages mixed: none has the names of all months; give --locale"
        cells = " and ".join(f"{place_of(row)} ({text!r})" for row, text in self.narrowing[-EXAMPLES:])
        names = " or ".join(sorted(self.left)[:EXAMPLES])
        if self.language:
            return f"language {names}: no other has the months of {cells}"
        return f"language open: {names} differ in the months of {cells}; give --locale"

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as a report has it."""
        return {
            "language": self.language,
            "named_months": self.cells + self.english,
            "left": sorted(self.left),
            "ruled_out_by": [{"row": row, "text": text} for row, text in self.narrowing],
        }


class Open(NamedTuple):
    """What nobody has told of a column, so that its cells decide it.

    order: its order and its language. pivot: the last year that two digits mean where the cells say nothing; None where
    that is told. zones: whether times are asked for, so that they decide what IST is. calendar: whether
    neither that nor a language is told.
    """

    order: bool = True
    pivot: int | None = None
    zones: bool = False
    calendar: bool = True

    def __bool__(self) -> bool:
        return self.order or self.pivot is not None

    def evidence(self) -> "ColumnEvidence":
        """Return evidence of no cells yet."""
        return ColumnEvidence(self, years=CenturyEvidence(self.pivot))


@dataclass(slots=True)
class ColumnEvidence:
    """What the cells of a column say of what is `open`: its order and its language, its century, what else is open."""

    open: Open = field(default_factory=Open)
    numbers: OrderEvidence = field(default_factory=OrderEvidence)
    names: LanguageEvidence = field(default_factory=LanguageEvidence)
    year_first: YearFirstEvidence = field(default_factory=YearFirstEvidence)
    years: CenturyEvidence = field(default_factory=CenturyEvidence)
    meanings: MeantEvidence = field(default_factory=MeantEvidence)

    def add(self, row: int, text: str, cells: int = 1) -> None:
        """Take a text into account, but its years, that stands in so many cells, first in that of `row`."""
        self.numbers.add(row, text, cells)
        self.names.add(row, text, cells)
        self.year_first.add(row, text, cells)

    def merge(self, other: "ColumnEvidence") -> None:
        """Take in what other cells say that come after these."""
        self.numbers.merge(other.numbers)
        self.names.merge(other.names)
        self.year_first.merge(other.year_first)
        self.years.merge(other.years)
        self.meanings.merge(other.meanings)

    def come_from(self, file: str) -> None:
        """Name the file that the rows are counted in, before other files' evidence is merged with it."""
        dotted = self.numbers.dotted.examples.values() if self.numbers.dotted else ()
        for shown in (*self.numbers.examples.values(), *dotted, self.names.narrowing):
            shown[:] = [(f"{file} row {row:,}", text) for row, text in shown]
        self.year_first.come_from(file)
        self.years.come_from(file)
        self.meanings.come_from(file)

    @property
    def is_of_order(self) -> bool:
        """Whether the cells say anything of their order or language."""
        names = self.names.cells + self.names.english
        return bool(self.numbers.cells or self.numbers.dotted or names)

    @property
    def tells(self) -> bool:
        """Whether there is anything to tell of it to a person."""
        return self.is_of_order or self.year_first.tells or self.years.tells or self.meanings.tells

    def __bool__(self) -> bool:
        return self.tells or self.years.cells > 0 or self.year_first.plain > 0 or self.numbers.year_first > 0

    def language_of(self, text: str) -> str | None:
        """Return the language to read a cell in: the column's, where the cell's month needs one."""
        language = self.names.language
        return language if language and needs_language(text) else None

    def explained(self) -> str:
        """Return what was decided, as sentences for a person."""
        said = [self.numbers.explained()] * self.open.order
        said += [one.explained() for one in (self.year_first, self.years) if one.tells]
        return "; ".join((*said, *self.meanings.explained()))
