"""One date said twice, perhaps in two ways: but for the surest all are left out, with a time of day behind them.

So is a month that is named twice.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from datenorm.rewriting.page import Edit, Page

SIGNS = "-/."
RUN = 8  # digits of a date without signs


class Said(NamedTuple):
    """A date: the tokens it is in, and its numbers, sorted, the year's last two digits among them.

    year: in full, None where it has two digits. sure: whether the numbers tell which is the day.
    """

    first: int
    last: int
    numbers: tuple[int, ...]
    year: int | None
    sure: bool


def repeats(page: Page) -> Iterator[Edit]:
    """Yield edits that leave out all dates of a text but one, where they are the same: one that is sure, if any is."""
    said = list(_dates(page))
    years = {one.year for one in said} - {None}
    if len(said) < 2 or len({one.numbers for one in said}) > 1 or len(years) != 1:
        return
    kept = max(said, key=lambda one: (one.sure, one.year is not None))
    for one in said:
        if one is not kept:
            yield page.left_out(one.first, _behind_time(page, one.last + 1) - 1)


def months(page: Page) -> Iterator[Edit]:
    """Yield the edit that leaves out the second name of a month, in another language or at another length.

    9 أيار/مايو 2018, 9 Mai (May) 2018.
    """
    for i in range(len(page.tokens) - 2):
        first, second = (page.value(j, "full") or page.value(j, "month") for j in (i, i + 2))
        if first is None or first != second:
            continue
        if page.is_sign(i + 1, "/="):
            yield page.over(i + 1, i + 2, "")
        elif page.is_sign(i + 1, "([") and page.is_sign(i + 3, ")]"):
            yield page.over(i + 1, i + 3, "")


def _dates(page: Page) -> Iterator[Said]:
    i = 0
    while i < len(page.tokens):
        found = _in_a_run(page, i) or _in_numbers(page, i) or _with_name(page, i)
        if found:
            yield found
        i = found.last + 1 if found else i + 1


def _said(first: int, last: int, year: int, others: Iterable[int], is_full: bool, sure: bool) -> Said:
    return Said(first, last, tuple(sorted((year % 100, *others))), year if is_full else None, sure)


def _in_a_run(page: Page, i: int) -> Said | None:
    """Return the date in eight digits at token `i`, year first."""
    if not page.is_number(i, RUN):
        return None
    digits = page.tokens[i].text
    return _said(i, i, int(digits[:4]), (int(digits[4:6]), int(digits[6:])), is_full=True, sure=True)


def _in_numbers(page: Page, i: int) -> Said | None:
    """Return the date in numbers at token `i`: three of them with one sign between, four digits at an end alone."""
    places = (i, i + 2, i + 4)
    joined = page.is_sign(i + 1, SIGNS) and page.is_sign(i + 3, SIGNS)
    if not joined or page.tokens[i + 1].text != page.tokens[i + 3].text:
        return None
    if not (all(page.is_number(at, 1, 2, 4) for at in places) and page.is_number(i + 2, 1, 2)):
        return None
    first, second, third = (int(page.tokens[at].text) for at in places)
    full = [page.is_number(at, 4) for at in places[::2]]
    if all(full):
        return None
    year, other = (first, third) if full[0] else (third, first)
    return _said(i, i + 4, year, (other, second), any(full), full[0])


def _with_name(page: Page, i: int) -> Said | None:
    """Return the date with a month's name that begins at token `i`: 9 May 2011, or May 9, 2011."""
    kinds = ("full", "month")
    if page.is_number(i, 1, 2) and page.has(i + 1, *kinds):
        day_at, month_at, at = i, i + 1, i + 2
    elif page.has(i, *kinds) and page.is_number(i + 1, 1, 2):
        day_at, month_at, at = i + 1, i, i + 2
    else:
        return None
    if page.is_sign(at, ",."):
        at += 1
    month = page.value(month_at, "full") or page.value(month_at, "month")
    if month is None or not page.is_number(at, 4):
        return None
    day, year = int(page.tokens[day_at].text), int(page.tokens[at].text)
    return _said(i, at, year, (day, month), is_full=True, sure=True)


def _behind_time(page: Page, i: int) -> int:
    """Return the token behind the time of day that stands at `i`, `i` where none does."""
    if not (page.is_number(i, 1, 2) and page.is_sign(i + 1, ":") and page.is_number(i + 2, 2)):
        return i
    i += 3
    return i + 2 if page.is_sign(i, ":") and page.is_number(i + 1, 2) else i
