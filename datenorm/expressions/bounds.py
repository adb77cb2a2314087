"""Bounds: before, after, since, until a date. `before 1920`, `seit 2012`, `1920年以前`, `< 1988`.

EDTF has no word for 'before but not on': the date that is named stands as the last or the first one.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from datenorm.dates.values import OPEN, Value
from datenorm.expressions.expression import (
    Expression,
    holds_date,
    is_light,
    is_month,
    is_period,
    languages_in,
    says,
    speaks,
    without,
)
from datenorm.rewriting.page import Page
from datenorm.text.lexicon import MAJOR
from datenorm.text.phrases import languages_with_unit

DIRECTIONS = frozenset(("before", "after"))
OTHER_SIDE = {"<": ">", ">": "<"}
# Senses of units of a date, which count nothing.
OF_FIELDS = ("year>", "month>", "day>", "year<", "month<", "day<")
SIGNS = {"<": "before", "≤": "before", ">": "after", "≥": "after"}


def bounds(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as a bound of the date in it."""
    yield [found for side in ("<", ">") for found in _bounds(page, side)]
    last = len(page.tokens) - 1
    if page.is_sign(last, "+") and holds_date(page, 0, last - 1):  # 1964+
        yield [Expression((without(page, (last,)),), partial(bounded, "after"))]


def _bounds(page: Page, side: str) -> Iterator[Expression]:
    """Yield what a word says of the date behind it ('<'), or of the one before it ('>')."""
    places = range(len(page.tokens)) if side == "<" else reversed(range(len(page.tokens)))
    for i in places:
        direction = _direction(page, i, side)
        if direction and not _begins_range(page, i) and not page.is_sign(i + 1, "#№"):  # PO# 2018-05-09
            rest = (i + 1, len(page.tokens) - 1) if side == "<" else (0, i - 1)
            whole = holds_date(page, *rest) and not (_joins_apart(page, *rest) or _counts(page, *rest))
            if whole:
                ending = side == ">" and page.is_sign(i - 1, "-") and page.touches(i - 1) and page.touches(i)
                gone = (i - 1, i) if ending else (i,)  # 3-tól
                yield Expression((without(page, gone),), partial(bounded, direction))
        if direction:
            return
        if not is_light(page, i):
            return


def _counts(page: Page, first: int, last: int) -> bool:
    """Return whether a number counts days or years, so that the word says how far: 10 päivää 5. toukokuuta jälkeen."""
    spoken = languages_in(page) or MAJOR
    return any(
        page.is_number(i - 1, 1, 2, 3)
        and len(page.tokens[i].text) > 1  # not the d of 4 d'abril
        and not (page.has(i, *OF_FIELDS) or is_month(page, i) or is_period(page, i))
        and not languages_with_unit(page.tokens[i].text).isdisjoint(spoken)
        for i in range(first + 1, last + 1)
    )


def _joins_apart(page: Page, first: int, last: int) -> bool:
    """Return whether a dash stands apart, the only one: what it joins may be the end of a range that begins there.

    since 1850 - 7 June 1860.
    """
    dashes = [i for i in range(first + 1, last) if page.is_sign(i, "-")]
    apart = len(dashes) == 1 and not (page.touches(dashes[0]) or page.touches(dashes[0] + 1))
    return apart and holds_date(page, dashes[0] + 1, last)


def _begins_range(page: Page, i: int) -> bool:
    """Return whether a word says where a range begins whose end a later word says: from 10:00 to 12:00."""
    return speaks(page, i, "from<", "night<") and any(
        speaks(page, j, "to") for j in range(i + 1, len(page.tokens))
    )


def _direction(page: Page, i: int, side: str) -> str | None:
    """Return 'before' or 'after'; None where token `i` says neither, or both in different languages.

    A word with nothing on the side that it governs says so of the other: 5 May 2018 (after).
    """
    if side == "<" and page.tokens[i].kind == "sign":
        return SIGNS.get(page.tokens[i].text)
    beyond = page.tokens[:i] if side == "<" else page.tokens[i + 1 :]
    alone = page.tokens[i].kind == "word" and all(token.kind == "sign" for token in beyond)
    said = says(page, i, side) or (says(page, i, OTHER_SIDE[side]) if alone else frozenset())
    return next(iter(said)) if len(said) == 1 and said <= DIRECTIONS else None


def bounded(direction: str, inner: Sequence[Value]) -> Value | None:
    """Return all days before or after a value, those of the value itself among them; None for a range of hours."""
    (value,) = inner
    points = (OPEN, value.points[-1]) if direction == "before" else (value.points[0], OPEN)
    if points == value.points:  # said twice: с 2011 по настоящее время
        return value
    timed = value.joined == "/" and any(point.time for point in value.points)
    if timed or value.joined not in ("", "/") or any(point.is_end for point in value.points):
        return None
    return Value("open range", points, "/", value.note)
