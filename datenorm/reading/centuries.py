"""The century of a column: what its years of four digits say of those of two.

In an archive of 1862 to 1911, `9/5/89` is of 1889. Counting is exact; no model is asked.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

from datenorm.dates.years import full_year, is_cut_short, month_and_day
from datenorm.reading.evidence import Row, place_of, trust_in
from datenorm.reading.telling import is_refused

CENTURY = 100
AHEAD_OF_MIDDLE = 49  # years from the middle of a window of a hundred to its last
FAR = 30  # years from those of four digits: a two-digit year further away may be of the next century
NO_YEARS = "9999", "0000"
# The days that programs begin to count from, and write where nothing is known: those of UUIDs, of Windows, of SQL
# Server, of modified Julian days, of spreadsheets on Windows and on a Mac, and of the 19th and 20th century. Other days
# of these years are days like any.
PLACEHOLDERS = {
    "1582": ((10, 15),),
    "1601": ((1, 1),),
    "1753": ((1, 1),),
    "1800": ((1, 1),),
    "1858": ((11, 17),),
    "1899": ((12, 30), (12, 31)),
    "1900": ((1, 1),),
    "1901": ((1, 1),),
    "1904": ((1, 1),),
}
DOUBT = "its year may be "  # what the warning begins with


class Full(NamedTuple):
    """A cell with a year of four digits."""

    year: str
    text: str
    row: Row

    def __str__(self) -> str:
        return f"{self.year} ({place_of(self.row)}: {self.text!r})"


def is_placeholder(year: str, text: str) -> bool:
    """Return whether a text with a year of four digits is a day that programs write where nothing is known.

    >>> [is_placeholder(text[-4:], text) for text in ("1/1/1900", "31 Dec 1899", "13/4/1901", "1 May 1900")]
    [True, True, False, False]
    """
    return year in PLACEHOLDERS and any(day in PLACEHOLDERS[year] for day in month_and_day(text))


@dataclass(slots=True)
class CenturyEvidence:
    """What the cells of a column, counted one by one, say of the century of its two-digit years.

    default: the last year that two digits mean where the column says nothing; None where the caller has told it, so
    that nothing is decided. cells: how many have a year of four digits, placeholders apart, which say nothing. others:
    how many have digits, but no such year.
    first, last: the cells with the earliest year and the latest.
    """

    default: int | None = None
    cells: int = 0
    others: int = 0
    first: Full | None = None
    last: Full | None = None

    def add(self, row: Row, text: str, cells: int = 1) -> None:
        """Take a text into account that stands in so many cells, first in that of `row`."""
        year = full_year(text)
        if year and (is_placeholder(year, text) or is_refused(text)):
            return
        if year:
            self.see(Full(year, text, row))
        self.count(text, cells, bool(year))

    def count(self, text: str, cells: int, full: bool) -> None:
        """Count so many cells like `text`, with a year of four digits or without."""
        if full:
            self.cells += cells
        elif any(map(str.isdigit, text)):
            self.others += cells

    def see(self, full: Full) -> None:
        """Keep a cell as the first or the last, if its year is, or if there was but one cell."""
        if self.first is None or self.last is None:
            self.first = self.last = full
        elif full.year < self.first.year:
            self.first = full
        elif full.year > self.last.year or (self.first.text == self.last.text != full.text):
            self.last = full

    def merge(self, other: "CenturyEvidence") -> None:
        """Take in what other cells say that come after these."""
        self.cells += other.cells
        self.others += other.others
        for full in filter(None, (other.first, other.last)):
            self.see(full)

    @property
    def range(self) -> tuple[str, str]:
        """The earliest year and the latest; no years while there are no two different cells."""
        if not self.first or not self.last or self.first.text == self.last.text:
            return NO_YEARS
        return self.first.year, self.last.year

    def come_from(self, file: str) -> None:
        """Name the file that the rows are counted in."""
        if self.first and self.last:
            self.first, self.last = (
                full._replace(row=f"{file} row {full.row:,}") for full in (self.first, self.last)
            )

    @property
    def pivot(self) -> int | None:
        """The last year that two digits mean, of the hundred around the middle of those with four; None where open.

        Decided where at least two different cells have four digits, as one may be odd, and all of them are before the
        window that is the default.
        """
        if self.default is None or self.range == NO_YEARS:
            return None
        first, last = map(int, self.range)
        return (first + last) // 2 + AHEAD_OF_MIDDLE if last <= self.default - CENTURY else None

    def pivot_of(self, text: str) -> int | None:
        """Return the pivot to read a cell with: the column's, where the cell has no year of four digits."""
        pivot = self.pivot
        return None if pivot is None or full_year(text) else pivot

    @property
    def is_asked(self) -> bool:
        """Whether a two-digit year may be read otherwise for these cells, or be in doubt."""
        return self.pivot is not None or self._spans_centuries

    @property
    def _spans_centuries(self) -> bool:
        first, last = map(int, self.range)
        return self.default is not None and last - first >= CENTURY

    def weigh(self, text: str, iso: str | None) -> tuple[float, str]:
        """Return how far the century of an answer is trusted, 0..1, and a warning where the column has another for it.

        >>> evidence = CenturyEvidence(default=2046)
        >>> for row, text in enumerate(["9 May 1880", "9 May 2001"], 1):
        ...     evidence.add(row, text)
        >>> evidence.weigh("9 May 89", "1989-05-09")
        (1.0, 'its year may be 1889 as well, as others of the column are')
        """
        if not iso or not iso[:4].isdigit() or not is_cut_short(text, iso) or not self.is_asked:
            return 1.0, ""
        return 1.0 if self.pivot is None else trust_in(self.cells), self._doubt(int(iso[:4]))

    def _doubt(self, year: int) -> str:
        others = [other for other in (year - CENTURY, year + CENTURY) if self._has(other)]
        if others and self._has(year):
            return f"{DOUBT}{others[0]} as well, as others of the column are"
        far = self.pivot is not None and not self._has(year, FAR)
        return f"{DOUBT}{year + CENTURY} as well, as no other of the column is near it" if far else ""

    def _has(self, year: int, around: int = 0) -> bool:
        first, last = map(int, self.range)
        return first - around <= year <= last + around

    @property
    def tells(self) -> bool:
        """Whether a decision was made that cells may need."""
        return self.pivot is not None and self.others > 0

    def contradicted(self, later: "CenturyEvidence") -> str | None:
        """Return what later cells say against the decision."""
        if self.pivot is None or self.default is None or not later.last:
            return None
        is_late = int(later.last.year) > self.default - CENTURY
        return f"there is {later.last}" if is_late else None

    def explained(self) -> str:
        """Return the decision as a sentence for a person; there must be one.

        >>> evidence = CenturyEvidence(default=2046)
        >>> for row, text in enumerate(["12/4/1862", "9/5/89", "1/1/1911"], 1):
        ...     evidence.add(row, text)
        >>> evidence.explained()
        "two-digit years 1836 to 1935: 2 of four digits are from 1862 (row 1: '12/4/1862') to 1911 (row 3: '1/1/1911')"
        """
        pivot = self.pivot or 0
        window = f"two-digit years {pivot - CENTURY + 1} to {pivot}"
        return f"{window}: {self.cells:,} of four digits are from {self.first} to {self.last}"

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as a report has it."""
        ends = {"first": self.first, "last": self.last}
        return {
            "pivot_year": self.pivot,
            "four_digit_years": self.cells,
            **{
                name: full and {"year": int(full.year), "row": full.row, "text": full.text}
                for name, full in ends.items()
            },
        }
