"""Evidence: whether a text holds the day, the month and the year that were read from it.

The network can write a date that is nowhere in the text. Exact code looks for each field: as a number in any script, in
a run of digits, in Chinese numerals, as a word for a day. Misspelt names are meant to be read, so letters near to a
month's name pass for it, unless the text names another one in full.
"""

import re
from collections.abc import Iterator
from functools import cache, partial

from datenorm.text.characters import clean
from datenorm.text.names import NameTable, find_months, key
from datenorm.text.numerals import CHINESE_DIGITS, TENS, ZEROS, chinese_numbers, number_words
from datenorm.text.spelling import may_mean

NUMBER = re.compile(r"[0-9]+")
LONGEST_FIELD = 4  # digits; longer numbers are several fields in one. Without a year, `0509` is two of them
TIME = re.compile(
    r"(?<![\d:./-])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\d:])"
)  # its numbers are no day's, month's or year's
NUMERIC = re.compile(
    r"(?<!\d)([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})(?!\d)"
)  # a date without names: 13/31/2018
# Numbers that a word beside them makes a month, or a day: tháng 5 and ngày 9, 5月9日, 5월 9일. They are nothing else.
MARKED_MONTH = re.compile(r"(?:th[áa]ng|thg\.?)\s?([0-9]+)|([0-9]+)\s?[月월](?!曜)", re.IGNORECASE)
MARKED_DAY = re.compile(r"ng[àa]y\s?([0-9]+)|([0-9]+)\s?[日일号號]", re.IGNORECASE)
# What scanners take digits for, beside a digit; and what else, in a text that has lost its capitals. Not '|', which far
# more often parts two fields.
SCANNED = (
    str.maketrans("OoQDlIi!SsBZzbgqG", "00001111558226996"),
    str.maketrans("OoQDlIi!SsBZzbgqG", "00001111558228606"),
)
LIKE = "0-9OoQDlIi!SsBZzbgqG"
DAMAGED = rf"[{LIKE}]*[0-9][{LIKE}]*"
DAMAGED_NUMBERS = (
    re.compile(rf"(?<![^\W\d_]){DAMAGED}(?<!!)(?![^\W\d_])"),  # standing apart from other letters
    re.compile(rf"(?<![^\W\d_]){DAMAGED}(?![^\W\d_])"),
    re.compile(DAMAGED),
)
EVERYWHERE = "en"  # a language known to those who write others
CHINESE = re.compile(
    f"(?<![週周期拜])[{CHINESE_DIGITS}{ZEROS}十{''.join(TENS.values())}]+"
)  # 週三 is a Wednesday


def missing(text: str, target: str, language: str | None = None) -> str | None:
    """Return what of `target`, a date of the target language, has no trace in `text`; None where all has.

    language: of the text, where it is known: its months may be misspelt more than others.

    >>> missing("20 Mar 2013 10h11", "2013-03-20"), missing("2012/0/10", "2012-10-10"), missing("5 Juni", "--07-05")
    (None, 'month 10', 'month 7')
    >>> missing("on 13/31/2018", "2018-03-31"), missing("Jan 1 3000, 9:30", "30-01-01")
    ('month 3', 'year 30')
    >>> missing("14 Unr 2021", "2021-02-14"), missing("14 Unr 2021", "2021-02-14", "cs")
    ('month 2', None)
    >>> missing("2019年12月三日", "2019-12-03"), missing("2019年12月 週三", "2019-12-03")
    (None, 'day 3')
    """
    plain = text if text.isascii() else clean(text)
    plain = TIME.sub(" ", plain) if ":" in plain else plain
    lacking = _without_words(plain, _lacking(plain, target, text, language))
    # A year alone has nothing beside it that would tell a damaged number from a code: 29Z7.
    forms = _other_forms(plain, damaged="-" in target) if lacking else ()
    if any(not _without_words(form, _lacking(form, target, text, language)) for form in forms):
        return None
    return lacking


def _without_words(text: str, lacking: str | None) -> str | None:
    """Return what is lacking, or None where it is a day for which there is a word."""
    if lacking and lacking.startswith("day") and int(lacking[4:]) in _day_words().find(text):
        return None
    return lacking


def _lacking(plain: str, target: str, text: str, language: str | None) -> str | None:
    """Return the first field of `target` for which there is no number of its own in `plain`, nor a month in `text`.

    plain: the text with ASCII digits and no time of day.
    """
    numbers = NUMBER.findall(plain)
    year, month, day = (*target.removeprefix("-").split("-"), "", "")[:3]
    longest = LONGEST_FIELD if year else 2
    runs = [number for number in numbers if len(number) > longest]
    if year and not _take(numbers, runs, year):
        return f"year {year}"
    if day and month + day in numbers:  # 1926/0330
        return None
    if not plain.isascii() and _marked_otherwise(plain, MARKED_MONTH, month):
        return f"month {int(month)}"
    if not plain.isascii() and _marked_otherwise(plain, MARKED_DAY, day):
        return f"day {int(day)}"
    if day and not _take(numbers, runs, day, day.lstrip("0")) and not _glued(plain, day, year):
        return f"day {int(day)}"
    if not month or _take(numbers, runs, month, month.lstrip("0")):
        return None
    written = NUMERIC.search(plain)
    if written and {day, day.lstrip("0")} & set(written.groups()) and year in written.groups():
        return f"month {int(month)}"
    if int(month) in _marked(plain, MARKED_MONTH):  # its number may also be the day's: 1월 1일
        return None
    named = find_months(text)
    is_named = (
        int(month) in named
        if named
        else any(map(str.isalpha, text)) and may_mean(text, int(month), _expected(target, language))
    )
    return None if is_named else f"month {int(month)}"


def _expected(target: str, language: str | None) -> tuple[str, ...]:
    """Return the languages whose short month names may be misspelt: the text's own; English in a whole date."""
    whole = target.count("-") == 2 and not target.startswith("-")
    return (language, EVERYWHERE) if language else (EVERYWHERE,) if whole else ()


def _glued(plain: str, day: str, year: str) -> bool:
    """Return whether a day of one digit and its year of four stand behind a name, and nothing between: May92018."""
    return len(year) == 4 and bool(re.search(rf"[^\W\d_]{day.lstrip('0')}{year}(?!\d)", plain))


def _marked(plain: str, mark: re.Pattern[str]) -> set[int]:
    """Return the numbers that are marked as such a field."""
    return {int(before or behind) for before, behind in mark.findall(plain)}


def _marked_otherwise(plain: str, mark: re.Pattern[str], field: str) -> bool:
    """Return whether numbers are marked as such a field, and none of them is `field`."""
    marked = _marked(plain, mark)
    return bool(field and marked) and int(field) not in marked


def _take(numbers: list[str], runs: list[str], *forms: str) -> bool:
    """Take a number that is one of `forms` out of `numbers`, or find the first form inside a run of digits."""
    for form in forms:
        if form in numbers:
            numbers.remove(form)
            return True
    return any(forms[0] in run for run in runs)


def _other_forms(text: str, damaged: bool) -> Iterator[str]:
    """Yield the text with numbers as scanners damage them made whole, and with Chinese numerals in digits."""
    for numbers in DAMAGED_NUMBERS if damaged else ():
        for digits in SCANNED:
            yield numbers.sub(partial(_as_scanned, digits), text)
    if CHINESE.search(text):
        yield CHINESE.sub(lambda found: f" {_from_chinese(found[0])} ", text)


def _as_scanned(digits: dict[int, int], found: re.Match[str]) -> str:
    return found[0].translate(digits)


def _from_chinese(numeral: str) -> str:
    """Return a number in Chinese numerals in digits; a year has one for each digit.

    >>> _from_chinese("二零一八"), _from_chinese("廿六"), _from_chinese("十一")
    ('2018', '26', '11')
    """
    known = _chinese().get(numeral)
    return known or "".join(str(max(0, CHINESE_DIGITS.find(digit))) for digit in numeral)


@cache
def _chinese() -> dict[str, str]:
    return {numeral: str(value) for table in chinese_numbers() for value, numeral in enumerate(table)}


@cache
def _day_words() -> NameTable:
    return NameTable({key(word): ",".join(map(str, days)) for word, days in number_words().items()})
