"""Year first: what a column says of dates that begin with a year of four digits.

Nearly all are year, month, day. `2018-13-05` is a day as year, day, month alone, and then `2018-05-06` may be, too: it
is less sure, and where too many cells are so, it has two readings.
"""

from dataclasses import dataclass
from typing import Any

from datenorm.dates.order import swapped
from datenorm.dates.years import year_first_orders
from datenorm.judging.answer import MIN_CONFIDENCE, Alternative, Translation, several
from datenorm.judging.readings import DIGITS
from datenorm.reading.evidence import Row, place_of

UNDECIDED = 0.5  # how sure an order is where as much speaks against it as for it


@dataclass(slots=True)
class YearFirstEvidence:
    """What the cells of a column, counted one by one, say of the order of month and day behind a year.

    plain: how many are a day as year, month, day alone. odd: how many are one as year, day, month alone. first: the
    first of these.
    """

    plain: int = 0
    odd: int = 0
    first: tuple[Row, str] | None = None

    def add(self, row: Row, text: str, cells: int = 1) -> None:
        """Take a text into account that stands in so many cells, first in that of `row`."""
        orders = year_first_orders(text)
        if orders == {"YMD"}:
            self.plain += cells
        elif orders == {"YDM"}:
            self.odd += cells
            self.first = self.first or (row, text)

    def merge(self, other: "YearFirstEvidence") -> None:
        """Take in what other cells say that come after these."""
        self.plain += other.plain
        self.odd += other.odd
        self.first = self.first or other.first

    def come_from(self, file: str) -> None:
        """Name the file that the rows are counted in."""
        if self.first:
            row, text = self.first
            self.first = (f"{file} row {row:,}", text)

    @property
    def tells(self) -> bool:
        """Whether some cells contradict the order that all are read in."""
        return self.odd > 0

    def trust(self, text: str, iso: str | None) -> float:
        """Return how sure it is that a text is read in the right order, 0..1: less where others contradict that."""
        if not iso or not self.odd or swapped(iso[:10]) is None or len(year_first_orders(text)) < 2:
            return 1.0
        return max(UNDECIDED, round(self.plain / (self.plain + self.odd), DIGITS))

    def doubted(self, text: str, iso: str | None) -> Translation | None:
        """Return the answer with both readings of a text whose order is not sure enough; None for any other.

        >>> YearFirstEvidence(odd=18).doubted("2018-05-03", "2018-05-03").reason
        'two good readings: 2018-03-05 or 2018-05-03; give --order YMD'
        """
        other = swapped(iso[:10]) if iso and self.trust(text, iso) < MIN_CONFIDENCE else None
        if not iso or not other:
            return None
        share = (self.plain + 1) / (self.plain + self.odd + 2)  # neither is impossible
        readings = ((iso, share), (iso.replace(iso[:10], other), 1 - share))
        found = [Alternative(one, round(chance, DIGITS)) for one, chance in readings]
        found.sort(key=lambda one: -one.probability)
        reason = f"{several(found)}; give --order YMD"
        return Translation(
            text, None, "ambiguous", UNDECIDED, tuple(found), reason=reason, code="several-readings"
        )

    def explained(self) -> str:
        """Return the contradiction as a sentence for a person; there must be one.

        >>> evidence = YearFirstEvidence()
        >>> for row, text in enumerate(["2018-05-06", "2018-13-05", "2018-05-14"], 1):
        ...     evidence.add(row, text)
        >>> evidence.explained()
        "year first, read as YMD: 1 is a day only as YDM (row 2: '2018-13-05'), 1 only as YMD"
        """
        row, text = self.first or (0, "")
        count = f"{self.odd:,} {'is a day' if self.odd == 1 else 'are days'}"
        return f"year first, read as YMD: {count} only as YDM ({place_of(row)}: {text!r}), {self.plain:,} only as YMD"

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence as a report has it."""
        row, text = self.first or (0, "")
        return {"only_ymd": self.plain, "only_ydm": self.odd, "first": {"row": row, "text": text}}
