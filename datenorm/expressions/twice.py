"""One date said twice, the second time in brackets or behind a sign for the same: `22 مارس 1998 (22 March 1998)`."""

from collections.abc import Iterator, Sequence

from datenorm.dates.values import Value
from datenorm.expressions.expression import Expression, cut, holds_date
from datenorm.rewriting.page import Page

OPENING, CLOSING = "([{", ")]}"
SIGNS = "=|"
NUMBERS = 2  # that each has at least: a day and a year


def twice(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as one date that is said twice."""
    yield [found for i in range(1, len(page.tokens) - 1) for found in _parted(page, i)]


def _parted(page: Page, i: int) -> Iterator[Expression]:
    """Yield the date on both sides of token `i`, which is a sign between them or the bracket around the second."""
    last = len(page.tokens) - 1
    last -= page.is_sign(last, ".")
    bracketed = page.is_sign(i, OPENING) and page.is_sign(last, CLOSING)
    if not (bracketed or page.is_sign(i, SIGNS)):
        return
    ends = (0, i - 1), (i + 1, last - bracketed)
    if all(holds_date(page, *end) and _numbers(page, *end) >= NUMBERS for end in ends):
        yield Expression(tuple(cut(page, *end) for end in ends), _same)


def _numbers(page: Page, first: int, last: int) -> int:
    return sum(page.is_number(i) for i in range(first, last + 1))


def _same(ends: Sequence[Value]) -> Value | None:
    """Return the date that both say; None where they say two."""
    first, second = ends
    return first if first == second and first.kind == "date" else None
