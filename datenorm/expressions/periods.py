"""Periods: decades, centuries, seasons, quarters, halves, weeks. `1860s`, `XIX век`, `printemps 1920`, `Q3 2018`.

Exact code claims the word and its number; what is left is the year, which is read as a text of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from datenorm.dates.values import Point, Value, days_of
from datenorm.expressions.expression import Expression, is_light, numeral, speaks, without
from datenorm.expressions.parts import LENGTHS, THIRDS, third
from datenorm.rewriting.page import Page

SEASON = 20  # what EDTF adds to their numbers, as below to those of equal parts
PARTS = {4: 32, 3: 36, 2: 39}
HALF_MONTH = 15  # days of its first half
LAST = -1  # in words
LAST_CENTURY, LAST_MONTH = 21, 12
WEEKS = 53
# Languages whose word for a decade means a century after a number of whole hundreds: 1800-talet.
COUNTS_CENTURIES = frozenset(("sv", "da", "nb", "nn", "no", "fi"))
OPEN_CENTURY = 50  # two digits of a decade below this may be of this century or the last
Claim = tuple[int, ...]  # tokens


def periods(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as a period."""
    yield list(_centuries(page))
    yield list(_decades(page))
    yield list(_parts(page, "period:quarter", "quarter<", 4))
    yield list(_parts(page, "period:third", "", 3))
    yield list(_parts(page, "period:half", "half<", 2))
    yield list(_seasons(page))
    yield list(_weeks(page))


def _centuries(page: Page) -> Iterator[Expression]:
    for i in places(page, "period:century"):
        for claim, number in _numbers(page, i, LAST_CENTURY, words=True):
            before = [j for j in range(len(page.tokens)) if page.has(j, "calendar:before")]
            common = [j for j in range(len(page.tokens)) if page.has(j, "calendar:common")]
            if _counts(page, i, claim) and explained(page, (i, *claim, *before, *common)):
                year = f"{'-' if before else ''}{number - 1:02d}XX"
                yield from Expression.of(Value.of(year, "century"))
                return


def _counts(page: Page, i: int, claim: Claim) -> bool:
    """Return whether a letter for 'century' has a number that it may have: s. XIX, XVIII w., 19th c."""
    if len(page.tokens[i].text) > 1 or not page.tokens[i].text.isascii():
        return True
    number = page.tokens[claim[0]].kind == "word" and (claim[0] < i or page.tokens[i].text == "s")
    return number or any(page.has(j, "ordinal") for j in claim if j < i)


def _decades(page: Page) -> Iterator[Expression]:
    for i in places(page, "period:decade"):
        for j in (i - 1, i + 1, i - 2, i + 2):
            digits = page.tokens[j].text if page.is_number(j, 2, 3, 4) else ""
            between = range(min(i, j) + 1, max(i, j))
            if (
                digits.endswith("0")
                and all(page.is_sign(k, "'-.") or page.has(k, "connector", "article") for k in between)
                and explained(page, (i, j))
            ):
                for value in _decade(page, i, digits):
                    yield from Expression.of(value)
                return


def _decade(page: Page, i: int, digits: str) -> Iterator[Value | None]:
    """Yield what a decade's number and its word mean: in English the 1900s are ten years, or a hundred."""
    if len(digits) == 2:
        if int(digits) >= OPEN_CENTURY:
            yield Value.of(f"19{digits[0]}X", "decade")
        return
    counted = speaks(page, i, "period:decade") and _in(page, i, COUNTS_CENTURIES)
    if len(digits) == 3:
        if counted and digits.endswith("00"):
            yield Value.of(f"0{digits[0]}XX", "century")
        return
    if digits.endswith("00") and (counted or page.tokens[i].text == "s"):
        yield Value.of(f"{digits[:2]}XX", "century")
        if counted:
            return
    yield Value.of(f"{digits[:3]}X", "decade")


def _in(page: Page, i: int, languages: frozenset[str]) -> bool:
    meant = page.tokens[i].senses.get("period:decade", "")
    return any(part.partition(":")[0] in languages for part in meant.split(" "))


def _parts(page: Page, kind: str, letter: str, most: int) -> Iterator[Expression]:
    """Yield the quarters, thirds and halves of a year, and of what is longer or shorter where it has such."""
    for i in places(page, kind, letter):
        own = page.value(i, kind) if page.has(i, kind) else None
        claims = [((), own)] if own else _numbers(page, i, most, words=kind in page.tokens[i].senses)
        for claim, number in claims:
            if kind not in page.tokens[i].senses and not _touching(page, i, claim):
                continue
            inner = _rest(page, (i, *claim))
            if number and inner:
                yield Expression((inner,), partial(part, number, most))
                return


def _seasons(page: Page) -> Iterator[Expression]:
    found = list(places(page, "period:season"))
    if len(found) == 1:
        number = page.value(found[0], "period:season")
        inner = _rest(page, found)
        if number and inner:
            yield Expression((inner,), partial(_within, SEASON + number))


def part(number: int, count: int, inner: Sequence[Value]) -> Value | None:
    """Return one of the `count` equal parts of a year, a decade or a century, or a half of a month; None of any other.

    number: -1 for the last. A third of a century is approximate.


    >>> str(part(3, 4, [Value.of("2018")])), str(part(2, 2, [Value.of("17XX")])), str(part(1, 2, [Value.of("2018-02")]))
    ('2018-35', '1750/1799', '2018-02-01/2018-02-15')
    """
    (value,) = inner
    number = count if number == LAST else number
    point, length = value.points[0], LENGTHS.get(value.kind, 0)
    if length and count == len(THIRDS):
        return third(number - 1, inner)
    if value.joined or point.day or point.is_end or point.qualifier:
        return None
    if length and not point.year.startswith("-") and length % count == 0:
        first = int(point.year.replace("X", "0")) + length // count * (number - 1)
        return Value.of(f"{first:04d}/{first + length // count - 1:04d}")
    if not point.year.isdigit():
        return None
    if not point.month:
        return Value.of(f"{point.year}-{PARTS[count] + number}")
    if count > 2 or int(point.month) > LAST_MONTH:
        return None
    days = (1, HALF_MONTH) if number == 1 else (HALF_MONTH + 1, days_of(int(point.year), int(point.month)))
    return Value.of("/".join(f"{point.year}-{point.month}-{day:02d}" for day in days))


def _within(month: int, inner: Sequence[Value]) -> Value | None:
    """Return a season of the year that is given; a winter of two years is that of the first."""
    (value,) = inner
    first = value.points[0]
    if month == SEASON + 4 and _are_neighbours(value.points):
        return Value.of(f"{first.year}-{month}")
    if value.joined or first.month or first.day or first.is_end or not first.year.isdigit():
        return None
    return Value.of(str(first._replace(month=str(month))))


def _are_neighbours(points: Sequence[Point]) -> bool:
    """Return whether points are two years in a row: 2008/2009, and 2008-09, which may be a month elsewhere."""
    known = all(point.year.isdigit() and not (point.day or point.qualifier) for point in points)
    if known and len(points) == 1:
        return points[0].month == f"{(int(points[0].year) + 1) % 100:02d}"
    return (
        known and len(points) == 2 and not points[0].month and int(points[1].year) - int(points[0].year) == 1
    )


def _weeks(page: Page) -> Iterator[Expression]:
    years = [i for i in range(len(page.tokens)) if page.is_number(i, 4)]
    for i in (*places(page, "period:week"), *_letters(page)):
        for claim, number in _numbers(page, i, WEEKS):
            if len(years) == 1 and explained(page, (i, *claim, *years), slash=True):
                yield from Expression.of(Value.week(int(page.tokens[years[0]].text), number))
                return


def _letters(page: Page) -> Iterator[int]:
    """Yield the W that a number of a week touches: W33 1977."""
    yield from (i for i in range(len(page.tokens) - 1) if page.tokens[i].text == "w" and page.touches(i + 1))


def places(page: Page, *kinds: str) -> Iterator[int]:
    """Return the tokens that have one of these senses in a language of the text."""
    if page.kinds.isdisjoint(kinds):
        return iter(())
    return (i for i in range(len(page.tokens)) if speaks(page, i, *kinds))


def _numbers(page: Page, i: int, most: int, words: bool = False) -> Iterator[tuple[Claim, int]]:
    """Yield the numbers beside token `i`, those before it first, each with the tokens it claims."""
    for step in (-1, 1):
        j, passed = i + step, []
        while 0 <= j < len(page.tokens) and _passes(page, j) and not (words and numeral(page, j)):
            passed.append(j)
            j += step
        number = _number(page, j, words)
        if number and number <= most:
            yield (j, *passed), number


def _passes(page: Page, j: int) -> bool:
    """Return whether token `j` may stand between a number and its noun."""
    return (
        page.is_sign(j, ".-'°")
        or page.has(j, "ordinal")
        or (page.has(j, "count<") and page.tokens[j].text >= "\u3000")
    )


def _number(page: Page, j: int, words: bool) -> int | None:
    if page.is_number(j, 1, 2):
        return int(page.tokens[j].text)
    if not words or not 0 <= j < len(page.tokens):
        return None
    return numeral(page, j) or page.value(j, "nth")


def _touching(page: Page, i: int, claim: Claim) -> bool:
    return any(abs(j - i) == 1 and page.touches(max(i, j)) for j in claim)


def _rest(page: Page, claimed: Iterable[int]) -> str:
    """Return the text without what is claimed and the connecting words and signs beside it."""
    gone = set(claimed)
    for step in (-1, 1):
        j = (max(gone) if step > 0 else min(gone)) + step
        while 0 <= j < len(page.tokens) and (
            page.has(j, "connector", "label", "ordinal") or page.is_sign(j, "/-,.")
        ):
            gone.add(j)
            j += step
    return without(page, gone)


def explained(page: Page, claimed: Iterable[int], slash: bool = False) -> bool:
    """Return whether nothing but light words and signs stands beside what is claimed."""
    used = set(claimed)
    return all(
        i in used or is_light(page, i) or (slash and page.is_sign(i, "/")) for i in range(len(page.tokens))
    )
