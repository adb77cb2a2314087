"""Parts of something longer: early, mid and late; the first half, the third quarter of a century.

By thirds: early 1920 is January to April, the mid 1920s are 1923 to 1926, late in May is from the 21st on. Others cut
otherwise, so that the ends are approximate, and a note says how they were cut.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import partial

from datenorm.dates.values import Point, Value, days_of
from datenorm.expressions.bounds import DIRECTIONS, bounded
from datenorm.expressions.expression import Expression, is_light, says, without
from datenorm.rewriting.page import Page
from datenorm.text.lexicon import languages_of

MONTH = "月"
THIRDS = ("early", "mid", "late")
LONGEST_CUT = 3  # letters of a Latin word that is cut short, and has a dot
# First and last member of each third.
OF_YEARS = {10: ((0, 2), (3, 6), (7, 9)), 100: ((0, 32), (33, 66), (67, 99))}
OF_MONTHS = ((1, 4), (5, 8), (9, 12))
OF_DAYS = ((1, 10), (11, 20), (21, 31))
LENGTHS = {"decade": 10, "century": 100}  # years


def thirds(page: Page) -> Iterator[list[Expression]]:
    """Yield a text without the word for early, mid or late, of which it says the third."""
    yield [found for side in ("<", ">") for found in _thirds(page, side)]


def _thirds(page: Page, side: str) -> Iterator[Expression]:
    places = range(len(page.tokens)) if side == "<" else reversed(range(len(page.tokens)))
    for i in places:
        names = says(page, i, side)
        said = [THIRDS.index(name) for name in names if name in THIRDS]
        if side == ">" and not said:
            latin = in_latin(page, i)
            yield from (Expression((without(page, {i}),), partial(_of_a_century, number)) for number in latin)
        if said:
            joint = {i + 1} if side == "<" and page.is_sign(i + 1, "-") else set()
            inner = _cut(page, i) or without(page, {i, *joint})
            directions = names.intersection(DIRECTIONS)
            if len(said) == 1 and inner and len(directions) < len(DIRECTIONS):
                yield Expression((inner,), partial(_bounded, directions, said[0]))
            return
        if not is_light(page, i):
            return


def _bounded(directions: Collection[str], number: int, inner: Sequence[Value]) -> Value | None:
    """Return a third, or all days before or after it, where its word says so in its case: 2018. május végéig."""
    value = third(number, inner)
    for direction in directions:
        value = value and bounded(direction, [value])
    return value


def in_latin(page: Page, i: int) -> list[int]:
    """Return the third that token `i` says as manuscripts are described, if it does: s. XVI in., med., ex."""
    whole = len(page.tokens[i].text) > LONGEST_CUT or page.is_sign(i + 1, ".")
    return [number for number, name in enumerate(THIRDS) if whole and page.has(i, f"letter:{name}")]


def _of_a_century(number: int, inner: Sequence[Value]) -> Value | None:
    return third(number, inner) if inner[0].kind == "century" else None


def _cut(page: Page, i: int) -> str:
    """Return the text up to 月, where that is the month of a number and begins a word: 5月末; '' for any other."""
    is_month = page.tokens[i].text.startswith(MONTH) and page.is_number(i - 1, 1, 2) and page.touches(i)
    # In Japanese 5月中 is all of May.
    known = page.language or any("ja" in languages_of(said) for said in page.tokens[i].senses.values())
    last = is_month and known and i == len(page.tokens) - 1
    return page.text[: page.tokens[i].start] + MONTH if last else ""


def third(number: int, inner: Sequence[Value]) -> Value | None:
    """Return a third of a month, a year, a decade or a century; None of anything else.

    >>> str(third(0, [Value.of("1920")])), str(third(2, [Value.of("18XX")])), str(third(1, [Value.of("1904-02")]))
    ('1920-01~/1920-04~', '1867~/1899~', '1904-02-11~/1904-02-20~')
    """
    (value,) = inner
    point = value.points[0]
    if value.joined or point.day or (point.qualifier and point.qualifier != "~"):
        return None
    ends = _ends(value, point, number)
    if ends is None:
        return None
    note = f"{THIRDS[number]}: by thirds"
    return Value("part", (ends[0]._replace(qualifier="~"), ends[1]._replace(qualifier="~")), "/", note)


def _ends(value: Value, point: Point, number: int) -> tuple[Point, Point] | None:
    length = LENGTHS.get(value.kind)
    if length and not point.month:
        base = first_year(point)
        first, last = OF_YEARS[length][number]
        return Point(year_of(base + first)), Point(year_of(base + last))
    if "X" in point.year or point.month[:1] in ("2", "3", "4"):
        return None
    if not point.month:
        first, last = OF_MONTHS[number]
        return Point(point.year, f"{first:02d}"), Point(point.year, f"{last:02d}")
    if not point.month.isdigit():
        return None
    first, last = OF_DAYS[number]
    last = min(last, days_of(int(point.year), int(point.month)))
    return Point(*point[:2], f"{first:02d}"), Point(*point[:2], f"{last:02d}")


def first_year(point: Point) -> int:
    """Return the first year of a decade or a century, astronomical: 0 for 1 BC.

    >>> first_year(Point("18XX")), first_year(Point("-02XX"))
    (1800, -299)
    """
    return int(point.year.replace("X", "9" if point.year.startswith("-") else "0"))


def year_of(number: int) -> str:
    """Return an astronomical year as EDTF writes it.

    >>> year_of(1800), year_of(-32), year_of(0)
    ('1800', '-0032', '0000')
    """
    return f"{'-' if number < 0 else ''}{abs(number):04d}"
