"""Spelling: whether the letters of a text can be a month's name, since the network reads any letters as one.

A name may be cut to three letters, have an ending, stand glued to another word, hold digits that scanners take letters
for, or be misspelt: the longer it is, the more. In a language that is expected even a short one may be.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import filterfalse
from typing import NamedTuple

from datenorm.text.lexicon import by_language, lexicon, values_in
from datenorm.text.tokens import is_unspaced, parts

ROMAN = {name: month for month, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
DIGIT_IN_A_WORD = re.compile(r"(?<=[^\W\d_])[015689|]|[015689|](?=[^\W\d_])")
LETTERS_FOR_DIGITS = (str.maketrans("01589|", "olsbgl"), str.maketrans("01689", "oibbg"))
SHORTEST_CUT = 3  # letters of a name that has lost the rest
# Languages that make one word of several; there an ending is short.
COMPOUNDING = frozenset("af da de fo fy is lb nb nds nl nn no sv".split())
MOST_IN_A_COMPOUND, MOST_BEHIND = 2, 99  # letters behind a month's name
SHORTEST_GLUED = 4  # letters of a name of the text's language that stands inside a word
LONGEST_ENDING = 2  # letters behind a longer name of another language
SHORTEST_INFLECTED, ENDING = 7, 2  # letters of a name whose last ones may be others, and how many these are
LETTERS_FOR_AN_EDIT = 5  # of a name of some language, for each letter that may be wrong
LONG = 7  # letters of a name of the text's language in which two may be wrong
EVERYWHERE = "en"  # a language known to those who write others
SURE_ABROAD = 5  # letters of a word that may be a name of another language than those that are known
LONGEST = 12  # letters of a name in a script without spaces between words
PARTS = 3  # words that may be one torn apart


def may_mean(text: str, month: int, languages: Sequence[str] = (), abroad: bool = True) -> bool:
    """Return whether letters of `text` can be a name of `month`, 1 to 12, in some language.

    languages: those whose names may be further off than others. abroad: whether short words may be names of other
    languages than these. Where words have no spaces between them, a name is
    looked for inside of them.

    >>> [may_mean(text, 3) for text in ("Mar 2018", "3marz", "Märzes 2018", "Marhc 2018", "III/2018", "zgx 2018")]
    [True, True, True, True, True, False]
    >>> may_mean("14 Unr 2021", 2), may_mean("14 Unr 2021", 2, ("cs",))
    (False, True)
    """
    known = ((word, month_names().get(word)) for word in parts(text))
    if any(
        month in values_in(meant, None)
        for word, meant in known
        if meant and (abroad or len(word) >= SURE_ABROAD)
    ):
        return True
    return _resembles(text, month, tuple(languages), abroad)


@lru_cache(1 << 10)
def begins_month(word: str, month: int) -> bool:
    """Return whether a name of `month`, 1 to 12, begins with a word, in any language.

    >>> begins_month("чер", 6), begins_month("ldi", 1)
    (True, False)
    """
    names = month_names().items()
    return any(name.startswith(word) and month in values_in(meant, None) for name, meant in names)


@lru_cache(1 << 10)
def is_cut_month(word: str, language: str) -> bool:
    """Return whether a word is the beginning of the names of one month of a language, and of no other month's.

    >>> is_cut_month("deze", "de"), is_cut_month("jun", "de"), is_cut_month("ju", "de"), is_cut_month("decke", "de")
    (True, True, False, False)
    """
    if len(word) < SHORTEST_CUT:
        return False
    months = [
        month for month in range(1, 13) if any(name.startswith(word) for name in _names_in(language, month))
    ]
    return len(months) == 1


def is_sure_abroad(word: str) -> bool:
    """Return whether a word may be a name of another language than the told one: it is no short one of letters."""
    return len(word) >= SURE_ABROAD or is_unspaced(word[:1])


@lru_cache(maxsize=1 << 12)  # cells of a column repeat
def _resembles(text: str, month: int, languages: Sequence[str], abroad: bool) -> bool:
    written = _candidates(text)
    if any(ROMAN.get(word) == month for word in written):
        return True
    own = _own_names(languages, month)
    together = " ".join(sorted(written))
    inside = [name for name in own.sorted if len(name) >= SHORTEST_GLUED and name in together]
    most = MOST_BEHIND if COMPOUNDING.isdisjoint(languages) else MOST_IN_A_COMPOUND
    if any(_ends_with(word, name, most) for name in inside for word in written):
        return True
    if any(_is_near(word, own.at_home) for word in written):
        return True
    strange = written if abroad else {word for word in written if is_sure_abroad(word)}
    return _are_like(strange, _names(month)) or (not abroad and _are_like(written, own))


def _ends_with(word: str, name: str, most: int) -> bool:
    """Return whether a name stands in a word with at most so many letters behind it: Oktobers, not Oktoberfest."""
    start = word.find(name)
    return start >= 0 and len(word) - start - len(name) <= most


class Names(NamedTuple):
    """Names of one month, and what is looked up among them.

    stems: of long names, without the ending. abroad, at_home: by how many letters may be wrong, the names in which so
    many may be.
    """

    sorted: Sequence[str]
    known: frozenset[str]
    stems: frozenset[str]
    unspaced: Sequence[str]
    abroad: Mapping[int, Sequence[str]]
    at_home: Mapping[int, Sequence[str]]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Names":
        """Return what is looked up among some names."""
        found = sorted(set(names))
        stems = frozenset(name[:-ENDING] for name in found if len(name) >= SHORTEST_INFLECTED)
        unspaced = list(filter(is_unspaced, found))
        return cls(
            found,
            frozenset(found),
            stems,
            unspaced,
            _by_edits(found, _edits),
            _by_edits(found, _edits_at_home),
        )


def _by_edits(names: Iterable[str], edits: Callable[[str], int]) -> Mapping[int, Sequence[str]]:
    found: dict[int, list[str]] = {}
    for name in names:
        if edits(name):
            found.setdefault(edits(name), []).append(name)
    return found


def _are_like(written: Collection[str], names: Names) -> bool:
    """Return whether one of some words can be one of `names`: cut, glued, inflected or misspelt."""
    known = names.known
    if any(
        _is_cut(word, names.sorted) or not known.isdisjoint((word, word[1:], word[2:])) for word in written
    ):
        return True  # 7thMar, ofMar
    if any(_is_glued(word, known) or _is_inflected(word, names.stems) for word in written):
        return True
    if names.unspaced and any(map(is_unspaced, written)):
        together = " ".join(sorted(written))
        near = _by_edits(names.unspaced, _edits)
        if any(name in together for name in names.unspaced) or any(
            _is_near(piece, near) for piece in _pieces(written)
        ):
            return True
    return any(_is_near(word, names.abroad) for word in written)


def _candidates(text: str) -> set[str]:
    """Return the words of a text, neighbours joined, also without accents and with letters for digits inside them."""
    forms = {text, "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFD", text)))}
    for table in LETTERS_FOR_DIGITS:
        forms.add(DIGIT_IN_A_WORD.sub(partial(_as_letter, table), text))
    rows = [parts(form) for form in forms]
    return {
        "".join(row[start : start + count])
        for row in rows
        for start in range(len(row))
        for count in range(1, PARTS + 1)
    }


def _pieces(written: Iterable[str]) -> set[str]:
    """Return all parts of words as long as a name is that one letter may be missing from."""
    return {
        word[start : start + length]
        for word in written
        for length in range(LETTERS_FOR_AN_EDIT - 1, LONGEST + 1)
        for start in range(len(word) - length + 1)
    }


def _as_letter(table: dict[int, int], digit: re.Match[str]) -> str:
    return digit[0].translate(table)


def _is_cut(word: str, names: Sequence[str]) -> bool:
    """Return whether one of `names`, which are sorted, begins with `word`."""
    place = bisect_left(names, word)
    return len(word) >= SHORTEST_CUT and place < len(names) and names[place].startswith(word)


def _is_glued(word: str, names: Collection[str]) -> bool:
    """Return whether `word` is one of `names` with an ending, mayıs'ta, or behind a weekday, mercredimars."""
    endings = range(1, 1 + LONGEST_ENDING)
    if any(word[:-ending] in names for ending in endings if len(word) - ending > SHORTEST_GLUED):
        return True
    starts = range(1, len(word) - SHORTEST_GLUED + 1)
    return any("day name" in lexicon().senses(word[:start]) for start in starts if word[start:] in names)


def _is_inflected(word: str, stems: Collection[str]) -> bool:
    """Return whether `word` is a long name with another ending, of four letters at most: studenom, from studeni."""
    return any(word[:end] in stems for end in range(max(1, len(word) - 2 * ENDING), len(word) + 1))


def _is_near(word: str, names: Mapping[int, Sequence[str]]) -> bool:
    """Return whether `word` is one of some names but for so many edits as their key says."""
    return any(_nearest(word, some, edits) is not None for edits, some in names.items())


def _nearest(word: str, names: Sequence[str], most: int | None = None) -> int | None:
    """Return by how many edits a word differs from the nearest of some names; None where that is more than `most`.

    Source of the distance, optimal string alignment: F. J. Damerau (1964), A technique for computer detection and
    correction of spelling errors.
    """
    from rapidfuzz import process  # 20 ms that only what is misspelt has to wait for
    from rapidfuzz.distance import OSA

    found = process.extractOne(word, names, scorer=OSA.distance, score_cutoff=most)
    return int(found[1]) if found else None


def _as_near(word: str, names: Sequence[str], most: int) -> list[str]:
    """Return the names from which a word differs by so many edits at most."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, names, scorer=OSA.distance, score_cutoff=most, limit=None)
    return [name for name, _, _ in found]


def _edits(name: str) -> int:
    return len(name) // LETTERS_FOR_AN_EDIT


def _edits_at_home(name: str) -> int:
    return 0 if len(name) < SHORTEST_CUT else 1 if len(name) < LONG else 2


@lru_cache(maxsize=1 << 12)
def is_between_months(text: str, month: int, languages: Sequence[str]) -> bool:
    """Return whether a misspelt name is as near to that of another month, in each language in which it is nearest.

    languages: that are asked; all of them where there are none, but English alone where its name is the nearest. A name
    that a word begins is as near as can be.

    >>> is_between_months("jnn", 1, ("en",)), is_between_months("жовтн", 10, ())
    (True, False)
    """
    word = "".join(parts(text))
    if languages:
        distances = {one: _distance(word, _names_in(one, month)) for one in languages}
        least = min(distances.values())
        nearest = frozenset(one for one, distance in distances.items() if distance == least)
    else:
        least, nearest = _nearest_of_all(word, month)
    if EVERYWHERE in nearest:
        nearest = frozenset((EVERYWHERE,))
    return all(
        any(_distance(word, _names_in(one, other)) <= least for other in range(1, 13) if other != month)
        for one in nearest
    )


def _nearest_of_all(word: str, month: int) -> tuple[int, frozenset[str]]:
    """Return how far a word is from the nearest names of a month, and the languages that have one of these."""
    names = _names(month).sorted
    least = _distance(word, names)
    if _is_cut(word, names):
        nearest = [name for name in names if name.startswith(word)]
    else:
        nearest = _as_near(word, names, least)
    return least, frozenset().union(*(_speakers(month)[name] for name in nearest))


def _distance(word: str, names: Sequence[str]) -> int:
    """Return how far a word is from the nearest of some names, which are sorted, 0 for one that it begins."""
    if _is_cut(word, names):
        return 0
    nearest = _nearest(word, names)
    return len(word) if nearest is None else nearest


@cache
def month_names() -> Mapping[str, str]:
    """Return all names of months, the doubtful ones too, each with its meanings as the lexicon has them."""
    return {**lexicon().words("month"), **lexicon().words("doubtful")}


@cache
def _names(month: int) -> Names:
    """Return the names of a month in all languages, written together."""
    meanings = month_names().items()
    return Names.of(name.replace(" ", "") for name, meant in meanings if month in values_in(meant, None))


@cache
def _speakers(month: int) -> Mapping[str, frozenset[str]]:
    """Return the languages of each name of a month."""
    found: dict[str, set[str]] = {}
    for (language, named), names in _by_language().items():
        for name in names if named == month else ():
            found.setdefault(name, set()).add(language)
    return {name: frozenset(languages) for name, languages in found.items()}


@lru_cache(maxsize=1 << 10)  # languages that are told or expected are few
def _own_names(languages: Sequence[str], month: int) -> Names:
    return Names.of(name for language in languages for name in _names_in(language, month))


def _names_in(language: str, month: int) -> Sequence[str]:
    """Return the names of a month in a language, sorted, written together."""
    return _by_language().get((language, month), ())


@cache
def _by_language() -> Mapping[tuple[str, int], Sequence[str]]:
    """Return the names of each language and month, sorted, written together."""
    found: dict[tuple[str, int], list[str]] = {}
    for name, meant in sorted((name.replace(" ", ""), meant) for name, meant in month_names().items()):
        for language, months in by_language(meant).items():
            for month in months:
                found.setdefault((language, month), []).append(name)
    return found
