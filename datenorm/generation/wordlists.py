"""Words that texts are written with, by language: from the tables that reading has, as they are spelled there.

Common words without a meaning for dates come from wordfreq; telephones, addresses and names from Faker. Both belong to
the extra that trains.
"""

import itertools
from collections import defaultdict
from collections.abc import Mapping
from contextlib import suppress
from functools import cache, lru_cache
from importlib.resources import files
from random import Random

from datenorm.generation.noise import pick
from datenorm.text.characters import clean
from datenorm.text.tokens import tokens

Phrases = Mapping[str, tuple[str, ...]]  # by the key of the table of relative dates
EVERYWHERE = "en"
PARTS, BOUNDS = ("early", "mid", "late"), ("before", "after")  # senses, without the side
MOST_COMMON = 4000  # of a language's words
WORDFREQ_NAMES = {"hr": "sh", "sr": "sh", "bs": "sh", "no": "nb", "nn": "nb"}
MOST_MADE = 200  # of what Faker makes, in a language
OTHER_LANGUAGE_SHARE = 0.1  # English words stand in the columns of every language


def _rows(table: str) -> list[list[str]]:
    text = files("datenorm.text").joinpath("tables", table).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _words() -> Mapping[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for sense, language, words in _rows("words.tsv"):
        found[sense, language] += [word for word in words.split("|") if word]
    parts = {
        (language, word)
        for sense, language in found
        if sense[:-1] in PARTS
        for word in found[sense, language]
    }
    bounds = {
        key for key in found if key[0][:-1] in BOUNDS
    }  # a word that says which part as well is no plain bound
    return {
        key: tuple(word for word in words if key not in bounds or (key[1], word) not in parts)
        for key, words in found.items()
    }


def has(sense: str, language: str) -> bool:
    """Return whether a language has words of a sense."""
    return (sense, language) in _words()


def word(sense: str, language: str, rng: Random) -> str:
    """Return a word of a sense in a language; in English where that has none, and now and then."""
    own, english = _words().get((sense, language)), _words().get((sense, EVERYWHERE))
    mixed = rng.random() < OTHER_LANGUAGE_SHARE
    return pick((english if mixed else own) or own or english or (sense,), rng)


def is_word(sense: str, language: str, text: str) -> bool:
    """Return whether a word has a sense in a language or in English."""
    return any(text in _words().get((sense, name), ()) for name in (language, EVERYWHERE))


@cache
def _phrases() -> Mapping[str, Phrases]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for language, key, phrases in _rows("relative.tsv"):
        day, _, _ = key.partition("@") if key != "@" else (key, "", "")  # tonight is today here
        found[language][day] = tuple(sorted((*found[language].get(day, ()), *phrases.split("|"))))
    return found


def phrases(language: str) -> Phrases:
    """Return the phrases of relative dates of a language, of English where it has none.

    Keys: `D+1` tomorrow, `<E4` last Friday, `D` the words for a day, `+` and `-` frames with # for an amount and unit.
    """
    return _phrases().get(language) or _phrases()[EVERYWHERE]


@cache
def common_words(language: str) -> tuple[str, ...]:
    """Return common words of a language, two letters and more, that mean nothing for a date in any; () where unknown.

    Source: wordfreq's lists of 40 languages; none where it is not installed.
    """
    name = WORDFREQ_NAMES.get(language, language)
    with suppress(ImportError):
        from wordfreq import available_languages, top_n_list

        listed = top_n_list(name, MOST_COMMON) if name in available_languages("small") else ()
        return tuple([word for word in listed if len(word) > 1 and means_nothing(word)])
    return ()


@cache
def made(what: str, language: str) -> tuple[str, ...]:
    """Return what a method of Faker makes in a language, `phone_number` or `first_name`; () where it has none.

    Source: Faker's data of 60 languages, from the language's name as its seed; none where it is not installed.
    """
    with suppress(ImportError):
        from faker import Faker
        from faker.config import AVAILABLE_LOCALES

        name = next((name for name in sorted(AVAILABLE_LOCALES) if name.partition("_")[0] == language), None)
        maker = Faker(name or EVERYWHERE)
        if name and hasattr(maker, what):
            maker.seed_instance(language)
            return tuple(dict.fromkeys(getattr(maker, what)() for _ in range(MOST_MADE)))
    return ()


@lru_cache(1 << 16)
def means_nothing(word: str) -> bool:
    """Return whether a text is one word that no table of reading has, in any language.

    >>> means_nothing("ajo"), means_nothing("mar"), means_nothing("hoy")
    (True, False, False)
    """
    cut = [token for token in tokens(clean(word)) if token.text != "."]
    plain = len(cut) == 1 and cut[0].kind == "word" and not cut[0].senses
    return plain and cut[0].text not in _words_of_phrases()


@cache
def _words_of_phrases() -> frozenset[str]:
    own = itertools.chain.from_iterable(phrases.values() for phrases in _phrases().values())
    return frozenset(word for said in itertools.chain.from_iterable(own) for word in said.split())


def any_case(text: str, rng: Random) -> str:
    """Return a text as it is, or with a capital, or in capitals."""
    draw = rng.random()
    return text if draw < 0.7 else text[:1].upper() + text[1:] if draw < 0.93 else text.upper()
