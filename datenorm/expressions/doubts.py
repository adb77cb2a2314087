"""Doubts: about when, and whether. `c. 1890`, `um 1890`, `[1890?]`, `possibly May 1871`, `1870年頃`."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from datenorm.dates.months import is_of_another_calendar
from datenorm.dates.values import Value
from datenorm.expressions.expression import (
    JOINING,
    Expression,
    is_light,
    is_month,
    is_unknown_end,
    numeral,
    says,
    speaks,
    without,
)
from datenorm.rewriting.page import Page

APPROXIMATE, UNCERTAIN = "~", "?"
WORDS = {"about": APPROXIMATE, "perhaps": UNCERTAIN}
SIGNS = {"~": "~", "≈": "~", "±": "~", "?": "?"}
PLUS_MINUS = "+/-"
# Senses of words that end a date.
OF_DATES = (
    *("year>", "month>", "day>", "year", "era", "weekday", "ordinal", "letter:decade"),
    *("calendar:before", "calendar:common", "calendar:julian"),
    *(f"period:{kind}" for kind in ("season", "quarter", "half", "decade", "century", "millennium", "week")),
)
# Digits of a year that somebody who describes a thing has added: 189[0], 1[8]90.
SUPPLIED = re.compile(r"\[1[0-9]{0,2}\][0-9]{1,3}|1[0-9]{0,2}\[[0-9]\][0-9]{0,2}")
NO_BRACKETS = str.maketrans("", "", "[]")
BRACKETS = {"[": "]", "(": ")", "{": "}", "<": ">"}


def leading(page: Page) -> Iterator[list[Expression]]:
    """Yield a text without the words of doubt that it begins with."""
    found = {}
    if page.text.startswith(PLUS_MINUS):
        yield _qualified(page, dict.fromkeys(range(len(PLUS_MINUS)), APPROXIMATE))
    for i in range(len(page.tokens)):
        said = _doubt(page, i, "<")
        if said:
            found[i] = said
        elif not is_light(page, i):
            break
    yield _qualified(page, found)


def detached(page: Page) -> Iterator[list[Expression]]:
    """Yield a text without the question mark that stands apart behind the whole of it: 1696-09 (?), 1696-09 [?]."""
    last = len(page.tokens) - 1
    closed = page.is_sign(last, ")]")
    mark = last - closed
    apart = page.is_sign(mark - 1, "([") if closed else not page.touches(mark)
    if apart and page.is_sign(mark, "?") and _doubt(page, mark, ">") and _is_of_all(page, mark):
        yield _qualified(page, {mark: UNCERTAIN})


def trailing(page: Page) -> Iterator[list[Expression]]:
    """Yield a text without the words of doubt that it ends with, and without its question marks."""
    found = {
        i: UNCERTAIN
        for i in range(len(page.tokens))
        if _doubt(page, i, ">") == UNCERTAIN and page.is_sign(i, "?")
    }
    if any(_is_cut(page, i) or not _is_of_all(page, i) for i in found):
        return
    for i in reversed(range(len(page.tokens))):
        said = _doubt(page, i, ">")
        if said:
            found[i] = said
        elif not is_light(page, i):
            break
    yield _qualified(page, found)


def _is_of_all(page: Page, i: int) -> bool:
    """Return whether a question mark doubts the date before it, and no end of a range: not so in born 1890, died ?"""
    before, behind = i - 1, i + 1
    while page.is_sign(before, "?([)].,'"):
        before -= 1
    while page.is_sign(behind, "?([)]"):
        behind += 1
    last = behind >= len(page.tokens) - 1
    if not last and (page.is_sign(behind, JOINING) or speaks(page, behind, "to")):
        return False
    if before < 0 or page.tokens[before].kind != "word":
        return before < 0 or page.is_number(before) or page.is_sign(before, "-_")
    ends = page.has(before, *OF_DATES) and (len(page.tokens[before].text) > 1 or page.is_number(before - 1))
    ends = ends or (page.is_number(before - 1) and is_light(page, before))
    named = is_month(page, before) or is_of_another_calendar(page.tokens[before])
    return ends or named or numeral(page, before) is not None


def _is_cut(page: Page, i: int) -> bool:
    """Return whether a question mark stands for digits of the year that it touches: 18??january, 昭和5?年."""
    if not page.is_number(i - 1, 1, 2) or not page.touches(i):
        return False
    return page.is_sign(i + 1, "?") or (page.is_number(i - 1, 1) and page.has(i + 1, "year>"))


def _qualified(page: Page, doubts: dict[int, str]) -> list[Expression]:
    if not doubts:
        return []
    dots = {
        i + 1
        for i in doubts
        if page.is_sign(i + 1, ".") and page.touches(i + 1) and page.tokens[i].kind == "word"
    }
    inner = without(page, {*doubts, *dots}).replace("()", "").replace("[]", "").strip()
    return [Expression((inner,), partial(qualified, "".join(sorted(set(doubts.values())))))] if inner else []


def _doubt(page: Page, i: int, side: str) -> str | None:
    """Return what token `i` says: ~ about, ? perhaps; None where it says neither."""
    if page.tokens[i].kind == "sign":
        if is_unknown_end(page, i):
            return None
        return SIGNS.get(page.tokens[i].text)
    said = says(page, i, side)
    return WORDS.get(next(iter(said))) if len(said) == 1 else None


def supplied(page: Page) -> Iterator[list[Expression]]:
    """Yield a year without the brackets around some of its digits."""
    digits = page.text.translate(NO_BRACKETS)
    if len(digits) == len("1890") and SUPPLIED.fullmatch(page.text):
        yield Expression.of(Value.of(digits))


def qualified(qualifiers: str, inner: Sequence[Value]) -> Value | None:
    """Return a value with what is doubtful about it."""
    (value,) = inner
    for qualifier in qualifiers:
        value = value.qualified(qualifier)
    return value


def bracketed(page: Page) -> Iterator[list[Expression]]:
    """Yield what stands in brackets, where nothing else does."""
    tokens = page.tokens
    if len(tokens) > 2 and BRACKETS.get(tokens[0].text) == tokens[-1].text:
        yield [Expression((page.text[tokens[0].end : tokens[-1].start].strip(),), lambda inner: inner[0])]
