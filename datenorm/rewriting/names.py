"""Names of months that nobody uses any more, have numbers in them, or were damaged; and days in old numerals."""

from collections.abc import Iterator
from itertools import product

from datenorm.dates.calendar import LAST_DAY
from datenorm.rewriting.page import Edit, Page
from datenorm.text.lexicon import languages_of, lexicon
from datenorm.text.roman import roman_number

MONTHS = """january february march april may june july august september october november december""".split()
LATIN_LAG = 2  # September was the seventh month
COUNTED = (7, 8, 9, 10)
# Letters that a digit is taken for, or typed for.
AS_LETTERS = {"0": "o", "1": "li", "3": "e", "4": "a", "5": "s", "8": "b"}
LONGEST_DAMAGED = 12  # characters of a name with digits in it, each of which may be two letters
SHORT = 3  # letters of a name that is read in English alone, where no language is told
LEVANTINE = {10: "تشرين الأول", 11: "تشرين الثاني", 12: "كانون الأول", 1: "كانون الثاني"}


def old(page: Page) -> Iterator[Edit]:
    """Yield the months that old documents name or number: Weinmonat is October, 7ber September, Xbre December."""
    for i in range(len(page.tokens)):
        month = page.value(i, "old")
        if month:
            yield page.over(i, i, MONTHS[month - 1])
        number = page.number(i - 1)
        if number in COUNTED and page.has(i, "latin>") and page.touches(i):
            yield page.over(i - 1, i, MONTHS[number + LATIN_LAG - 1])


def old_days(page: Page) -> Iterator[Edit]:
    """Yield days before a month's name in Roman numerals that end in a j: xij Maii, iiij die Junii."""
    for i in range(len(page.tokens) - 1):
        day = roman_number(page.tokens[i].text) if page.tokens[i].text.endswith("j") else None
        named = any(page.has(j, "full", "month") for j in (i + 1, i + 2))
        if day and day <= LAST_DAY and named:
            yield page.over(i, i, str(day))


def damaged(page: Page) -> Iterator[Edit]:
    """Yield the one name of a month that letters and single digits that touch make: 0ct, Ju1y."""
    i = 0
    while i < len(page.tokens):
        j = i
        while page.touches(j + 1) and _is_piece(page, j + 1) and _is_piece(page, j):
            j += 1
        if j > i and page.tokens[j].end - page.tokens[i].start <= LONGEST_DAMAGED:
            written = page.text[page.tokens[i].start : page.tokens[j].end]
            names = {name for name in _spellings(written) if _is_month(page, name)}
            if len(names) == 1:
                yield page.over(i, j, names.pop())
        i = j + 1


def _is_piece(page: Page, i: int) -> bool:
    return page.is_number(i, 1) or page.tokens[i].kind == "word"


def _spellings(written: str) -> Iterator[str]:
    """Yield what letters may have stood where a text has digits.

    >>> list(_spellings("ju1"))
    ['jul', 'jui']
    """
    return map("".join, product(*(AS_LETTERS.get(character, character) for character in written)))


def _is_month(page: Page, name: str) -> bool:
    senses = lexicon().senses(name)
    languages = page.languages or (("en",) if len(name) <= SHORT else None)
    meant = senses.get("month")
    return bool(meant) and (languages is None or not languages_of(meant).isdisjoint(languages))


def counted(page: Page) -> Iterator[Edit]:
    """Yield the months that Levantine Arabic counts in pairs: كانون 1 is December, كانون 2 January."""
    for i in range(len(page.tokens) - 1):
        first, number = page.value(i, "pair"), page.number(i + 1)
        if first and number in (1, 2) and (len(page.tokens[i].text) > 1 or page.touches(i + 1)):
            yield page.over(i, i + 1, LEVANTINE[(first + number - 2) % 12 + 1])
