"""Composition: which forms a text may have, and which of them is its meaning.

The forms are asked in their order; the first that makes something of what stands inside is the meaning. Where one form
makes two things of it, neither is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import product
from typing import NamedTuple

from datenorm.dates.order import possible_orders
from datenorm.dates.pairs import pair, pair_in
from datenorm.dates.values import OPEN, SAYS, Point, Value, is_edtf
from datenorm.expressions import (
    bounds,
    centuries,
    doubts,
    eras,
    fiscal,
    pairs,
    parts,
    periods,
    ranges,
    sets,
    twice,
    unknowns,
)
from datenorm.expressions.expression import BESIDE, Expression, is_prose
from datenorm.judging.answer import LAST_YEAR, Translation
from datenorm.judging.forms import MAY_BE, SEVERAL, SEVERAL_TIMES, as_meant
from datenorm.rewriting.page import Page

FORMS = (
    twice.twice,
    doubts.bracketed,
    doubts.supplied,
    unknowns.unknowns,
    centuries.centuries,
    periods.periods,
    doubts.leading,
    doubts.detached,
    sets.double_years,
    pairs.pairs,
    ranges.ranges,
    bounds.bounds,
    sets.sets,
    doubts.trailing,
    parts.thirds,
    eras.of_an_era,
)
PLAIN = BESIDE | {"count<", "number<", "word", "full", "month", "day name"}  # senses that make no form
MOST = 12  # ways to take one text apart
SURE = 1.0
FIRST_YEAR = "1000"  # that people write without an era, and with a dash before it for a range that it ends
ORDERS = ("DMY", "MDY")  # of day and month, where nobody told it


class Meaning(NamedTuple):
    """What a text says; several values where it may say several things, none of which is picked."""

    values: tuple[Value, ...]
    confidence: float
    warnings: tuple[str, ...] = ()


def expressions(
    page: Page,
    fiscal_start: int | None = None,
    dashed: bool = False,
    other: bool = False,
    today: int = LAST_YEAR,
) -> list[list[Expression]]:
    """Return the ways to take a text apart, by form, those to be tried first in front.

    fiscal_start: the month that fiscal years begin with, if told. dashed: whether it begins with a dash that is no
    minus: –1916 is no year before Christ. other: whether the text is of another calendar than ours, which is told; then
    no form does that counts in ours, and none behind it. today: the year it is.
    """
    if is_edtf(page.text) and not (dashed or other):
        return _of_edtf(page.text.upper())
    if page.kinds <= PLAIN or is_prose(page):
        return []
    found: list[list[Expression]] = []
    count = 0
    for group in _groups(page, fiscal_start, dashed, other, today):
        inside = [one for one in group if page.text not in one.inner and all(one.inner)]
        if other and any(one.is_of_ours for one in inside):
            break
        if inside and count < MOST:
            found.append(inside)
            count += len(inside)
        if found and not any(one.inner for one in found[-1]):  # read already
            break
    return found


def _groups(
    page: Page, fiscal_start: int | None, dashed: bool, other: bool, today: int
) -> Iterator[list[Expression]]:
    exact = Value.of(page.text.upper()) if page.text.isascii() and not (dashed or other) else None
    coded = exact is not None and exact.kind in ("season", "quarter", "third", "half")
    yield _coded(page, exact, today) if coded else _dashed(page, exact, today) or Expression.of(exact)
    yield from fiscal.fiscal_years(page, fiscal_start)
    for form in FORMS:
        yield from form(page)
    yield Expression.of(exact)  # 1920-21 is far more often two years than a spring


def _of_edtf(text: str) -> list[list[Expression]]:
    """Return what a text of EDTF's shape says by its grammar; times are read as texts of their own, for their zones."""
    exact = Value.of(text)
    if exact is None:
        return []
    if not exact.joined and text[-1] in SAYS and pair_in(text):  # 1998-03? may be years as well
        return [[Expression((text[:-1],), partial(doubts.qualified, text[-1]))]]
    timed = tuple(str(point) for point in exact.points if point.time) if exact.joined else ()
    return [[Expression(timed, partial(_timed, exact))]]


def _timed(exact: Value, moments: Sequence[Value]) -> Value | None:
    """Return a value with its moments in the place of its points with a time, in their order."""
    left = [value.points[0] for value in moments]
    points = tuple(left.pop(0) if point.time and left else point for point in exact.points)
    value = replace(exact, points=points)
    return None if value.joined == "/" and value.is_backwards else value


def _dashed(page: Page, exact: Value | None, today: int) -> list[Expression]:
    """Return the end of a range that a year before Christ may be as well: -1945; not so -0043, or one still to come."""
    if not exact or exact.kind != "year" or not f"-{FIRST_YEAR}" <= page.text <= f"-{today}":
        return []
    return [*Expression.of(exact), *Expression.of(Value("open range", (OPEN, Point(page.text[1:])), "/"))]


def _coded(page: Page, exact: Value | None, today: int) -> list[Expression]:
    """Return the years that a quarter, a third or a half in EDTF may be as well; both where these are still to come.

    1920-35 is a range, and with a note; 2018-35 is either. Seasons are far too seldom.
    """
    found = pair(page.text)
    years = Value.of(found.years) if found and found.years else None
    if not exact or not years or exact.kind == "season":
        return []
    if int(years.points[-1].year) > today:
        return Expression.of(exact) + Expression.of(years)
    return Expression.of(replace(years, note=f"in EDTF it is a {exact.kind}"))


def meaning(groups: Sequence[Sequence[Expression]], read: Mapping[str, Translation]) -> Meaning | None:
    """Return what a text says, given the answers to the texts inside; None where no form makes anything of it."""
    for group in groups:
        made = [found for one in group for found in _made(one, read)]
        if made:
            values = tuple(dict.fromkeys(found.values[0] for found in made))
            warnings = tuple(dict.fromkeys(warning for found in made for warning in found.warnings))
            others = {found.values[0] for one in group for found in _made(one, _of_years(one, read))}
            if len(values) == len(others) == 1 and others != {*values}:
                values = (replace(values[0], otherwise=others.pop()),)
            return Meaning(values, max(found.confidence for found in made), warnings)
    return None


def _of_years(one: Expression, read: Mapping[str, Translation]) -> Mapping[str, Translation]:
    """Return the answers to the texts inside, each year with a number taken for two years."""
    return {text: as_meant(read[text], "years") for text in one.inner}


def _made(one: Expression, read: Mapping[str, Translation]) -> Iterator[Meaning]:
    """Yield what a form makes of the texts inside, all of them read in one order of day and month."""
    answers = [read[text] for text in one.inner]
    clear = [
        answer for answer in answers if answer.status != "ambiguous"
    ]  # what the form leaves of others is sure
    confidence = min((answer.confidence for answer in clear), default=SURE)
    said = [words for answer in answers for words in answer.warnings if not words.startswith(MAY_BE)]
    warnings = () if one.rewritten else tuple(said)
    for order in (None,) if clear == answers else ORDERS:
        for inner in product(*(_readings(answer, order) for answer in answers)):
            value = one.build(inner)
            if value:
                yield Meaning((value,), confidence, warnings)


def _readings(answer: Translation, order: str | None) -> list[Value]:
    """Return what an answer means where numbers stand in an order, all of it where it may say several things."""
    if answer.code in (SEVERAL, SEVERAL_TIMES):
        return [value for one in answer.alternatives if (value := Value.of(one.iso))]
    if answer.status == "ambiguous":
        isos = [one.iso for one in answer.alternatives]
        found = (
            [Value.of(iso) for iso in isos if _is_in(order, answer.text, iso)] if _are_orders(isos) else []
        )
        return [one for one in found if one] if len(found) == 1 else []
    possible = possible_orders(answer.text) if order else ()
    known = answer.value if not possible or order in possible else None
    return [known] if known else []


def _are_orders(isos: Sequence[str]) -> bool:
    """Return whether dates are the same numbers in other orders, and not days of two calendars.

    >>> _are_orders(["2018-05-09", "2018-09-05"]), _are_orders(["2011-09-01", "2018-09-11"])
    (True, False)
    """
    return len({tuple(sorted(re.findall("[0-9]{2}", iso.partition("T")[0])[-3:])) for iso in isos}) == 1


def _is_in(order: str | None, text: str, iso: str) -> bool:
    """Return whether a reading takes the first number of its text for the day, as DMY has it, or for the month."""
    first = re.search("[0-9]+", text)
    fields = iso.partition("T")[0][-5:].split("-")
    return first is not None and len(fields) == 2 and int(first[0]) == int(fields[order == "DMY"])
