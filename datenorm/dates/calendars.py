"""Other calendars: which days of ours their dates are.

The arithmetic is that of convertdate and hijridate, the extra `calendars`. Months of the Hijri calendar begin when the
moon is seen: sources differ by up to two days.
"""

from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta
from importlib import import_module
from typing import Any, Literal, NamedTuple, get_args

from datenorm.dates.buddhist import APRIL, BUDDHIST, FIRST_BUDDHIST, FROM_APRIL, ahead
from datenorm.dates.calendar import MONTHS
from datenorm.dates.values import days_of

Calendar = Literal[
    "persian", "hijri", "hebrew", "ethiopic", "coptic", "indian", "julian", "french", "buddhist", "minguo"
]
CALENDARS: tuple[Calendar, ...] = get_args(Calendar)
Source = Literal["civil", "umalqura"]  # of Hijri days: by arithmetic, or as Saudi Arabia has them
MODULES = {
    "persian": "persian", "hijri": "islamic", "hebrew": "hebrew", "ethiopic": "coptic", "coptic": "coptic",
    "indian": "indian_civil", "julian": "julian", "french": "french_republican",
}  # fmt: skip
# Languages whose years are none of ours, where nothing says so.
AT_HOME: dict[str | None, Calendar] = {"fa": "persian", "lrc": "persian", "mzn": "persian"}
AHEAD: dict[Calendar, int] = {
    "buddhist": BUDDHIST,
    "minguo": -1911,
}  # of ours, years with our months and days
ETHIOPIC_AHEAD = 276  # years that Ethiopia counts more than the Copts, with the same months and days
THE_ONLY_ADAR, ADAR, TISHRI = 14, 12, 7  # months of the Hebrew year, from Nisan; 13 is the second Adar
LONGEST = 31  # days of a month
DIFFER = 2  # days between sources of the Hijri calendar, at most


class Written(NamedTuple):
    """A date as its calendar has it; a month has no day, but 0, and a year no month. Hebrew months count from Nisan."""

    calendar: Calendar
    year: int
    month: int
    day: int


def days(written: Written, source: Source | None = None) -> list[date]:
    """Return the days that a date is: one, or two where sources of the Hijri calendar differ; none where there is none.

    Raises ModuleNotFoundError without the extra `calendars`.
    """
    if written.calendar != "hijri":
        found = _day(written)
        return [found] if found else []
    sources: dict[Source, Callable[[Written], date | None]] = {"civil": _day, "umalqura": _of_umm_al_qura}
    wanted = [sources[source]] if source else list(sources.values())
    return sorted({day for convert in wanted if (day := convert(written))})


def span(written: Written, source: Source | None = None) -> tuple[date, date] | None:
    """Return the first and the last day that a month or a year can have; None for one that its calendar does not have.

    Raises ModuleNotFoundError without the extra `calendars`.

    >>> [str(day) for day in span(Written("hebrew", 5708, 0, 0)) or ()]
    ['1947-09-15', '1948-10-03']
    """
    month = written.month or _first_month(written.calendar, written.year)
    first = days(written._replace(month=month, day=1), source)
    if not first:
        return None
    if not written.month:
        month = _first_month(written.calendar, written.year + 1)
        after = days(written._replace(year=written.year + 1, month=month, day=1), source)
        return (first[0], after[-1] - timedelta(1)) if after else None
    last = max(found for day in range(1, LONGEST + 1) for found in days(written._replace(day=day), source))
    return first[0], last


def _first_month(calendar: Calendar, year: int) -> int:
    """Return the month that a year begins with."""
    if calendar == "hebrew":
        return TISHRI
    return APRIL if calendar == "buddhist" and FROM_APRIL <= year < FIRST_BUDDHIST else 1


def _day(written: Written) -> date | None:
    """Return the day of a date by arithmetic; None for one that its calendar does not have."""
    year, month, day = written.year, written.month, written.day
    if written.calendar in AHEAD:
        behind = ahead(year, month) if written.calendar == "buddhist" else AHEAD[written.calendar]
        common = 0 if behind is None or year < 1 else year - behind
        exists = 0 < common <= MAXYEAR and 1 <= month <= MONTHS and 1 <= day <= days_of(common, month)
        return date(common, month, day) if exists else None
    module: Any = import_module(f"convertdate.{MODULES[written.calendar]}")
    if written.calendar == "ethiopic":
        year -= ETHIOPIC_AHEAD
    if written.calendar == "hebrew" and month == THE_ONLY_ADAR:
        month = ADAR
        if module.leap(year):
            return None  # it has two of them
    try:
        found = module.to_gregorian(year, month, day)
        exists = tuple(map(int, module.from_gregorian(*found))) == (year, month, day)
        return date(*map(int, found)) if exists else None
    except (ValueError, IndexError, OverflowError):
        return None


def _of_umm_al_qura(written: Written) -> date | None:
    from hijridate import Hijri

    try:
        return date(*Hijri(*written[1:]).to_gregorian().datetuple())
    except (ValueError, OverflowError):  # not in its years, 1343 to 1500, or no such day
        return None
