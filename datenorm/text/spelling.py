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
LONGEST = 12  # letters of a name in a script without spaces between words
PARTS = 3  # words that may be one torn apart


def may_mean(text: str, month: int, languages: Sequence[str] = ()) -> bool:
    """Return whether letters of `text` can be a name of `month`, 1 to 12, in some language.

    languages: those whose names may be further off than others. Where words have no spaces between them, a name is
    looked for inside of them.

    >>> [may_mean(text, 3) for text in ("Mar 2018", "3marz", "Märzes 2018", "Marhc 2018", "III/2018", "zgx 2018")]
    [True, True, True, True, True, False]
    >>> may_mean("14 Unr 2021", 2), may_mean("14 Unr 2021", 2, ("cs",))
    (False, True)
    """
    if any(month in values_in(meant, None) for word in parts(text) if (meant := month_names().get(word))):
        return True
    return _resembles(text, month, tuple(languages))


@lru_cache(maxsize=1 << 12)  # cells of a column repeat
def _resembles(text: str, month: int, languages: Sequence[str]) -> bool:
    written, names = _candidates(text), _names(month)
    if any(ROMAN.get(word) == month or _is_cut(word, names) for word in written):
        return True
    known, together = set(names), " ".join(sorted(written))
    if any(not known.isdisjoint((word, word[1:], word[2:])) for word in written):
        return True  # 7thMar, ofMar
    own = {name for language in languages for name in _names_in(language, month)}
    if any(len(name) >= SHORTEST_GLUED and name in together for name in own):
        return True
    if any(_is_glued(word, known) for word in written):
        return True
    if any(_is_inflected(word, name) for word in written for name in names):
        return True
    if is_unspaced(text):
        unspaced = [name for name in names if is_unspaced(name)]
        if any(name in together for name in unspaced) or any(
            _is_near(piece, unspaced, _edits) for piece in _pieces(written)
        ):
            return True
    return any(_is_near(word, own, _edits_at_home) or _is_near(word, names, _edits) for word in written)


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
