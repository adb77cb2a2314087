"""The lexicon: what each word can mean in a text with a date, in which languages. `tools/lexicon.py` writes its table.

    listopada<TAB>full=hr:10 pl:11 szl:11

A sense is a kind with the languages that have it, each with its values: months 1 to 12, weekdays 0 to 6, days.
"""

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path

from datenorm.text.sorted_table import SortedTable

Senses = Mapping[str, str]  # by kind, its languages and values as the table has them
NOTHING: Senses = {}
FIRST_UNSPACED = "\u0e00"  # from here on are scripts without spaces between words; before it are none
LONGEST_UNSPACED = 25  # letters of the longest name in a script without spaces
MOST_SEARCHES = 500  # each takes some 10 microseconds, a dictionary 25,000
# Languages that are believed where nothing is told, whatever else a short word means elsewhere.
MAJOR = frozenset("de en es fr it ja nl pl pt ru zh".split())


class Lexicon:
    """Words and their senses, looked up in a table that is sorted.

    A few words are searched for in the table as it lies; a dictionary of it pays for many.
    """

    def __init__(self, table: bytes) -> None:
        self._table = SortedTable(table)
        self._rows: dict[str, str | Senses] = {}
        self._longest: dict[str, int] = {}
        self._searches = 0

    def senses(self, word: str) -> Senses:
        """Return the senses of a folded word or name; none where it has none."""
        found = self._rows.get(word)
        if found is None:
            found = self._table.find(word) if self._searching() else self._rows.get(word)
        if not found:
            return NOTHING
        if isinstance(found, str):
            found = self._rows[word] = dict(sense.split("=", 1) for sense in found.split("\t"))
        return found

    def longest(self, first: str) -> int:
        """Return how many words a name has at most whose first word this is; 1 where none has several."""
        found = self._longest.get(first)
        if found is None:
            found = self._most_words(first) if self._searching() else self._longest.get(first, 1)
        return found

    def words(self, kind: str) -> Mapping[str, str]:
        """Return all words that have a sense of this kind, each with what the table says of it."""
        found = {word: self.senses(word) for word in self._all()}
        return {word: senses[kind] for word, senses in found.items() if kind in senses}

    def _searching(self) -> bool:
        """Return whether to search in the table: no longer, once that was done often."""
        if self._searches < MOST_SEARCHES:
            self._searches += 1
            return True
        if self._searches == MOST_SEARCHES:
            rows, longest = self._all(), self._longest
            for name in [word for word in rows if " " in word]:
                first, words = name[: name.index(" ")], name.count(" ") + 1
                longest[first] = max(longest.get(first, 1), words)
            self._rows = {**rows, **self._rows}
            self._searches += 1
        return False

    def _most_words(self, first: str) -> int:
        names = self._table.between(f"{first} ", f"{first}!")  # the sign that sorts behind a space
        return 1 + max((name.partition("\t")[0].count(" ") for name in names), default=0)

    def _all(self) -> dict[str, str | Senses]:
        rows = (row.partition("\t") for row in self._table.rows())
        return {word: senses for word, _, senses in rows}


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that ships."""
    # As a plain file: importlib.resources takes as long to import as this to read.
    return Lexicon(Path(__file__).with_name("tables").joinpath("lexicon.tsv").read_bytes())


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
    if languages is None:
        return _values_of(meant)
    found = by_language(meant)
    return frozenset().union(*(found[name] for name in languages if name in found))


@cache
def _values_of(meant: str) -> frozenset[int]:
    return frozenset().union(*by_language(meant).values())
