"""Which days, months and weeks exist: the proleptic Gregorian calendar of ISO 8601, and its reasons."""

from calendar import isleap
from datetime import MAXYEAR, date
from typing import NamedTuple

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
LENGTHS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of each month, in a leap year
SHORTEST = 28  # days of a month
NO_YEAR_0 = "there is no year 0"
OUT_OF_REACH = "four digits reach from year 0001 to 9999 of the common era only"


class Day(NamedTuple):
    """A date as written, the ISO form of what it names, and why there is no such date."""

    value: str
    iso: str
    error: str = ""


def calendar_day(year: str, month: str, day: str) -> Day:
    """Return the day of a calendar date of four, two and two digits.

    >>> calendar_day("2018", "05", "09")
    Day(value='2018-05-09', iso='2018-05-09', error='')
    >>> calendar_day("2018", "04", "31")
    Day(value='2018-04-31', iso='', error='April has 30 days')
    """
    value = f"{year}-{month}-{day}"
    error = day_error(int(year), int(month), int(day))
    return Day(value, "", error) if error else Day(value, value)


def day_error(year: int, month: int, day: int) -> str:
    """Return why the calendar has no such day, or nothing where it has.

    >>> day_error(2018, 2, 29), day_error(2018, 2, 30), day_error(2018, 13, 1), day_error(2018, 5, 9)
    ('2018 has no 29 February', 'February has at most 29 days', 'there is no month 13', '')
    """
    if error := month_error(year, month):
        return error
    if 0 < day <= SHORTEST or (SHORTEST < day <= LENGTHS[month] and (month, day) != (2, 29)):
        return ""
    if (month, day) == (2, 29):
        return "" if isleap(year) else f"{year:04d} has no 29 February"
    return (
        f"{MONTHS[month - 1]} has {'at most ' * (month == 2)}{LENGTHS[month]} days"
        if day
        else "there is no day 0"
    )


def month_error(year: int, month: int) -> str:
    """Return why the calendar has no such month, or nothing where it has.

    >>> month_error(2018, 0), month_error(0, 5), month_error(2018, 12)
    ('there is no month 0', 'there is no year 0', '')
    """
    if not year:
        return NO_YEAR_0
    return "" if 1 <= month <= 12 else f"there is no month {month}"


def week_day(year: str, week: str, weekday: str) -> Day:
    """Return the day of a week date. Source: ISO 8601-1:2019, week dates; week 1 is the one with 4 January.

    >>> week_day("2016", "23", "4")
    Day(value='2016-W23-4', iso='2016-06-09', error='')
    >>> week_day("2016", "53", "4").error
    '2016 has 52 weeks'
    """
    value = f"{year}-W{week}-{weekday}"
    error = week_error(int(year), int(week)) or _weekday_error(int(weekday))
    if error:
        return Day(value, "", error)
    try:
        return Day(value, date.fromisocalendar(int(year), int(week), int(weekday)).isoformat())
    except ValueError:  # the weekend of 9999-W52 is in year 10000
        return Day(value, "", OUT_OF_REACH)


def week_error(year: int, week: int) -> str:
    """Return why the year has no such week, or nothing where it has.

    >>> week_error(2015, 53), week_error(2016, 53), week_error(2016, 0)
    ('', '2016 has 52 weeks', 'there is no week 0')
    """
    if not year:
        return NO_YEAR_0
    if not week:
        return "there is no week 0"
    weeks = date(year, 12, 28).isocalendar().week  # 28 December is always in the last one
    return "" if week <= weeks else f"{year:04d} has {weeks} weeks"


def _weekday_error(weekday: int) -> str:
    return "" if 1 <= weekday <= 7 else f"there is no weekday {weekday}: Monday is 1, Sunday is 7"


def ordinal_day(year: str, day: str) -> Day:
    """Return the day of an ordinal date: a year, and the number of the day in it. Source: ISO 8601-1:2019.

    >>> ordinal_day("2017", "064")
    Day(value='2017-064', iso='2017-03-05', error='')
    >>> ordinal_day("2017", "366").error
    '2017 has 365 days'
    """
    value = f"{year}-{day}"
    if error := _ordinal_error(int(year), int(day)):
        return Day(value, "", error)
    return Day(value, date.fromordinal(date(int(year), 1, 1).toordinal() + int(day) - 1).isoformat())


def _ordinal_error(year: int, day: int) -> str:
    if not year:
        return NO_YEAR_0
    if not day:
        return "there is no day 0"
    days = 365 + isleap(year)
    return "" if day <= days else f"{year:04d} has {days} days"


def expanded_day(sign: str, year: str, month: str, day: str) -> Day:
    """Return the day of a date whose year has a sign. Source: ISO 8601-1:2019, expanded representations.

    >>> expanded_day("+", "002018", "05", "09").iso, expanded_day("-", "0753", "04", "21").error == OUT_OF_REACH
    ('2018-05-09', True)
    """
    value = f"{sign}{year}-{month}-{day}"
    if (int(year) and sign == "-") or int(year) > MAXYEAR:
        return Day(value, "", OUT_OF_REACH)
    return calendar_day(f"{int(year):04d}", month, day)._replace(value=value)


def yearless_day(month: str, day: str) -> Day:
    """Return a day of any year. Source: ISO 8601:2000, --MM-DD; 29 February is one.

    >>> yearless_day("02", "29"), yearless_day("04", "31").error
    (Day(value='--02-29', iso='--02-29', error=''), 'April has 30 days')
    """
    value = f"--{month}-{day}"
    error = day_error(2000, int(month), int(day))
    return Day(value, "", error) if error else Day(value, value)


def month_of(abbreviation: str) -> str:
    """Return the two digits of a month's English abbreviation.

    >>> month_of("Feb"), month_of("dec")
    ('02', '12')
    """
    return _MONTHS[abbreviation.lower()]


_MONTHS = {name[:3].lower(): f"{number:02d}" for number, name in enumerate(MONTHS, 1)}
_WEEKDAYS = {name[:3].lower(): name for name in WEEKDAYS}


def weekday_warnings(weekday: str | None, iso: str) -> tuple[str, ...]:
    """Return a warning where a date falls on another day of the week than its text says.

    >>> weekday_warnings("Thu", "1969-02-13"), weekday_warnings("fri", "1969-02-13")
    ((), ('1969-02-13 is a Thursday, not a Friday',))
    """
    if not weekday or not iso:
        return ()
    true, written = WEEKDAYS[date.fromisoformat(iso).weekday()], _WEEKDAYS[weekday.lower()]
    return () if true == written else (f"{iso} is a {true}, not a {written}",)
