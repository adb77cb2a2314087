"""Halves of the day: which hour of 24 an hour of twelve is, by the words beside it: am, pm, 午後, de la tarde.

A part of the day is its first hour times 100 plus the hour it ends before, as CLDR's dayPeriodRules have it: 1224 is
pm, 2106 a night, 1212 noon, 0 midnight.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

FAR = 3  # hours from its part of the day, at most: people say 10 in the evening where CLDR's English evening ends at 9
APART = 3  # hours that one reading must be nearer than the other
DAY, HALF = 24, 12
HALVES = frozenset((12, 1224))  # am and pm
EXACT = HALVES | {1212, 0}  # and noon and midnight: no clock is beside them that is not in them


class Hour(NamedTuple):
    """An hour of 24, and how many days after the date it is."""

    hour: int
    days: int = 0


def hours(hour: int, periods: Sequence[Collection[int]]) -> tuple[Hour, ...]:
    """Return the hours of 24 that an hour can be beside parts of the day; none where the two contradict each other.

    periods: for each word, the parts of the day that it may mean.

    >>> hours(3, [{1224}]), hours(12, [{12}]), hours(15, [])
    ((Hour(hour=15, days=0),), (Hour(hour=0, days=0),), (Hour(hour=15, days=0),))
    >>> hours(14, [{12}]), hours(12, [{0}]), hours(0, [{1224}])
    ((), (Hour(hour=0, days=0), Hour(hour=0, days=1)), (Hour(hour=12, days=0),))
    """
    found: tuple[Hour, ...] = (Hour(hour),)
    for place, words in enumerate(periods):
        spans = frozenset(words) & HALVES or words  # what can mean pm, and afternoon too, is pm
        inside = [
            span for span in sorted(spans) if _is_inside(hour, span)
        ]  # pagi is from midnight, and from one
        meant = tuple(dict.fromkeys(one for span in inside or sorted(spans) for one in _hours(hour, span)))
        found = tuple(one for one in meant if one in found) if place else meant
    return found


def _is_inside(hour: int, span: int) -> bool:
    """Return whether an hour of twelve can be in a part of the day."""
    first, before = divmod(span, 100)
    return any(_distance(one, first, before) == 0 for one in (hour % HALF, hour % HALF + HALF))


def _hours(hour: int, span: int) -> Iterator[Hour]:
    """Yield the hours of 24 that an hour can be in a part of the day; both halves where neither is surely meant."""
    first, before = divmod(span, 100)
    twelve = hour <= HALF if hour else span in HALVES  # 午後0時 is noon
    possible = (hour % HALF, hour % HALF + HALF) if twelve else (hour,)
    ranked = sorted((_distance(one, first, before), one) for one in possible)
    (distance, near), *others = ranked
    if distance and (span in EXACT or not _is_at(near, first, before)):
        yield from map(Hour, possible if twelve and span not in EXACT else ())
        return
    if distance and others and others[0][0] - distance < APART:
        yield from map(Hour, possible)
        return
    yield Hour(near)
    if hour == HALF and near == 0 and (span == 0 or first > HALF):
        yield Hour(0, 1)  # twelve at night: of the day that begins, or of the one that ends


def _is_at(hour: int, first: int, before: int) -> bool:
    """Return whether an hour outside a part of the day is at it: where it ends, or in the half it is nearest to.

    >>> _is_at(19, 12, 18), _is_at(0, 18, 24), _is_at(1, 18, 24), _is_at(22, 12, 18)
    (True, True, False, False)
    """
    if hour == before % DAY:
        return True
    behind, ahead = (hour - before + 1) % DAY, (first - hour) % DAY
    edge = before - 1 if behind <= ahead else first
    return min(behind, ahead) <= FAR and hour // HALF == edge // HALF


def _distance(hour: int, first: int, before: int) -> int:
    """Return how many hours lie between an hour and a part of the day, around midnight too.

    >>> _distance(22, 18, 21), _distance(3, 21, 6), _distance(12, 12, 12), _distance(0, 20, 24)
    (2, 0, 0, 1)
    """
    last = before - 1 if before != first else first
    length = (last - first) % DAY
    behind = (hour - first) % DAY
    return 0 if behind <= length else min(behind - length, DAY - behind)
