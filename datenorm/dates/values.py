"""Value: all that a text says of time, exact: a day, a range, a bound, something approximate, a part that is unknown.

    --as edtf       1936-09-08/1936-09-11   ../1920   1890~   186X   1920-21   [1992,1993]
    --as interval   its first and its last day, both included; None at an end that is open

Source: ISO 8601-2:2019, 'Extended Date/Time Format' (EDTF), https://www.loc.gov/standards/datetime/. Level 1, and
of level 2 sets, quarters, halves and unknown digits anywhere. A day without a year, --05-09, is XXXX-05-09 there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Literal, NamedTuple

Kind = Literal[
    "date", "month", "year", "day", "datetime", "time", "range", "open range", "approximate", "uncertain",
    "unspecified", "alternatives", "several", "decade", "century", "season", "quarter", "third", "half", "week", "part",
    "relative", "other calendar",
]  # fmt: skip
Joined = Literal["", "/", "[]", "{}"]  # one date; a range; one of several; all of several
Form = Literal["date", "datetime", "interval", "edtf"]  # what a caller may ask for
FORMS: tuple[Form, ...] = ("date", "datetime", "interval", "edtf")
WITH_TIMES: tuple[Form, ...] = ("datetime", "edtf")  # forms that write times of day
DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SEASONS = range(21, 33)  # they have no days that all agree on
# Months of the periods of a year that EDTF numbers: quarters, thirds, halves.
PERIODS = {
    **{33 + i: (3 * i + 1, 3 * i + 3) for i in range(4)},
    **{37 + i: (4 * i + 1, 4 * i + 4) for i in range(3)},
    **{40 + i: (6 * i + 1, 6 * i + 6) for i in range(2)},
}
SAYS: dict[str, Kind] = {"?": "uncertain", "~": "approximate", "%": "approximate"}
TIME = (
    r"T(?:(?:[01][0-9]|2[0-3])(?::[0-5][0-9](?::(?:[0-5][0-9]|60)(?:[.,][0-9]+)?)?)?"
    r"|24(?::00(?::00(?:[.,]0+)?)?)?)"
)
OFFSET = r"Z|[+-](?:[01][0-9]|2[0-3])(?::[0-5][0-9]){0,2}"
POINT = re.compile(
    r"(?P<year>(?!-0000)-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<qualifier>[?~%]?)"
    rf"(?:(?P<time>{TIME})(?P<offset>{OFFSET})?(?:\[(?P<zone>[^\]]+)\])?)?"
)
# The shape of EDTF that nothing else has. In it are texts that the grammar refuses: a month 13, an hour 25, durations.
_LIKE = r"-?[0-9X]{4}(?:-[0-9X]{2}){0,2}(?:[?~%]|~\?)?(?:T[0-9:.,]+(?:Z|[+-][0-9:]+)?)?"
_PARTS = r"[0-9X]{4}[?~%]?-[?~%]?[0-9X]{2}[?~%]?-[?~%]?[0-9X]{2}[?~%]?"  # level 2 doubts a part: 2018-05~-05
_END = rf"(?:{_LIKE}|\.\.|P[0-9YMWDTHS.,]+|)"
EDTF = re.compile(
    rf"(?=.*[0-9])(?![0-9]{{4}}/[0-9]{{4}}$)(?:{_END}/{_END}|[\[{{](?=.*[,.])(?:\.\.)?{_LIKE}(?:(?:,|\.\.){_LIKE})*(?:\.\.)?[\]}}]"
    rf"|(?=-.{{4}}-|-0000|[0-9]*X|[^T]*[?~%]){_LIKE}|(?=.*[?~%].*[0-9]){_PARTS})",
    re.IGNORECASE,
)


FIRST_DAY = "0001-01-01"  # that Python counts
MOST_DAYS = 366  # of a set that says its first and its last one


class Point(NamedTuple):
    """One date of a value, as EDTF spells its fields: a digit nobody knows is X, what is not said is empty.

    month: 01 to 12, or a period of the year: 21 to 24 seasons from spring on, 33 to 36 quarters, 37 to 39 thirds, 40
    and 41 halves. qualifier: ? uncertain, ~ approximate, % both. time: T10:11:12.5, as exact as written. offset: Z or
    +02:00. zone: a name.
    """

    year: str
    month: str = ""
    day: str = ""
    qualifier: str = ""
    time: str = ""
    offset: str = ""
    zone: str = ""

    @classmethod
    def of(cls, text: str) -> "Point | None":
        """Return the point of an EDTF date, or of --05-09; '..' and '' are ends. None for anything else.

        >>> Point.of("2004-06-XX~"), Point.of("--05-09"), Point.of("2004-13")
        (Point(year='2004', month='06', day='XX', qualifier='~'), Point(year='XXXX', month='05', day='09'), None)
        """
        if text in ("..", ""):
            return OPEN if text else UNKNOWN
        found = POINT.fullmatch(f"XXXX{text[1:]}" if text.startswith("--") else text)
        point = cls(*(found[name] or "" for name in cls._fields)) if found else None
        return point if point and point._exists() else None

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True) if value)
        return f"Point({', '.join(said)})"

    def __str__(self) -> str:
        zone = f"[{self.zone}]" if self.zone else ""
        parts = "-".join(part for part in self[:3] if part)
        return f"{parts}{self.qualifier}{self.time}{self.offset}{zone}"

    @property
    def is_end(self) -> bool:
        """Whether this stands for an end that is open or unknown."""
        return self in (OPEN, UNKNOWN)

    def day_at(self, last: bool) -> str | None:
        """Return the first or the last day it can be, in ISO 8601; None where it has none, or no year.

        >>> Point("19XX", "02", "29").day_at(last=False), Point("1988", "1X").day_at(last=True)
        ('1904-02-29', '1988-12-31')
        """
        if self.is_end or self.year.strip("-") == "XXXX" or self._is_season():
            return None
        return next(self._days(last), None)

    def _is_season(self) -> bool:
        return self.month.isdigit() and int(self.month) in SEASONS

    def _exists(self) -> bool:
        if self.day and not _is_month(self.month):
            return False
        return self.month.strip("X0123456789") == "" and (
            self._is_season() or next(self._days(False), None) is not None
        )

    def _days(self, last: bool) -> Iterator[str]:
        """Yield the days it can be, from its first or its last one on."""
        for year in _numbers(self.year, last):
            for month in _months(self.month, last):
                count = days_of(year, month)
                days = _numbers(self.day, last) if self.day else iter((count if last else 1,))
                yield from (_iso(year, month, day) for day in days if 1 <= day <= count)


OPEN, UNKNOWN = Point(".."), Point("")


@dataclass(frozen=True)
class Value:
    """What a text says.

    kind: what sort of thing. points: one date, the two ends of a range, or the members of a set. joined: how they
    belong together. note: what no form can write: 'the first third of it'. otherwise: what the text says if a year
    with a number in it, taken for a month, is two years: c. 1510-12.
    """

    kind: Kind
    points: tuple[Point, ...]
    joined: Joined = ""
    note: str = ""
    otherwise: "Value | None" = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, edtf: str, kind: Kind | None = None, note: str = "") -> "Value | None":
        """Return the value that an EDTF string spells; None for any other text. kind: where the string leaves it open.

        What `rfc9557` writes is read as well.

        >>> Value.of("1936-09-08/1936-09-11").kind, Value.of("../1920").end, Value.of("1936-13")
        ('range', '1920-12-31', None)
        """
        joined, texts = _parted(edtf)
        points = [point for text in texts if (point := Point.of(text))]
        ends = sum(point.is_end for point in points)
        allowed = 1 if joined == "/" else 0
        if len(points) != len(texts) or ends > allowed or (joined in ("[]", "{}") and len(points) < 2):
            return None
        value = cls(kind or _kind(points, joined), tuple(points), joined, note)
        return None if joined == "/" and value.is_backwards else value

    @classmethod
    def between(cls, first: date, last: date, kind: Kind, note: str = "") -> "Value":
        """Return the days from `first` to `last`."""
        ends = [Point(*day.isoformat().split("-")) for day in (first, last)]
        return cls(kind, tuple(ends), "/", note)

    @classmethod
    def week(cls, year: int, number: int) -> "Value | None":
        """Return a week of ISO 8601 as its days, which EDTF has no other way to write; None where there is none.

        >>> str(Value.week(2019, 12)), Value.week(2019, 53)
        ('2019-03-18/2019-03-24', None)
        """
        try:
            monday = date.fromisocalendar(year, number, 1)
            return cls.between(monday, monday + timedelta(6), "week")
        except (ValueError, OverflowError):
            return None

    @property
    def edtf(self) -> str:
        """The value in EDTF, which has no names of zones."""
        texts = [str(point._replace(zone="") if point.zone else point) for point in self.points]
        if self.joined in ("[]", "{}"):
            return f"{self.joined[0]}{','.join(texts)}{self.joined[1]}"
        return "/".join(texts)

    @property
    def rfc9557(self) -> str | None:
        """The moment with its zone, where that is known, as RFC 9557 has it; None for anything but a moment.

        >>> Value("datetime", (Point("2018", "05", "09", "", "T10:11", "+02:00", "Europe/Berlin"),)).rfc9557
        '2018-05-09T10:11+02:00[Europe/Berlin]'
        """
        return str(self.points[0]) if self.kind == "datetime" and not self.joined else None

    def __str__(self) -> str:
        return self.edtf

    @cached_property
    def start(self) -> str | None:
        """The first day, in ISO 8601; None where it is open, or where it has no days."""
        return self._edge(last=False)

    @cached_property
    def end(self) -> str | None:
        """The last day, which is in it; None where it is open, or where it has no days."""
        return self._edge(last=True)

    @property
    def interval(self) -> str | None:
        """Its first and last day in ISO 8601, '..' for an end that is open; None where it has no days to write.

        >>> Value.of("1988/..").interval, Value.of("1920-21").interval
        ('1988-01-01/..', None)
        """
        known = [not point.is_end and point.day_at(last=False) is None for point in self.points]
        return None if any(known) else f"{self.start or '..'}/{self.end or '..'}"

    @property
    def is_backwards(self) -> bool:
        """Whether it would end before it begins.

        >>> Value.of("2018-05-09T12/2018-05-09T10") is None, Value.of("-0043/-0044") is None
        (True, True)
        """
        if not (self.start and self.end):
            return False
        first, last = self.points[0], self.points[-1]
        timed = self.start == self.end and first.time and last.time and first.offset == last.offset
        return first.time >= last.time if timed else chronological(self.start) > chronological(self.end)

    def qualified(self, qualifier: str) -> "Value":
        """Return the same, uncertain (?) or approximate (~), or what it was and that too.

        >>> str(Value.of("1890").qualified("~").qualified("?")), str(Value.of("../1890").qualified("~"))
        ('1890%', '../1890~')
        """
        points = tuple(
            point if point.is_end else point._replace(qualifier=_both(point.qualifier, qualifier))
            for point in self.points
        )
        plain = self.kind in ("date", "month", "year", "day", "uncertain")
        return replace(self, points=points, kind=SAYS[qualifier] if plain else self.kind)

    def _edge(self, last: bool) -> str | None:
        ends = self.points[-1:] if last else self.points[:1]
        days = [point.day_at(last) for point in (ends if self.joined == "/" else self.points)]
        known = [day for day in days if day]
        return None if len(known) < len(days) else (max if last else min)(known, key=chronological)


def is_edtf(text: str) -> bool:
    """Return whether a text has the shape of EDTF that nothing else has: its grammar says what it is.

    A plain date, month or year has not, nor have two years, or one with a minus: these are written elsewhere too.

    >>> [is_edtf(text) for text in ("192X/1901-05-09", "-2017-05", "2018-05-09T10:00/P1D", "[1890,1XXX]")]
    [True, True, True, True]
    >>> [is_edtf(text) for text in ("2018-05", "-1945", "1939-45", "2018-05-09T10:00", "[1890]")]
    [False, False, False, False, False]
    """
    return EDTF.fullmatch(text) is not None


def is_in_form(text: str, form: Form) -> bool:
    """Return whether a text is what an answer in a form may be.

    >>> [is_in_form("2018-05-09T10:11", form) for form in FORMS], is_in_form("2018-05-01/..", "interval")
    ([False, True, False, True], True)
    """
    value = Value.of(text)
    if value is None or form == "edtf":
        return value is not None
    if form == "interval":
        return value.joined == "/" and value.interval == text
    timed = any(point.time for point in value.points)
    return (
        not value.joined
        and value.kind in ("date", "month", "year", "day", "datetime")
        and timed <= (form == "datetime")
    )


def _parted(edtf: str) -> tuple[Joined, Sequence[str]]:
    sets: tuple[Joined, ...] = ("[]", "{}")
    for joined in sets:
        if edtf.startswith(joined[0]) and edtf.endswith(joined[1]):
            return joined, [text for part in edtf[1:-1].split(",") for text in _members_in(part)]
    zoned = edtf.endswith("]")  # [Europe/Berlin]
    return ("/", edtf.split("/")) if edtf.count("/") == 1 and not zoned else ("", (edtf,))


def _members_in(part: str) -> Sequence[str]:
    """Return the members of a set that a part of it stands for: 1668..1670 are three years; days may be as well.

    >>> _members_in("1668..1670"), _members_in("1667"), _members_in("1700..1600")
    (['1668', '1669', '1670'], ['1667'], ['1700..1600'])
    >>> _members_in("2018-05-31..2018-06-01")
    ['2018-05-31', '2018-06-01']
    """
    first, _, last = part.partition("..")
    if not (first.isdigit() and len(first) == len(last) == len("1668") and last.isdigit()):
        return _days_in(first, last) or [part]
    return [f"{year:04}" for year in range(int(first), int(last) + 1)] or [part]


def _days_in(first: str, last: str) -> Sequence[str]:
    """Return the days from one to another; none where these are no days of ours, or too many to be listed."""
    points = [(text, Point.of(text)) for text in (first, last)]
    if not all(point and FIRST_DAY <= text == point.day_at(last=False) for text, point in points):
        return []
    start, stop = (date.fromisoformat(text).toordinal() for text in (first, last))
    days = range(start, stop + 1)
    return [date.fromordinal(day).isoformat() for day in days] if len(days) <= MOST_DAYS else []


def _kind(points: Sequence[Point], joined: Joined) -> Kind:
    if joined:
        kinds: dict[str, Kind] = {"[]": "alternatives", "{}": "several", "/": "range"}
        return "open range" if any(point.is_end for point in points) else kinds[joined]
    point = points[0]
    if point.qualifier:
        return SAYS[point.qualifier]
    if point.time and "X" not in "".join(point[:3]):
        return "datetime"
    if point.month.isdigit() and int(point.month) > 12:
        number = int(point.month)
        return (
            "season"
            if number in SEASONS
            else "quarter"
            if number < 37
            else "third"
            if number < 40
            else "half"
        )
    if point.year.endswith("XX") and not point.month and point.year != "XXXX":
        return "century"
    if point.year == "XXXX" and point.day.isdigit():
        return "day"
    if "X" in "".join(point[:3]):
        return "decade" if not point.month and point.year.count("X") == 1 else "unspecified"
    return "date" if point.day else "month" if point.month else "year"


def days_of(year: int, month: int) -> int:
    """Return how many days a month has. year: astronomical, 0 for 1 BC.

    >>> days_of(1900, 2), days_of(0, 2), days_of(-3, 2)
    (28, 29, 28)
    """
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return DAYS[month - 1] + (leap and month == 2)


def _is_month(month: str) -> bool:
    return "X" in month or (month.isdigit() and 1 <= int(month) <= 12)


def _months(month: str, last: bool) -> Iterator[int]:
    """Yield the months that a field can be, from its first or its last on."""
    if not month:
        yield 12 if last else 1
    elif month.isdigit() and int(month) in PERIODS:
        yield PERIODS[int(month)][last]
    else:
        yield from (number for number in _numbers(month, last) if 1 <= number <= 12)


def _numbers(digits: str, last: bool) -> Iterator[int]:
    """Yield the numbers that digits with X for unknown ones can be: the lowest first, or the highest.

    >>> list(_numbers("1X", last=True))[:3], list(_numbers("-000X", last=False))[:2]
    ([19, 18, 17], [-9, -8])
    """
    negative, width = digits.startswith("-"), len(digits.strip("-"))
    mask = re.compile(digits.strip("-").replace("X", "[0-9]"))
    if "X" not in digits:
        yield int(digits)
        return
    found = (number for number in range(10**width) if mask.fullmatch(f"{number:0{width}d}"))
    back = (number for number in reversed(range(10**width)) if mask.fullmatch(f"{number:0{width}d}"))
    yield from ((-number for number in (found if last else back)) if negative else (back if last else found))


def _both(before: str, qualifier: str) -> str:
    return qualifier if before in ("", qualifier) else "%"


def _iso(year: int, month: int, day: int) -> str:
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"


def chronological(iso: str) -> tuple[int, str]:
    """Return what days sort by, those before the year 0 first."""
    year = int(iso[: iso.index("-", 1)])
    return year, iso[-5:]
