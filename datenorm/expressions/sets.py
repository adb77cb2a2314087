"""Sets: one of several dates, `1992 or 93`, or all of them, `9 et 10 juin 2003`; two years, `12 Feb 1745/6`."""

from collections.abc import Iterator, Sequence
from functools import partial

from datenorm.dates.values import Joined, Kind, Value
from datenorm.expressions.expression import Expression, is_light, is_month, is_period, speaks
from datenorm.expressions.fields import (
    DAY,
    MONTH,
    YEAR,
    Stretch,
    completed,
    glued,
    resolved,
    same_level,
    short_year,
    stretch,
    with_eras,
)
from datenorm.judging.spelled import is_old_style
from datenorm.rewriting.page import Page, edited

# Until then the year began on 25 March in England: what came before had the numbers of two years.
# Source: Calendar (New Style) Act 1750.
NEW_STYLE = 1753
LADY_DAY, LAST_DAY = "03-24", 31
FORMS: dict[str, tuple[Kind, Joined]] = {"or": ("alternatives", "[]"), "and": ("several", "{}")}


def sets(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as several dates."""
    for word in ("or", "and"):
        places = [i for i in range(len(page.tokens)) if joins(page, i, word)]
        texts = _members(page, places) if places else None
        if texts and not (speaks(page, 0, "between<") or speaks(page, len(page.tokens) - 1, "between>")):
            yield [Expression(tuple(texts), partial(together, *FORMS[word]))]


def joins(page: Page, i: int, word: str) -> bool:
    """Return whether token `i` is the 'or' or the 'and' between two dates."""
    if word == "and" and page.is_sign(i, "&"):
        return True
    return (
        speaks(page, i, word)
        and not page.has(i, "full", "month")
        and not (page.touches(i) and is_period(page, i))
    )


def _members(page: Page, places: Sequence[int]) -> list[str] | None:
    """Return the members of a set as whole texts, each with what the last or the first one lends it."""
    starts, ends = [0, *(i + 1 for i in places)], [*(i - 1 for i in places), len(page.tokens) - 1]
    if any(start > end for start, end in zip(starts, ends, strict=True)):
        return None
    spans = [*_listed(page, starts[0], ends[0]), *zip(starts[1:], ends[1:], strict=True)]
    found = [one for span in spans if (one := stretch(page, *span))]
    if len(found) < len(spans) or len(found) < 2:
        return None
    pairs = [_pair(one, found[-1]) for one in found[:-1]]
    whole = [pair for pair in pairs if pair]
    if len(whole) < len(pairs):
        return None
    first, last = whole[0]
    inner = [
        with_eras((first, text), found[0], one) for (text, _), one in zip(whole[1:], found[1:-1], strict=True)
    ]
    lent = [pair[1] for pair in inner if pair]
    return [first, *lent, last] if len(lent) == len(inner) else None


def _listed(page: Page, first: int, last: int) -> list[tuple[int, int]]:
    """Return what commas part in a stretch of plain numbers: 2, 5 (and 9 March)."""
    commas = [i for i in range(first, last + 1) if page.is_sign(i, ",")]
    starts, ends = [first, *(i + 1 for i in commas)], [*(i - 1 for i in commas), last]
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if start <= end]
    found = [stretch(page, *span) for span in spans]
    plain = [one for one in found if one]
    return spans if len(plain) == len(spans) and same_level(plain) else [(first, last)]


def _pair(one: Stretch, last: Stretch) -> tuple[str, str] | None:
    left, right = resolved(one, last)
    if DAY in left.levels and right.levels == {YEAR}:  # 2 October 1988 or 1989
        year = next((field for field in left.fields if field.level == YEAR), None)
        text = short_year(left, right) or right.text()
        texts = (left.text(), glued(left.text(left.first, year.first - 1), text)) if year else None
        return texts and with_eras(texts, left, right)
    return completed(one, last)


def together(kind: Kind, joined: Joined, inner: Sequence[Value]) -> Value | None:
    """Return the set of some values; None where one of them is no single date."""
    if any(value.joined or value.points[0].is_end for value in inner):
        return None
    if len({value.points[0].year == "XXXX" for value in inner}) > 1:
        return None
    return Value(kind, tuple(value.points[0] for value in inner), joined)


def double_years(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a day or month whose year has two numbers: 12 Feb 1745/6, Jan 1749/50, 21 July 1979/80."""
    last = len(page.tokens) - 1
    while last > 2 and (is_light(page, last) or is_old_style(page.tokens, last)) and not page.is_number(last):
        last -= 1
    joined = page.is_sign(last - 1, "/") or (page.is_sign(last - 1, "-") and page.touches(last))
    if joined and page.is_number(last, 1, 2, 4) and page.is_number(last - 2, 4):
        before, behind = stretch(page, 0, last - 2), stretch(page, last, last)
        if before and behind and (len(before.fields) >= 3 or _is_of_a_month(page, before)):
            year = page.tokens[last].text
            second = year if len(year) == 4 else short_year(before, behind)
            years = page.tokens[last - 2].text, second or ""
            texts = tuple(edited(page.text, [page.over(last - 2, last, year)]) for year in years)
            if second:
                plain = page.text[: page.tokens[last - 2].end]
                yield [Expression((plain, *texts), of_two_years)]


def _is_of_a_month(page: Page, before: Stretch) -> bool:
    """Return whether a stretch is a month by name and a year."""
    named = any(is_month(page, field.first) for field in before.fields)
    return named and {field.level for field in before.fields} == {MONTH, YEAR}


def of_two_years(inner: Sequence[Value]) -> Value | None:
    """Return a day or month in one of two years: the later one where the old year still ran on, else both.

    inner: the date as written with the first year, and what it is with each of the two.

    >>> february, july = (["1745-02-12", "1745-02-12", "1746-02-12"], ["1979-07-21", "1979-07-21", "1980-07-21"])
    >>> [str(of_two_years([Value.of(text) for text in texts])) for texts in (february, july)]
    ['1746-02-12', '[1979-07-21,1980-07-21]']
    """
    written, first, second = inner
    point = written.points[0]
    if any(value.joined for value in inner) or not point.year.isdigit() or not "01" <= point.month <= "12":
        return None
    years = int(first.points[0].year), int(second.points[0].year)
    follows = years[1] == years[0] + 1
    if not follows:
        return None  # July 1776 - 1789 is a range, and 9 May 2018 - 1984 has a title
    if follows and years[0] < NEW_STYLE and f"{point.month}-{point.day or LAST_DAY}" <= LADY_DAY:
        note = f"old style: the year {years[0]} ran on until 25 March"
        return Value(second.kind, second.points, note=note)
    return Value("alternatives", (*first.points, *second.points), "[]")
