"""What is computed exactly of a date: its century, its missing year, whether it exists, its precision, its weekday."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal

MONTHS, LAST_DAY = 12, 31  # of a year, of its longest months
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
ORDERS = ("DMY", "MDY", "YMD")  # in which day, month and year are written
Precision = Literal["day", "month", "year", "yearless"]
# A two-digit year may mean one this far from today: expiry dates lie ahead, most others behind.
YEARS_AHEAD = 20
LAST_YEAR = 2100  # of a range whose second year is cut short; 2200-25 is a number of something
LONGEST_RANGE = 20  # years that two digits reach into the next century


def default_pivot(today: date) -> int:
    """Return the last year a two-digit year may mean where nobody says.

    >>> default_pivot(date(2026, 11, 20))
    2046
    """
    return today.year + YEARS_AHEAD


def resolve_century(year: int, pivot: int) -> int:
    """Return the full year of a two-digit year: the latest one that is not after `pivot`.

    Source: the sliding window of ISO/IEC 9899 `%y`, with the window's end given instead of fixed.

    >>> resolve_century(18, pivot=2046), resolve_century(53, pivot=2046)
    (2018, 1953)
    """
    return pivot - (pivot - year) % 100


def precision(iso: str) -> Precision:
    """Return how much of a date an ISO form tells.

    >>> [precision(iso) for iso in ("2018-05-09", "2018-05", "2018", "--05-09")]
    ['day', 'month', 'year', 'yearless']
    """
    if iso.startswith("--"):
        return "yearless"
    return ("year", "month", "day")[iso.count("-")]


def complete(target: str, *, pivot: int, year: int | None = None) -> str | None:
    """Return the final ISO form of a target that is a date: century resolved, `year` filled in where it has none.

    None where there is no such day in the year it turns out to be: 29 February of a common year, or a year before 1.

    >>> complete("18-05-09", pivot=2046), complete("--02-29", pivot=2046, year=2019), complete("00-02-29", pivot=1946)
    ('2018-05-09', None, None)
    """
    if target.startswith("--"):
        filled = target if year is None else _in_year(year, target[1:])
    elif target[2:3] == "-":
        filled = _in_year(resolve_century(int(target[:2]), pivot), target[2:])
    else:
        return target  # with four digits of a year it can be written only if it exists
    return filled if _exists(filled) else None


def _in_year(year: int, rest: str) -> str:
    return f"{max(year, 0):04d}{rest}"  # there is no year 0, nor one before it


def _exists(iso: str) -> bool:
    if iso.startswith("--"):
        return True
    year, month, day = (*map(int, iso.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def weekday(iso: str) -> int:
    """Return the weekday of a full date, Monday 0. Source: the proleptic Gregorian calendar, as ISO 8601 has it.

    >>> weekday("2018-05-09")
    2
    """
    return date.fromisoformat(iso).weekday()


def shifted(day: date, days: int) -> date | None:
    """Return the day so many days later; None where that is outside of the years 1 to 9999.

    >>> shifted(date(2018, 5, 9), 30), shifted(date.max, 1)
    (datetime.date(2018, 6, 8), None)
    """
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def month_end(year: int, month: int) -> date | None:
    """Return the last day of a month; None outside of the years 1 to 9999.

    >>> month_end(2016, 2), month_end(0, 12)
    (datetime.date(2016, 2, 29), None)
    """
    return date(year, month, monthrange(year, month)[1]) if MINYEAR <= year <= MAXYEAR else None


def later_year(year: str, digits: str) -> str | None:
    """Return the year of one or two digits that comes after a whole one; None where none is near.

    >>> later_year("1828", "9"), later_year("1914", "18"), later_year("1998", "03"), later_year("1996", "3")
    ('1829', '1918', '2003', None)
    """
    if len(year) != 4 or len(digits) > 2 or int(year) > LAST_YEAR:
        return None
    full = int(year[: 4 - len(digits)] + digits)
    if full <= int(year) and len(digits) == 2:
        full += 100
        return str(full) if full - int(year) <= LONGEST_RANGE else None
    return str(full) if full > int(year) else None
