"""Names in a text: which weekdays, months and days its tokens name, in any language of CLDR."""

from collections.abc import Collection, Mapping, Sequence

from datenorm.text.characters import clean
from datenorm.text.lexicon import by_language, languages_of, values_in
from datenorm.text.tokens import Token, tokens

OPENING, CLOSING = "(（[", ")）]"
NONE: frozenset[int] = frozenset()


def is_number_alone(token: Token) -> bool:
    """Return whether a word is a number in words and nothing else: catorce."""
    return token.kind == "word" and bool(token.senses) and token.senses.keys() <= {"day", "nth"}


def weekdays_in(found: Sequence[Token], languages: Collection[str] | None = None) -> frozenset[int]:
    """Return the weekdays, Monday 0, that names among the tokens of a text can mean; none where there is no such name.

    A name that is something else beside dates somewhere proves nothing: 'mar' is Tuesday in Spanish, March in French.
    One ideograph is a weekday in brackets alone. languages: those of the text, None for all: 'tor' is a goal in German.

    >>> [weekdays_in(tokens(text)) for text in ("saturday 9 may 2018", "2018年5月9日(水)", "mar 9")]
    [frozenset({5}), frozenset({2}), frozenset()]
    >>> weekdays_in(tokens("tor"), ("sv", "en", "*")), weekdays_in(tokens("tor"), ("de", "en", "*"))
    (frozenset({3}), frozenset())
    """
    kind = "day name" if languages is None else "weekday"
    named = [token.senses[kind] for token in found if "day name" in token.senses]
    named += [token.senses["weekday"] for i, token in enumerate(found) if _is_in_brackets(found, i)]
    return frozenset().union(*(values_in(meant, languages) for meant in named)) if named else NONE


def weekdays_or_not(token: Token) -> Mapping[str, frozenset[int]]:
    """Return the languages in which a word says not or after as well as a weekday, each with its weekdays.

    >>> from datenorm.text.tokens import tokens
    >>> weekdays_or_not(tokens("nie")[0]), weekdays_or_not(tokens("not")[0])
    ({'pl': frozenset({6})}, {})
    """
    governing = [token.senses[kind] for kind in ("negated<", "bound<") if kind in token.senses]
    if "weekday" not in token.senses or not governing:
        return {}
    languages = frozenset().union(*map(languages_of, governing))
    named = by_language(token.senses["weekday"])
    return {language: days for language, days in named.items() if language in languages}


def _is_in_brackets(found: Sequence[Token], i: int) -> bool:
    token = found[i]
    if len(token.text) > 1 or "weekday" not in token.senses or not 0 < i < len(found) - 1:
        return False
    return found[i - 1].text in OPENING and found[i + 1].text in CLOSING


def month_languages(found: Sequence[Token]) -> Mapping[str, frozenset[int]]:
    """Return the languages that have all the months' names among the tokens, and the months each has them for.

    None where there is no such name.

    >>> {language: sorted(months) for language, months in month_languages(tokens("9 listopada 2018")).items()}
    {'hr': [10], 'pl': [11], 'szl': [11]}
    """
    named = {token.senses["month"] for token in found if "month" in token.senses}
    if len(named) < 2:
        return by_language(named.pop()) if named else {}
    rows = [by_language(meant) for meant in named]
    shared = sorted(set.intersection(*map(set, rows)))
    return {language: frozenset().union(*(row[language] for row in rows)) for language in shared}


def months_in(text: str) -> Mapping[str, frozenset[int]]:
    """Return `month_languages` of a text that is not cut yet; a text without letters costs nothing.

    >>> months_in("09.05.2018"), sorted(months_in("5 grudnia 2018"))
    ({}, ['pl', 'szl'])
    """
    return month_languages(tokens(clean(text))) if any(map(str.isalpha, text)) else {}


def months_differ(languages: Mapping[str, frozenset[int]]) -> bool:
    """Return whether a name that `languages` have means different months in them, and none of them is English."""
    return "en" not in languages and len(set(languages.values())) > 1


def is_open(found: Sequence[Token]) -> bool:
    """Return whether a month's name means different months in different languages, none of them English.

    >>> [is_open(tokens(text)) for text in ("9 listopada 2018", "5 grudnia 2018", "9 may 2018")]
    [True, False, False]
    """
    return months_differ(month_languages(found))


def has_one_word(found: Sequence[Token]) -> bool:
    """Return whether letters stand in one word of a text only: 09may2018."""
    return sum(token.kind == "word" for token in found) == 1
