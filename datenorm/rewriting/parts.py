"""Unknown parts of a date: 2003-08-XX is August 2003, and UN-JAN-2015 January 2015.

Left out is what is unknown at the small end: the day, or the day and the month. An unknown month between a day and a
year stays where it is, and the date is refused.
"""

from collections.abc import Iterator
from typing import NamedTuple

from datenorm.dates.calendar import MONTHS
from datenorm.rewriting.page import Edit, Page

MARKS = "?_*"
JOINTS = "-/.,"
# What may be left out, by the kinds of the three parts: u unknown, m a month's name, n a number, Y one of four digits.
LEFT_OUT = {"umY": (0,), "muY": (1,), "uuY": (0, 1), "Ymu": (2,), "Ynu": (2,), "Yuu": (1, 2)}
BY_ORDER = {"unY": (0,), "nuY": (1,)}  # here the order says whether the number is a month


class Part(NamedTuple):
    """A part of a date and its tokens."""

    kind: str
    first: int
    last: int


def unknown(page: Page) -> Iterator[Edit]:
    """Yield edits that leave out the unknown day of a date, or its unknown day and month."""
    for parts in _dates(page):
        kinds = "".join(part.kind for part in parts)
        for place in _left_out(page, parts, kinds):
            yield _without(page, parts, place)


def _left_out(page: Page, parts: list[Part], kinds: str) -> tuple[int, ...]:
    if kinds in BY_ORDER:
        return BY_ORDER[kinds] if _is_a_month(page, parts, kinds) else ()
    return LEFT_OUT.get(kinds, ())


def _is_a_month(page: Page, parts: list[Part], kinds: str) -> bool:
    """Return whether the number of a date with one unknown part is its month."""
    middle = kinds == "unY"
    number = page.number(parts[1 if middle else 0].first) or 0
    return 0 < number <= MONTHS and (page.order == "MDY") != middle


def _without(page: Page, parts: list[Part], place: int) -> Edit:
    """Return the edit that leaves out a part with what joins it to the next, or to the one before."""
    part, tokens = parts[place], page.tokens
    if parts[0].kind != "Y":
        return Edit(tokens[part.first].start, tokens[parts[place + 1].first].start, "")
    return Edit(tokens[parts[place - 1].last].end, tokens[part.last].end, "")


def _dates(page: Page) -> Iterator[list[Part]]:
    """Yield each row of three parts that signs or connecting words join, and no more than three."""
    row: list[Part] = []
    i = 0
    while i <= len(page.tokens):
        part = _part(page, i) if i < len(page.tokens) else None
        if part:
            row.append(part)
            i = part.last
        elif not (i < len(page.tokens) and row and _joins(page, i)):
            if len(row) == 3:
                yield row
            row = []
        i += 1


def _part(page: Page, i: int) -> Part | None:
    token = page.tokens[i]
    if token.kind == "number":
        zeros = token.text == "00" and _stands_alone(page, i, i)
        return Part("u" if zeros else "Y" if len(token.text) == 4 else "n", i, i)
    if page.is_sign(i, MARKS) and not page.is_doubt(i):
        j = i
        while page.is_sign(j + 1, token.text) and page.touches(j + 1):
            j += 1
        return Part("u", i, j) if _stands_alone(page, i, j) else None
    if page.is_unknown(i) or token.text in ("x", "xx"):
        return Part("u", i, i)
    return Part("m", i, i) if page.has(i, "full", "month") else None


def _stands_alone(page: Page, i: int, j: int) -> bool:
    """Return whether no digit or letter touches the marks from `i` to `j`, nor one mark more."""
    before = page.touches(i) and (
        page.tokens[i - 1].kind != "sign" or page.is_sign(i - 1, page.tokens[i].text)
    )
    behind = page.touches(j + 1) and page.tokens[j + 1].kind != "sign"
    return not before and not behind


def _joins(page: Page, i: int) -> bool:
    return page.is_sign(i, JOINTS) or page.has(i, "connector") or page.has(i, "ordinal")
