"""Years in words and in Roman numerals, as their digits: le 3 mars mil neuf cent onze, 9 Maii MDCCXII."""

import re
from collections.abc import Iterator

from datenorm.rewriting.page import Edit, Page
from datenorm.text.year_words import may_begin, may_go_on, year_of

LONGEST_DAY = 2  # digits; a longer number may be the year
MOST = 9  # tokens of a year in words
SHORTEST = 3  # letters of a word that one begins with


ROMAN = re.compile("(m{1,2})(cm|cd|d?c{0,4})(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})")
ROMAN_DAY = re.compile("(x{0,3})(ix|iv|v?i{0,4})")
ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
SHORTEST_ROMAN = 4  # letters: mix is a word


def years(page: Page) -> Iterator[Edit]:
    """Yield the edit that writes the year of a date in digits, where nothing else in the text may be its year."""
    if any(token.kind == "number" and len(token.text) > LONGEST_DAY for token in page.tokens):
        return
    found: list[tuple[int, int, int]] = []
    for i in range(len(page.tokens)):
        if not found or i > found[-1][1]:
            found += ((i, last, year) for last, year in _at(page, i))
    if len({year for _, _, year in found}) == 1:
        first, last, year = found[0]
        yield page.over(first, last, str(year))


def roman(page: Page) -> Iterator[Edit]:
    """Yield the edits that write a year in Roman numerals in digits, and a day in such numerals beside its month."""
    if any(token.kind == "number" and len(token.text) > LONGEST_DAY for token in page.tokens):
        return
    years = [
        i
        for i, token in enumerate(page.tokens)
        if len(token.text) >= SHORTEST_ROMAN and ROMAN.fullmatch(token.text)
    ]
    if len(years) != 1:
        return
    yield page.over(years[0], years[0], str(_value(page.tokens[years[0]].text)))
    for i, token in enumerate(page.tokens):
        behind = i + 2 if page.is_sign(i + 1, ".") else i + 1
        named = page.has(behind, "full", "month") or page.has(i - 1, "full", "month")
        if named and token.kind == "word" and ROMAN_DAY.fullmatch(token.text):
            yield page.over(i, i, str(_value(token.text)))


def _value(numeral: str) -> int:
    """Return the value of a Roman numeral.

    >>> _value("mdccxii"), _value("mcmxlv"), _value("xiiii")
    (1712, 1945, 14)
    """
    digits = [ROMAN_DIGITS[letter] for letter in numeral]
    return sum(
        -one if one < following else one for one, following in zip(digits, [*digits[1:], 0], strict=True)
    )


def _at(page: Page, i: int) -> Iterator[tuple[int, int]]:
    """Yield the last token and the year of the longest year in words that begins with token `i`, if one does."""
    word = page.tokens[i]
    if word.kind != "word" or len(word.text) < SHORTEST or not may_begin(word.text, page.languages):
        return
    end = i
    while end + 1 < len(page.tokens) and end - i < MOST and _goes_on(page, end + 1):
        end += 1
    for last in range(end, i - 1, -1):
        year = year_of(page.text[word.start : page.tokens[last].end], page.languages)
        if year:
            behind = page.tokens[last + 1].text if last < end else ""
            if not may_go_on(behind, page.languages):
                yield last, year
            return


def _goes_on(page: Page, i: int) -> bool:
    return page.tokens[i].kind == "word" or page.is_sign(i, "-'&")
