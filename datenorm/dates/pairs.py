"""Pairs: a year and one or two digits, which may be a month or a second year: 1998-03, 1828-9, 1910-55."""

import re
from typing import Literal, NamedTuple

from datenorm.dates.calendar import MONTHS, later_year

PAIR = re.compile(r"\s*([0-9]{4})[-/–]([0-9]{1,2})\s*")
INSIDE = re.compile(r"(?<![0-9])(?<![0-9][-/–.:])[0-9]{4}[-/–][0-9]{1,2}(?![0-9A-Za-z]|[-/–.:][0-9])")
WHOLE = re.compile(r"\s*[0-9]{4}([-/])[0-9]{1,2}\1[0-9]{1,2}\s*")  # with its day: 1998-03-05
Sense = Literal["month", "years"]
EITHER = "either"  # said of a pair that may be both, or a number of its year


class Pair(NamedTuple):
    """What a pair can be in ISO 8601: a month, two years; None for what it can't."""

    month: str | None
    years: str | None

    @property
    def only(self) -> Sense | None:
        """The one thing that it can be; None where it can be both, or neither."""
        if (self.month is None) == (self.years is None):
            return None
        return "years" if self.month is None else "month"


def pair(text: str) -> Pair | None:
    """Return what a text can be that is a year and a number; None for any other.

    >>> pair("1998-03"), pair("1910-55"), pair("May 1998")
    (Pair(month='1998-03', years='1998/2003'), Pair(month=None, years='1910/1955'), None)
    """
    found = PAIR.fullmatch(text)
    if not found:
        return None
    year, digits = found.groups()
    last = later_year(year, digits)
    month = f"{year}-{int(digits):02d}" if 1 <= int(digits) <= MONTHS else None
    return Pair(month, f"{year}/{last}" if last else None)


def pair_in(text: str) -> Pair | None:
    """Return what the one pair in a text can be; None where it has none, or several.

    >>> pair_in("c. 1510-12"), pair_in("1998-03-05"), pair_in("1998-03 - 1999-05")
    (Pair(month='1510-12', years='1510/1512'), None, None)
    """
    found = INSIDE.findall(text)
    return pair(found[0]) if len(found) == 1 else None
