"""Second readings: what an objection leads to, where exact code knows what was meant instead.

told-order   the other order of the same numbers, the one that was told
counted, inside, roles, hour  the month and the year, where the number that would be the day counts something
calendars    the same day in the Gregorian calendar, where Thai or the text itself says another one
"""

from collections.abc import Callable
from typing import NamedTuple

from datenorm.dates.buddhist import in_common_era
from datenorm.dates.calendar import LAST_DAY, complete
from datenorm.dates.julian import from_julian
from datenorm.dates.order import swapped
from datenorm.dates.targets import DATES
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.meaning import harms
from datenorm.judging.spelled import is_old_style, unit_of

BUDDHIST_CENTURY = 2500  # of years in two digits, in Thailand


class Second(NamedTuple):
    """A reading in the place of one that was objected to. settled: no rule need look at it, since it is as written."""

    target: str
    iso: str | None
    settled: bool = False


def second_reading(code: str, case: Case, target: str, pivot: int) -> Second | None:
    """Return what an objection to `target` leads to; None where it only refuses."""
    find = SECONDS.get(code)
    return find(case, target, pivot) if find else None


def _told(case: Case, target: str, pivot: int) -> Second | None:
    """Return the reading in the order that was told: day and month, or day and a year in two digits, change places."""
    year, month, day = case.context.target
    other = swapped(target)
    if len(year) == 2 and case.order == "YMD" and day:
        other = f"{day}-{month}-{year}"
    if other is None or not DATES.accepts(other):
        return None
    return Second(other, complete(other, pivot=pivot))


def _less(case: Case, target: str, pivot: int) -> Second | None:
    """Return the month and year of a date whose day counts something, with the number at its month for the day.

    Only beside a name, or a number that a word makes a month, and a year in full.
    """
    year, month, day = case.context.target
    at = case.context.claims["month"][0] if month else -1
    named = at >= 0 and (case.tokens[at].kind == "word" or unit_of(case.tokens, at) == "month")
    if not (day and named and len(year) == 4):
        return None
    own = at - 2 if case.tokens[at - 1].text == "." else at - 1
    if own in case.context.claims["day"]:
        return None  # page 9 May 2018 may be a day all the same
    if own > 0 and own not in case.context.used and case.context.has_number(own):
        number = int(case.tokens[own].text)
        if 0 < number <= LAST_DAY:
            return Second(f"{year}-{month}-{number:02}", f"{year}-{month}-{number:02}")
    return Second(f"{year}-{month}", f"{year}-{month}")


def _without_hour(case: Case, target: str, pivot: int) -> Second | None:
    """Return the day without a year of two digits that is an hour, or the month and year of a day that is one."""
    year, month, day = case.context.target
    if len(year) == 4:
        return _less(case, target, pivot)
    if not (len(year) == 2 and month and day):
        return None
    return Second(f"--{month}-{day}", f"--{month}-{day}")


def _gregorian(case: Case, target: str, pivot: int) -> Second | None:
    year, month, day = case.context.target
    if case.language == "th" and year:
        return _of_thailand(year, target)
    said = list(harms(case))
    julian = said and all(harm == "calendar" and is_old_style(case.tokens, i) for i, harm in said)
    if julian and len(year) == 4 and month and day:
        found = from_julian(int(year), int(month), int(day)).isoformat()
        return Second(target, found, settled=True)
    return None


def _of_thailand(year: str, target: str) -> Second | None:
    count = year if len(year) == 4 else f"{BUDDHIST_CENTURY + int(year)}"
    common = in_common_era(said := count + target[len(year) :])
    return (
        Second(target, common, settled=True) if common and common != said and DATES.accepts(common) else None
    )


SECONDS: dict[str, Callable[[Case, str, int], Second | None]] = {
    "told-order": _told,
    "counted": _less,
    "hour": _without_hour,
    "inside": _less,
    "roles": _less,
    "other-calendar": _gregorian,
    "changed-meaning": _gregorian,
}
