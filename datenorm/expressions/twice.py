"""One date said twice: `22 مارس 1998 (22 March 1998)`; in two calendars, `9 May 2018 (24 Iyar 5778)`."""

from collections.abc import Iterator, Sequence

from datenorm.dates.months import eras_of, is_of_another_calendar
from datenorm.dates.values import Value
from datenorm.expressions.expression import Expression, cut, holds_date, speaks
from datenorm.rewriting.page import Page

OPENING, CLOSING = "([{", ")]}"
SIGNS = "=|/"
NUMBERS = 2  # that each date has at least: a day and a year
OURS = frozenset(
    ("calendar:common", "calendar:before", "calendar:julian")
)  # what is said of years that we count in


def twice(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as one date that is said twice."""
    yield [found for i in range(1, len(page.tokens) - 1) for found in _parted(page, i)]


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
        yield Expression((texts[other.index(False)],), _own)
    elif other == [True, False] and whole[0]:
        yield Expression(tuple(texts), _of_the_year)


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


def _own(inner: Sequence[Value]) -> Value | None:
    """Return a date of ours beside the same one of another calendar."""
    (value,) = inner
    return value if value.kind == "date" else None


def _of_the_year(ends: Sequence[Value]) -> Value | None:
    """Return a date whose year of ours is said behind it: พ.ศ. 2561 (ค.ศ. 2018)."""
    date, year = ends
    fits = date.kind == "date" and year.kind == "year" and date.points[0].year == year.points[0].year
    return date if fits else None


def _same(ends: Sequence[Value]) -> Value | None:
    """Return the date that both say; None where they say two."""
    first, second = ends
    return first if first == second and first.kind == "date" else None
