"""The lexicon: what each word can mean in a text with a date, in which languages. `tools/lexicon.py` writes its table.

    listopada<TAB>full=hr:10 pl:11 szl:11

A sense is a kind with the languages that have it, each with its values: months 1 to 12, weekdays 0 to 6, days.
"""

from bisect import bisect_left as bisect
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path

Senses = Mapping[str, str]  # by kind, its languages and values as the table has them
NOTHING: Senses = {}
FIRST_UNSPACED = "\u0e00"  # from here on are scripts without spaces between words; before it are none
# Languages that are believed where nothing is told, whatever else a short word means elsewhere.
MAJOR = frozenset("de en es fr it ja nl pl pt ru zh".split())


class _Longest(dict[str, int]):
    """How many words a name has at most, by its first word, counted when it is asked for: most never are."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    def __missing__(self, first: str) -> int:
        start, end = (
            bisect(self._names, f"{first}{sign}") for sign in " !"
        )  # a space sorts before all other signs
        if start == end:
            return 1
        self[first] = 1 + max(name.count(" ") for name in self._names[start:end])
        return self[first]


class Lexicon:
    """Words and their senses, looked up. The table is sorted.

    longest: by its first word, how many words a name has at most. longest_unspaced: the letters of the longest name in
    a script without spaces.
    """

    def __init__(self, table: str) -> None:
        self._rows: dict[str, str | Senses] = {}
        for row in table.splitlines():
            word, _, senses = row.partition("\t")
            self._rows[word] = senses
        words = list(self._rows)
        self.longest: Mapping[str, int] = _Longest([word for word in words if " " in word])
        unspaced = (len(word) for word in words[bisect(words, FIRST_UNSPACED) :] if " " not in word)
        self.longest_unspaced = max(unspaced, default=1)

    def senses(self, word: str) -> Senses:
        """Return the senses of a folded word or name; none where it has none."""
        found = self._rows.get(word, NOTHING)
        if isinstance(found, str):
            found = self._rows[word] = dict(sense.split("=", 1) for sense in found.split("\t"))
        return found

    def words(self, kind: str) -> Mapping[str, str]:
        """Return all words that have a sense of this kind, each with what the table says of it."""
        found = {word: self.senses(word) for word in list(self._rows)}
        return {word: senses[kind] for word, senses in found.items() if kind in senses}


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that ships."""
    # As a plain file: importlib.resources takes as long to import as this to read.
    return Lexicon(Path(__file__).with_name("tables").joinpath("lexicon.tsv").read_bytes().decode())


@cache
def by_language(meant: str) -> Mapping[str, frozenset[int]]:
    """Return the values that a sense has in each of its languages.

    >>> {language: sorted(values) for language, values in by_language("hr:10 pl:11 sr").items()}
    {'hr': [10], 'pl': [11], 'sr': []}
    """
    pairs = (part.partition(":") for part in meant.split(" "))
    return {language: frozenset(map(int, filter(None, values.split(",")))) for language, _, values in pairs}


@cache
def languages_of(meant: str) -> frozenset[str]:
    """Return the languages that have a sense; '*' stands for all of them."""
    return frozenset(by_language(meant))


def values_in(meant: str, languages: Collection[str] | None) -> frozenset[int]:
    """Return the values that a sense has in `languages`; in all where these are None.

    >>> sorted(values_in("hr:10 pl:11", None)), sorted(values_in("hr:10 pl:11", ("pl", "en")))
    ([10, 11], [11])
    """
    found = by_language(meant)
    rows = found.values() if languages is None else (found[name] for name in languages if name in found)
    return frozenset().union(*rows)
