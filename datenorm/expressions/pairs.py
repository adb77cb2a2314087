"""Pairs: two periods that say their word, their era and their year once. `2nd or 1st century BC`, `KW 19-20/2018`.

Each is read as a text of its own, with all that both of them share.
"""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from datenorm.expressions.expression import Build, Expression, is_light, numeral, speaks
from datenorm.expressions.periods import DECADE, explained
from datenorm.expressions.ranges import joined
from datenorm.expressions.sets import FORMS, joins, together
from datenorm.rewriting.page import Edit, Page, edited

PERIODS = (
    "letter:century",
    "letter:decade",
    *(f"period:{kind}" for kind in ("century", "millennium", "decade", "week", "quarter")),
)
ERAS = ("era", "calendar:buddhist")
YEAR, SHORT = 4, 2  # digits


class Mark(NamedTuple):
    """A number of a period, token `at`, and the last token of what belongs to it: 2nd, 19., xix, 1920s."""

    at: int
    last: int


def pairs(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as a range or a set of two such periods."""
    if page.kinds.isdisjoint((*PERIODS, *ERAS)):
        return
    places = range(1, len(page.tokens) - 1)
    yield [found for i in places if (build := _build(page, i)) for found in _pair(page, i, build)]


def _build(page: Page, i: int) -> Build | None:
    """Return what token `i` makes of the periods on both its sides: a range or a set; None where it joins none."""
    if page.is_sign(i, "-~/") or (speaks(page, i, "to") and not page.has(i, *PERIODS)):
        return joined
    word = next((word for word in FORMS if joins(page, i, word)), None)
    if word == "and" and (speaks(page, 0, "between<") or speaks(page, len(page.tokens) - 1, "between>")):
        return joined
    return partial(together, *FORMS[word]) if word else None


def _pair(page: Page, i: int, build: Build) -> Iterator[Expression]:
    """Yield what the periods with the numbers on both sides of token `i` are together."""
    left = _before(page, i - 1)
    suffixed = left is not None and (_is_suffix(page, left.last) or _is_unit(page, left.last))
    right = _behind(page, i + 1, suffixed)
    full = _full(page, left, right) if left and right else None
    if not left or not right or full is None or not _share(page, left, right):
        return
    if page.is_sign(i, "/") and not _is_suffix(page, left.last):
        return  # KW 19/18 is of 2018
    one = edited(page.text, [page.over(i, right.last, "")])
    gone = page.over(left.at, i, "")
    texts = (one, edited(page.text, [gone, *full]))
    yield Expression(texts, build, rewritten=bool(full))
    word = _word(page, left.at - 1, -1)
    if build is joined and _is_of_years(page, word, left) and explained(page, (word, left.at, i, right.at)):
        year = full[0].text if full else page.tokens[right.at].text
        yield Expression((page.tokens[left.at].text, year), joined)


def _before(page: Page, i: int) -> Mark | None:
    """Return the number that ends at token `i`."""
    at = i
    while at > 0 and (_is_ending(page, at) or _is_suffix(page, at) or _is_unit(page, at)):
        at -= 1
    return Mark(at, i) if _is_count(page, at) else None


def _behind(page: Page, i: int, suffixed: bool) -> Mark | None:
    """Return the number that begins at token `i`. suffixed: whether the word behind it is its own: 1920s-30s."""
    at = i + page.is_sign(i, "'")
    last = at
    while page.touches(last + 1) and (
        _is_ending(page, last + 1) or (suffixed and (_is_suffix(page, last + 1) or _is_unit(page, last + 1)))
    ):
        last += 1
    return Mark(at, last) if _is_count(page, at) else None


def _is_ending(page: Page, i: int) -> bool:
    """Return whether token `i` belongs to the number before it: 19th, 19., 19-го."""
    if page.is_number(i) or numeral(page, i):
        return False
    return (
        page.is_sign(i, ".")
        or page.has(i, "ordinal")
        or (page.is_sign(i, "-") and page.has(i + 1, "ordinal"))
    )


def _is_suffix(page: Page, i: int) -> bool:
    """Return whether token `i` makes the number that it touches a decade: 1920s, 60er."""
    return page.touches(i) and page.is_number(i - 1) and speaks(page, i, *DECADE)


def _is_unit(page: Page, i: int) -> bool:
    """Return whether token `i` is the word for years of the number that it touches: 50年."""
    return page.touches(i) and page.is_number(i - 1) and page.has(i, "year>")


def _is_count(page: Page, i: int) -> bool:
    return page.is_number(i, 1, 2, 3, 4) or numeral(page, i) is not None


def _full(page: Page, left: Mark, right: Mark) -> list[Edit] | None:
    """Return the edits that write the second number in full; None where the two are of different kinds.

    >>> page = Page("1920s-30s")
    >>> _full(page, Mark(0, 1), Mark(3, 4))
    [Edit(start=6, end=8, text='1930')]
    """
    one, other = page.tokens[left.at], page.tokens[right.at]
    if one.kind != other.kind:
        return None
    if one.kind == "word":
        return []
    if len(one.text) == YEAR and len(other.text) == SHORT:
        return [page.over(right.at, right.at, one.text[:SHORT] + other.text)]
    same = len(one.text) == len(other.text) or max(len(one.text), len(other.text)) <= SHORT
    return [] if same else None


def _share(page: Page, left: Mark, right: Mark) -> bool:
    """Return whether a word for periods or an era stands directly before or behind two numbers, and is of both."""
    digits = page.tokens[left.at].text, page.tokens[right.at].text
    of_years = any(len(one) > SHORT and one.isdigit() for one in digits)
    before, behind = _word(page, left.at - 1, -1), _word(page, right.last + 1, 1)
    if _is_suffix(page, left.last):
        return _is_suffix(page, right.last) or speaks(page, behind, *DECADE)
    if any(speaks(page, i, *DECADE) for i in (before, behind)):
        near = speaks(page, before, *DECADE) or (page.touches(behind) and page.touches(right.last + 1))
        return all(one.endswith("0") for one in digits) and (near or not of_years)
    if any(page.has(i, *ERAS) for i in (before, behind)):
        return all(one.isdigit() for one in digits)
    return not of_years and any(speaks(page, i, *PERIODS) for i in (before, behind))


def _is_of_years(page: Page, i: int, left: Mark) -> bool:
    """Return whether token `i` may say of two whole years that they are years: anni 1940-1950; décadas never does."""
    return (
        page.is_number(left.at, YEAR)
        and speaks(page, i, *DECADE)
        and speaks(page, i, "year", "unit:year", "count>")
    )


def _word(page: Page, i: int, step: int) -> int:
    """Return the first token from `i` on, forwards or back, that says more than 'of the' and a full stop."""
    while 0 <= i < len(page.tokens) and not page.is_number(i) and is_light(page, i):
        if speaks(page, i, *PERIODS) or page.has(i, *ERAS):
            break
        i += step
    return i
