"""Eras: years before Christ, and short ones of the common era. `44 BC` is -0043: ISO 8601 counts a year 0.

The network reads years of four digits; a shorter one is written as that of the second millennium, and counted back.
A year with an era is whole: 10/9 BC are two years, and no October.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from datenorm.dates.values import Value
from datenorm.expressions.expression import Expression, beside, eras_in, is_light
from datenorm.expressions.parts import year_of
from datenorm.judging.spelled import is_old_style
from datenorm.rewriting.page import Page, edited

MILLENNIUM = 1000
JOINTS = "/-.~"  # between a month and its year in numbers


def of_an_era(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as a date of an era: before Christ, or in the first millennium after.

    Days of the Julian calendar that say so are none: their distance from ours is another one in the year written.
    """
    if any(is_old_style(page.tokens, i) for i in range(len(page.tokens))) or len(eras_in(page)) != 1:
        return
    for era, before in eras_in(page).items():
        lengths = (1, 2, 3, 4) if before else (1, 2, 3)
        year = next((j for j in beside(page, era) if page.is_number(j, *lengths)), None)
        if year is not None and not _is_paired(page, year):
            yield [_counted(page, era, year, before)]


def _is_paired(page: Page, year: int) -> bool:
    """Return whether a sign joins a year to the one other number of a text, as it joins two years: 12-18 BC."""
    numbers = [i for i in range(len(page.tokens)) if page.is_number(i)]
    near = len(numbers) == 2 and numbers[1] - numbers[0] == len("/") + 1
    return year in numbers and near and page.is_sign(numbers[0] + 1, JOINTS)


def _counted(page: Page, era: int, year: int, before: bool) -> Expression:
    number = int(page.tokens[year].text)
    if all(i in (era, year) or is_light(page, i) for i in range(len(page.tokens))):
        return Expression((), partial(_year, number, before))
    added = MILLENNIUM if number < MILLENNIUM else 0
    inner = edited(page.text, [page.over(year, year, str(number + added)), page.over(era, era, "")])
    return Expression((inner,), partial(counted_back, number, added, before), rewritten=added > 0)


def _year(number: int, before: bool, inner: Sequence[Value]) -> Value | None:
    return Value.of(_astronomical(number, before)) if number else None


def counted_back(number: int, added: int, before: bool, inner: Sequence[Value]) -> Value | None:
    """Return a date whose year was `added` to as one of so many years before Christ, or after.

    >>> str(counted_back(44, 1000, True, [Value.of("1044-03-15")]))
    '-0043-03-15'
    """
    (value,) = inner
    point = value.points[0]
    if value.joined or point.year != f"{number + added:04d}" or not number:
        return None
    return Value.of(str(point._replace(year=_astronomical(number, before))), note=value.note)


def _astronomical(number: int, before: bool) -> str:
    return year_of(1 - number if before else number)
