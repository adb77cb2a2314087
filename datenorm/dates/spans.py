"""Spans: two times of day that are the ends of a range: 10:00-12:30, 20 bis 22 Uhr, 3-5 pm.

Each end is read as a text that has no other time. What only one of them says, the half of the day or the zone, holds
for both.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import NamedTuple

from datenorm.dates.clocks import HALF_OF_DAY, LAST_HOUR, clocks, is_of_machine, offset_behind
from datenorm.dates.marked import Marked
from datenorm.dates.times import named_time, periods_beside

SIGNS = "-~→"
OPENING = ("from<", "between<", "clock:open")
FROM, UNTIL = "after>", "before>"  # behind the first time, and behind the last: 2時から4時まで
BESIDE = (
    "sign",
    "day period",
    "zone",
    "offset",
    "again",
)  # roles of what may stand between an hour and the joint
BEFORE_END = (*BESIDE, "label", "connector")  # de las 10 a las 12
AWAY = ("zone", "offset")
MINUTES_TO = (5, 10, 20, 25)  # what people count before an hour in digits


class Span(NamedTuple):
    """A way to read a range of hours: the text with its first time alone, and with its last alone.

    over_midnight: whether the last may be on the next day.
    """

    first: Marked
    last: Marked
    over_midnight: bool = False


class End(NamedTuple):
    """A time at one end: its tokens `first` to `last`, those of its half of the day and of its offset, and its hour."""

    first: int
    last: int
    periods: Collection[int]
    offset: Collection[int] = ()
    hour: int = 0


def spans(marked: Marked) -> Iterator[Span]:
    """Yield the ways to read a text as a range of hours, those to be tried first in front; none where it has no such.

    The half of the day that one end says is tried for the other too, and then that of its plain hour: 11-1 pm.
    """
    joint = _joint(marked)
    ends = _ends(marked, joint) if joint else None
    if not joint or not ends or not _says_hours(marked, joint):
        return
    begin, end = ends
    own = bool(begin.periods), bool(end.periods)
    opening = [
        i for i in (_start(begin) - 2, _start(begin) - 1) if marked.has(i, *OPENING) and _is_free(marked, i)
    ]
    closing = [i for i in (end.last + 1,) if marked.has(joint, FROM) and marked.has(i, UNTIL)]
    beside = {*opening, *closing}
    of_end = {*range(joint, end.last + 1), *end.periods, *beside}
    of_begin = {*range(_start(begin), joint + 1), *begin.periods, *beside}
    if begin.offset or any(marked.role(i) in AWAY for i in range(begin.last + 1, joint)):
        of_end |= {*end.offset, *(i for i in range(joint, len(marked.tokens)) if marked.role(i) in AWAY)}
    if _is_before_hour(marked, begin, joint) and own == (False, True):
        yield Span(_without(marked, of_end - {*end.periods}), _without(marked, of_begin - {*end.periods}))
        return
    if own[0] != own[1]:
        lent = set(begin.periods if own[0] else end.periods)
        yield Span(_without(marked, of_end - lent), _without(marked, of_begin - lent))
    yield Span(
        _without(marked, of_end),
        _without(marked, of_begin),
        own[0] == own[1] and (own[0] or begin.hour > HALF_OF_DAY),
    )


def _says_hours(marked: Marked, joint: int) -> bool:
    """Return whether anything but a joint says that two numbers are hours: 10-12 Uhr; 10-12 alone may be any others."""
    said = [i for i, token in enumerate(marked.tokens) if token.kind != "number" and i != joint]
    return marked.has(joint, "clock<") or any(
        marked.role(i) in ("time", "day period", *AWAY) or marked.has(i, *OPENING) for i in said
    )


def _is_before_hour(marked: Marked, begin: End, joint: int) -> bool:
    """Return whether a range may be minutes before an hour: 5 to 3 pm. It must begin in the half that it ends in."""
    bare = begin.first == begin.last and begin.hour in MINUTES_TO
    return bare and marked.tokens[joint].text == "to" and not marked.has(_start(begin) - 1, *OPENING)


def _joint(marked: Marked) -> int | None:
    """Return the token that joins two times; None where none does, or several do."""
    clock = next(clocks(marked), None)
    if clock is None:
        return None
    away = offset_behind(marked, clock)
    found = [
        j
        for j in range(1, len(marked.tokens) - 1)
        if _joins(marked, j, clock.first - 1)
        and not (away and not away.open and away.first <= j <= away.last)
        and _is_beside_time(marked, j, -1, BESIDE)
        and _is_beside_time(marked, j, 1, BEFORE_END)
    ]
    return found[0] if len(found) == 1 and not _is_inside(marked, found[0]) else None


def _joins(marked: Marked, j: int, before: int) -> bool:
    """Return whether token `j` may join two times. before: the token in front of the first, which may call for it.

    from 10 to 12; between 10 and 12; das 10 às 12, dalle 10 alle 12.
    """
    if marked.is_sign(j, "/"):  # ISO 8601; with spaces it is one time or the other
        return marked.touches(j) and marked.touches(j + 1)
    if marked.is_sign(j, SIGNS) or marked.has(j, "to"):
        return True
    if marked.has(j, "and") and any(marked.has(i, "between<") for i in range(j)):
        return True
    called = marked.has(before, *OPENING, "clock<") and marked.tokens[before].text != marked.tokens[j].text
    return called and before < j and marked.has(j, "clock<")


def _is_beside_time(marked: Marked, j: int, step: int, between: Collection[str]) -> bool:
    """Return whether the number of a time stands on one side of token `j`, or a word that is a time: noon."""
    i = j + step
    while 0 <= i < len(marked.tokens) and not marked.is_number(i):
        if marked.languages is not None and marked.has(i, "and"):  # à 10 h et à 14 h
            return False
        if marked.is_period(i) and named_time(marked, i):
            return True
        if not (
            marked.role(i) in between or (marked.role(i) == "time" and marked.tokens[i].kind != "number")
        ):
            return False
        i += step
    return marked.is_number(i)


def _is_inside(marked: Marked, j: int) -> bool:
    """Return whether a dash stands inside a time: 10-45, 2018-05-09_10-12."""
    clock = next((one for one in clocks(marked) if one.first < j < one.last), None)
    if clock is None or marked.tokens[j].kind != "sign":
        return False
    return is_of_machine(marked, clock) or int(marked.tokens[j + 1].text) > LAST_HOUR


def _ends(marked: Marked, joint: int) -> tuple[End, End] | None:
    """Return the times on both sides of a joint; None where there is not one on each."""
    begin = _end(replace(marked, tokens=marked.tokens[:joint], roles=marked.roles[:joint]), 0)
    behind = replace(marked, tokens=marked.tokens[joint + 1 :], roles=marked.roles[joint + 1 :])
    end = _end(behind, joint + 1)
    return (begin, end) if begin and end else None


def _end(side: Marked, start: int) -> End | None:
    """Return the one time of a side of a text, which begins with token `start`."""
    found = list(clocks(side))
    away = offset_behind(side, found[0]) if found else None
    offset = range(away.first + start, away.last + start + 1) if away else range(0)
    times = [clock for clock in found if clock.first + start not in offset]
    if len(times) == 1:
        (clock,) = times
        periods = {i + start for i in periods_beside(side, clock)}
        return End(clock.first + start, clock.last + start, periods, offset, int(clock.fields[0]))
    words = [i + start for i in range(len(side.tokens)) if side.is_period(i) and named_time(side, i)]
    return None if times or len(words) != 1 else End(words[0], words[0], words)


def _is_free(marked: Marked, i: int) -> bool:
    """Return whether a word is no part of a date or a zone."""
    return marked.role(i) in ("", "time", "label", "connector", "sign")


def _start(end: End) -> int:
    return min((end.first, *end.periods))


def _without(marked: Marked, places: Collection[int]) -> Marked:
    """Return the text without these tokens."""
    kept = [i for i in range(len(marked.tokens)) if i not in places]
    tokens, roles = [marked.tokens[i] for i in kept], [marked.role(i) for i in kept]
    return replace(marked, tokens=tokens, roles=roles)
