"""Doubts: why an answer that has its evidence in the text is refused nevertheless.

Leftovers: `13 or 16 November 2018` holds two dates and `9 May 1980-1986` two years. The network reads one of them,
often without a doubt; exact code sees what is left. A time of day, and numbers that could be one, are no leftovers.
Lookalikes: `37.2.2` is a version, `17 4/6` a fraction; who writes dates like these has to say so.
"""

import re
from functools import cache
from itertools import pairwise

from datenorm.dates.eras import is_of_another_calendar
from datenorm.dates.targets import AUTOMATON
from datenorm.judging.evidence import TIME, missing
from datenorm.text.characters import clean
from datenorm.text.names import (
    find_weekday,
    has_one_word,
    is_unspaced,
    month_languages,
    month_meanings,
    names_week,
    words,
)
from datenorm.text.word_tables import word_table

# Words between the ends of a range. Between those of a choice or a list stand the words of `conjunctions.tsv`.
UNTIL = frozenset(
    "to till until through thru bis tot til till do до по al au até hasta sampai hingga đến 至 到 から まで".split()
)
LONGEST_BETWEEN = 16  # characters from one number of a list to the next: '9th or maybe 10th'
APART = re.compile(r"(?<=\s)\S+(?=\s)")  # not what a number ends in: 9th, 9-го
NUMBER = re.compile(r"\d+")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LINKED_YEARS = re.compile(r"(?<!\d)([12]\d{3})\s?[-–—/~(]\s?([12]\d{3})(?!\d)")
YEAR_IN_WORDS = re.compile(
    r"thousand|hundred|mille|duemil|\bmil\b|tausend|hundert|duizend|tusen|tusind|tuhat|tysi[ąa]c|тысяч|тисяч|tis[ií]c|ezer"
    r"|χιλι|ألف|हज़ार|\bribu\b|nghìn|\b(?:eigh|nine)teen[ -]\w+ty\b|\btwenty[ -](?:oh|ten|eleven|twelve|\w+teen|\w+ty)\b"
    r"|\bm[mdclxvi]{3,}\b"
)
COMPACT = re.compile(r"(?<!\d)(?:19|20)\d{6}(?!\d)")
DECIMAL = re.compile(r"\D?\s?(?:\d{1,2}\.(\d{4})|(\d{4})\.\d{1,2})\s?\D?")
THREE_NUMBERS = re.compile(r"\d([./-])\d+\1\d")  # 12/2019/05
FOUR_NUMBERS = re.compile(r"\d{1,4}([./])\d{1,2}\1\d{1,4}\1\d{1,3}")  # 2019.5.12.1; 2019-05-12-9 has an hour
SIX_DIGITS = re.compile(r"(?<!\d)\d{6}(?!\d)")
LINKED_FOUR = re.compile(r"\d{4}\W\d{4}(?!\d)")  # 2025-0312
NUMBERED_WEEK = re.compile(r"\d\s?(?:[週周](?![一二三四五六日])|주)")
# Words before a number that counts pieces, not months: No. 12/2019.
NUMBERING = frozenset(
    "no nos nr nro num núm n° nº № number numéro número numero nummer numer номер".split()
    + "vol volume issue heft ausgabe band".split()
)
YEARS = range(1700, 2200)  # what lies outside of them is more likely a decimal's digits than a year
# What a text of numbers alone is more likely than a date whose year has two digits.
LOOKALIKES = {
    "a version number": re.compile(r"\d\d\.\d{1,2}\.\d"),
    "a number with a fraction": re.compile(r"\d{1,2}\s+\d{1,2}/\d{1,2}"),
    "a telephone number": re.compile(r"\d\d([ .-])\d\d\1\d\d\1\d\d(?:\1\d\d)?"),
}


def objection(text: str, iso: str, target: str, order: str | None, language: str | None) -> str | None:
    """Return why `iso`, read as `target`, can't be the answer to `text`, in the user's words; None where it can.

    order, language: those that the text was read with.

    >>> objection("37.2.2", "2037-02-02", "37-02-02", None, None)
    '2037-02-02, but it looks like a version number; give --order YMD if it is a date'
    """
    lacking = missing(text, target, language)
    if lacking:
        return f"nothing in the text says {lacking} of {iso}"
    if is_of_another_calendar(text, iso, language):
        return f"{iso} if its year is of the Gregorian calendar, which it may not be"
    left = leftover(text, target)
    if left:
        return f"{iso}, but the text has {left}, too"
    counts = counted(text, target, language)
    if counts:
        return f"{iso}, but it looks like {counts}"
    if order is None and is_of_six_digits(text, target):
        return f"{iso}, but its six digits may be in another order, or no date; give --order"
    other = lookalike(text, target) or serial(text, target) if order != "YMD" else None
    return f"{iso}, but it looks like {other}; give --order YMD if it is a date" if other else None


def counted(text: str, target: str, language: str | None = None) -> str | None:
    """Return what a number of `target` counts that is no month or day: a week, or pieces; None where it may be one.

    language: of the text, where it is known; in some, `No` and `Vol` are short for months.

    >>> counted("KW 12/2019", "2019-12"), counted("No. 12/2019", "2019-12"), counted("exp. 12/2019", "2019-12")
    ('a week', 'a serial number', None)
    >>> counted("vol. 12, 2019", "2019-03-12"), counted("vol. 12, 2019", "2019-03-12", "vo")
    ('a serial number', None)
    >>> counted("week of 12 May 2019", "2019-05"), counted("2019년 12주", "2019-12")
    (None, 'a week')
    """
    written = words(text)
    if len(target) == len("2018-05-09"):
        named = written and not language and NUMBERING.issuperset(written)
        return "a serial number" if named and len(NUMBER.findall(text)) == 2 else None
    if (
        not written
        or len(target) not in map(len, ("2018-05", "--05-09", "18-05"))
        or not _in_numbers(text, target)
    ):
        return None
    before = [word for part in NUMBER.split(text)[:-1] for word in words(part)[-1:]]
    if target.startswith("-"):  # KW 12/19, but not the week of 10/11, and not нед 12/10, a Sunday
        week = any(names_week(word) and not find_weekday(word) for word in before)
    else:
        week = names_week(text) or bool(NUMBERED_WEEK.search(text))
    return "a week" if week else None if NUMBERING.isdisjoint(before) else "a serial number"


def _in_numbers(text: str, target: str) -> bool:
    """Return whether the month of `target`, and its year or day, stand in `text` as numbers."""
    numbers = set(map(int, NUMBER.findall(text)))
    return numbers.issuperset(map(int, filter(None, target.split("-"))))


def is_of_six_digits(text: str, target: str) -> bool:
    """Return whether `target` is spelled by six digits of `text` that may be no date, or a date in another order.

    >>> is_of_six_digits("#190512", "19-05-12"), is_of_six_digits("Order 190512", "12-05-19")
    (True, True)
    >>> is_of_six_digits("150249 10:56", "49-02-15"), is_of_six_digits("19-05-12", "19-05-12")
    (False, False)
    """
    plain = text if text.isascii() else clean(text)
    found = SIX_DIGITS.search(plain)
    if not found:
        return False
    six = found[0]
    first, second, last = six[:2], six[2:4], six[4:]
    orders = (f"{first}-{second}-{last}", f"{last}-{second}-{first}", f"{last}-{first}-{second}")
    readings = set(filter(AUTOMATON.accepts, orders))
    alone = NUMBER.findall(plain) == [six] and not words(text)
    if target not in readings:
        return alone and len(target) == len("2018-05-09")  # 1905-12-19 of 190512, some of them twice
    return alone or len(readings) > 1


def lookalike(text: str, target: str) -> str | None:
    """Return what `text`, read as `target` without being told an order, is more likely; None where it may be a date.

    >>> lookalike("37.2.2", "37-02-02"), lookalike("17 4/6", "17-04-06"), lookalike("7.2.37", "37-02-07")
    ('a version number', 'a number with a fraction', None)
    >>> lookalike("3.1415", "1415-03"), lookalike("3.1915", "1915-03"), lookalike("1.2.2019.3", "2019-02-01")
    ('a decimal number', None, 'a version number')
    """
    plain = (text if text.isascii() else clean(text)).strip()
    if len(target) == len("2018-05-09"):
        return "a version number" if FOUR_NUMBERS.fullmatch(plain) else None
    if target.find("-") != 2 and len(target) != len("2018-05"):
        return None
    if target.find("-") == 4:
        return "a decimal number" if int(target[:4]) not in YEARS and DECIMAL.fullmatch(plain) else None
    return next((name for name, pattern in LOOKALIKES.items() if pattern.fullmatch(plain)), None)


def serial(text: str, target: str) -> str | None:
    """Return what a year and four digits in `text` are more likely than a date; None where they may be one.

    >>> serial("INV 2025-0312", "2025-03-12"), serial("No. 2025/0312", "2025-03-12"), serial("2025/0312", "2025-03-12")
    ('a serial number', 'a serial number', None)
    >>> serial("2025-03-12", "2025-03-12"), serial("12.03.2025-0312", "2025-03-12")
    (None, None)
    """
    plain = text if text.isascii() else clean(text)
    if len(target) != len("2018-05-09") or not LINKED_FOUR.search(plain):
        return None
    year, month, day = target.split("-")
    numbers = NUMBER.findall(plain)
    linked = any(f"{year}{sign}{month}{day}" in plain for sign in ("-./" if words(text) else "-."))
    elsewhere = month_meanings(text) or not {month, month.lstrip("0")}.isdisjoint(numbers)
    return "a serial number" if linked and not elsewhere else None


def leftover(text: str, target: str) -> str | None:
    """Return what `text` has beside `target`, a date of the target language, that would be part of a date too.

    >>> leftover("13 or 16 November 2018", "2018-11-16"), leftover("9 May 1980-1986", "1980-05-09")
    ('the number 13', 'the year 1986')
    >>> leftover("9 May/June 2018", "2018-06-09"), leftover("9 May two thousand", "--05-09")
    ('another month', 'a year in words')
    >>> leftover("9 May 2018 at 10:30", "2018-05-09")
    """
    plain = text if text.isascii() else clean(text)
    plain = TIME.sub(" ", plain) if ":" in plain else plain
    year, month, day = (*target.removeprefix("-").split("-"), "", "")[:3]
    numbers, written = NUMBER.findall(plain), words(text)
    if not month:
        return next((f"the number {number}" for number in numbers if number != year), None)
    if len(numbers) > bool(year) + bool(day) or any(len(number) > len("2018") for number in numbers):
        found = _other_number(text, plain, year, month, day)
        if found:
            return found
    if len(written) > 1 and len({int(month) in months for months in month_meanings(text)}) > 1:
        return "another month"
    return "a year in words" if written and not year and YEAR_IN_WORDS.search(plain.casefold()) else None


def _other_number(text: str, plain: str, year: str, month: str, day: str) -> str | None:
    if not day and THREE_NUMBERS.search(plain):
        used = (year, month, month.lstrip("0"))
        return next((f"the number {number}" for number in NUMBER.findall(plain) if number not in used), None)
    other = _other_year(plain, year) if len(year) == 4 else None
    if other:
        return f"the year {other}"
    known = {int(day)} if day and month_meanings(text) else {int(day or 0), int(month)}
    number = _listed(plain, known, int(day)) if day and words(text) else None
    if number is None and has_one_word(text):
        meant = month_languages(text).values()
        number = _to_spare(text, year, month, day) if any(int(month) in months for months in meant) else None
    return f"the number {number}" if number else None


def _other_year(plain: str, year: str) -> str | None:
    """Return a year beside `year`: one linked with it, or one that is no time of day (19:60); or another whole date."""
    dates = set(COMPACT.findall(plain))
    if len(dates) > 1:
        return next((other[:4] for other in sorted(dates) if not other.startswith(year)), year)
    years = YEAR.findall(plain)
    if len(years) < 2 or year not in years:
        return None
    linked = [other for pair in LINKED_YEARS.findall(plain) if year in pair for other in pair]
    others = [other for other in years if other in linked or other[2:] > "59"]
    return next((other for other in others if other != year), None)


def _listed(plain: str, known: set[int], day: int) -> str | None:
    """Return a number that could be a day and is none of `known`, joined to `day` by a word for 'or' or 'until'."""
    if len([number for number in NUMBER.findall(plain) if int(number) == day]) > 1:
        return None  # hours, of which one is as many
    for one, other in pairwise(NUMBER.finditer(plain)):
        between = plain[one.end() : other.start()]
        numbers = {int(one[0]): one[0], int(other[0]): other[0]}
        others = numbers.keys() - known
        if day in numbers and len(between) <= LONGEST_BETWEEN and any(0 < number < 32 for number in others):
            apart = APART.findall(between.casefold())
            joined = len(apart) == 1 and apart[0] in _joining()
            if joined or any(map(between.__contains__, _unspaced())):
                return numbers[others.pop()]
    return None


def _to_spare(text: str, *fields: str) -> str | None:
    """Return the one number that a date of a name and short numbers has no use for: 03 in `03 25 Sep`.

    None where there is a time of day, or a year of four digits that shows what the other numbers are.
    """
    numbers = NUMBER.findall(clean(text))
    if ":" in text or any(len(number) > 2 for number in numbers):
        return None
    for field in fields:
        used = next((form for form in (field, field.lstrip("0")) if form in numbers), None)
        if used:
            numbers.remove(used)
    return numbers[0] if len(numbers) == 1 else None


@cache
def _joining() -> frozenset[str]:
    return UNTIL.union(word_table("conjunctions"))


@cache
def _unspaced() -> tuple[str, ...]:
    return tuple(word for word in _joining() if is_unspaced(word))
