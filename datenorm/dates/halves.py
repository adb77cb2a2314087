"""Halves of the day: which hour of 24 an hour of twelve is, by the words beside it: am, pm, 午後, de la tarde.

A part of the day is its first hour times 100 plus the hour it ends before, as CLDR's dayPeriodRules have it: 1224 is
pm, 2106 a night, 1212 noon, 0 midnight.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

FAR = 4  # hours from its part of the day, at most: people say 10 in the evening where CLDR's English evening ends at 9
APART = 2  # hours that one reading must be nearer than the other
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
    first, before = divmod(span, 100)
    twelve = hour <= HALF if hour else span in HALVES  # 午後0時 is noon
    possible = (hour % HALF, hour % HALF + HALF) if twelve else (hour,)
    ranked = sorted((_distance(one, first, before), one) for one in possible)
    near = [one for distance, one in ranked if distance <= (0 if span in EXACT else FAR)]
    if not near:
        return
    inside = ranked[0][0] == 0 < ranked[-1][0]
    if len(ranked) == 2 and not inside and ranked[1][0] - ranked[0][0] < APART:
        yield from map(Hour, sorted(possible))
        return
    yield Hour(near[0])
    if hour == HALF and near[0] == 0 and (span == 0 or first > HALF):
        yield Hour(0, 1)  # twelve at night: of the day that begins, or of the one that ends


def _distance(hour: int, first: int, before: int) -> int:
    """Return how many hours lie between an hour and a part of the day, around midnight too.

    >>> _distance(22, 18, 21), _distance(3, 21, 6), _distance(12, 12, 12), _distance(0, 20, 24)
    (2, 0, 0, 1)
    """
    last = before - 1 if before != first else first
    length = (last - first) % DAY
    behind = (hour - first) % DAY
    return 0 if behind <= length else min(behind - length, DAY - behind)
