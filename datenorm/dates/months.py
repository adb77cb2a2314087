"""Months of other calendars: dates with the name of one, or beside an era, read from tokens by exact code.

15 Mehr 1397, 27 Rajab 1437 AH, כ״ד באייר תשע״ח, 15 vendémiaire an VII
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from datenorm.dates.buddhist import FIRST_OF_OURS, FROM_APRIL, LAST_BUDDHIST, LAST_OF_OURS
from datenorm.dates.calendars import AHEAD, Calendar, Written
from datenorm.dates.hebrew import LETTERS, hebrew_number
from datenorm.text.lexicon import languages_of, values_in
from datenorm.text.names import is_number_alone
from datenorm.text.roman import roman_number
from datenorm.text.tokens import Token

TABLE = Path(__file__).parents[1] / "text" / "tables" / "calendars.tsv"
YEARS = range(FIRST_OF_OURS, LAST_OF_OURS + 1)  # of ours: a year that is none of these is of another calendar
LONGEST_SHORT = 3  # letters of a name that is no sure sign of another calendar
ANY_YEARS = range(1200, 3000)  # the same for the specimen of a shape, whose numbers stand for others
# The year of ours before the first one of each calendar.
BEGINS: dict[Calendar, int] = {
    "persian": 621, "hijri": 621, "hebrew": -3761, "ethiopic": 7, "coptic": 283, "indian": 78, "julian": 0,
    "french": 1791, **{name: -ahead for name, ahead in AHEAD.items()},
}  # fmt: skip
NUMBERED: tuple[Calendar, ...] = ("persian", "hijri")  # people write their dates in numbers alone, too
LAST_DAY, LAST_MONTH, YEAR_DIGITS = 31, 13, 4
MOST_TOKENS = 5  # of a name
JOINTS = "-'`.ʻʿ’‘"  # between the words of a name
PLAIN = ",.;:()[]،፣״-/"  # signs that say nothing
JOINING = "-/."  # signs of which one alone stands between the numbers of a date
IN_MONTH = "ב"  # the prefix of a Hebrew month in a date
OF_MONTH = "ی"  # Kurdish, behind a day and a month
HARMLESS = frozenset("weekday connector label ordinal year year> day> day< month>".split()) | {
    "numbered weekday"
}
HARMFUL = frozenset(
    (
        *(
            f"{name}{side}"
            for name in ("bound", "circa", "negated", "offset", "between", "every")
            for side in "<>"
        ),
        *("to", "or", "and", "unknown", "count<", "number<"),
    )
)
EVERYWHERE = frozenset(("en", "*"))
OURS = ("full", "month")  # a month of ours
GREGORIAN = ("style:new", "era")
BUDDHIST_YEARS = range(FROM_APRIL, LAST_BUDDHIST + 1)  # that are counted
PAIR = ("i", "ii")  # of two months with one name
LAST_REPUBLICAN = 14  # year, which ended with 1805
IN_A_YEAR = frozenset(("an", "lan"))  # beside the years of the French Republic


class Names(NamedTuple):
    """What a name can be, by calendar: months, or 0 for eras; and its tokens."""

    meant: frozenset[tuple[str, int]]
    first: int
    last: int


@cache
def names() -> dict[str, frozenset[tuple[str, int]]]:
    """Return the names of months and eras, folded, with nothing between their words: each with what it can mean."""
    found: dict[str, set[tuple[str, int]]] = {}
    for line in TABLE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, calendar, month = line.split("\t")
            found.setdefault(word, set()).add((calendar, int(month)))
    return {word: frozenset(meant) for word, meant in found.items()}


@cache
def _in_order() -> list[str]:
    return sorted(names())


def _begins_a_name(letters: str) -> bool:
    place = bisect_left(_in_order(), letters)
    return place < len(_in_order()) and _in_order()[place].startswith(letters)


@lru_cache(1 << 12)  # the words of dates are few
def _may_begin(word: str) -> bool:
    letters = word.replace(" ", "")
    return _begins_a_name(letters.removesuffix(OF_MONTH)) or _begins_a_name(letters.removeprefix(IN_MONTH))


def names_month(token: Token) -> bool:
    """Return whether a word names a month of another calendar, and is of the closed class of such words."""
    said = any(kind.startswith("calendar:") for kind in token.senses)
    return said and any(month for _, month in names().get(token.text.replace(" ", ""), ()))


def is_of_another_calendar(token: Token) -> bool:
    """Return whether a token names a month of another calendar, or is a number in Hebrew letters."""
    if token.kind != "word":
        return False
    hebrew = hebrew_number(token.text) is not None or token.text.removeprefix(IN_MONTH) in names()
    return names_month(token) or (hebrew and token.text[0] in LETTERS)


def read(
    tokens: Sequence[Token],
    told: Calendar | None = None,
    years: range = YEARS,
    language: str | None = None,
) -> list[Written]:
    """Return the dates that a text can be in other calendars, all of whose tokens are understood; none for any other.

    told: the calendar, where the caller says it. years: of ours, that dates are in. language: of the text, if told.
    """
    rest, possible = ([], []) if _is_open(tokens) else of_month(tokens, told)
    found = [date for name, number in possible for date in _dates(rest, name, number, language)]
    return [one for one in found if is_in(one, years)]


def _is_open(tokens: Sequence[Token]) -> bool:
    """Return whether signs that begin or end a text make it a range that is open: 15 Mehr 1397/..

    A dash apart in front, as of a list, does not.
    """
    said = [i for i, token in enumerate(tokens) if token.kind != "sign"]
    if not said:
        return False
    first, last = said[0], said[-1]
    touching = first > 0 and tokens[first - 1].end == tokens[first].start
    outside = "".join(token.text for token in (*tokens[: first * touching], *tokens[last + 1 :]))
    return any(sign in outside for sign in ("-", "/", ".."))


def _of_a_pair(name: str) -> dict[str, tuple[int, int]]:
    """Return the two months that share a name, by calendar: Rabi I and Rabi II; not so Adar, which is one as well."""
    first, second = (dict(names().get(one, ())) for one in (name, name + PAIR[0]))
    return {
        calendar: (first[calendar], second[calendar])
        for calendar in first.keys() & second.keys() - {"hebrew"}
        if 0 < first[calendar] < second[calendar]
    }


def of_month(tokens: Sequence[Token], told: Calendar | None) -> tuple[list[Token], list[tuple[str, int]]]:
    """Return what stands beside the one month that a text names and its era, and what that month can be.

    Months of the Indian national calendar count where it is told, or its era is.
    """
    named = list(_named(tokens, is_month=True))
    if len(named) != 1:
        return [], []
    month, eras = named[0], eras_of(tokens)
    rest = [token for i, token in _without_eras(tokens) if not month.first <= i <= month.last]
    fitting = [one for one in sorted(month.meant) if told in (None, one[0]) and (not eras or one[0] in eras)]
    return rest, [one for one in fitting if one[0] != "indian" or told or eras]


def numeric(
    tokens: Sequence[Token], calendar: Calendar, order: str | None, years: range = YEARS
) -> list[Written]:
    """Return the dates of three numbers with signs between them, in a calendar that is known; none beside a month.

    order: of day, month and year; four digits tell where the year stands. years: of ours, that dates are in.
    """
    rest = [token for _, token in _without_eras(tokens)]
    numbers = [int(token.text) for token in rest if token.kind == "number"]
    joints = {token.text for token in rest if token.kind == "sign" and token.text in JOINING}
    if (
        len(numbers) != 3
        or len(joints) > 1
        or any(names_month(token) for token in rest)
        or not all(_is_harmless(token, None) for token in rest if token.kind != "number")
    ):
        return []
    first, second, last = numbers
    orders = {
        "DMY": Written(calendar, last, second, first),
        "MDY": Written(calendar, last, first, second),
        "YMD": Written(calendar, first, second, last),
    }
    possible = ["YMD"] if first > LAST_DAY else [order] if order in ("DMY", "MDY") else ["DMY", "MDY"]
    found = {orders[one] for one in possible}
    return sorted(one for one in found if one.month <= LAST_MONTH and is_in(one, years))


def numbered_calendar(tokens: Sequence[Token]) -> Calendar | None:
    """Return the one calendar whose era stands beside numbers, if it is one that people write in numbers alone."""
    eras = eras_of(tokens)
    found = [calendar for calendar in NUMBERED if calendar in eras]
    return found[0] if len(found) == 1 else None


def is_of_another(tokens: Sequence[Token], language: str | None) -> bool:
    """Return whether a text may be a date of another calendar, whatever else can be read in it."""
    calendar = numbered_calendar(tokens)
    if calendar and numeric(tokens, calendar, None, ANY_YEARS):
        return True
    return is_said(tokens, language) and bool(read(tokens, None, ANY_YEARS, language))


def month_among(tokens: Sequence[Token]) -> tuple[int, int] | None:
    """Return the tokens of the one month of another calendar that a text names, by a word that is surely one."""
    places = [(one.first, one.last) for one in _named(tokens, is_month=True)]
    sure = [any(_is_surely_one(token) for token in tokens[first : last + 1]) for first, last in places]
    return places[0] if sure == [True] else None


def _is_surely_one(token: Token) -> bool:
    """Return whether a word names a month of another calendar, in Hebrew with a prefix maybe."""
    return names_month(token) or (token.text[0] in LETTERS and token.text.removeprefix(IN_MONTH) in names())


def is_year_of_another(tokens: Sequence[Token], year: int) -> bool:
    """Return whether an era of another calendar stands at the token of a year: 1734 AM, 1397 AP, 1967 ዓ.ም."""
    return any(year in (one.first - 1, one.last + 1) for one in eras(tokens))


def is_republican(tokens: Sequence[Token], month: int) -> bool:
    """Return whether the token of a month, or of unknown digits, is the year of the French Republic: an VII, an XX."""
    return bool(roman_number(tokens[month].text)) and month > 0 and tokens[month - 1].text in IN_A_YEAR


def has_year_of_ours(tokens: Sequence[Token]) -> bool:
    """Return whether a number of four digits can be a year of the Gregorian calendar."""
    return any(
        token.kind == "number" and len(token.text) == 4 and int(token.text) in YEARS for token in tokens
    )


def says_ours(tokens: Sequence[Token], told: Calendar | None = None) -> bool:
    """Return whether a text says that it is of the Gregorian calendar, though another one is told or meant.

    Words for that calendar and counted eras say it. Beside a year of ours, words for the common era say it as well, and
    names of months that the told calendar does not have; all but the Julian one have other years.
    """
    senses = frozenset().union(*(token.senses for token in tokens))
    buddhist = "calendar:buddhist" in senses and any(
        token.kind == "number" and len(token.text) == 4 and int(token.text) in BUDDHIST_YEARS
        for token in tokens
    )
    if buddhist or not senses.isdisjoint(GREGORIAN):
        return True
    if told == "julian" or not has_year_of_ours(tokens):
        return False
    common = "calendar:common" in senses
    return common or (told not in AHEAD and any(_is_a_month_of_ours(token, told) for token in tokens))


def _is_a_month_of_ours(token: Token, told: Calendar | None) -> bool:
    """Return whether a word names a month of the Gregorian calendar, and none of the one that is told."""
    return not token.senses.keys().isdisjoint(OURS) and told not in {
        one for one, _ in names().get(token.text, ())
    }


def of_ours(tokens: Sequence[Token], written: Written) -> tuple[int, int, int] | None:
    """Return what a date of Ethiopia is in Tigrinya, where some of its months' names are those of ours; None for none.

    Not so where the text names the calendar.
    """
    months = [
        token.senses["full"] for token in tokens if {"calendar:ethiopic", "full"} <= token.senses.keys()
    ]
    if written.calendar != "ethiopic" or len(months) != 1 or eras_of(tokens):
        return None
    return written.year, min(values_in(months[0], None)), written.day


def is_said(tokens: Sequence[Token], language: str | None) -> bool:
    """Return whether a text says another calendar than ours: by a month that ours has not, or by an era.

    language: of the text, if told; a name that is no month of ours in that language is none.
    """
    month = next(_named(tokens, is_month=True), None)
    if month is None:
        return False
    named = tokens[month.first : month.last + 1]
    numbered = any(token.kind == "number" for token in named)  # 二月 is a month of ours as well
    own = numbered or any(_is_of_ours(token, language) for token in named)
    return not own or bool(eras_of(tokens) & {name for name, _ in month.meant})


def _is_of_ours(token: Token, language: str | None) -> bool:
    if language is None and "calendar:ethiopic" in token.senses:
        return False  # a month of ours in Tigrinya, but the years of Ethiopia look like ours
    kinds = [token.senses[kind] for kind in ("full", "month") if kind in token.senses]
    short = len(token.text) <= LONGEST_SHORT  # gen is a month of ours in Italian, and what many cut Genbot to
    return any(language is None or short or language in languages_of(meant) for meant in kinds)


def months_of_others(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the calendars that a month named in a text can be of; none where it is one of ours as well."""
    named = [one for one in _named(tokens, is_month=True) if is_said(tokens, None)]
    return frozenset(name for one in named for name, _ in one.meant)


def eras_of(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the calendars that the eras named in a text are of."""
    return frozenset(name for one in eras(tokens) for name, _ in one.meant)


def eras(tokens: Sequence[Token]) -> Iterator[Names]:
    """Yield the eras of a text; am beside a clock is none."""
    clock = any(token.text == ":" for token in tokens)
    found = _named(tokens, is_month=False)
    return (one for one in found if not (clock and tokens[one.first].text in ("am", "a m")))


def _without_eras(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    said = {i for one in eras(tokens) for i in range(one.first, one.last + 1)}
    return ((i, token) for i, token in enumerate(tokens) if i not in said)


def _named(tokens: Sequence[Token], is_month: bool) -> Iterator[Names]:
    """Yield the longest names of months, or of eras, one behind the other."""
    i = 0
    while i < len(tokens):
        found = None
        if tokens[i].kind == "word" and _may_begin(tokens[i].text):
            found = max(_names_from(tokens, i, is_month), key=lambda one: one.last, default=None)
        if found:
            yield found
        i = found.last + 1 if found else i + 1


def _names_from(tokens: Sequence[Token], first: int, is_month: bool) -> Iterator[Names]:
    joined = ""
    for last in range(first, min(first + MOST_TOKENS, len(tokens))):
        token = tokens[last]
        if token.kind == "number" or (token.kind == "sign" and token.text not in JOINTS):
            return
        if token.text in PAIR and (pair := _of_a_pair(joined)):
            if is_month:
                place = PAIR.index(token.text)
                yield Names(frozenset((name, both[place]) for name, both in pair.items()), first, last)
            return
        joined += token.text.replace(" ", "") if token.kind == "word" else ""
        if not _may_begin(joined):
            return
        for name in (
            {joined, joined.removeprefix(IN_MONTH), joined.removesuffix(OF_MONTH)}
            if token.kind == "word"
            else ()
        ):
            shared = _of_a_pair(name) if last == first else {}
            meant = frozenset(
                one for one in names().get(name, ()) if bool(one[1]) == is_month and one[0] not in shared
            )
            if meant:
                yield Names(meant, first, last)


def _dates(rest: Sequence[Token], calendar: str, month: int, language: str | None) -> Iterator[Written]:
    """Yield the dates of a month, if what is beside it is a day, a year and nothing that is not known."""
    values = [
        (token, number_of(token, calendar, is_loose=True) or _day_in_words(token, language)) for token in rest
    ]
    numbers = [value for _, value in values if value is not None]
    if len(numbers) != 2 or not all(
        value is not None
        or _is_harmless(token, language)
        or f"calendar:{calendar}" in token.senses
        or (calendar == "french" and token.text in IN_A_YEAR)
        for token, value in values
    ):
        return
    is_french = calendar == "french"  # whose years are small: the day stands first
    for day, year in (numbers, numbers[::-1])[: 1 if is_french else 2]:
        if 1 <= day <= LAST_DAY and (year > LAST_DAY or is_french):
            yield Written(calendar, year, month, day)  # type: ignore[arg-type]  # the table has no others


def _day_in_words(token: Token, language: str | None) -> int | None:
    """Return the day that a word is in the told language: دوم; None for any other.

    Where none is told it is a word of that alone, the same day in all languages that have it.
    """
    said = "day" in token.senses and (language or is_number_alone(token))
    found = values_in(token.senses["day"], (language,) if language else None) if said else ()
    return next(iter(found)) if len(found) == 1 else None


def number_of(token: Token, calendar: str, is_loose: bool) -> int | None:
    """Return the number that a token is. is_loose: whether Hebrew letters need no mark, as beside a Hebrew month."""
    if token.kind == "number":
        return int(token.text) if len(token.text) <= YEAR_DIGITS else None
    if calendar == "hebrew" and token.kind == "word":
        return hebrew_number(token.text, is_loose)
    number = roman_number(token.text) if calendar == "french" and token.kind == "word" else None
    return number if number and number <= LAST_REPUBLICAN else None


def _is_harmless(token: Token, language: str | None) -> bool:
    """Return whether a token says nothing of the date: a sign, a weekday, a connecting word; not ca. or by."""
    if token.kind == "sign" or token.text == OF_MONTH:
        return token.text in PLAIN + OF_MONTH
    return (
        not token.senses.keys().isdisjoint(HARMLESS)
        and token.senses.keys().isdisjoint(OURS)
        and (not is_harmful(token, language))
    )


def is_harmful(token: Token, language: str | None) -> bool:
    """Return whether a word may make something else of a date: ca., by, no.; in its own language, if that is told.

    Where none is told, English says what a word of English is.
    """
    spoken = frozenset((language, "en", "*")) if language else EVERYWHERE
    harmful = _speakers(token, HARMFUL)
    if language or not spoken.isdisjoint(_speakers(token, HARMLESS)):
        return not spoken.isdisjoint(harmful)
    return bool(harmful)


def _speakers(token: Token, kinds: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(languages_of(token.senses[kind]) for kind in kinds if kind in token.senses))


def is_in(written: Written, years: range) -> bool:
    """Return whether a date is in one of these years of ours, or is next to it; a Hijri year has 354 or 355 days."""
    year = round(written.year * 0.9702) if written.calendar == "hijri" else written.year
    return year + BEGINS[written.calendar] in years
