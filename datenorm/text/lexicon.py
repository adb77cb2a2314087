"""The lexicon: what each word can mean in a text with a date, in which languages. `tools/lexicon.py` writes its table.

    listopada<TAB>full=hr:10 pl:11 szl:11

A sense is a kind with the languages that have it, each with its values: months 1 to 12, weekdays 0 to 6, days.
"""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

Senses = Mapping[str, str]  # by kind, its languages and values as the table has them
NOTHING: Senses = {}
FIRST_UNSPACED = "\u0e00"  # from here on are scripts without spaces between words; before it are none
# Languages that are believed where nothing is told, whatever else a short word means elsewhere.
MAJOR = frozenset("de en es fr it ja nl pl pt ru zh".split())


class Lexicon:
    """Words and their senses, looked up. longest: by its first word, how many words a name has at most."""

    def __init__(self, table: str) -> None:
        self._rows: dict[str, str | Senses] = {}
        self.longest: dict[str, int] = {}
        self.longest_unspaced = 1
        for row in table.splitlines():
            word, _, senses = row.partition("\t")
            self._rows[word] = senses
            if " " in word:
                first = word[: word.index(" ")]
                self.longest[first] = max(self.longest.get(first, 1), word.count(" ") + 1)
            elif not word.isascii() and len(word) > self.longest_unspaced and word[0] > FIRST_UNSPACED:
                self.longest_unspaced = len(word)

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
