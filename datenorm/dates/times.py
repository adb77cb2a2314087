"""Times of day: what the tokens of a text say of the hour, as exact as it is written. Exact code, no network.

A clock is made of numbers: 10:30, 10.30 Uhr, 5 h 30, 101112. A part of the day stands beside it, or alone: 3 pm, noon.
Nothing is invented: no seconds, and no half of the day where none is said.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from datenorm.dates.clocks import (
    HALF_OF_DAY,
    LAST_HOUR,
    Clock,
    clocks,
    is_of_machine,
    offset_alone,
    offset_behind,
)
from datenorm.dates.halves import HALVES, Hour, hours
from datenorm.dates.machine.clock import clock as checked
from datenorm.dates.marked import Marked
from datenorm.dates.zones import offset
from datenorm.text.lexicon import languages_of

HOUR = 60  # minutes
NIGHTLY = 1700  # from here on begin the parts of the day that may end on the next
OPENING = "<>≤≥~"  # before a time: until it, from it on or about it
NOON, MIDNIGHT = 1212, 0  # as parts of the day
AT_MIDNIGHT = frozenset(
    (MIDNIGHT, 1)
)  # CLDR has it until one o'clock where a language has no other word for it
ABOUT = "its time of day is only about the one given ({})"


class Reading(NamedTuple):
    """One time that is meant. days: how many days after the date; midnight may be the end of a day."""

    time: str
    days: int = 0


class Time(NamedTuple):
    """The time of day of a text.

    readings: one where it is plain, several where it is open, none where `code` and `reason` say why. offset: the
    distance from UTC, as ISO 8601 has it; it begins at token `away`, and may_end: may as well be the end of a range.
    first, last: the tokens of its clock, or of the word that is a time. plain: whether no word beside it says which
    half of the day it is in: it is past noon, or one says it already.
    """

    readings: tuple[Reading, ...] = ()
    offset: str = ""
    code: str = ""
    reason: str = ""
    warnings: tuple[str, ...] = ()
    first: int = 0
    last: int = 0
    plain: bool = False
    away: int = 0
    may_end: bool = False


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
    time = _said(marked, first)._replace(offset=written)
    return time._replace(away=away.first, may_end=away.open) if away else time


def wrong_offset(marked: Marked) -> str:
    """Return why the offset from UTC of a text without a clock is none: 9 May 2018 +25:00; '' where it is one."""
    away = offset_alone(marked)
    return offset(away.digits, away.sign)[1] if away else ""


def _is_range(marked: Marked, clock: Clock) -> bool:
    """Return whether a dash between two hours makes them a range: 10-12 Uhr; 10-45 is a time."""
    if len(clock.fields) != 2 or int(clock.fields[1]) > LAST_HOUR or not marked.is_sign(clock.first + 1, "-"):
        return False
    return not is_of_machine(marked, clock)


def _said(marked: Marked, clock: Clock) -> Time:
    """Return what a clock says with the words around it."""
    before = clock.first - 1 - marked.is_sign(clock.first - 1, ".:")
    shifts = marked.values(before, "clock:shift")
    error = _open(marked, clock, before) or _doubled(marked, clock, shifts)
    if error:
        return error
    if shifts:
        clock = shifted(clock, next(iter(shifts)))
    elif clock.fields[1:] and int(clock.fields[1]) < 0:
        clock = shifted(clock, int(clock.fields[1]))
    about = next((i for i in (before, clock.last, clock.last + 1) if marked.has(i, "clock:about")), None)
    return _readings(marked, clock)._replace(
        first=before if shifts else clock.first,
        last=clock.last,
        plain=int(clock.fields[0]) > HALF_OF_DAY or bool(marked.period or periods_beside(marked, clock)),
        warnings=() if about is None else (ABOUT.format(marked.tokens[about].text),),
    )


def _open(marked: Marked, clock: Clock, before: int) -> Time | None:
    """Return why nobody knows which time a clock is, by the words at it; None where these are clear."""
    hour = int(clock.fields[0])
    shifted = marked.has(before, "clock:shift")
    word = ""
    if marked.has(before, "clock:open") and not _is_own(marked, before, "clock:shift", "clock:open"):
        word = marked.tokens[before].text
    elif shifted and marked.has(before - 1, "clock:open"):
        word = marked.tokens[before - 1].text  # from half past 8
    elif amount := _amount(marked, clock, before):
        word = marked.tokens[amount].text
    elif marked.is_sign(before, OPENING) or (hour <= HALF_OF_DAY and _is_open_before(marked, clock, before)):
        word = marked.tokens[before].text
    if not word:
        return None
    return Time(code="open-time", reason=f"{word!r} makes its time of day an open one")


def _is_open_before(marked: Marked, clock: Clock, before: int) -> bool:
    """Return whether a word before an hour of twelve may be an era, or counts hours from six in the morning."""
    of_six = marked.has(before, "clock:six") and not _is_digital(marked, clock)
    return of_six or marked.is_era_or_period(before)


def _is_own(marked: Marked, i: int, kind: str, other: str) -> bool:
    """Return whether a language of the text has a word in one sense that has it not in the other: half in Dutch."""
    senses = marked.tokens[i].senses
    if marked.languages is None or kind not in senses:
        return False
    own = languages_of(senses[kind]) - languages_of(senses[other])
    return not own.isdisjoint(marked.languages)


def _amount(marked: Marked, clock: Clock, before: int) -> int:
    """Return the token that makes an amount of the one number of a clock, or may do so; 0 where none does.

    3 hours, but not at 3 hours; 3時間; 2 gece; на 3 дня; (2 h); 2 h 30 min. 0900 hours is a clock.
    """
    unit = clock.first + 1
    if marked.has(before, "clock<", "clock:shift"):
        return 0
    if len(clock.fields) > 1:
        spelled = marked.has(unit, "symbol") and marked.has(clock.last, "symbol")
        return unit if spelled and len(clock.fields[0]) == 1 else 0
    if any(i != unit for i in periods_beside(marked, clock)):
        return 0
    lasting = marked.has(before, "lasting<", "for<") and marked.has(unit, "unit:hour", "unit:day")
    of_days = marked.has(unit, "dayperiod") and marked.has(unit, "unit:day", "unit:night", "lasting>")
    bracketed = marked.is_sign(before, "(") and marked.is_sign(unit + 1, ")") and marked.has(unit, "symbol")
    only = marked.has(unit, "unit:hour") and not marked.has(unit, "hour", "clock")
    found = lasting or of_days or bracketed or only or marked.has(unit, "clock:amount")
    return unit if found else 0


def _is_digital(marked: Marked, clock: Clock) -> bool:
    """Return whether a clock is as it is shown on a display, and no word says more: 08:30."""
    return len(clock.fields) > 1 and len(clock.fields[0]) == 2 and not periods_beside(marked, clock)


def _doubled(marked: Marked, clock: Clock, shifts: Collection[int]) -> Time | None:
    """Return why a clock with minutes in words is none; None where it is one."""
    hour = int(clock.fields[0])
    minutes = next(iter(shifts), int(clock.fields[1]) if clock.fields[1:] else 0)
    if len(shifts) > 1 or (shifts and len(clock.fields) > 1) or marked.values(clock.last + 1, "minute"):
        return Time(code="no-such-time", reason="its time of day has minutes twice")
    halves = [
        i for i in periods_beside(marked, clock) if not HALVES.isdisjoint(marked.values(i, "dayperiod"))
    ]
    if minutes < 0 and hour == HALF_OF_DAY and halves:
        word = marked.tokens[halves[0]].text
        return Time(code="open-time", reason=f"nobody knows which half of the day {word!r} is before 12")
    return None


def shifted(clock: Clock, minutes: int) -> Clock:
    """Return the clock so many minutes later: half past 8, quarter to 9, halb 9."""
    hour = int(clock.fields[0])
    if minutes < 0:
        hour, minutes = (hour - 1 if hour > 1 else 12), 60 + minutes
    return clock._replace(fields=(str(hour), f"{minutes:02d}"), twelve=True)


def _readings(marked: Marked, clock: Clock) -> Time:
    hour, near, far = int(clock.fields[0]), periods_beside(marked, clock), _far(marked, clock)
    own = [marked.period] if marked.period else []
    if not clock.fields[1:] and any(marked.values(i, "dayperiod") in ({NOON}, {MIDNIGHT}) for i in near):
        clock = clock._replace(fields=(*clock.fields, "00"))  # 12 noon is noon
    found = hours(hour, [*own, *(marked.values(i, "dayperiod") for i in near)])
    if not found:
        words = " ".join(marked.tokens[i].text for i in near) or "in this part of the day"
        return Time(code="no-such-time", reason=f"there is no hour {hour} {words}")
    if own:
        return _exact(clock, tuple(_on_either_day(found, marked.period)))
    if not near and hour <= HALF_OF_DAY and clock.twelve:
        found = (Hour(hour % 12), Hour(hour % 12 + 12))
    if not near and len(found) == 1:
        found = tuple(dict.fromkeys((*found, *hours(hour, [marked.values(i, "dayperiod") for i in far]))))
    return _exact(clock, found)


def _on_either_day(found: Sequence[Hour], period: Collection[int]) -> Iterator[Hour]:
    """Yield hours of a part of the day that its day says; those behind midnight on that day and on the next.

    Tonight at 2, and last night at 2: people mean the one by the day that the night begins on, or the other.
    """
    for hour, days in found:
        yield Hour(hour, days)
        if hour < HALF_OF_DAY and not days and min(period) >= NIGHTLY:
            yield Hour(hour, 1)


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
        i for i in (*_beside(marked, clock.first, -1), *_beside(marked, clock.last, 1)) if counts(marked, i)
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


def counts(marked: Marked, i: int) -> bool:
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
    """Return the time that a word alone is; none beside a day that says another part of the day: tonight at noon."""
    noon = any(marked.values(i, "dayperiod") == {NOON} for i in range(len(marked.tokens)))
    if noon and marked.period and Hour(HALF_OF_DAY) not in hours(HALF_OF_DAY, [marked.period]):
        return Time(code="no-such-time", reason="there is no noon in this part of the day")
    named = (named_time(marked, i) for i in range(len(marked.tokens)) if marked.is_period(i))
    return next(filter(None, named), None)


def named_time(marked: Marked, i: int) -> Time | None:
    """Return the time that a part of the day is: noon; midnight, at one end of the day or the other; half past noon."""
    spans = marked.values(i, "dayperiod")
    midnight = bool(spans) and spans <= AT_MIDNIGHT
    if not midnight and spans != {NOON}:
        return None
    if i and any(sense.startswith(("minute:", "clock:shift")) for sense in marked.tokens[i - 1].senses):
        return Time(code="unread-time", reason="the minutes beside its noon or midnight are not read")
    behind = marked.values(i + 1, "minute")
    minutes = next(iter(behind)) if len(behind) == 1 else 0
    last = i + 1 if behind else i
    if minutes < 0 and midnight:
        return Time(code="open-time", reason="nobody knows which midnight its time of day is before")
    if midnight:
        return Time((Reading(f"T00:{minutes:02}"), Reading(f"T00:{minutes:02}", 1)), first=i, last=last)
    hour, minute = divmod(HALF_OF_DAY * HOUR + minutes, HOUR)
    return Time((Reading(f"T{hour}:{minute:02}"),), first=i, last=last)
