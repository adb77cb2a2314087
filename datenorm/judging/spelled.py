"""Spelled: which field of a date a token can spell, by its senses and by the words beside it."""

from collections.abc import Sequence

from datenorm.text.lexicon import by_language, languages_of, lexicon, values_in
from datenorm.text.spelling import EVERYWHERE, is_sure_abroad
from datenorm.text.tokens import Token

OLD_STYLE = "calendar:julian"
YEAR_DIGITS = 4
JULIAN_ENDS = "193"  # what years begin with in which no state had the Julian calendar


def is_of_a_time(found: Sequence[Token], i: int) -> bool:
    """Return whether a colon joins number `i` with another: 10:30."""
    if found[i].kind != "number":
        return False
    for j, k in ((i - 1, i - 2), (i + 1, i + 2)):
        if (
            0 <= k < len(found)
            and found[j].text == ":"
            and found[k].kind == "number"
            and abs(found[k].start - found[i].start) < 4
        ):
            return True
    return False


def has_english_ending(found: Sequence[Token], i: int) -> bool:
    """Return whether English letters make a number an ordinal, which only days are: 3rd."""
    behind = found[i + 1] if i + 1 < len(found) else None
    return behind is not None and behind.start == found[i].end and behind.text in ("st", "nd", "rd", "th")


def is_old_style(found: Sequence[Token], i: int) -> bool:
    """Return whether token `i` says that a date is Julian, and is no name: not so O.S. Fowler, Julian 9 May."""
    if OLD_STYLE not in found[i].senses:
        return False
    if i and found[i - 1].text in "([" and i + 1 < len(found) and found[i + 1].text in ")]":
        return True
    if "street" in found[i].senses:
        return i + 1 == len(found) and _is_a_julian_year(found, i - 1)
    behind = i + 2 if i + 1 < len(found) and found[i + 1].text == "." else i + 1
    following = found[behind] if behind < len(found) else None
    if following is None or following.kind == "sign":
        return True
    named = following.kind == "word" and not following.senses
    return not (named or (following.kind == "number" and i > 0 and " " not in found[i].text))


def _is_a_julian_year(found: Sequence[Token], i: int) -> bool:
    """Return whether token `i` is a year of four digits in which the Julian calendar was in use."""
    digits = found[i].text if i >= 0 and found[i].kind == "number" else ""
    return len(digits) == YEAR_DIGITS and digits < JULIAN_ENDS


def unit_of(found: Sequence[Token], i: int) -> str | None:
    """Return the field that a word beside a number makes it: 5月, tháng 5."""
    if i + 1 < len(found) and found[i + 1].senses:
        for name in ("year", "month", "day"):
            if f"{name}>" in found[i + 1].senses:
                return name
    if i and found[i - 1].senses:
        for name in ("year", "month", "day"):
            if f"{name}<" in found[i - 1].senses:
                return name
    return None


def months_of(token: Token, language: str | None = None) -> frozenset[int]:
    """Return the months that a word can mean, in a language that is told before all others.

    A short name of another language than the one that is told, English left out, is none. A word that is a weekday in
    that language, or in English where none is told, is no month of another.
    """
    found: set[int] = set()
    senses = token.senses
    home = language or EVERYWHERE
    for kind in ("full", "month", "doubtful", "roman"):
        if kind in senses:
            meant = by_language(senses[kind])
            if language and language in meant:
                return frozenset(values_in(senses[kind], (language,)))
            if language is None or is_sure_abroad(token.text) or not {EVERYWHERE, "*"}.isdisjoint(meant):
                found |= values_in(senses[kind], None)
    if found and "weekday" in senses and home in by_language(senses["weekday"]):
        own = any(
            home in by_language(senses[kind]) for kind in ("full", "month", "doubtful") if kind in senses
        )
        return frozenset(found) if own else frozenset()
    return frozenset(found)


def days_of(token: Token, language: str | None) -> frozenset[int]:
    """Return the days that a word can mean. A name of a month is none, unless the text's language has it: sept."""
    if "day" not in token.senses:
        return frozenset()
    month = "month" in token.senses or "full" in token.senses
    return values_in(token.senses["day"], (language or EVERYWHERE,) if month else None)


def roman_months(found: Sequence[Token]) -> tuple[int, int, int] | None:
    """Return the tokens of two months in Roman numerals, one behind the other, and of their year: V-VI 2018.

    None where a text has none, or another number: the numerals of popes and volumes look the same.
    """
    numbers = [i for i, token in enumerate(found) if token.kind == "number"]
    if len(numbers) != 1 or len(found[numbers[0]].text) != YEAR_DIGITS:
        return None
    for i, token in enumerate(found):
        j = i + 1
        while j < len(found) and found[j].text == ".":
            j += 1
        if not (
            j + 1 < len(found)
            and found[j].text in "-/"
            and "roman" in token.senses.keys() & found[j + 1].senses.keys()
        ):
            continue
        first, last = (min(values_in(one.senses["roman"], None)) for one in (token, found[j + 1]))
        behind = next((k for k in range(j + 2, len(found)) if found[k].text != "."), None)
        before = next((k for k in range(i - 1, -1, -1) if found[k].text != "."), None)
        if first < last and numbers[0] in (behind, before):
            return i, j + 1, numbers[0]
    return None


def languages_of_month(token: Token) -> frozenset[str]:
    """Return the languages of a month's name; of one with a connecting word, `de mayo`, those of the rest too.

    >>> from datenorm.text.tokens import tokens
    >>> "es" in languages_of_month(tokens("de mayo")[0])
    True
    """
    _, apart, last = token.text.rpartition(" ")
    senses = (token.senses, lexicon().senses(last)) if apart else (token.senses,)
    named = [one[kind] for one in senses for kind in ("full", "month", "doubtful") if kind in one]
    return frozenset().union(*map(languages_of, named))


def is_month(token: Token, language: str | None) -> bool:
    """Return whether a token is surely the full name of a month: where one stands, no other is misspelt."""
    if "full" not in token.senses or "month" not in token.senses or len(token.text) < 4:
        return False
    return language is None or language in by_language(token.senses["full"])
