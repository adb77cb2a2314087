"""Fiscal years, school years, sports seasons: `FY 2018/19`, `Schuljahr 2011/12`, `2018年度`.

The months that such a year has depend on the country and the institution: without the month that it begins with, two
years are just these two years, and one year is refused. One year with that month is ambiguous, since some name a fiscal
year for the calendar year that it begins in and some for that it ends in.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from datenorm.dates.calendar import MONTHS
from datenorm.dates.values import Value
from datenorm.expressions.expression import Expression
from datenorm.expressions.periods import CARRIER, explained, places
from datenorm.rewriting.page import Page

SHORTHAND = 3  # letters: FY 17/18 is a year, exercice 17/18 may be one of eighteen
BEGINS_IN_ITS_YEAR = "年度"  # the Japanese name is that of the year it begins in
NOT_SAID = "its months are not said; --fiscal-start says with which it begins"


def fiscal_years(page: Page, start: int | None = None) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as a fiscal year. start: the month that it begins with, if told."""
    for i in places(page, "period:fiscal"):
        for j in range(len(page.tokens)):
            if page.is_number(j, 2):
                yield list(_two_short_years(page, i, j, start))
            if page.is_number(j, 4):
                yield list(_two_years(page, i, j, start)) or list(_one_year(page, i, j, start))


def _two_years(page: Page, i: int, j: int, start: int | None) -> Iterator[Expression]:
    first, second = int(page.tokens[j].text), j + 2
    if not (page.is_sign(j + 1, "/-") and page.is_number(second, 2, 4)):
        return
    follows = int(page.tokens[second].text) % 100 == (first + 1) % 100
    if follows and explained(page, (i, j, j + 1, second)):
        years = Value.of(f"{first:04d}/{first + 1:04d}", note=NOT_SAID)
        yield from Expression.of(_from_month(first, start) if start else years)


def _two_short_years(page: Page, i: int, j: int, start: int | None) -> Iterator[Expression]:
    """Yield the fiscal year of two years of two digits that are no month: FY 17/18, not season 01/02."""
    first, last = page.number(j) or 0, page.number(j + 2) or 0
    follows = page.is_sign(j + 1, "/") and page.is_number(j + 2, 2) and last == first + 1 and first > MONTHS
    if len(page.tokens[i].text) <= SHORTHAND and follows and explained(page, (i, j, j + 1, j + 2)):
        yield Expression((f"{CARRIER}{first}",), partial(_of_short_year, start), rewritten=True)


def _of_short_year(start: int | None, inner: Sequence[Value]) -> Value | None:
    year = inner[0].points[0].year
    if not year.isdigit():
        return None
    first = int(year)
    return _from_month(first, start) if start else Value.of(f"{first:04d}/{first + 1:04d}", note=NOT_SAID)


def _one_year(page: Page, i: int, j: int, start: int | None) -> Iterator[Expression]:
    if start and explained(page, (i, j)):
        year = int(page.tokens[j].text)
        yield from Expression.of(_from_month(year, start))
        if start > 1 and page.tokens[i].text != BEGINS_IN_ITS_YEAR:
            yield from Expression.of(_from_month(year - 1, start))


def _from_month(year: int, month: int) -> Value | None:
    """Return the twelve months from a month on.

    >>> str(_from_month(2018, 4)), _from_month(9999, 4)
    ('2018-04-01/2019-03-31', None)
    """
    if not 0 < year < date.max.year:
        return None
    return Value.between(date(year, month, 1), date(year + 1, month, 1) - timedelta(1), "range")
