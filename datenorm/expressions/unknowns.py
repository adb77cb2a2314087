"""Unknown digits: `19??`, `186-`, `14 Mar 18__`, `??.05.2018`, `2016-07-2X`.

A number is written over each, which the network can read; where that number comes out, the digits that nobody knows
stand in its place.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple

from datenorm.dates.months import is_republican
from datenorm.dates.values import Point, Value
from datenorm.expressions.expression import Expression, is_month, is_unknown_end, months_in
from datenorm.rewriting.page import Page

MARK = r"?_*xu#□"
YEAR = rf"[12][0-9](?:[0-9][-{MARK}](?:-(?=\?))?|--|\.\.|[{MARK}]{{2}}|[{MARK}][0-9])"
PART = rf"[0-3][{MARK}]"
WHOLE = (
    rf"[{MARK}]{{2,}}|(?<=[-/.])[{MARK}](?=[-/.])|(?<![^\s])[{MARK}](?=[-/.](?! [0-9]{{4}}))|[{MARK}](?=[月日월일])"
    rf"|(?<=[-/.][{MARK}][-/.])[{MARK}](?!\S)|\[\?\](?=[-/. ]*[^\W_])|(?<![0-9:.])(?<!99[-/])00(?![0-9:])"
    rf"|(?<=[0-9][-/.])00(?=[-/.])"
)
BLANK = rf"[{MARK}]{{4,}}"  # room for a year
MASKED = re.compile(rf"(?<![0-9a-z])(?:(?P<year>{YEAR})|(?P<part>{PART})|(?P<whole>{WHOLE}))(?![0-9a-z])")
# What may be written over the digits of a day and of a month; the first number that the text has not itself is taken.
DAYS = {
    "0": ("05", "07", "08"),
    "1": ("15", "17", "18"),
    "2": ("25", "27", "28"),
    "3": ("30",),
    "": ("28", "27", "26"),
}
MONTHS = {"0": ("05", "07", "08"), "1": ("11", "10", "12"), "": ("11", "10", "12")}
PARTS = {"DMY": ("day", "month"), "MDY": ("month", "day")}  # which number is what, where an order is known
MOST = 3  # in one date
# Signs that stand for a field, those of FAINT two at a time, or between two joints.
BLANKS, FAINT = "?_*#□", "-."
# The parts of a date with blanks: u blank, n a number, m a month's name, Y a year.
ROWS = frozenset(("uuY", "Yuu", "unY", "nuY", "Ynu", "Yun", "umY", "muY", "Ymu", "Yum"))
YEARLESS = frozenset(("nnu", "unn", "nmu", "mnu", "umn"))
JOINTS = "-/.,_"


class Hidden(NamedTuple):
    """Digits that nobody knows. mask: with X for them. field: which one it is. number: what is written over them."""

    mask: str
    field: str
    number: str


class Place(NamedTuple):
    """Where unknown digits stand in a text, and what they may be."""

    start: int
    end: int
    tries: tuple[Hidden, ...]


def unknowns(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text with the digits in it that nobody knows; an end of a range is none of them."""
    if any(is_unknown_end(page, i) for i in range(len(page.tokens))):
        return
    row = _row(page)
    if len(row) > 1:  # a year alone is known
        year = next(token.text for token in page.tokens if token.kind == "number")
        yield Expression.of(Value.of(f"{year}-XX-XX"))
    places = _places(page, row)
    if 0 < len(places) <= MOST:
        yield list(_written(page.text, places))


def _places(page: Page, row: Sequence[tuple[int, int, str]]) -> list[Place]:
    """Return the unknown digits of a text, `row` if that is all of them."""
    if row:
        return [Place(start, end, _tries(page, start, mask, row)) for start, end, mask in row]
    years = {token.start for i, token in enumerate(page.tokens) if is_republican(page.tokens, i)}  # an XX
    found = (match for match in MASKED.finditer(page.text) if match.start() not in years)
    spans = [(*match.span(), _mask(match)) for match in found]
    taken = {place for start, end, _ in spans for place in range(start, end)} | years
    for i, token in enumerate(page.tokens):
        if token.start not in taken and token.kind == "word" and page.is_unknown(i) and _is_inside(page, i):
            spans.append((token.start, token.end, "XX"))
    return [Place(start, end, _tries(page, start, mask, spans)) for start, end, mask in sorted(spans)]


def _row(page: Page) -> list[tuple[int, int, str]]:
    """Return the blanks of a date of three parts in which a day, a month or both are left blank; none for any other.

    >>> [len(_row(Page(text))) for text in ("? of ?, 1993", "12 .. 1917", "1926-.-07", "1984 ?", "-- 1968 --")]
    [2, 1, 1, 0, 0]
    """
    kinds, blanks, i = "", [], 0
    while i < len(page.tokens):
        bracketed = page.is_sign(i, "[") and page.is_sign(i - 1, "-/.")
        last = None if page.is_doubt(i + page.is_sign(i, "[")) and not bracketed else _blank(page, i)
        if last is not None:
            start, end = page.tokens[i].start, page.tokens[last].end
            blanks.append((start, end, "XXXX" if end - start >= len("____") else "XX"))
            kinds += "u"
        elif page.is_number(i, 1, 2, 4):
            kinds += "Y" if page.is_number(i, 4) else "n"
        elif is_month(page, i):
            kinds += "m"
        elif not (page.is_sign(i, JOINTS) or page.has(i, "connector", "ordinal")):
            return []
        i = (i if last is None else last) + 1
    if len({page.text[start:end] for start, end, _ in blanks}) != 1:
        return []
    if kinds in YEARLESS:
        return blanks if blanks[0][2] == "XXXX" else []
    years = kinds == "Yun" and page.is_sign(1, ".")  # 1816 ... 23 may be a range of them
    return [(start, end, "XX") for start, end, _ in blanks] if kinds in ROWS and not years else []


def _blank(page: Page, i: int) -> int | None:
    """Return the last token of the blank that begins with token `i`: ??, [?], --, UNK; None where none does."""
    if page.is_unknown(i):
        return i
    if page.is_sign(i, "[") and page.is_sign(i + 1, BLANKS) and page.is_sign(i + 2, "]"):
        return i + 2
    last = i
    while page.is_sign(last + 1, page.tokens[i].text) and page.touches(last + 1):
        last += 1
    beside = {page.tokens[j].kind for j, k in ((i - 1, i), (last + 1, last + 1)) if page.touches(k)}
    if beside <= {"sign"} and page.is_sign(i, BLANKS + FAINT * (last > i or _is_joined(page, i))):
        return last
    return last if page.is_sign(i, BLANKS) and last > i else None


def _is_joined(page: Page, i: int) -> bool:
    """Return whether a sign that joins fields touches token `i` on both sides, and is none of a row: ..-..-1897."""
    joined = page.is_sign(i - 1, JOINTS) and page.is_sign(i + 1, JOINTS)
    joined = joined and page.touches(i) and page.touches(i + 1)
    rows = ((i - 2, i - 1), (i + 2, i + 1))
    return joined and not any(page.is_sign(j, page.tokens[k].text) for j, k in rows)


def _is_inside(page: Page, i: int) -> bool:
    """Return whether a word for 'unknown' stands among the fields of a date, and is no end of a range."""
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(page.tokens)]
    apart = any(page.is_sign(j, "-~") and not (page.touches(j) and page.touches(j + 1)) for j in beside)
    return not apart and not any(page.has(j, "to", "from<") for j in beside)


def _mask(match: re.Match[str]) -> str:
    if match["year"]:
        return re.sub(r"[^0-9]", "X", match["year"])[:4]
    return f"{match['part'][0]}X" if match["part"] else "XX"


def _tries(page: Page, start: int, mask: str, spans: Sequence[tuple[int, int, str]]) -> tuple[Hidden, ...]:
    """Return what unknown digits may be: a day or a month, unless the order of the numbers tells which."""
    if len(mask) == 4:
        return (Hidden(mask, "year", _leap(mask)),)
    named = bool(months_in(page))
    if (
        (named or re.match(f"{BLANK}[年년]", page.text[start:]))
        and re.match(BLANK, page.text[start:])
        and not any(page.is_number(i, 4) for i in range(len(page.tokens)))
    ):
        return (Hidden("XXXX", "year", _leap("XXXX")),)
    own = {token.text.zfill(2) for token in page.tokens if token.kind == "number"}
    found = []
    for field, numbers in (("day", DAYS), ("month", MONTHS)):
        free = [number for number in numbers.get(mask.strip("X"), ()) if number not in own]
        if free and _by_order(page, start, spans) in (None, field) and not (named and field == "month"):
            found.append(Hidden(mask, field, free[0]))
    return tuple(found)


def _by_order(page: Page, start: int, spans: Sequence[tuple[int, int, str]]) -> str | None:
    """Return which field stands at `start` in a date of numbers alone, where their order is known."""
    hidden = [at for at, _, mask in spans if len(mask) == 2]
    taken = {at for begin, end, _ in spans for at in range(begin, end)}
    plain = [t.start for t in page.tokens if t.kind == "number" and len(t.text) < 3 and t.start not in taken]
    numbers = sorted(hidden + plain)
    first = next(iter(page.tokens))
    order = PARTS.get("MDY" if first.kind == "number" and len(first.text) == 4 else page.order or "", ())
    return order[numbers.index(start)] if order and len(numbers) == 2 else None


def _leap(mask: str) -> str:
    """Return the first leap year that a mask can be, in which all days exist; its first year where none is."""
    numbers = [year for year in range(1000, 3000) if re.fullmatch(mask.replace("X", "."), str(year))]
    return str(next((year for year in numbers if year % 4 == 0 and year % 100), numbers[0]))


def _written(text: str, places: Sequence[Place]) -> Iterator[Expression]:
    for hidden in product(*(place.tries for place in places)):
        pieces, at = [], 0
        for place, one in zip(places, hidden, strict=True):
            pieces += [text[at : place.start], one.number]
            at = place.end
        yield Expression(("".join([*pieces, text[at:]]),), partial(masked, hidden), rewritten=True)


def masked(hidden: Sequence[Hidden], inner: Sequence[Value]) -> Value | None:
    """Return a date with its unknown digits as X; None where a number written over them did not come out once.

    >>> str(masked([Hidden("2X", "day", "25")], [Value.of("1971-05-25")]))
    '1971-05-2X'
    """
    (value,) = inner
    if value.joined:
        return None
    point: Point | None = value.points[0]
    for one in hidden:
        point = point and _hide(point, one)
    return Value.of(str(point), note=value.note) if point else None


def _hide(point: Point, hidden: Hidden) -> Point | None:
    return (
        point._replace(**{hidden.field: hidden.mask})
        if getattr(point, hidden.field) == hidden.number
        else None
    )
