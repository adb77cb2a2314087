"""Relative texts: which tokens count from a day, and what stands around them. `3 days ago`, `2 days after 9 May 2018`.

    posted: yesterday at 5 pm
    label   phrase    time of day

Every token must be explained: as the phrase, as a label before it, as a time of day beside it, as the date that the
phrase counts from, or as fields of the year or month that it names. A text with anything else in it is none.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from datenorm.dates.calendar import LAST_DAY, MONTHS
from datenorm.dates.relative import FIELDS, is_of_a_day
from datenorm.rewriting.fields import HARMFUL, fields, may_join
from datenorm.rewriting.page import EVERYWHERE, LONGEST, Page
from datenorm.text.characters import clean
from datenorm.text.lexicon import MAJOR, languages_of
from datenorm.text.numerals import ZEROS as CHINESE_ZEROS
from datenorm.text.numerals import chinese_value
from datenorm.text.phrases import (
    NO_PERIOD,
    Found,
    Place,
    find,
    is_beside_time,
    languages_with_unit,
    may_count,
    spelled_number,
)
from datenorm.text.pieces import NEAREST, REST, folded, words
from datenorm.text.tokens import Token

SHORTEST = 3  # letters of a word that is nothing else to most readers
ZEROS = str.maketrans("123456789", "000000000")
RIVALS = ("month", "full", "weekday", "dayperiod", "clock", "day")
MANY = 24  # tokens; a longer text is none
LABELS = ("label", "connector", "clock<")
LASTING = "lasting<"
OTHERS = (*HARMFUL, "unknown", "offset<")  # senses of a label that says more
UNITS = tuple(f"unit:{unit}" for unit in ("day", "week", "month", "year"))
PLAIN = ".,;:!()[]{}\"'-·•*|"  # signs that change nothing
ASCII_NUMBER = re.compile(r"\d+")
BESIDE_TIMES = ("clock", "clock<", "dayperiod", "hour", "minute", "second", "zone")
SAYS_HOUR = ("clock<", "dayperiod", "hour")
LAST_HOUR, LAST_MINUTE = 24, 59
MONTH_OF_YEAR = re.compile(r"[<>]M\d+|Y[+-]\d+\.\d+")  # codes that a day may stand in
ENDING = 4  # letters of the longest ending of a case that stands at a time: 0:00-kor
NOW = "s+0"  # the code of now, today's time
NOTHING = range(0)
DATED = 2  # numbers that a date has at least, or one and a name


class Relative(NamedTuple):
    """A text that counts from a day.

    found: what it can mean, and in which languages. rest: where the date stands that it counts from, None where that is
    not in the text. time: where the time of day beside it stands. text: the cleaned text that both are places in.
    weekdays: that stand beside the phrase, as names of the day that it means.
    """

    found: frozenset[Found]
    rest: tuple[int, int] | None
    time: tuple[int, int] | None
    text: str
    weekdays: frozenset[int] = frozenset()

    @property
    def codes(self) -> tuple[str, ...]:
        """What the text can mean, each meaning once."""
        return tuple(sorted({one.code for one in self.found}))

    @property
    def settled(self) -> str:
        """The option that tells several meanings apart; '' where each language has all of them, as of 3 m."""
        spoken = {
            one.language: sum(other.language == one.language for other in self.found) for one in self.found
        }
        return "--locale" if 1 in spoken.values() else ""

    def periods(self, language: str | None) -> dict[str | None, frozenset[int]]:
        """Return the languages of the phrase, the one that is told if one is, with the parts of the day that it says.

        >>> read("tonight at 8", None).periods(None), read("today at 8", None).periods("en")
        ({'en': frozenset({1824})}, {'en': frozenset()})
        """
        spoken = [language] if language else sorted({one.language for one in self.found})
        return {
            name: frozenset(
                one.period
                for one in self.found
                if one.period != NO_PERIOD and name in (language, one.language)
            )
            for name in spoken
        }


def read(text: str, language: str | None) -> Relative | None:
    """Return what a text counts, and from what; None for a text that counts from no day.

    language: as told, else None: then in all languages.

    >>> read("Posted: 3 days ago", None).codes, read("2 days after 9 May 2018", "en").rest, read("9 May 2018", None)
    (('-3D',), (13, 23), None)
    """
    if len(text) > LONGEST or not _may_count(text.translate(ZEROS), language):
        return None
    return _read(text, language)


def read_beside(text: str, language: str | None) -> Relative | None:
    """Return what the phrase counts that stands beside a date and says the same day: yesterday (8 May 2018).

    >>> read_beside("yesterday (8 May 2018)", None).codes, read_beside("8 May 2018", None)
    (('D-1',), None)
    """
    if len(text) > LONGEST or not _may_stand_beside(text.translate(ZEROS), language):
        return None
    return _read_beside(text, language)


@lru_cache(1 << 14)
def _may_stand_beside(shown: str, language: str | None) -> bool:
    return may_count(shown, beside_date=True) and _read_beside(shown, language) is not None


def _read_beside(text: str, language: str | None) -> Relative | None:
    page = Page(clean(text), language=language)
    if not 0 < len(page.tokens) <= MANY:
        return None
    first, last = _trimmed(page)
    for start in _labelled(page, first, last):
        for cut in range(start + 1, last):
            for phrase, day in (((start, cut), (cut, last)), ((cut, last), (start, cut))):
                found = _is_day_of_month(page, *day) and (_alone(page, *phrase) or _with_time(page, *phrase))
                if found and not _is_of_few(page, found, *phrase):
                    return found
    return None


def _is_day_of_month(page: Page, start: int, end: int) -> bool:
    """Return whether tokens can be a date, or a day and the name of its month."""
    named = any(page.has(i, "full", "month") for i in range(start, end))
    numbers = sum(page.is_number(i) for i in range(start, end))
    if any(page.tokens[i].kind == "word" and not may_join(page, i) for i in range(start, end)):
        return False
    return _may_be_date(page, start, end) or (named and numbers == 1)


@lru_cache(1 << 14)  # a column has few, and a text's own is asked for twice
def _may_count(shown: str, language: str | None) -> bool:
    """Return whether a text with such numbers may count from a day; with zeros for its digits they fit everywhere."""
    return may_count(shown) and _read(shown, language) is not None


def _read(text: str, language: str | None) -> Relative | None:
    page = Page(clean(text), language=language)
    if not 0 < len(page.tokens) <= MANY:
        return None
    first, last = _trimmed(page)
    for start in _labelled(page, first, last):
        for read_as in (_alone, _with_time, _dated, _completed):
            found = read_as(page, start, last)
            if (
                found
                and not _says_more(page, first, start, found)
                and not _is_of_few(page, found, 0, len(page.tokens))
            ):
                return found
    return None


def _is_of_few(page: Page, relative: Relative, start: int, end: int) -> bool:
    """Return whether tokens are one short word that counts in small languages alone, none told: no is now in Norway."""
    word = page.tokens[start].text
    short = end - start == 1 and len(word) < SHORTEST and word.isascii()
    return short and page.language is None and MAJOR.isdisjoint(one.language for one in relative.found)


def _says_more(page: Page, first: int, start: int, relative: Relative) -> bool:
    """Return whether a label before a phrase is a number in its language, or since: due tre giorni fa, de ieri."""
    languages = {one.language for one in relative.found}
    begins = all(is_of_a_day(one.code) for one in relative.found)
    return any(
        spelled_number(page.tokens[i].text, languages) or (begins and _has(page, i, languages, "from<"))
        for i in range(first, start)
    )


def _is_plain(page: Page, i: int) -> bool:
    """Return whether token `i` is a sign that says no more than a comma does; not the minus of -3 days."""
    minus = page.is_sign(i, "-") and page.is_number(i + 1) and page.touches(i + 1) and not page.touches(i)
    return page.is_sign(i, PLAIN) and not minus


def _is_known(page: Page, i: int) -> bool:
    """Return whether token `i` is no sign that says more than a comma does: `3 days ago?`."""
    return page.tokens[i].kind != "sign" or _is_plain(page, i)


def _is_a_dash(page: Page, i: int) -> bool:
    """Return whether a dash stands apart, as between two phrases: 3 days ago - today."""
    return page.is_sign(i, "-") and not (page.touches(i) or page.touches(i + 1))


def _trimmed(page: Page) -> tuple[int, int]:
    """Return the first token that is no plain sign, and the one behind the last."""
    found = [i for i in range(len(page.tokens)) if not _is_plain(page, i)]
    return (found[0], found[-1] + 1) if found else (0, 0)


def _labelled(page: Page, first: int, last: int) -> Iterator[int]:
    """Yield where a phrase can begin: at the first token, and behind each label that only labels stand before."""
    while first < last:
        yield first
        if not page.has(first, *LABELS) or page.has(first, *OTHERS):
            return
        if page.has(first, *UNITS) and not page.is_sign(first + 1, PLAIN):
            return  # the day last month is more than last month
        if page.has(first, "dated<") and page.is_number(first + 1):
            return  # tanggal 3 bulan lalu is the 3rd of last month, and no three months ago
        first += 1
        while _is_plain(page, first):
            first += 1


def _alone(page: Page, start: int, end: int) -> Relative | None:
    found = _meanings(page, start, end, "alone")
    return Relative(found, None, None, page.text) if found else None


def _with_time(page: Page, start: int, end: int) -> Relative | None:
    """Return the phrase with a time of day behind it, or before it; an amount of hours has none."""
    for length in range(end - start - 1, 0, -1):  # the longest phrase first: tomorrow morning | at 8
        ahead, behind = start + length, end - length
        for phrase, time in (((start, ahead), (ahead, end)), ((behind, end), (start, behind))):
            if not (_is_apart(page, max(phrase[0], time[0])) and _is_time(page, *time, page.languages)):
                continue
            found = _meanings(page, *phrase, "alone")
            spoken = page.languages or {*(one.language for one in found), *EVERYWHERE}
            # 5 hours 2 days ago is one amount, and no time.
            counted = any(one.code[0] in "+-" for one in found) and time[0] == start
            if (
                found
                and all(is_of_a_day(one.code) for one in found)
                and not counted
                and _is_time(page, *time, spoken)
            ):
                return Relative(found, None, _place(page, *time), page.text)
    return None


def _place(page: Page, start: int, end: int) -> tuple[int, int]:
    """Return where tokens stand."""
    return page.tokens[start].start, page.tokens[end - 1].end


def _is_apart(page: Page, cut: int) -> bool:
    """Return whether no number or sign joins the token before `cut` with a number: am 08 | .10.17 is no time."""
    joined = [token.kind != "word" for token in page.tokens[cut - 1 : cut + 1]]
    return not (all(joined) and page.touches(cut))


def _dated(page: Page, start: int, end: int) -> Relative | None:
    """Return the phrase that counts from a date in the text, which stands behind it or before it."""
    for cut in range(end - 1, start, -1):
        found = _meanings(page, start, cut, "before a date") if _may_be_date(page, cut, end) else frozenset()
        if found:
            return Relative(found, _place(page, cut, end), None, page.text)
        found = _meanings(page, cut, end, "behind a date") if _may_be_date(page, start, cut) else frozenset()
        if found:
            return Relative(found, _place(page, start, cut), None, page.text)
    return None


def _completed(page: Page, start: int, end: int) -> Relative | None:
    """Return the phrase that names the year or month of fields beside it, or a day whose weekday stands beside it."""
    for part in fields(page, start, end):
        found = _meanings(page, start, end, "beside a day", range(part.first, part.behind))
        codes = [(one, part.written(page, one.language)) for one in found]
        placed = frozenset(
            one._replace(code=code)
            for one, written in codes
            if written is not None and (code := _placed(one, written, part.marked, part.is_of_year))
        )
        if placed:
            return Relative(placed, None, None, page.text, page.weekdays)
    return None


def _placed(found: Found, written: str, marked: bool, named: bool) -> str:
    """Return the code of fields of a year or month, that of a day for a weekday; '' where a phrase has no such fields.

    written: the fields, as in ISO 8601. marked: whether a day is surely one, as it is beside a month that stands only
    there. named: whether they name their month.
    """
    code, marked = found.code.removeprefix(REST), marked or found.code.startswith(REST)
    if not written:
        return code if code[0] == "D" else ""
    in_year, in_month = code[0] == "Y" and FIELDS not in code, code[0] == "M" and marked
    if (in_year and named) or (in_month and not named):
        return f"{code}{FIELDS}{written}"
    if named or not (MONTH_OF_YEAR.fullmatch(code)):
        return ""
    if code[0] == "Y":
        return f"{code}-{written}"
    return f"{code.replace('M', 'N') if found.language in NEAREST else code}{FIELDS}{written}"


def _may_be_date(page: Page, start: int, end: int) -> bool:
    """Return whether tokens can be a whole date: two numbers, or one of eight digits, and only words of dates before.

    Not so receipt of our letter of 9 May, and 9 May is not what `and 9 May` says.
    """
    if page.has(start, *OTHERS) and not page.is_number(start):
        return False
    if not _leads_to_date(page, start, end):
        return False
    numbers = [token.text for token in page.tokens[start:end] if token.kind == "number"]
    return len(numbers) >= DATED or any(len(number) == 8 for number in numbers)


def _leads_to_date(page: Page, start: int, end: int) -> bool:
    """Return whether the words before the first number or month are words of dates."""
    lead = takewhile(lambda i: not page.is_number(i) and not page.has(i, "full", "month"), range(start, end))
    return all(page.tokens[i].kind != "word" or page.tokens[i].senses for i in lead)


def _meanings(page: Page, start: int, end: int, place: Place, without: range = NOTHING) -> frozenset[Found]:
    """Return what tokens mean in the language of the text, else in English; in all where none is told.

    without: tokens inside that are no part of the phrase.
    """
    said = [i for i in range(start, end) if i not in without]
    if not all(_is_known(page, i) for i in said) or any(_is_a_dash(page, i) for i in said[1:-1]):
        return frozenset()
    for language in dict.fromkeys((page.language, "en" if page.language else None)):
        for text in _written(page, said):
            numbers = [int(number) for number in ASCII_NUMBER.findall(text)]
            found = find(words(text), numbers, language, place)
            if found and not (page.language is None and _is_denied(page, said, found)):
                return frozenset(found)
    return frozenset()


def _is_denied(page: Page, said: Sequence[int], found: Collection[Found]) -> bool:
    """Return whether no large language has a phrase, and its words may as well say something else.

    A letter that is a unit in one counts in none of the small: am 3 J. за 3 дня is within 3 days in Russian.
    """
    if len(said) == 1:
        return _has_rivals(page.tokens[said[0]], found)
    if any(one.language in MAJOR for one in found):
        return False
    spoken = [page.tokens[i] for i in said if page.tokens[i].kind == "word"]
    units = {token.text: languages_with_unit(token.text) for token in spoken}
    languages = {one.language for one in found}
    letters = [word for word in units if len(word) == 1 and word.isascii()]
    lasting = [token.senses[LASTING] for token in spoken if LASTING in token.senses]
    others = frozenset().union(*units.values()) - languages
    return any(units[letter] & languages and units[letter] & MAJOR for letter in letters) or any(
        others & languages_of(meant) for meant in lasting
    )


def _has_rivals(token: Token, found: Collection[Found]) -> bool:
    """Return whether a word is a date's in another language: mai is tomorrow in Vietnamese, and May in many."""
    languages = {one.language for one in found}
    rivals = (languages_of(token.senses[kind]) - languages for kind in RIVALS if kind in token.senses)
    return languages.isdisjoint(MAJOR) and any(rivals)


def _written(page: Page, said: Sequence[int]) -> Iterator[str]:
    """Yield tokens as they are written, and with numbers in Chinese numerals as digits: 一週間前.

    二三日前 is two or three days ago, and nothing that can be counted.
    """
    spaces = ["" if page.touches(i) and i - 1 in said else " " for i in said]
    found = [page.tokens[i] for i in said]
    written = [page.text[token.start : token.end] for token in found]
    yield folded("".join(space + one for space, one in zip(spaces, written, strict=True)))
    numerals = [
        one for token, one in zip(found, written, strict=True) if token.kind == "number" and one != token.text
    ]
    if numerals and not any(map(_is_about, numerals)):
        yield folded("".join(space + token.text for space, token in zip(spaces, found, strict=True)))


def _is_about(numeral: str) -> bool:
    """Return whether a number in Chinese numerals is digits beside each other, two or three: no place has a zero."""
    return not numeral[0].isdigit() and not chinese_value(numeral) and set(numeral).isdisjoint(CHINESE_ZEROS)


def _is_time(page: Page, start: int, end: int, spoken: Collection[str] | None) -> bool:
    """Return whether tokens are a time of day and nothing else: at 5 pm, um 00:00, 0:00-kor, in the morning.

    spoken: the languages that its words are looked up in; None for all of them.
    """
    numbers = [i for i in range(start, end) if page.is_number(i)]
    limits = (LAST_HOUR, LAST_MINUTE, LAST_MINUTE)
    if len(numbers) > len(limits) or any(
        (page.number(i) or 0) > limit or not page.is_number(i, 1, 2)
        for i, limit in zip(numbers, limits, strict=False)
    ):
        return False
    joined = len(numbers) > 1 and page.is_sign(numbers[0] + 1, ":")
    if len(numbers) > 2 and not joined:
        return False  # 21.8. 50 is a date
    joined = joined or (
        len(numbers) > 1 and page.is_sign(numbers[0] + 1, ".") and not _may_be_a_day(page, numbers)
    )
    said = any(_has(page, i, spoken, *SAYS_HOUR) for i in range(start, end))
    periods = not numbers and any(_has(page, i, spoken, "dayperiod") for i in range(start, end))
    if not (joined or (numbers and said) or periods):
        return False
    return all(page.is_number(i) or _is_beside_time(page, i, spoken) for i in range(start, end))


def _may_be_a_day(page: Page, numbers: Sequence[int]) -> bool:
    """Return whether two numbers with a dot between them can be a day and a month as well: gestern 07.05."""
    day, month = (page.number(i) or 0 for i in numbers[:2])
    return len(numbers) == 2 and 0 < day <= LAST_DAY and 0 < month <= MONTHS


def _has(page: Page, i: int, spoken: Collection[str] | None, *kinds: str) -> bool:
    """Return whether token `i` has one of these senses in one of these languages; in any where they are None."""
    senses = page.tokens[i].senses
    return any(
        kind in senses and (spoken is None or not languages_of(senses[kind]).isdisjoint(spoken))
        for kind in kinds
    )


def _is_beside_time(page: Page, i: int, spoken: Collection[str] | None) -> bool:
    token = page.tokens[i]
    if token.kind == "sign":
        return token.text in PLAIN
    if (
        _has(page, i, spoken, *BESIDE_TIMES)
        or any(is_beside_time(token.text, language) for language in spoken or (None,))
        or (_has(page, i, spoken, *LABELS) and not page.has(i, *OTHERS))
    ):
        return True
    hyphen = page.is_sign(i - 1, "-") and page.touches(i - 1)
    return len(token.text) <= ENDING and page.touches(i) and (hyphen or page.is_number(i - 1))
