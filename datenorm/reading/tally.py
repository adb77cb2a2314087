"""Tally: the cells of a column, counted by their shapes: one of each shape is asked, but for years, which all are."""

from collections import Counter
from collections.abc import Hashable, Sequence

from datenorm.dates.order import ends_with_dots
from datenorm.dates.pairs import WHOLE, pair_in
from datenorm.dates.years import date_places, full_year
from datenorm.reading.centuries import PLACEHOLDERS, CenturyEvidence, Full, is_placeholder
from datenorm.reading.columns import ColumnEvidence, Open
from datenorm.reading.elsewhere import calendars_in
from datenorm.reading.meant import MeantEvidence, PairEvidence, ZoneEvidence, pair_sense, signs
from datenorm.reading.orders import OrderEvidence
from datenorm.reading.shapes import ASCII_DIGITS, ZEROS, shaper
from datenorm.reading.telling import is_refused


class Tally:
    """Counts cells. open: what they are to decide."""

    def __init__(self, open: Open) -> None:
        self._open = open
        self._alike: dict[Hashable, _Alike] = {}
        self._shape = shaper()
        self._places: dict[bytes, slice | None] = {}  # of years of four digits, by masks
        self._years = CenturyEvidence(open.pivot)
        self._meanings = MeantEvidence()
        self._numbers = OrderEvidence()

    def __len__(self) -> int:
        """Return how many shapes there are."""
        return len(self._alike)

    def add(self, cells: Sequence[str], rows: Sequence[int]) -> None:
        """Count cells, given the row of each."""
        known, years = self._alike, self._years
        low, high = years.range
        first_rows = dict(zip(reversed(cells), reversed(rows), strict=True))
        for text, count in Counter(cells).items():
            name = self._shape(text)
            alike = known.get(name)
            if alike is None:
                alike = known[name] = _Alike(first_rows[text], text, self._place(name))
                alike.is_pair, alike.is_zoned = (
                    pair_in(text) is not None,
                    self._open.zones and any(signs(text)),
                )
                alike.is_dotted = ends_with_dots(text) is not None
            alike.cells += count
            if alike.is_pair or alike.is_zoned:
                self._ask(alike, text, count, first_rows[text])
            if alike.is_dotted:
                self._numbers.see(text)
            place = alike.place
            if not place or (low <= text[place] <= high and text[place] not in PLACEHOLDERS):
                continue
            year = full_year(text)
            if year and (is_placeholder(year, text) or is_refused(text)):
                years.cells -= count  # its shape counts it among the others
            elif year:
                years.see(Full(year, text, first_rows[text]))
                low, high = years.range

    def tell(self, evidence: ColumnEvidence) -> None:
        """Add to `evidence` what the cells say, shape by shape."""
        for alike in self._alike.values():
            for name in calendars_in(alike.text) if self._open.calendar else ():
                self._meanings.calendars.see(name, alike.row, alike.text, alike.cells)
            if self._open.order:
                evidence.add(alike.row, alike.text, alike.cells)
            if WHOLE.fullmatch(alike.text):
                self._meanings.pairs.see("month", alike.row, alike.text, alike.cells)
            if self._open.pivot is not None:
                self._years.count(alike.text, alike.cells, full=alike.place is not None)
        if self._open.order:
            evidence.numbers.merge(self._numbers)
        evidence.years.merge(self._years)
        evidence.meanings.merge(self._meanings)

    def _ask(self, alike: "_Alike", text: str, count: int, row: int) -> None:
        """Count what a text says that stands in so many cells and may mean two things, or that tells of such."""
        evidence: PairEvidence | ZoneEvidence = (
            self._meanings.pairs if alike.is_pair else self._meanings.zones
        )
        for name in pair_sense(text) if alike.is_pair else signs(text):
            evidence.see(name, 0 if name in evidence.seen else row, text, count)

    def _place(self, name: Hashable) -> slice | None:
        """Return where the texts of a shape have a year of four digits; None where nobody asks, or they have none."""
        if self._open.pivot is None:
            return None
        mask = name[0] if isinstance(name, tuple) else _mask(str(name))
        if mask not in self._places:
            places = date_places(mask.decode("utf-8", "surrogatepass"))
            self._places[mask] = places[0] if places else None
        return self._places[mask]


class _Alike:
    """Cells of one shape: how many, the row and text of the first, and where each has its year of four digits."""

    __slots__ = ("cells", "is_dotted", "is_pair", "is_zoned", "place", "row", "text")

    def __init__(self, row: int, text: str, place: slice | None) -> None:
        self.cells, self.row, self.text, self.place = 0, row, text, place
        self.is_pair = self.is_zoned = self.is_dotted = False


def _mask(text: str) -> bytes:
    """Return a text with a zero for each digit, of any script."""
    plain = text if text.isascii() else text.translate(ASCII_DIGITS)
    return plain.encode("utf-8", "surrogatepass").translate(ZEROS)
