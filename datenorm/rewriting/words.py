"""Days and years in words and in Roman numerals, as their digits: le trois mars mil neuf cent onze, 9 Maii MDCCXII.

And the halves of the day that one letter says: 10:30p.
"""

from collections.abc import Iterator

from datenorm.dates.calendar import LAST_DAY
from datenorm.rewriting.labelled import MONTH
from datenorm.rewriting.page import Edit, Page
from datenorm.text.names import is_number_alone
from datenorm.text.roman import roman_number
from datenorm.text.year_words import may_begin, may_go_on, year_of

YEAR_DIGITS = 4
LONGEST_DAY = 2  # digits; a longer number may be the year
CENTURIES = (18, 19, 20)
MOST = 9  # tokens of a year in words
SHORTEST = 3  # letters of a word that one begins with
FIRST, LAST = 1000, 2099  # years in Roman numerals
LEADING = (
    "connector",
    "label",
    "article",
    "ordinal",
    "unit:day",
    "day>1",
    "field",
)  # between a day and its month
SHORTEST_ROMAN = 4  # letters: mix is a word
HALVES = {"a": "am", "p": "pm"}


def days(page: Page) -> Iterator[Edit]:
    """Yield the edit that writes the day before a month's name in digits: el tres de mayo.

    So where notaries count it: a los nueve días del mes de mayo, aos 9 dias do mês de maio.
    """
    for i, token in enumerate(page.tokens):
        month = i + 1
        while page.has(month, *LEADING) and not page.has(month, "full"):
            month += 1
        day = page.value(i, "day") if is_number_alone(token) else page.number(i)
        if not day or day > LAST_DAY or not page.has(month, "full"):
            continue
        counted = any(page.has(j, "unit:day") for j in range(i + 1, month))
        of_month = any(page.value(j, "field") == MONTH for j in range(i + 1, month))
        if counted and of_month:
            yield page.over(i, month - 1, str(day))
        elif token.kind == "word" and not counted and not of_month:
            yield page.over(i, i, str(day))


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


def chinese(page: Page) -> Iterator[Edit]:
    """Yield the edits that write years in Chinese numerals with units in digits: 千九百二十一年."""
    for i, token in enumerate(page.tokens):
        if page.is_number(i, YEAR_DIGITS) and "千" in page.text[token.start : token.end]:
            yield page.over(i, i, token.text)


def roman(page: Page) -> Iterator[Edit]:
    """Yield the edits that write a year in Roman numerals in digits, and a day in such numerals beside its month."""
    if any(token.kind == "number" and len(token.text) > LONGEST_DAY for token in page.tokens):
        return
    numbers = {
        i: roman_number(token.text) or 0 for i, token in enumerate(page.tokens) if token.kind == "word"
    }
    years = [
        i
        for i, number in numbers.items()
        if FIRST <= number <= LAST and len(page.tokens[i].text) >= SHORTEST_ROMAN
    ]
    if len(years) != 1:
        return
    yield page.over(years[0], years[0], str(numbers[years[0]]))
    for i, number in numbers.items():
        behind = i + 2 if page.is_sign(i + 1, ".") else i + 1
        if 0 < number <= LAST_DAY and (page.has(behind, "full", "month") or page.has(i - 1, "full", "month")):
            yield page.over(i, i, str(number))


def _at(page: Page, i: int) -> Iterator[tuple[int, int]]:
    """Yield the last token and the year of the longest year in words that begins with token `i`, if one does."""
    word = page.tokens[i]
    named = page.has(i, "full", "month")  # 9 May need not wait for the table
    if named or word.kind != "word" or len(word.text) < SHORTEST or not may_begin(word.text, page.languages):
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


def parted(page: Page) -> Iterator[Edit]:
    """Yield the year of two numbers beside a word for it, as forms have it whose century is printed: 9 мая 20 18 г."""
    for i in range(1, len(page.tokens) - 1):
        century = page.number(i) in CENTURIES and page.is_number(i, 2) and page.is_number(i + 1, 2)
        named = page.has(i - 1, "full", "month") and page.has(i + 2, "year", "of year", "connector")
        led = page.has(i - 1, "connector") and page.has(i - 2, "full", "month") and i + 2 == len(page.tokens)
        if century and not page.touches(i + 1) and (named or led):  # 9 May 18 30 may have a time of day
            yield page.over(i, i + 1, page.tokens[i].text + page.tokens[i + 1].text)


def halves(page: Page) -> Iterator[Edit]:
    """Yield the half of the day in full for the letter at hours and minutes: 10:30p; 3p may be pages."""
    for i, token in enumerate(page.tokens):
        half = HALVES.get(token.text, "")
        timed = page.is_number(i - 1, 2) and page.is_sign(i - 2, ":") and page.is_number(i - 3, 1, 2)
        if half and timed and all(map(page.touches, range(i - 2, i + 1))):
            yield page.over(i, i, half)
