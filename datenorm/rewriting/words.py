"""Years in words, as their digits: le 3 mars mil neuf cent onze, zwölfter Mai achtzehnhundertdreiundvierzig."""

from collections.abc import Iterator

from datenorm.rewriting.page import Edit, Page
from datenorm.text.year_words import may_begin, year_of

LONGEST_DAY = 2  # digits; a longer number may be the year
MOST = 9  # tokens of a year in words
SHORTEST = 3  # letters of a word that one begins with


def years(page: Page) -> Iterator[Edit]:
    """Yield the edit that writes the year of a date in digits, where nothing else in the text may be its year."""
    if any(token.kind == "number" and len(token.text) > LONGEST_DAY for token in page.tokens):
        return
    found = [(i, last, year) for i in range(len(page.tokens)) for last, year in _at(page, i)]
    if len({year for _, _, year in found}) == 1:
        first, last, year = found[0]
        yield page.over(first, last, str(year))


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
            yield last, year
            return


def _goes_on(page: Page, i: int) -> bool:
    return page.tokens[i].kind == "word" or page.is_sign(i, "-'&")
