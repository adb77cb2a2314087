"""Leftovers: what a text says of a day, a month or a year that an answer makes no use of.

`13 or 16 November 2018` holds two dates and `9 May 1980-1986` two years. The network reads one of them, often without a
doubt; exact code sees what is left. A time of day, and numbers that could be one, are no leftovers.
"""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from datenorm.evidence import TIME, day_words
from datenorm.names import key, month_meanings
from datenorm.vocabulary import clean

# Words between the ends of a range. Between those of a choice or a list stand the words of `conjunctions.tsv`.
UNTIL = frozenset("to till until through thru bis tot til till do до по al au até hasta sampai hingga đến 至 到 から まで".split())
LONGEST_BETWEEN = 16  # characters from one number of a list to the next: '9th or maybe 10th'
APART = re.compile(r"(?<=\s)\S+(?=\s)")  # not what a number ends in: 9th, 9-го
NUMBER = re.compile(r"\d+")
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
LINKED_YEARS = re.compile(r"(?<!\d)([12]\d{3})\s?[-–—/~(]\s?([12]\d{3})(?!\d)")
SHORTEST_WORD = 4  # letters: 'on' is ten in Turkish, 'to' two in Danish
# A year in words has one of these, but for 'nineteen ninety', which has two numbers.
THOUSANDS = re.compile(
    r"thousand|hundred|mille|duemil|\bmil\b|tausend|hundert|duizend|tusen|tusind|tuhat|tysi[ąa]c|тысяч|тисяч|tis[ií]c|ezer"
    r"|χιλι|ألف|हज़ार|\bribu\b|nghìn"
)


def leftover(text: str, target: str) -> str | None:
    """Return what `text` has beside `target`, a date of the target language, that would be part of a date too.

    >>> leftover("13 or 16 November 2018", "2018-11-16"), leftover("9 May 1980-1986", "1980-05-09")
    ('the number 13', 'the year 1986')
    >>> leftover("9 May/June 2018", "2018-06-09"), leftover("9 May two thousand", "--05-09")
    ('another month', 'a number in words')
    >>> leftover("9 May 2018 at 10:30", "2018-05-09")
    """
    plain = text if text.isascii() else clean(text)
    plain = TIME.sub(" ", plain) if ":" in plain else plain
    year, month, day = (*target.removeprefix("-").split("-"), "", "")[:3]
    other = _other_year(plain, year) if len(year) == 4 else None
    if other:
        return f"the year {other}"
    named = month_meanings(text) if month else []
    if day and (number := _listed(plain, {int(day)} if named else {int(day), int(month)}, int(day))):
        return f"the number {number}"
    if len({int(month) in months for months in named}) > 1:
        return "another month"
    return "a number in words" if day and not year and _has_words(plain, int(day)) else None


def _other_year(plain: str, year: str) -> str | None:
    """Return a year beside `year`: one linked with it, or one that is no time of day (19:60)."""
    years = YEAR.findall(plain)
    if len(years) < 2 or year not in years:
        return None
    linked = [other for pair in LINKED_YEARS.findall(plain) if year in pair for other in pair]
    others = [other for other in years if other in linked or other[2:] > "59"]
    return next((other for other in others if other != year), None)


def _listed(plain: str, known: set[int], day: int) -> str | None:
    """Return a number that could be a day and is none of `known`, joined to `day` by a word for 'or' or 'until'."""
    for one, other in pairwise(NUMBER.finditer(plain)):
        between = plain[one.end() : other.start()]
        numbers = {int(one[0]): one[0], int(other[0]): other[0]}
        others = numbers.keys() - known
        if day in numbers and len(between) <= LONGEST_BETWEEN and any(0 < number < 32 for number in others):
            words = APART.findall(between.casefold())
            if not _joining().isdisjoint(words) or any(map(between.__contains__, _unspaced())):
                return numbers[others.pop()]
    return None


def _has_words(plain: str, day: int) -> bool:
    """Return whether words name a number that is not the day: all of the words, and the longer ones alone as well."""
    longer = " ".join(word for word in key(plain).split(" ") if len(word) >= SHORTEST_WORD)
    days = ({str(day) in meant.split(",") for meant in day_words().meanings(words)} for words in (plain, longer))
    return bool(THOUSANDS.search(plain.casefold())) or all(False in is_day for is_day in days)


@cache
def _joining() -> frozenset[str]:
    lines = Path(__file__).with_name("conjunctions.tsv").read_text("utf-8").splitlines()
    return UNTIL.union(line.split("\t")[0] for line in lines)


@cache
def _unspaced() -> tuple[str, ...]:
    return tuple(word for word in _joining() if UNSPACED.fullmatch(word))
