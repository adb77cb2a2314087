"""Signs between and around the fields of a date that say nothing: 9*May*2018, 12:05:1987, 9 May (2018)."""

import string
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from datenorm.dates.calendar import LAST_DAY, MONTHS
from datenorm.rewriting.page import Edit, Page

ORDINARY = "/.-,'|\\;"  # what the network knows between fields
MEANING = '?#_<>()[]{}"'  # what says something of a field that it touches
ODD = frozenset(string.punctuation) - frozenset(ORDINARY + MEANING)
OPEN, CLOSED = "([{", ")]}"
JOINTS = "/.-"  # of dates in numbers
NEAR = 3  # signs between two fields
LIMITS = {"year": 9999, "month": MONTHS, "day": LAST_DAY}


class Field(NamedTuple):
    """A number or a month's name. part: 'year', 'day', or 'month' where a name or a word behind says so."""

    first: int
    last: int
    part: str


def odd_signs(page: Page) -> Iterator[Edit]:
    """Yield a space for a sign that stands alike on both sides of the middle one of a day, a month's name and a year.

    A colon between three numbers becomes a slash: no time of day has a year. Not so behind a word that leads to no
    date, as in John 3:16:2018.
    """
    for row in _rows(page):
        gaps = [range(a.last + 1, b.first) for a, b in pairwise(row)]
        signs = {page.tokens[gap[0]].text for gap in gaps if len(gap) == 1}
        if [len(gap) for gap in gaps] != [1, 1] or len(signs) != 1 or signs.isdisjoint(ODD):
            continue
        colons = ":" in signs and not _follows_a_stranger(page, row[0].first)
        written = " " if _is_named(row) else "/" if colons else ""
        if written:
            yield from (page.over(gap[0], gap[0], written) for gap in gaps)


def _follows_a_stranger(page: Page, i: int) -> bool:
    """Return whether a word that leads to no date stands directly before token `i`."""
    word = i > 0 and page.tokens[i - 1].kind == "word"
    return word and not page.has(i - 1, "label", "on", "weekday")


def brackets(page: Page) -> Iterator[Edit]:
    """Yield the edits that take away brackets around fields of a date.

    Not those of a day that begins a date or ends it: `(1) May 2018` may be the first of a list, `May 2018 (5)` an
    issue; and of dates in numbers only those around all three or the year, not (2045)-10-10, which may be a telephone.
    """
    for row in _rows(page):
        pairs = list(_pairs(page, row))
        held = [[field for field in row if opened < field.first < closed] for opened, closed in pairs]
        if pairs and (_is_set_off(row, held) if _is_named(row) else _is_held(page, row, pairs, held)):
            for opened, closed in pairs:
                yield page.over(opened, opened, "")
                yield page.over(closed, closed, "")


def _is_set_off(row: list[Field], held: list[list[Field]]) -> bool:
    """Return whether brackets leave a day beside its month: neither (1) May 2018 nor 3 (May 2018)."""
    days = [field for fields in held for field in fields if field.part == "day"]
    outside = any({field.part for field in fields} == {"month", "year"} for fields in held)
    return not outside and all(field is row[1] or [field] not in held for field in days)


def _is_held(page: Page, row: list[Field], pairs: list[tuple[int, int]], held: list[list[Field]]) -> bool:
    bracket = {i for pair in pairs for i in pair}
    joints = [i for a, b in pairwise(row) for i in range(a.last + 1, b.first) if i not in bracket]
    alike = len(joints) == 2 and len({page.tokens[i].text for i in joints}) == 1
    if not alike or page.tokens[joints[0]].text not in JOINTS:
        return False
    square = page.is_sign(pairs[0][0], "[")
    year = held == [[row[2]]] or (held == [[row[0]]] and square)
    return held == [[field] for field in row] or (year and held[0][0].part == "year")


def _pairs(page: Page, row: list[Field]) -> Iterator[tuple[int, int]]:
    """Yield where brackets open and close around one or two fields of a row, and nothing else touches them."""
    opened = None
    for i in range(max(0, row[0].first - 1), min(row[2].last + 2, len(page.tokens))):
        if page.is_sign(i, OPEN):
            opened = i
        elif page.is_sign(i, CLOSED) and opened is not None:
            alike = OPEN.index(page.tokens[opened].text) == CLOSED.index(page.tokens[i].text)
            if alike and not (opened < row[0].first and i > row[2].last):
                yield opened, i
            opened = None


def _rows(page: Page) -> Iterator[list[Field]]:
    """Yield rows of three fields, a year of four digits, a month and a day, with signs alone between them."""
    fields = list(_fields(page))
    near = [_is_near(page, a, b) for a, b in pairwise(fields)]
    for i in range(len(fields) - 2):
        lone = not any(near[j] for j in (i - 1, i + 2) if 0 <= j < len(near))
        row = fields[i : i + 3]
        if near[i] and near[i + 1] and lone and _is_a_date(row):
            yield row


def _is_near(page: Page, a: Field, b: Field) -> bool:
    between = page.tokens[a.last + 1 : b.first]
    return len(between) <= NEAR and all(token.kind == "sign" for token in between)


def _is_a_date(row: list[Field]) -> bool:
    """Return whether a row has one year, at one end, one day, and a month, named or in numbers."""
    parts = [field.part for field in row]
    ends = parts.count("year") == 1 and parts[1] != "year"
    return ends and (sorted(parts) == ["day", "month", "year"] or parts.count("day") == 2)


def _is_named(row: list[Field]) -> bool:
    return any(field.part == "month" for field in row)


def _fields(page: Page) -> Iterator[Field]:
    for i, token in enumerate(page.tokens):
        if token.kind == "word" and page.has(i, "full", "month"):
            dotted = page.is_sign(i + 1, ".") and page.touches(i + 1)
            yield Field(i, i + dotted, "month")
        elif token.kind == "number":
            behind = [part for part in LIMITS if page.touches(i + 1) and page.has(i + 1, f"{part}>")]
            before = [part for part in LIMITS if page.has(i - 1, f"{part}<")]
            part = next(iter(behind + before), "year" if page.is_number(i, 4) else "day")
            whole = page.is_number(i, 4) if part == "year" else page.is_number(i, 1, 2)
            if whole and 1 <= int(token.text) <= LIMITS[part]:
                yield Field(i - bool(before and not behind), i + bool(behind), part)
