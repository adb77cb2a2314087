"""Periods: decades, seasons, quarters, halves, weeks. `1860s`, `printemps 1920`, `Q3 2018`.

Exact code claims the word and its number; what is left is the year, which is read as a text of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from datenorm.dates.values import Point, Value, days_of
from datenorm.expressions.bounds import DIRECTIONS
from datenorm.expressions.expression import (
    Expression,
    is_light,
    is_month,
    is_ordinal,
    numeral,
    says,
    speaks,
    without,
)
from datenorm.expressions.parts import LENGTHS, THIRDS, first_year, third, year_of
from datenorm.rewriting.page import Page
from datenorm.text.lexicon import FIRST_UNSPACED, MAJOR, languages_of

SEASON = 20  # what EDTF adds to their numbers, as below to those of equal parts
PARTS = {4: 32, 3: 36, 2: 39}
HALF_MONTH = 15  # days of its first half
LAST = -1  # in words
LAST_MONTH, LAST_DAY = 12, 31
WEEKS = 53
CARRIER = "jan '"  # a year of two digits is read beside a month, which says its century
# Languages whose word for a decade means a century after a number of whole hundreds: 1800-talet.
COUNTS_CENTURIES = frozenset(("sv", "da", "nb", "nn", "no", "fi"))
DECADE = ("period:decade", "letter:decade")  # the letters mean no decade to the judge: 1920-an in Indonesian
SUFFIX = 2  # letters of a word for decades that stands behind its number alone: 1920s, 1920-e
OPEN_CENTURY = 50  # two digits of a decade below this may be of this century or the last
Claim = tuple[int, ...]  # tokens


def periods(page: Page) -> Iterator[list[Expression]]:
    """Yield the ways to read a text as a period."""
    yield list(_decades(page))
    yield list(_parts(page, "period:quarter", "quarter<", 4))
    yield list(_parts(page, "period:third", "", 3))
    yield list(_parts(page, "period:half", "half<", 2))
    yield list(_seasons(page))
    yield list(_weeks(page))


def _decades(page: Page) -> Iterator[Expression]:
    for i in places(page, *DECADE):
        for j in (i - 1, i + 1, i - 2, i + 2, i + 3):
            digits = page.tokens[j].text if page.is_number(j, 2, 3, 4) else ""
            between = range(min(i, j) + 1, max(i, j))
            if (
                digits.endswith("0")
                and any(is_written(page, i, kind) for kind in DECADE if page.has(i, kind))
                and (len(page.tokens[i].text) > SUFFIX or _ends_number(page, i, j))
                and all(page.is_sign(k, "'-.") or page.has(k, "connector", "article") for k in between)
                and explained(page, (i, j))
                and not (j < i and page.has(i, "count>") and not _touch(page, j, i))  # 80 años
            ):
                for value in _decade(page, i, digits):
                    yield from Expression.of(value)
                return


def _ends_number(page: Page, i: int, j: int) -> bool:
    """Return whether a short word stands behind its number, and touches it but in scripts without spaces: 1920-an."""
    return j < i and (_touch(page, j, i) or page.tokens[i].text >= FIRST_UNSPACED)


def _touch(page: Page, first: int, last: int) -> bool:
    return all(page.touches(k) for k in range(first + 1, last + 1))


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
        if page.language is None and page.has(i, "period:week"):
            continue  # kw. is a quarter in Polish alone
        own = page.value(i, kind) if page.has(i, kind) else None
        claims = [((), own)] if own else numbers(page, i, most, words=kind in page.tokens[i].senses)
        for claim, number in claims:
            if kind not in page.tokens[i].senses and not (
                _touching(page, i, claim) and _is_told(page, i, letter)
            ):
                continue
            inner = _rest(page, (i, *claim))
            year = _short_year(page, max((i, *claim)))
            if number and year:
                yield Expression(
                    (f"{CARRIER}{year}",), partial(_of_short_year, partial(part, number, most)), True
                )
                return
            if number and inner:
                yield Expression((inner,), partial(part, number, most))
                return


def _short_year(page: Page, i: int, slash: bool = False) -> str:
    """Return the two digits of a year that end a text behind token `i`: Q3'18; '' for none. slash: KW19/18 as well."""
    joined = page.is_sign(i + 1, "'/" if slash else "'") and page.touches(i + 1) and page.touches(i + 2)
    return (
        page.tokens[i + 2].text if joined and page.is_number(i + 2, 2) and i + 3 == len(page.tokens) else ""
    )


def _of_short_year(build: Callable[[Sequence[Value]], Value | None], inner: Sequence[Value]) -> Value | None:
    """Return what `build` makes of the year of a month."""
    (value,) = inner
    year = Value.of(value.points[0].year)
    return build((year,)) if year else None


def _is_told(page: Page, i: int, letter: str) -> bool:
    """Return whether a letter stands for a part of a year in all languages, or in the one that is told: T1 2018."""
    return page.language is not None or "*" in languages_of(page.tokens[i].senses.get(letter, ""))


def _seasons(page: Page) -> Iterator[Expression]:
    found = list(places(page, "period:season"))
    if len(found) == 1 and not is_month(page, found[0]):  # kesä is summer, and June cut short
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
    if length and length % count == 0:
        first = first_year(point) + length // count * (number - 1)
        return Value.of(f"{year_of(first)}/{year_of(first + length // count - 1)}")
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
        for claim, number in numbers(page, i, WEEKS):
            last = max((i, *claim))
            short = _short_year(page, last, slash=_touching(page, i, claim) or _is_terse(page, i))
            if (
                short
                and not _may_be_a_day(page, last, number, int(short))
                and explained(page, (i, *claim, len(page.tokens) - 1), slash=True)
            ):
                yield Expression(
                    (f"{CARRIER}{short}",), partial(_of_short_year, partial(_week, number)), True
                )
                return
            if len(years) == 1 and explained(page, (i, *claim, *years), slash=True):
                yield from Expression.of(Value.week(int(page.tokens[years[0]].text), number))
                return


def _is_terse(page: Page, i: int) -> bool:
    """Return whether a word for a week is a shorthand for those of the calendar: KW 19/18; week 14/30 may be of 30."""
    word = page.tokens[i]
    return len(word.text) <= SUFFIX and "en" not in languages_of(word.senses.get("period:week", ""))


def _may_be_a_day(page: Page, i: int, number: int, year: int) -> bool:
    """Return whether a week and a year may be a day and a month of that week: week 3/18, week 19/10; not KW 9'18."""
    few, many = sorted((number, year))
    return page.is_sign(i + 1, "/") and few <= LAST_MONTH and many <= LAST_DAY


def _week(number: int, inner: Sequence[Value]) -> Value | None:
    return Value.week(int(inner[0].points[0].year), number)


def _letters(page: Page) -> Iterator[int]:
    """Yield the W that a number of a week touches: W33 1977."""
    yield from (i for i in range(len(page.tokens) - 1) if page.tokens[i].text == "w" and page.touches(i + 1))


def places(page: Page, *kinds: str) -> Iterator[int]:
    """Return the tokens that have one of these senses in a language of the text."""
    if page.kinds.isdisjoint(kinds):
        return iter(())
    return (i for i in range(len(page.tokens)) if speaks(page, i, *kinds))


def numbers(page: Page, i: int, most: int, words: bool = False) -> Iterator[tuple[Claim, int]]:
    """Yield the numbers beside token `i`, those before it first, each with the tokens it claims."""
    for step in (-1, 1):
        j, passed = i + step, []
        while 0 <= j < len(page.tokens) and _passes(page, j) and not (words and _number(page, j, words)):
            passed.append(j)
            j += step
        number = _number(page, j, words)
        if number and number <= most:
            yield (j, *passed), number


def _passes(page: Page, j: int) -> bool:
    """Return whether token `j` may stand between a number and its noun."""
    return (
        page.is_sign(j, ".-'°")
        or (page.is_sign(j, ":") and page.touches(j) and page.touches(j + 1) and page.has(j + 1, "ordinal"))
        or page.has(j, "ordinal")
        or (page.has(j, "count<") and page.tokens[j].text >= "\u3000")
    )


def _number(page: Page, j: int, words: bool) -> int | None:
    if page.is_number(j, 1, 2):
        return int(page.tokens[j].text)
    if not words or not 0 <= j < len(page.tokens):
        return None
    return numeral(page, j) or page.value(j, "nth")


def is_written(page: Page, i: int, kind: str) -> bool:
    """Return whether a letter or two mean a period: in the told language, a large one, or one that another word has.

    XIX w. is a century untold, XIX a. in Lithuanian alone; 1920-an are ten years in Indonesian, and one in Basque.
    """
    word, meant = page.tokens[i].text, languages_of(page.tokens[i].senses.get(kind, ""))
    is_long = len(word) > (SUFFIX if word.isascii() else 1)
    return is_long or page.language is not None or not MAJOR.isdisjoint(meant) or _is_spoken(page, i, meant)


def _is_spoken(page: Page, i: int, languages: frozenset[str]) -> bool:
    """Return whether a word besides token `i` is of one of these languages."""
    others = (token for k, token in enumerate(page.tokens) if k != i and token.kind == "word")
    return any(
        not languages.isdisjoint(languages_of(said)) for token in others for said in token.senses.values()
    )


def _touching(page: Page, i: int, claim: Claim) -> bool:
    return any(abs(j - i) == 1 and page.touches(max(i, j)) for j in claim)


def _rest(page: Page, claimed: Iterable[int]) -> str:
    """Return the text without what is claimed and the connecting words and signs beside it.

    A word before it that says by or from as well is left to say so: by Q3 2018.
    """
    gone = set(claimed)
    for step in (-1, 1):
        j = (max(gone) if step > 0 else min(gone)) + step
        while 0 <= j < len(page.tokens) and (
            page.has(j, "connector", "label") or is_ordinal(page, j) or page.is_sign(j, "/-,.")
        ):
            if step < 0 and not says(page, j, "<").isdisjoint(DIRECTIONS):
                break
            gone.add(j)
            j += step
    return without(page, gone)


def explained(page: Page, claimed: Iterable[int], slash: bool = False) -> bool:
    """Return whether nothing but light words and signs stands beside what is claimed."""
    used = set(claimed)
    return all(
        i in used or is_light(page, i) or (slash and page.is_sign(i, "/")) for i in range(len(page.tokens))
    )
