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

from datenorm.text.lexicon import by_language, lexicon, values_in
from datenorm.text.tokens import is_unspaced, parts

ROMAN = {name: month for month, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
DIGIT_IN_A_WORD = re.compile(r"(?<=[^\W\d_])[015689|]|[015689|](?=[^\W\d_])")
LETTERS_FOR_DIGITS = (str.maketrans("01589|", "olsbgl"), str.maketrans("01689", "oibbg"))
SHORTEST_CUT = 3  # letters of a name that has lost the rest
SHORTEST_GLUED = 4  # letters of a name of the text's language that stands inside a word
LONGEST_ENDING = 2  # letters behind a longer name of another language
SHORTEST_INFLECTED = 7  # letters of a name whose last two may be others
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


def is_sure_abroad(word: str) -> bool:
    """Return whether a word may be a name of another language than the told one: it is no short one of letters."""
    return len(word) >= SURE_ABROAD or is_unspaced(word[:1])


@lru_cache(maxsize=1 << 12)  # cells of a column repeat
def _resembles(text: str, month: int, languages: Sequence[str], abroad: bool) -> bool:
    written = _candidates(text)
    if any(ROMAN.get(word) == month for word in written):
        return True
    own = sorted({name for language in languages for name in _names_in(language, month)})
    together = " ".join(sorted(written))
    if any(len(name) >= SHORTEST_GLUED and name in together for name in own):
        return True
    if any(_is_near(word, own, _edits_at_home) for word in written):
        return True
    strange = written if abroad else {word for word in written if is_sure_abroad(word)}
    return _are_like(strange, _names(month)) or (not abroad and _are_like(written, own))


def _are_like(written: Collection[str], names: Sequence[str]) -> bool:
    """Return whether one of some words can be one of `names`, which are sorted: cut, glued, inflected or misspelt."""
    known = set(names)
    if any(_is_cut(word, names) or not known.isdisjoint((word, word[1:], word[2:])) for word in written):
        return True  # 7thMar, ofMar
    if any(_is_glued(word, known) for word in written):
        return True
    if any(_is_inflected(word, name) for word in written for name in names):
        return True
    unspaced = [name for name in names if is_unspaced(name)] if any(map(is_unspaced, written)) else []
    if unspaced:
        together = " ".join(sorted(written))
        if any(name in together for name in unspaced) or any(
            _is_near(piece, unspaced, _edits) for piece in _pieces(written)
        ):
            return True
    return any(_is_near(word, names, _edits) for word in written)


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


def _is_inflected(word: str, name: str) -> bool:
    """Return whether `word` is a long name with another ending: studenom, from studeni."""
    return len(name) >= SHORTEST_INFLECTED and word.startswith(name[:-2]) and len(word) <= len(name) + 2


def _is_near(word: str, names: Collection[str], edits: Callable[[str], int]) -> bool:
    """Return whether `word` is one of `names` but for so many edits.

    Source of the distance, optimal string alignment: F. J. Damerau (1964), A technique for computer detection and
    correction of spelling errors.
    """
    from rapidfuzz.distance import OSA  # 20 ms that only what is misspelt has to wait for

    return any(
        OSA.distance(word, name, score_cutoff=edits(name)) <= edits(name) for name in names if edits(name)
    )


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
    nearest = {one: _distance(word, _names_in(one, month)) for one in languages or _languages()}
    least = min(nearest.values())
    if nearest.get(EVERYWHERE) == least:
        nearest = {EVERYWHERE: least}
    return all(
        any(_distance(word, _names_in(one, other)) <= least for other in range(1, 13) if other != month)
        for one, distance in nearest.items()
        if distance == least
    )


def _distance(word: str, names: Sequence[str]) -> int:
    """Return how far a word is from the nearest of some names, 0 for one that it begins."""
    from rapidfuzz.distance import OSA

    if len(word) >= SHORTEST_CUT and any(name.startswith(word) for name in names):
        return 0
    return min((OSA.distance(word, name) for name in names), default=len(word))


@cache
def _languages() -> Sequence[str]:
    return sorted({language for meant in month_names().values() for language in by_language(meant)})


@cache
def month_names() -> Mapping[str, str]:
    """Return all names of months, the doubtful ones too, each with its meanings as the lexicon has them."""
    return {**lexicon().words("month"), **lexicon().words("doubtful")}


@cache
def _names(month: int) -> Sequence[str]:
    """Return the names of a month in all languages, sorted, written together."""
    found = {
        name.replace(" ", "") for name, meant in month_names().items() if month in values_in(meant, None)
    }
    return sorted(found)


@cache
def _names_in(language: str, month: int) -> Sequence[str]:
    names = month_names().items()
    return [name.replace(" ", "") for name, meant in names if month in by_language(meant).get(language, ())]
