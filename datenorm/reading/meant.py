"""Meant: what a column says of texts that may mean two things: 1998-03, a month or years; IST, one zone of several.

What can be one thing only is evidence: 1910-55 are years, 2018-05 is a month; EST is of the same country as one CST.
Counting is exact; no model is asked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from datenorm.dates.pairs import EITHER, WHOLE, Sense, pair, pair_in
from datenorm.dates.zones import Zone, abbreviated
from datenorm.reading.elsewhere import CalendarEvidence
from datenorm.reading.evidence import Counted, Row, Seen, place_of, trust_in

RARE = 10  # one of so many is a slip
EXAMPLES = 3  # cells that are remembered for each thing they say
UNIVERSAL = frozenset(("UTC", "GMT", "UT", "Z", "+0000", "-0000"))  # used everywhere
TIMED = re.compile("[0-9]:[0-9]{2}")
# Abbreviations, offsets behind a time, names of the tz database.
SIGNS = re.compile(
    r"(?<![\w/+-])(?P<name>[A-Z]{2,5})(?![\w/])|:[0-9]{2}(?:[.,][0-9]+)? ?(?P<offset>[+-][0-9]{2}:?[0-9]{2})(?![0-9])"
    r"|(?<!\w)(?P<key>[A-Z][a-z]+/[A-Z][A-Za-z_/]+)"
)


@dataclass(slots=True)
class PairEvidence(Counted):
    """What the cells of a column say of a year with a number: `month` and `years` for one thing, `both` for either.

    `number` is neither: where a tenth of the cells are, others may be numbers of their year as well, its weeks say.
    """

    def add(self, row: Row, text: str, cells: int = 1) -> None:
        """Take a text into account that stands in so many cells, first in that of `row`."""
        for name in pair_sense(text):
            self.see(name, row, text, cells)
        if WHOLE.fullmatch(text):
            self.see("month", row, text, cells)

    @property
    def is_numbered(self) -> bool:
        """Whether all of them may be numbers of their year: 2021-45 and 2023-01 beside 2021-17."""
        numbers = self.seen["number"].cells if "number" in self.seen else 0
        return numbers * RARE > sum(seen.cells for seen in self.seen.values())

    @property
    def sense(self) -> Sense | None:
        """What those are that may be both; None where no cell tells, or cells contradict each other."""
        if self.is_numbered:
            return None
        told = [name for name in get_args(Sense) if name in self.seen]
        return told[0] if len(told) == 1 else None

    @property
    def is_mixed(self) -> bool:
        """Whether some cells can only be months and others only years."""
        return "month" in self.seen and "years" in self.seen

    def meant(self, text: str) -> str | None:
        """Return what a cell means that may be both, or what stands in it: c. 1510-12; None for any other.

        'either' where the column leaves that open.
        """
        open = self.is_mixed or self.is_numbered
        found = pair_in(text) if self.sense or open else None
        both = found is not None and bool(found.month and found.years)
        if open:
            return EITHER if both or (self.is_numbered and found) else None
        return self.sense if both else None

    def trust(self, text: str) -> float:
        """Return how sure it is what a cell means that may be both, 0..1. Two digits are a month without a decision."""
        found = pair_in(text)
        if (
            not found
            or not found.month
            or not found.years
            or (self.sense == "month" and text.strip() == found.month)
        ):
            return 1.0
        return trust_in(self.seen[self.sense].cells) if self.sense else 1.0

    @property
    def tells(self) -> bool:
        """Whether there is a cell that may be both, and something to be said of it."""
        return self.is_numbered or ("both" in self.seen and (self.sense is not None or self.is_mixed))

    def contradicted(self, later: "PairEvidence") -> str | None:
        """Return what later cells say against the decision."""
        other = {"month": "years", "years": "month"}.get(self.sense or "")
        return f"{later.seen[other]} can only be {other}" if other in later.seen else None

    def explained(self) -> str:
        """Return the decision as a sentence for a person; it must tell something.

        >>> evidence = PairEvidence()
        >>> for row, text in enumerate(["1998-03", "1910-55", "1933-45"], 1):
        ...     evidence.add(row, text)
        >>> evidence.explained()
        "a year with a number, as in row 1: '1998-03', is two years: 2 (row 2: '1910-55') can be nothing else"
        """
        if self.is_numbered:
            return f"a year with a number is open: {self.seen['number']} can be no month and no years"
        both = self.seen["both"]
        about = f"a year with a number, as in {place_of(both.row)}: {both.text!r}, is"
        if self.sense:
            what = {"month": "a month", "years": "two years"}[self.sense]
            return f"{about} {what}: {self.seen[self.sense]} can be nothing else"
        return f"{about} open: {self.seen['month']} can only be months, {self.seen['years']} only years"


@dataclass(slots=True)
class ZoneEvidence(Counted):
    """What the cells of a column say of their zones: abbreviations, offsets and names, as they are written.

    An abbreviation of several zones is of the one whose countries all other cells fit, if that is one.
    """

    _settled: dict[str, Zone | None] = field(default_factory=dict)

    def add(self, row: Row, text: str, cells: int = 1) -> None:
        """Take a text into account that stands in so many cells, first in that of `row`."""
        for sign in signs(text):
            self.see(sign, row, text, cells)
        self._settled.clear()

    def merge(self, other: "Counted") -> None:
        """Take in what other cells say that come after these."""
        Counted.merge(self, other)
        self._settled.clear()

    @property
    def open(self) -> list[str]:
        """The abbreviations of several zones that the cells have."""
        return [name for name in self.seen if len(abbreviated(name.lower())) > 1]

    def settled(self, name: str) -> Zone | None:
        """Return the zone that an abbreviation means in this column; None where that is open."""
        if name not in self._settled:
            left = [zone for zone in abbreviated(name.lower()) if not self._against(name, zone)]
            self._settled[name] = left[0] if len(left) == 1 and self._speaking(name, left[0]) else None
        return self._settled[name]

    def _others(self, name: str) -> Iterator[tuple[str, Seen]]:
        """Yield what cells say that may tell what an abbreviation means; no country has -1230, the end of a range."""
        for sign, seen in self.seen.items():
            if sign != name and sign not in UNIVERSAL and _countries(sign):
                yield sign, seen

    def _against(self, name: str, zone: Zone) -> list[Seen]:
        """Return the cells that no country of a zone has."""
        return [seen for sign, seen in self._others(name) if _countries(sign).isdisjoint(zone.territories)]

    def _speaking(self, name: str, zone: Zone) -> int:
        """Return how many cells rule out the likeliest other zone of an abbreviation."""
        rivals = [one for one in abbreviated(name.lower()) if one != zone]
        return min((sum(seen.cells for seen in self._against(name, one)) for one in rivals), default=0)

    def meant(self, text: str) -> str | None:
        """Return the zone of the tz database that the abbreviation in a cell means; None where it has no open one."""
        if not self.open:
            return None
        found = {zone.key for sign in signs(text) if sign in self.open and (zone := self.settled(sign))}
        return found.pop() if len(found) == 1 else None

    def trust(self, text: str) -> float:
        """Return how sure it is what the abbreviation in a cell means, 0..1."""
        zones = [(sign, zone) for sign in signs(text) if sign in self.open and (zone := self.settled(sign))]
        return min((trust_in(self._speaking(sign, zone)) for sign, zone in zones), default=1.0)

    @property
    def tells(self) -> bool:
        """Whether there is an abbreviation of several zones, and other cells say something of it."""
        return any(next(self._others(name), None) for name in self.open)

    def contradicted(self, later: "ZoneEvidence") -> str | None:
        """Return what later cells say against a decision."""
        for name in self.open:
            zone = self.settled(name)
            against = later._against(name, zone) if zone else []
            if zone and against:
                return f"{against[0]} is of no country with {name} as {zone.key}"
        return None

    def explained(self) -> str:
        """Return the decisions as a sentence for a person; there must be some."""
        return "; ".join(self._explained(name) for name in self.open if next(self._others(name), None))

    def _explained(self, name: str) -> str:
        zone = self.settled(name)
        if zone:
            sign, seen = next(self._others(name))
            return f"{name} is {zone.key}: {sign}, {seen}, is of its countries"
        shown = ", ".join(f"{sign} {seen}" for sign, seen in list(self._others(name))[:EXAMPLES])
        return f"{name} is open beside {shown}; give --zone or --locale"


def pair_sense(text: str) -> list[str]:
    """Return what a year with a number can be: 'month', 'years', 'both' or neither; nothing for what is no such.

    One inside of a text may be a number of something, which is no evidence of what the others are.

    >>> pair_sense("1998-03"), pair_sense("1910-55"), pair_sense("c. 1998-03"), pair_sense("c. 1910-55")
    (['both'], ['years'], ['both'], [])
    """
    found, inside = pair(text), pair_in(text)
    if found:
        return [found.only or ("both" if found.month else "number")]
    return ["both"] if inside and inside.month and inside.years else []


def signs(text: str) -> Iterator[str]:
    """Yield what says a zone in a text with a time: CST, +0530, Europe/Berlin.

    >>> list(signs("9 May 2018 10:00 CST")), list(signs("2018-05-09T10:00+05:30")), list(signs("CST"))
    (['CST'], ['+0530'], [])
    """
    if TIMED.search(text):
        for found in SIGNS.finditer(text):
            name, offset, key = found["name"], found["offset"], found["key"]
            if offset or key or abbreviated(name.lower()):
                yield (offset or key or name).replace(":", "")


def _countries(sign: str) -> frozenset[str]:
    """Return the countries that use an abbreviation, an offset or a zone."""
    from datenorm.languages.zones import countries_of  # Babel: few columns have an open abbreviation

    return countries_of(sign) | frozenset().union(*(zone.territories for zone in _open(sign))) - {"*"}


def _open(sign: str) -> Iterable[Zone]:
    found = abbreviated(sign.lower())
    return found if len(found) > 1 else ()


@dataclass(slots=True)
class MeantEvidence:
    """What the cells of a column say of texts that may mean two things. zones: whether times are asked for at all."""

    pairs: PairEvidence = field(default_factory=PairEvidence)
    zones: ZoneEvidence = field(default_factory=ZoneEvidence)
    calendars: CalendarEvidence = field(default_factory=CalendarEvidence)

    def merge(self, other: "MeantEvidence") -> None:
        """Take in what other cells say that come after these."""
        self.pairs.merge(other.pairs)
        self.zones.merge(other.zones)
        self.calendars.merge(other.calendars)

    def come_from(self, file: str) -> None:
        """Name the file that the rows are counted in."""
        self.pairs.come_from(file)
        self.zones.come_from(file)
        self.calendars.come_from(file)

    @property
    def tells(self) -> bool:
        """Whether there is something to say of a decision, and a cell may be read otherwise for it."""
        return self.pairs.tells or self.zones.tells or self.calendars.tells

    def of(self, text: str) -> str | None:
        """Return what a cell means that may mean two things: 'month', 'years', a zone, a calendar; None for others."""
        return self.calendars.meant(text) or self.pairs.meant(text) or self.zones.meant(text)

    def trust(self, text: str) -> float:
        """Return how sure that is, 0..1."""
        return min(self.pairs.trust(text), self.zones.trust(text), self.calendars.trust(text))

    def contradicted(self, later: "MeantEvidence") -> list[str]:
        """Return what later cells say against the decisions."""
        against = (
            self.pairs.contradicted(later.pairs),
            self.zones.contradicted(later.zones),
            self.calendars.contradicted(later.calendars),
        )
        return [words for words in against if words]

    def explained(self) -> list[str]:
        """Return the decisions as sentences for a person."""
        told: tuple[PairEvidence | ZoneEvidence | CalendarEvidence, ...] = (
            self.pairs,
            self.zones,
            self.calendars,
        )
        return [one.explained() for one in told if one.tells]

    def to_dict(self) -> Mapping[str, Any]:
        """Return the evidence as a report has it."""
        settled = {name: zone.key if (zone := self.zones.settled(name)) else None for name in self.zones.open}
        return {
            "pairs": {"sense": self.pairs.sense, **self.pairs.to_dict()},
            "zones": {"settled": settled, **self.zones.to_dict()},
            "calendars": self.calendars.to_dict(),
        }
