"""Eras: years before Christ, and short years of the common era. `44 BC` is -0043: ISO 8601 counts a year 0.

The network reads years of four digits; a shorter one is written as that of the second millennium, and counted back.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from datenorm.dates.values import Value
from datenorm.expressions.expression import Expression, is_light
from datenorm.expressions.parts import year_of
from datenorm.judging.spelled import is_old_style
from datenorm.rewriting.page import Page, edited

MILLENNIUM = 1000
BEFORE, COMMON = "calendar:before", "calendar:common"
OTHERS = ("dayperiod", "hour", "count>")  # what a word for the common era may be besides


def of_an_era(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as a date of an era: before Christ, or in the first millennium after.

    Days of the Julian calendar that say so are none: their distance from ours is another one in the year written.
    """
    if any(is_old_style(page.tokens, i) for i in range(len(page.tokens))):
        return
    for era, before in _eras(page):
        lengths = (1, 2, 3, 4) if before else (2, 3)
        year = next((j for j in _beside(page, era) if page.is_number(j, *lengths)), None)
        if year is not None:
            yield [_counted(page, era, year, before)]


def two_years(page: Page) -> Iterator[list[Expression]]:
    """Yield the range of two years where nothing else is said: 135-115 BC, 公元前135-115, 43-410 AD, 27 BC - 14 AD."""
    yield [found for era, before in _eras(page) for found in _two_years(page, era, before)]
    yield list(_of_two_eras(page))


def _eras(page: Page) -> list[tuple[int, bool]]:
    """Return the token that says an era, and whether it is the one before Christ; none where several do."""
    found = _all_eras(page)
    return found if len(found) == 1 else []


def _all_eras(page: Page) -> list[tuple[int, bool]]:
    words = [i for i, token in enumerate(page.tokens) if token.kind == "word"]
    others = OTHERS if page.language else (*OTHERS, "title<")  # ms is Turkish, and much else
    sure = [i for i in words if page.has(i, COMMON) and not page.has(i, *others)]
    return [(i, page.has(i, BEFORE)) for i in words if page.has(i, BEFORE) or i in sure]


def _two_years(page: Page, era: int, before: bool) -> Iterator[Expression]:
    years = [i for i in range(len(page.tokens)) if page.is_number(i)]
    first, last = (years[0], years[-1]) if len(years) == 2 else (0, 0)
    joined = last == first + 2 and (page.is_sign(first + 1, "-~") or page.has(first + 1, "to"))
    light = all(i in (era, first, first + 1, last) or is_light(page, i) for i in range(len(page.tokens)))
    if joined and light and era not in range(first, last):
        early, late = (int(page.tokens[i].text) for i in (first, last))
        if (early > late > 0) if before else (0 < early < late and early < MILLENNIUM):
            yield from Expression.of(
                Value.of(f"{_astronomical(early, before)}/{_astronomical(late, before)}")
            )


def _of_two_eras(page: Page) -> Iterator[Expression]:
    """Yield the range of two years that each have an era, the first one before Christ maybe: AD 79 - AD 120."""
    eras = _all_eras(page)
    years = [i for i in range(len(page.tokens)) if page.is_number(i)]
    if len(eras) != 2 or len(years) != 2:
        return
    joints = [i for i in range(years[0] + 1, years[1]) if page.is_sign(i, "-~") or page.has(i, "to")]
    used = {*years, *joints, *(i for i, _ in eras)}
    light = all(i in used or is_light(page, i) for i in range(len(page.tokens)))
    if len(joints) == 1 and light and eras[0][0] < joints[0] < eras[1][0]:
        counted = [(int(page.tokens[i].text), before) for i, (_, before) in zip(years, eras, strict=True)]
        first, last = (1 - number if before else number for number, before in counted)
        if first < last and all(number for number, _ in counted):
            yield from Expression.of(Value.of(f"{year_of(first)}/{year_of(last)}"))


def _beside(page: Page, i: int) -> Iterator[int]:
    """Yield the tokens before and behind an era that only a unit or a sign parts from it."""
    for step in (-1, 1):
        j = i + step
        while page.has(j, "year>", "year", "connector") or page.is_sign(j, ".,("):
            j += step
        yield j


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
