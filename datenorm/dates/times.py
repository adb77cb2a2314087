"""Times of day: what the tokens of a text say of the hour, as exact as it is written. Exact code, no network.

A clock is made of numbers: 10:30, 10.30 Uhr, 5 h 30, 101112. A part of the day stands beside it, or alone: 3 pm, noon.
Nothing is invented: no seconds, and no half of the day where none is said.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from datenorm.dates.halves import Hour, hours
from datenorm.dates.machine.clock import clock as checked
from datenorm.dates.zones import offset
from datenorm.text.lexicon import languages_of, values_in
from datenorm.text.tokens import Token

JOINTS = ":.-_,"  # between hour, minute and second
LAST_HOUR = 24
RUNS = (4, 6)  # digits of a time in one number
HALF_OF_DAY, EVENING = (
    12,
    18,
)  # hours: `hour=12` is one of twelve (o'clock), `hour=18` is counted from six in the evening


class Reading(NamedTuple):
    """One time that is meant. days: how many days after the date; midnight may be the end of a day."""

    time: str
    days: int = 0


class Time(NamedTuple):
    """The time of day of a text.

    readings: one where it is plain, several where it is open, none where `code` and `reason` say why. offset: the
    distance from UTC, as ISO 8601 has it. first, last: the tokens of its clock, or of the word that is a time. plain:
    whether no word beside it could change it: it is past noon, or a word says which half of the day it is in.
    """

    readings: tuple[Reading, ...] = ()
    offset: str = ""
    code: str = ""
    reason: str = ""
    warnings: tuple[str, ...] = ()
    first: int = 0
    last: int = 0
    plain: bool = False


class Clock(NamedTuple):
    """The numbers of a time. fields: hour, minute and second as written. last: with the word for the hour behind it.

    twelve: whether its hours are counted to twelve. closed: whether a word says that they are hours.
    """

    fields: tuple[str, ...]
    fraction: str
    first: int
    last: int
    twelve: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """Tokens with their roles. languages: those that words are looked up in, None for all of them."""

    tokens: Sequence[Token]
    roles: Sequence[str]
    languages: Collection[str] | None

    def has(self, i: int, *kinds: str) -> bool:
        """Return whether token `i` is there and has one of these senses in the languages of the text."""
        senses = self.tokens[i].senses if 0 <= i < len(self.tokens) else {}
        return any(
            kind in senses
            and (self.languages is None or not languages_of(senses[kind]).isdisjoint(self.languages))
            for kind in kinds
        )

    def values(self, i: int, kind: str) -> frozenset[int]:
        """Return the values that token `i` has in a sense."""
        if not self.has(i, kind):
            return frozenset()
        return values_in(self.tokens[i].senses[kind], self.languages)

    def is_number(self, i: int) -> bool:
        """Return whether token `i` is a number of a time of day."""
        return self.is_any_number(i) and self.roles[i] == "time"

    def is_any_number(self, i: int) -> bool:
        """Return whether token `i` is a number."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "number"

    def role(self, i: int) -> str:
        """Return the role of token `i`; '' where there is none."""
        return self.roles[i] if 0 <= i < len(self.roles) else ""

    def with_zones(self, zone: Collection[int]) -> "Marked":
        """Return the same tokens, some of them as the name of a zone."""
        roles = ["zone" if i in zone else role for i, role in enumerate(self.roles)]
        return Marked(self.tokens, roles, self.languages)

    def is_sign(self, i: int, signs: str) -> bool:
        """Return whether token `i` is one of these signs."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind == "sign" and self.tokens[i].text in signs

    def touches(self, i: int) -> bool:
        """Return whether token `i` stands directly behind the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def is_period(self, i: int) -> bool:
        """Return whether token `i` is a part of the day; not an era behind a year, which م may be too."""
        if not self.has(i, "dayperiod") or self.roles[i] not in ("time", "day period"):
            return False
        return not (i and self.roles[i - 1] == "year" and self.has(i, "calendar:common"))


def as_datetime(iso: str) -> datetime:
    """Return a moment of ISO 8601 as Python has it; 24:00 is the start of the next day.

    >>> as_datetime("2018-05-09T24:00"), as_datetime("2018-05-09T10:11:12.1234567Z").isoformat()
    (datetime.datetime(2018, 5, 10, 0, 0), '2018-05-09T10:11:12.123456+00:00')
    """
    day, _, rest = iso.partition("T")
    time, sign, away = next(
        filter(all, map(rest.partition, "Z+-")), (rest.rstrip("Z"), "Z" * rest.endswith("Z"), "")
    )
    clock, _, fraction = time.partition(".")
    hour, minute, second = (*clock.split(":"), "0", "0")[:3]
    start = datetime.fromisoformat(f"{day}T00:00{sign}{away}")
    return start + timedelta(
        hours=int(hour),
        minutes=int(minute),
        seconds=int(second),
        microseconds=int(fraction[:6].ljust(6, "0")),
    )


class Offset(NamedTuple):
    """A distance from UTC behind a clock: digits and sign as written, and its tokens."""

    digits: str
    sign: str
    first: int
    last: int


RANGE = Time(code="time-range", reason="it has more than one time of day, or a range of them")


def read(marked: Marked) -> Time | None:
    """Return the time of day that a text says; None where it says none."""
    first = next(clocks(marked), None)
    if first is None:
        return _named(marked)
    away = offset_behind(marked, first)
    used = range(away.first, away.last + 1) if away else range(0)
    found = [clock for clock in clocks(marked) if clock.first not in used]
    if not found:
        return None
    first = found[0]
    left = any(role == "offset" and i not in used for i, role in enumerate(marked.roles))
    if left or len({(clock.fields, clock.fraction) for clock in found}) > 1 or _is_range(marked, first):
        return RANGE
    written, error = offset(away.digits, away.sign) if away else ("", "")
    if error:
        return Time(code="no-such-time", reason=error)
    return _said(marked, first)._replace(offset=written)


def offset_behind(marked: Marked, clock: Clock) -> Offset | None:
    """Return the offset from UTC of a text, unless it can be the end of a range of hours: 10:00 -12:00."""
    for i in range(len(marked.tokens)):
        if not (
            marked.is_sign(i, "+-")
            and marked.touches(i + 1)
            and marked.role(i) not in ("year", "month", "day")
        ):
            continue
        if marked.role(i + 1) in ("year", "month", "day") or not marked.is_any_number(i + 1):
            continue
        found = _offset_at(marked, i)
        behind = found.first == clock.last + 1 or marked.role(i - 1) in ("zone", "offset")
        if (
            _is_sure(marked, found, clock)
            if behind
            else len(found.digits.replace(":", "")) == 4 and _stands_alone(marked, i)
        ):
            return found
    return None


def _offset_at(marked: Marked, i: int) -> Offset:
    digits, last = marked.tokens[i + 1].text, i + 1
    if marked.is_sign(i + 2, ":") and marked.is_any_number(i + 3):
        digits, last = f"{digits}:{marked.tokens[i + 3].text}", i + 3
    return Offset(digits, marked.tokens[i].text, i, last)


def _is_sure(marked: Marked, found: Offset, clock: Clock) -> bool:
    """Return whether what stands directly behind a clock or a zone is an offset and no second clock."""
    named = marked.role(found.first - 1) == "zone"
    return named or found.sign == "+" or len(clock.fields) == 3 or _is_past(found.digits, clock)


def _stands_alone(marked: Marked, i: int) -> bool:
    """Return whether a sign stands behind a space or a bracket."""
    return not marked.touches(i) or marked.is_sign(i - 1, "([,")


def _is_past(digits: str, clock: Clock) -> bool:
    """Return whether an offset is no end of a range that begins with a clock: hours and minutes, before it."""
    plain = digits.replace(":", "")
    if len(plain) != 4:
        return False
    return ":" not in digits or plain < "".join(clock.fields).zfill(4)


def clocks(marked: Marked) -> Iterator[Clock]:
    """Yield the clocks of a text; the numbers of an offset may be one."""
    i = 0
    while i < len(marked.tokens):
        if not marked.is_number(i):
            i += 1
            continue
        found = _clock(marked, i)
        yield found
        i = found.last + 1


def _clock(marked: Marked, i: int) -> Clock:
    """Return the clock that begins with number `i`."""
    run = marked.tokens[i].text
    fields, last = [run], i
    if len(run) in RUNS:
        fields = [run[place : place + 2] for place in range(0, len(run), 2)]
    else:
        while len(fields) < 3 and (following := _next_field(marked, i, last)):
            field, last = following
            fields.append(field)
    fraction = ""
    if len(fields) == 3 and marked.is_sign(last + 1, ".,:") and marked.is_number(last + 2):
        fraction, last = marked.tokens[last + 1].text + marked.tokens[last + 2].text, last + 2
    return _with_word(marked, Clock(tuple(fields), fraction, i, last))


def _next_field(marked: Marked, first: int, last: int) -> tuple[str, int] | None:
    """Return the minute or second behind token `last` of a clock that begins at `first`, and where it ends."""
    i = last + 1
    if marked.is_sign(i, JOINTS if first == last else f".:{marked.tokens[first + 1].text}"):
        joined = marked.touches(i) and marked.touches(i + 1) and marked.is_number(i + 1)
        return (marked.tokens[i + 1].text, i + 1) if joined else None
    if marked.has(i, "hour", "minute"):
        half = marked.values(i + 1, "minute")
        if half:
            return str(next(iter(half))), i + 1
        i += 2 if marked.is_sign(i + 1, ".") else 1
        return (marked.tokens[i].text.zfill(2), i) if marked.is_number(i) else None
    spaced = marked.is_number(i) and len(marked.tokens[i].text) == 2 and marked.has(i + 1, "hour")
    return (marked.tokens[i].text, i) if spaced else None


def _with_word(marked: Marked, clock: Clock) -> Clock:
    """Return a clock with the word for the hour behind it: Uhr, o'clock, and the Thai hours of the evening."""
    i = clock.last + 1
    if not marked.has(i, "hour", "minute", "second"):
        return clock
    values = marked.values(i, "hour")
    if EVENING in values:
        hour = str(int(clock.fields[0]) + EVENING)
        return clock._replace(fields=(hour, *clock.fields[1:]), last=i, closed=True)
    return clock._replace(last=i, twelve=HALF_OF_DAY in values, closed=True)


def _is_range(marked: Marked, clock: Clock) -> bool:
    """Return whether a dash between two hours makes them a range: 10-12 Uhr; 10-45 is a time."""
    if len(clock.fields) != 2 or int(clock.fields[1]) > LAST_HOUR or not marked.is_sign(clock.first + 1, "-"):
        return False
    return not (marked.touches(clock.first) and marked.tokens[clock.first - 1].text in ("t", "_"))


def _said(marked: Marked, clock: Clock) -> Time:
    """Return what a clock says with the words around it."""
    before = clock.first - 1 - marked.is_sign(clock.first - 1, ".:")
    if marked.has(before, "clock:open"):
        word = marked.tokens[before].text
        return Time(code="open-time", reason=f"{word!r} makes its time of day an open one")
    shifts = marked.values(before, "clock:shift")
    if len(shifts) == 1 and len(clock.fields) == 1:
        clock = _shifted(clock, next(iter(shifts)))
    elif shifts:
        return Time(code="no-such-time", reason="its time of day has minutes twice")
    about = (f"its time of day is only about the one given ({marked.tokens[before].text})",)
    found = _readings(marked, clock)
    return found._replace(
        first=clock.first,
        last=clock.last,
        plain=_is_plain(marked, clock),
        warnings=about if marked.has(before, "clock:about") else (),
    )


def _is_plain(marked: Marked, clock: Clock) -> bool:
    """Return whether a word beside a clock is none of its own; behind seconds, a zone may stand."""
    half = clock.closed or int(clock.fields[0]) > HALF_OF_DAY or bool(periods_beside(marked, clock))
    return half and len(clock.fields) < 3


def _shifted(clock: Clock, minutes: int) -> Clock:
    """Return the clock so many minutes later: half past 8, quarter to 9, halb 9."""
    hour = int(clock.fields[0])
    if minutes < 0:
        hour, minutes = (hour - 1 if hour > 1 else 12), 60 + minutes
    return clock._replace(fields=(str(hour), f"{minutes:02d}"), twelve=True)


def _readings(marked: Marked, clock: Clock) -> Time:
    hour, near, far = int(clock.fields[0]), periods_beside(marked, clock), _far(marked, clock)
    found = hours(hour, [marked.values(i, "dayperiod") for i in near])
    if not found:
        words = " ".join(marked.tokens[i].text for i in near)
        return Time(code="no-such-time", reason=f"there is no hour {hour} {words}")
    if not near and hour <= HALF_OF_DAY and clock.twelve:
        found = (Hour(hour % 12), Hour(hour % 12 + 12))
    if not near and len(found) == 1:
        found = tuple(dict.fromkeys((*found, *hours(hour, [marked.values(i, "dayperiod") for i in far]))))
    return _exact(clock, found)


def _exact(clock: Clock, found: Sequence[Hour]) -> Time:
    """Return the time of each hour that is possible, where the rest of the clock is one."""
    minute, second = (*clock.fields[1:], None, None)[:2]
    colon, fraction = clock.fraction[:1] == ":", clock.fraction[1:]
    if colon and len(fraction) != 3:
        return Time(code="no-such-time", reason=f"{fraction} behind its seconds may be any part of one")
    readings = []
    for hour, days in found:
        time, error = checked(f"{hour:02d}", minute, second, fraction)
        if error:
            return Time(code="no-such-time", reason=error)
        readings.append(Reading(time, days))
    return Time(tuple(readings))


def periods_beside(marked: Marked, clock: Clock) -> list[int]:
    """Return the parts of the day directly before or behind a clock."""
    return [
        i for i in (*_beside(marked, clock.first, -1), *_beside(marked, clock.last, 1)) if _counts(marked, i)
    ]


def _beside(marked: Marked, i: int, step: int) -> Iterator[int]:
    i += step
    while 0 <= i < len(marked.tokens):
        if marked.is_period(i):
            yield i
        elif not (
            marked.roles[i] in ("time", "sign", "offset", "zone")
            or (marked.roles[i] == "connector" and step < 0)
        ):
            return
        i += step


def _counts(marked: Marked, i: int) -> bool:
    """Return whether a part of the day is nothing else: `am` before a German date is a word for 'on'."""
    before_date = marked.roles[i + 1 : i + 2] in (["day"], ["weekday"], ["year"], ["month"], ["label"])
    return not (before_date and marked.has(i, "label", "connector", "day<"))


def _far(marked: Marked, clock: Clock) -> list[int]:
    """Return the parts of the day elsewhere in the text, which make a clock uncertain: Mittwoch Abend, 8:30."""
    near = periods_beside(marked, clock)
    return [
        i for i in range(len(marked.tokens)) if i not in near and marked.is_period(i) and _is_only(marked, i)
    ]


def _is_only(marked: Marked, i: int) -> bool:
    return marked.tokens[i].senses.keys() <= {"dayperiod", "clock", "clock<", "count>"}


def _named(marked: Marked) -> Time | None:
    """Return the time that a word alone is."""
    named = (named_time(marked, i) for i in range(len(marked.tokens)) if marked.is_period(i))
    return next(filter(None, named), None)


def named_time(marked: Marked, i: int) -> Time | None:
    """Return the time that a part of the day is: noon; midnight, at one end of the day or the other."""
    spans = marked.values(i, "dayperiod")
    if spans == {1212}:
        return Time((Reading("T12:00"),), first=i, last=i, plain=True)
    if spans == {0}:
        return Time((Reading("T00:00"), Reading("T00:00", 1)), first=i, last=i, plain=True)
    return None
