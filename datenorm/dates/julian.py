"""The Julian calendar: which day of ours one of its days is, and the other way round, from the year 1 on.

Source: Reingold and Dershowitz, Calendrical Calculations, fixed-from-julian and julian-from-fixed.
"""

from datetime import date

CYCLE = 1461  # days of four years


def from_julian(year: int, month: int, day: int) -> date:
    """Return the Gregorian date of a Julian one.

    >>> from_julian(1905, 5, 3).isoformat(), from_julian(1700, 2, 28).isoformat()
    ('1905-05-16', '1700-03-10')
    """
    return date.fromordinal(_ordinal(year, month, day))


def to_julian(day: date) -> str:
    """Return a Gregorian day as the Julian calendar has it, in the fields of ISO 8601.

    >>> to_julian(date(1917, 11, 7)), to_julian(date(1900, 3, 13)), to_julian(date(1700, 3, 10))
    ('1917-10-25', '1900-02-29', '1700-02-28')
    """
    count = day.toordinal()
    year = (4 * (count + 1) + CYCLE + 3) // CYCLE
    added = 0 if count < _ordinal(year, 3, 1) else 1 if year % 4 == 0 else 2
    month = (12 * (count - _ordinal(year, 1, 1) + added) + 373) // 367
    return f"{year:04d}-{month:02d}-{count - _ordinal(year, month, 1) + 1:02d}"


def _ordinal(year: int, month: int, day: int) -> int:
    """Return the number of a Julian day, from 1 January of the Gregorian year 1, which is 1."""
    before = year - 1
    days = 365 * before + before // 4 + (367 * month - 362) // 12 + day - 2
    return days - (0 if month <= 2 else 1 if year % 4 == 0 else 2)
