"""What a whole column says of how its dates are written: exact evidence, and nothing where there is none.

A month's name rules out the languages that lack it: no Croatian month is called 'grudnia'. A column is taken to be
written in one language, as in one order; it is decided when its cells leave one over, and mixed when they leave none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from datenorm.reading.centuries import CenturyEvidence
from datenorm.reading.evidence import Row, place_of
from datenorm.reading.meant import MeantEvidence
from datenorm.reading.orders import EXAMPLES, OrderEvidence
from datenorm.reading.year_first import YearFirstEvidence
from datenorm.text.names import months_differ, months_in

ENGLISH = "en"  # whose names are read as its own in any column


@lru_cache(maxsize=1 << 16)  # asked of each cell of a column, and cells repeat
def needs_language(text: str) -> bool:
    """Return whether the month's name in a cell means different months in different languages, none of them English."""
    return months_differ(months_in(text))


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

    def languages_of(self, texts: Sequence[str]) -> list[str | None]:
        """Return the language to read each cell in: the column's, where the cell's month needs one."""
        language = self.names.language
        return [language if language and needs_language(text) else None for text in texts]

    def explained(self) -> str:
        """Return what was decided, as sentences for a person."""
        said = [self.numbers.explained()] * self.open.order
        said += [one.explained() for one in (self.year_first, self.years) if one.tells]
        return "; ".join((*said, *self.meanings.explained()))
