"""The core of a text: the one stretch of it that can be a date, without the words around.

A network that can't read a sentence may still read the date in it. What stands around the core is not lost: the rules
look at all tokens of the text.
"""

from collections.abc import Iterator
from typing import NamedTuple

from datenorm.rewriting.page import Page
from datenorm.text.lexicon import FIRST_UNSPACED

JOINTS = "-/.,'|"
PARTS = "-/?_#~*$€£%&"  # signs that join what they touch, or change it
MOST_APART = 3  # tokens between two fields of a date
YEAR_DIGITS = 4
MOST_FIELDS = 5  # a date, and perhaps the hour and minute behind it


class Stretch(NamedTuple):
    """Tokens that can be the fields of one date, and how much they look like it."""

    first: int
    last: int
    score: int


def core(page: Page) -> tuple[int, int] | None:
    """Return where the core of a text starts and ends; None where no stretch looks most like a date, or all of it does.

    >>> page = Page("decree, november 2006")
    >>> page.text[slice(*core(page))]
    'november 2006'
    >>> core(Page("9 may 2018")), core(Page("9 may 2018 or 10 june 2019"))
    (None, None)
    """
    found = list(_stretches(page))
    best = max((one.score for one in found), default=0)
    leading = [one for one in found if one.score == best]
    if len(leading) != 1:
        return None
    first, last, _ = leading[0]
    if not _is_plain(page, first, last) and (_is_part(page, first, -1) or _is_part(page, last, 1)):
        return None
    start, end = page.tokens[first].start, page.tokens[last].end
    return (start, end) if (start, end) != (0, len(page.text)) else None


def _stretches(page: Page) -> Iterator[Stretch]:
    """Yield the longest stretches of fields with nothing but joints between them."""
    row: list[int] = []
    for i in range(len(page.tokens)):
        if _is_field(page, i):
            row.append(i)
            if _is_whole(page, row):
                yield _scored(page, row)
                row = []
        elif row and not (i - row[-1] <= MOST_APART and _joins(page, i)):
            yield _scored(page, row)
            row = []
    if row:
        yield _scored(page, row)


def _is_whole(page: Page, row: list[int]) -> bool:
    """Return whether fields are a day, a month's name and a year of four digits, in some order."""
    kinds = sorted("name" if _is_month(page, i) else str(len(page.tokens[i].text)) for i in row)
    return len(row) == len("dmy") and kinds[1:] == ["4", "name"] and kinds[0] in ("1", "2")


def _is_plain(page: Page, first: int, last: int) -> bool:
    """Return whether a stretch is 2018-05-09 between slashes: a folder or a file with a date for a name."""
    numbers = [i for i in range(first, last + 1) if page.is_number(i)]
    if [len(page.tokens[i].text) for i in numbers] != [4, 2, 2] or last - first != 4:
        return False
    dashes = page.is_sign(first + 1, "-") and page.is_sign(first + 3, "-")
    return (
        dashes
        and page.is_sign(first - 1, "/\\")
        and (page.is_sign(last + 1, "/\\.") or last + 1 == len(page.tokens))
    )


def _is_part(page: Page, i: int, step: int) -> bool:
    """Return whether what touches a stretch at token `i` makes it part of something longer: mi-2041, H2 2014, 1990-."""
    j = i + step
    if not 0 <= j < len(page.tokens) or not page.touches(max(i, j)):
        return False
    beside = page.tokens[j]
    if beside.kind == "sign":
        return beside.text in PARTS
    if beside.text == "t" and page.is_number(j + 1) and page.touches(j + 1):
        return False  # 2021-10-04T15:39:02Z
    return beside.text < FIRST_UNSPACED or page.has(j, "year>", "month>", "day>")


def _is_field(page: Page, i: int) -> bool:
    token = page.tokens[i]
    if token.kind == "number":
        short = len(token.text) <= YEAR_DIGITS or len(token.text) == 2 * YEAR_DIGITS
        return short and not _is_of_a_time(page, i) and not _is_of_a_name(page, i)
    return _is_month(page, i) or (page.has(i, "year>", "month>", "day>") and page.touches(i))


def _is_of_a_name(page: Page, i: int) -> bool:
    """Return whether a word that is no month's and no field's touches number `i` before it: mudhen72."""
    word = page.touches(i) and page.tokens[i - 1].kind == "word" and page.tokens[i - 1].text < FIRST_UNSPACED
    return word and not _is_month(page, i - 1) and not page.tokens[i - 1].senses


def _is_of_a_time(page: Page, i: int) -> bool:
    """Return whether a colon or a dot joins number `i` to another with a time of day: 20:30, 7.30pm."""
    first = i - 2 if page.is_sign(i - 1, ":.") and page.is_number(i - 2, 1, 2) else i
    last = first + 2
    joined = page.is_sign(first + 1, ":.") and page.is_number(last, 2) and page.touches(last)
    alone = not (page.is_sign(first - 1, ".") and page.is_number(first - 2))  # 11.8.17 früh
    timed = page.is_sign(first + 1, ":") or (alone and page.has(last + 1, "dayperiod", "hour"))
    return joined and timed


def _is_month(page: Page, i: int) -> bool:
    return page.has(i, "full", "month") and not page.has(i, "bound<", "bound>")


def _joins(page: Page, i: int) -> bool:
    return page.is_sign(i, JOINTS) or page.has(i, "connector", "ordinal", "weekday")


def _scored(page: Page, row: list[int]) -> Stretch:
    numbers = [page.tokens[i].text for i in row if page.is_number(i)]
    names = sum(_is_month(page, i) for i in row)
    years = sum(len(number) == YEAR_DIGITS for number in numbers)
    whole = len(numbers) + names >= 3
    possible = numbers and years < 2 and len(numbers) + names <= MOST_FIELDS
    return Stretch(row[0], row[-1], 1 + names + years + whole if possible else 0)
