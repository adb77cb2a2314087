"""Months and years of other calendars: texts that say one and nothing else, read from tokens by exact code.

Shahrivar 1397, شهریور ۱۳۹۷, 1437 AH, שנת תשפ״ד, vendémiaire an VII

A name beside one number is less sure than a date of three fields. So nothing stands beside them but full stops, words
for 'year' and 'month' and connecting words of the text's own language, and names that are words elsewhere count with an
era alone.
"""

import re
from collections.abc import Iterator, Sequence

from datenorm.dates.calendars import AT_HOME, Calendar, Written
from datenorm.dates.hebrew import GERSHAYIM
from datenorm.dates.months import (
    IN_A_YEAR,
    LAST_DAY,
    LAST_MONTH,
    YEARS,
    Names,
    eras,
    has_year_of_ours,
    is_harmful,
    is_in,
    number_of,
    of_month,
)
from datenorm.text.lexicon import languages_of
from datenorm.text.tokens import Token

SHORT = {"ah": "hijri", "sh": "persian"}  # eras of two letters that are of their closed class, in capitals
IN_FRONT = "ah"  # AH 1300, but 1300 SH
SHORTEST_ERA = 4  # letters of any other in Latin ones
SHORTEST = 5  # letters of a month in Latin ones, where no era stands
SHORTEST_SURE = 4  # beside a year of five thousand
FIRST_HEBREW = 5000  # of the years that are of no other calendar
LAST_AT_HOME = 1410  # Persian; a later one is of the Hijra
LAST_HEBREW = 5850  # in letters alone
SIGNS = ".,'׳()"
OURS = ("calendar:common", "calendar:before")
YEAR_WORDS = ("year", "of year")
HUNDREDS = ("תק", "תר", "תש")  # what years from 5500 to 5799 begin with
AT_HOME_IN: dict[str | None, Calendar] = {**AT_HOME, "am": "ethiopic", "ti": "ethiopic"}


def periods(
    tokens: Sequence[Token], told: Calendar | None = None, language: str | None = None, is_open: bool = False
) -> list[Written]:
    """Return the months and years that a text can be in other calendars, all of whose tokens are understood.

    told: the calendar, where the caller says it. language: of the text, if told. is_open: whether its year is none of
    ours in that language.
    """
    if any(kind in token.senses for token in tokens for kind in OURS):
        return []
    era = list(eras_of_years(tokens))
    left = [token for i, token in enumerate(tokens) if not any(one.first <= i <= one.last for one in era)]
    rest, months = of_month(left, told)
    if not months:
        rest = left
    calendars = frozenset(name for one in era for name, _ in one.meant)
    possible = [one for one in months if not calendars or one[0] in calendars]
    if not months:
        possible = [
            (name, 0) for name in sorted({told} if told else calendars or _unsaid(rest, language, is_open))
        ]
    found = [
        Written(name, year, month, 0)  # type: ignore[arg-type]  # the table has no others
        for name, month in possible
        for year in _years(rest, name, month, language)
        if told or calendars or not month or _is_sure(tokens, rest, year, language, name)
    ]
    if not months:
        found += [
            Written(name, *numbers, 0)  # type: ignore[arg-type]
            for name, _ in possible
            for numbers in _numbered(rest)
        ]
    return [
        one
        for one in found
        if len(era) < 2 and is_in(one, YEARS) and _is_in_use(one, bool(told or calendars))
    ]


def has_small_era(text: str) -> bool:
    """Return whether an era of two Latin letters is not in capitals: 1437 Ah are ampere-hours, 12 sh shillings.

    >>> has_small_era("1437 AH"), has_small_era("1437 Ah")
    (False, True)
    """
    return any(word.casefold() in SHORT and not word.isupper() for word in re.findall("[A-Za-z]+", text))


def eras_of_years(tokens: Sequence[Token]) -> Iterator[Names]:
    """Yield the eras in a text that say by themselves whose a year is."""
    for one in eras(tokens):
        words = [tokens[i].text for i in range(one.first, one.last + 1)]
        if not all(word.isascii() for word in words) or sum(map(len, words)) >= SHORTEST_ERA:
            yield one
    for i, token in enumerate(tokens):
        behind = i and tokens[i - 1].kind == "number"
        apart = i + 1 < len(tokens) and tokens[i + 1].start > token.end
        if token.text in SHORT and (behind or (token.text == IN_FRONT and apart)):
            yield Names(frozenset(((SHORT[token.text], 0),)), i, i)


def _unsaid(rest: Sequence[Token], language: str | None, is_open: bool) -> set[str]:
    """Return the calendar of a year that no era is beside: of its language, or the Hebrew one for letters."""
    numbers = [token for token in rest if token.kind == "number" or GERSHAYIM in token.text]
    if len(numbers) == 1 and GERSHAYIM in numbers[0].text:
        said = any(token.senses.keys() & set(YEAR_WORDS) for token in rest)
        return {"hebrew"} if said or numbers[0].text.removeprefix("ה").startswith(HUNDREDS) else set()
    home = AT_HOME.get(language) if is_open else None
    return {home} if home else set()


def _years(rest: Sequence[Token], calendar: str, month: int, language: str | None) -> Iterator[int]:
    """Yield the year, if it is the one number and what stands beside it only leads to it."""
    values = [number_of(token, calendar, is_loose=bool(month)) for token in rest]
    places = [i for i, value in enumerate(values) if value is not None]
    if len(places) != 1 or not all(
        i == places[0] or _leads(token, i < places[0], calendar, language) for i, token in enumerate(rest)
    ):
        return
    if places[0] and _begins(rest[0], language):
        return
    dots = [token for token in rest if token.text == "."]
    if any(token.start == 0 or other.end == token.start for token in dots for other in dots):
        return  # a blank: .. Rajab 1437
    year = values[places[0]] or 0
    if year > LAST_DAY or (calendar == "french" and month and any(token.text in IN_A_YEAR for token in rest)):
        yield year


def _numbered(rest: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the year and the month of two numbers with a sign between them: 1397/02; not of 1397/8, two years."""
    if [token.kind for token in rest] != ["number", "sign", "number"] or rest[1].text not in "/-.":
        return
    first, last = int(rest[0].text), int(rest[2].text)
    in_a_row = str(first + 1).endswith(rest[2].text)
    if min(first, last) in range(1, LAST_MONTH + 1) and max(first, last) > LAST_DAY and not in_a_row:
        yield max(first, last), min(first, last)


def _begins(token: Token, language: str | None) -> bool:
    """Return whether a word in front says where a range begins: de 1437, من 1437."""
    return (language or "en") in languages_of(token.senses.get("from<", ""))


def _leads(token: Token, before: bool, calendar: str, language: str | None) -> bool:
    """Return whether a token says nothing but that a year is one: سال, an, of, года."""
    if token.kind == "sign":
        return token.text in SIGNS
    if calendar == "french" and token.text in IN_A_YEAR:
        return before
    spoken = frozenset((language or "en", "*"))
    year = [meant for kind, meant in token.senses.items() if kind in (YEAR_WORDS if before else ("year>",))]
    if any(language is None or not spoken.isdisjoint(languages_of(meant)) for meant in year):
        return True
    connector = languages_of(token.senses.get("connector", ""))
    return before and not spoken.isdisjoint(connector) and not is_harmful(token, language or "en")


def _is_sure(
    tokens: Sequence[Token], rest: Sequence[Token], year: int, language: str | None, calendar: str
) -> bool:
    """Return whether the name of a month is one of a calendar that nothing else says: Shahrivar 1397; not Tir 1300."""
    named = [token for token in tokens if token not in rest and token.kind == "word"]
    if has_year_of_ours(tokens):
        return AT_HOME_IN.get(language) == calendar
    own = len(named) == 1 and any(
        language and language in languages_of(meant)
        for token in named
        for kind, meant in token.senses.items()
        if not kind.startswith("calendar:")
    )
    letters = sum(len(token.text) for token in named)
    shortest = SHORTEST_SURE if calendar == "hebrew" and year >= FIRST_HEBREW else SHORTEST
    return not own and (letters >= shortest or not all(token.text.isascii() for token in named))


def _is_in_use(one: Written, is_said: bool) -> bool:
    """Return whether a calendar is in use in a year."""
    if one.calendar == "hebrew" and not is_said:
        return one.year <= LAST_HEBREW
    return is_said or one.calendar != "persian" or one.year <= LAST_AT_HOME
