"""Years in words: mil neuf cent onze, neunzehnhundertelf, тысяча девятьсот одиннадцатого.

A year is the words of its century and of the rest, as `tables/years.tsv` has them, one behind the other.
`tools/year_words.py` writes it, from Unicode CLDR's rule-based number formats.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from datenorm.text.tokens import fold

FIRST, LAST = 1000, 2099
BEGINNING = 3  # letters that tell whether a word may begin a year
LIKE_A_NUMBER = 4  # letters that tell a number from other words
SHORTEST = 6  # letters of a year


class Words(NamedTuple):
    """The words of a language, without spaces.

    centuries: by their beginnings, each with its year and the least that may be behind it: not nineteen four. rests:
    what is behind them. hundreds: whole ones.
    """

    centuries: Mapping[str, Collection[tuple[str, int, int]]]
    rests: Mapping[str, int]
    hundreds: Mapping[str, int]


def letters(words: str) -> str:
    """Return the letters of words alone, folded.

    >>> letters("Quatre-vingt-quatre"), letters("девʼятсот")
    ('quatrevingtquatre', 'девятсот')
    """
    return "".join(one for one in fold(words) if unicodedata.category(one)[0] in "LM")


def year_of(words: str, languages: Collection[str] | None) -> int | None:
    """Return the year that words spell in one of these languages, in any where these are None; None for any other text.

    >>> year_of("nineteen hundred and four", None), year_of("mil neuf cent onze", ("fr",)), year_of("four", None)
    (1904, 1911, None)
    """
    written = letters(words)
    found = {
        year
        for language, known in _table().items()
        if languages is None or language in languages
        for year in _years(written, known)
    }
    return found.pop() if len(found) == 1 else None


def may_begin(word: str, languages: Collection[str] | None) -> bool:
    """Return whether a word may begin a year in one of these languages."""
    start = letters(word)[:BEGINNING]
    return any(
        start in known.centuries
        for language, known in _table().items()
        if languages is None or language in languages
    )


def may_go_on(word: str, languages: Collection[str] | None) -> bool:
    """Return whether a word may be more of a year in words, in a form that the table has not: деветсто девете."""
    start = letters(word)[:LIKE_A_NUMBER]
    return len(start) == LIKE_A_NUMBER and any(
        start in _beginnings(language) for language in _table() if languages is None or language in languages
    )


@cache
def _beginnings(language: str) -> frozenset[str]:
    return frozenset(word[:LIKE_A_NUMBER] for word in _table()[language].rests)


def _years(written: str, known: Words) -> Collection[int]:
    if len(written) < SHORTEST:
        return ()
    found = {known.hundreds[written]} if written in known.hundreds else set()
    for start, century, least in known.centuries.get(written[:BEGINNING], ()):
        if written.startswith(start):
            rest = known.rests.get(written[len(start) :])
            if rest and rest >= least:
                found.add(century + rest)
    return found


@cache
def _table() -> Mapping[str, Words]:
    found: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    path = Path(__file__).with_name("tables") / "years.tsv"
    for line in path.read_text("utf-8").splitlines():
        name, language, words = line.split("\t") if not line.startswith("#") else ("", "", "")
        kind, _, value = name.partition("=")
        found[language][kind].update((word, int(value)) for word in filter(None, words.split("|")))
    return {language: _of_a_language(kinds) for language, kinds in found.items() if language}


def _of_a_language(kinds: Mapping[str, Mapping[str, int]]) -> Words:
    centuries: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for kind, least in (("century", 1), ("pair", 10)):
        for word, century in kinds[kind].items():
            centuries[word[:BEGINNING]].append((word, century, least))
    return Words(centuries, kinds["rest"], kinds["year"])
