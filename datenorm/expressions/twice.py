"""One date said twice: `22 مارس 1998 (22 March 1998)`; in two calendars, `9 May 2018 (24 Iyar 5778)`."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial

from datenorm.dates.among import among_words
from datenorm.dates.calendars import DIFFER
from datenorm.dates.calendars import days as days_of
from datenorm.dates.months import eras_of, is_of_another_calendar, read
from datenorm.dates.values import Value
from datenorm.expressions.expression import Expression, cut, holds_date, speaks
from datenorm.expressions.fields import completed, stretch
from datenorm.expressions.ranges import in_two_calendars
from datenorm.judging.spelled import is_old_style
from datenorm.rewriting.page import Page, edited
from datenorm.text.tokens import Token

OPENING, CLOSING = "([{", ")]}"
SIGNS = "=|/"
NUMBERS = 2  # that each date has at least: a day and a year
OURS = frozenset(
    ("calendar:common", "calendar:before", "calendar:julian")
)  # what is said of years that we count in


def twice(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as one date that is said twice."""
    yield [found for i in range(1, len(page.tokens) - 1) for found in _parted(page, i)]
    yield [found for i in range(1, len(page.tokens) - 1) for found in _double_dated(page, i)]


def _parted(page: Page, i: int) -> Iterator[Expression]:
    """Yield the date on both sides of token `i`: a sign or a word for the same, or a bracket around the second."""
    last = len(page.tokens) - 1
    last -= page.is_sign(last, ".")
    bracketed = page.is_sign(i, OPENING) and page.is_sign(last, CLOSING)
    if not (bracketed or page.is_sign(i, SIGNS) or speaks(page, i, "same")):
        return
    ends = (0, i - 1), (i + 1, last - bracketed)
    other = [_is_of_another_calendar(page, *end) for end in ends]
    whole = [holds_date(page, *end) and _numbers(page, *end) >= NUMBERS for end in ends]
    texts = [cut(page, *end) for end in ends]
    if all(whole) and not any(other) and not page.is_sign(i, "/"):
        yield Expression(tuple(texts), _same)
    elif any(other) and not all(other) and whole[other.index(False)]:
        first, end = ends[other.index(True)]
        if not _numbers(page, first, end) and not any(
            map(is_of_another_calendar, page.tokens[first : end + 1])
        ):
            return  # it says of which calendar the date is: 5 May 2018 (lunar calendar)
        counted = any(page.has(i, "era", "calendar:buddhist") for i in range(first, end + 1))
        if counted:  # months and days are ours
            yield Expression(tuple(texts), _same)
            yield Expression(tuple(texts if other[1] else texts[::-1]), _of_the_year)
        else:
            days = _days_of(page.tokens[first : end + 1], page.language)
            yield Expression((texts[other.index(False)],), partial(_own, days))
    elif other == [True, False] and whole[0]:
        yield Expression(tuple(texts), _of_the_year)
    elif any(other) and bracketed and all(_numbers(page, *end) == 1 for end in ends):
        yield Expression(tuple(texts), _same)


def _double_dated(page: Page, i: int) -> Iterator[Expression]:
    """Yield one day as both calendars have it, the second in a bracket from token `i` on, its month or year said once.

    25 октября (7 ноября) 1917 г., 9 (22) января 1905 г., 7 November 1917 (25 October).
    """
    end = next((j for j in range(i + 1, len(page.tokens)) if page.is_sign(j, CLOSING)), None)
    if not page.is_sign(i, OPENING) or end is None:
        return
    styles = [j for j in range(len(page.tokens)) if is_old_style(page.tokens, j)]
    gone = [page.over(j, j + page.is_sign(j + 1, "."), "") for j in styles]
    joined = Page(
        edited(page.text, [page.over(i, i, "/"), page.over(end, end, ""), *gone]), page.order, page.language
    )
    at = next((j for j, token in enumerate(joined.tokens) if token.text == "/"), 0)
    left, right = stretch(joined, 0, at - 1), stretch(joined, at + 1, len(joined.tokens) - 1)
    texts = completed(left, right) if left and right else None
    if texts and not any(page.has(j, "to", "or", "and") for j in range(len(page.tokens))):
        yield Expression(texts, in_two_calendars, counts=True)


def _is_of_another_calendar(page: Page, first: int, last: int) -> bool:
    """Return whether a month, an era or a word for a calendar is that of another than ours."""
    tokens = page.tokens[first : last + 1]
    named = any(
        kind == "era" or (kind.startswith("calendar:") and kind not in OURS)
        for i, token in enumerate(tokens, first)
        for kind in token.senses
        if page.has(i, kind)
    )
    return named or bool(eras_of(tokens)) or any(map(is_of_another_calendar, tokens))


def _numbers(page: Page, first: int, last: int) -> int:
    return sum(page.is_number(i) for i in range(first, last + 1))


def _days_of(tokens: Sequence[Token], language: str | None) -> frozenset[str]:
    """Return the days of ours that a date of another calendar can be; none where nobody knows, or nothing counts them.

    Sources of the Hijri calendar differ: any day near theirs can be meant.
    """
    parts = (tokens, *(tokens[first : last + 1] for first, last in among_words(tokens)))
    written = next(filter(None, (read(part, None, language=language) for part in parts)), [])
    try:
        counted = {(one.calendar, day) for one in written for day in days_of(one)}
    except ModuleNotFoundError:
        return frozenset()
    near = {"hijri": DIFFER}
    return frozenset(
        (day + timedelta(away)).isoformat()
        for calendar, day in counted
        for away in range(-near.get(calendar, 0), near.get(calendar, 0) + 1)
    )


def _own(other: frozenset[str], inner: Sequence[Value]) -> Value | None:
    """Return a date of ours beside the same one of another calendar; None where it is none of that one's days."""
    (value,) = inner
    day = value.edtf.partition("T")[0]
    return value if value.kind == "date" and (not other or day in other) else None


def _of_the_year(ends: Sequence[Value]) -> Value | None:
    """Return a date whose year of ours is said behind it: พ.ศ. 2561 (ค.ศ. 2018)."""
    date, year = ends
    fits = date.kind == "date" and year.kind == "year" and date.points[0].year == year.points[0].year
    return date if fits else None


def _same(ends: Sequence[Value]) -> Value | None:
    """Return the date that both say; None where they say two."""
    first, second = ends
    return first if first == second and first.kind in ("date", "month", "year") else None
