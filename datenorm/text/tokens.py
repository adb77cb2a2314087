"""Tokens: a text is cut once, by Unicode category, into numbers, words and signs; each knows its place and its senses.

    number   digits of any script, or a number in Chinese numerals
    word     letters and their marks; the name of several words is one token where the lexicon has it
    sign     any other character

Scripts without spaces between words are cut by the lexicon, the longest name first.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from datenorm.text.characters import clean
from datenorm.text.lexicon import LONGEST_UNSPACED, NOTHING, Senses, lexicon
from datenorm.text.numerals import CHINESE_DIGITS, TENS, UNITS, ZEROS, chinese_value

Kind = Literal["number", "word", "sign"]
# Left out of words: apostrophes, geresh, invisible marks and joiners, and the dots that tell Turkish İ and ı from i.
UNWRITTEN = dict.fromkeys(map(ord, "'’‘ʼ`׳\u00ad\u0307\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
ONE_FORM: dict[int, str | None] = {**UNWRITTEN, ord("ı"): "i"}
# Scripts written without spaces between words, and Korean, which often leaves them out.
UNSPACED = r"\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\ua000-\ua4cf\uac00-\ud7a3"
# Over the classes of characters: an apostrophe between letters belongs to their word, a degree sign too.
RUN = re.compile(r"0+|a+(?:'a+)*| +|.", re.DOTALL)
# How nouns for numbers end in languages that write them in one word, and what these are.
NUMBERING = (
    *("nummer", "nummern", "nummeret", "numret", "nr", "numero", "numeron", "szám", "száma", "númer"),
    *("version", "versionen", "versie", "versjon", "versio"),
)
COMPOUND: Senses = {"count<": "*", "number<": "*"}
LONGEST_NUMBERING = 8  # letters
BETWEEN_WORDS = frozenset(" -'.,/")  # what may stand between the words of one name

NUMERALS = frozenset((*CHINESE_DIGITS, *ZEROS, *UNITS, *TENS.values()))
NO_NUMBERS = ("", *ZEROS, "百", "千")  # alone


class Token(NamedTuple):
    """A piece of a cleaned text.

    text: digits in ASCII, a word folded, a sign itself. start, end: its place in the cleaned text.
    """

    kind: Kind
    text: str
    start: int
    end: int
    senses: Senses = NOTHING


class _Classes(dict[int, str]):
    """What each character is, found once: '0' a digit, 'a' a letter or mark, ' ', an apostrophe, '.' any other."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        found = "a" if category[0] in "LM" else "0" if category == "Nd" else " " if category == "Zs" else "."
        self[code] = found
        return found


# Marks of words that Unicode counts as punctuation: geresh, gershayim, the Devanagari sign of abbreviation, the Tibetan
# mark between syllables.
LETTER_LIKE = "׳״॰་"
CLASSES = _Classes({ord("'"): "'", ord("ː"): ".", **dict.fromkeys(map(ord, LETTER_LIKE + ZEROS), "a")})


def fold(word: str) -> str:
    """Return the one form of a word that the lexicon has it in.

    >>> fold("SALI"), fold("п'ятниця"), fold("D'août")
    ('sali', 'пятниця', 'daoût')
    """
    folded = word if word.isascii() else unicodedata.normalize("NFC", word.casefold())
    return folded.casefold().translate(ONE_FORM) if not folded.isascii() or "'" in folded else folded.lower()


def parts(text: str) -> list[str]:
    """Return the words of a text, folded; digits and signs part them. What the lexicon is made with.

    >>> parts("Terça-feira, 9MAI2018")
    ['terça', 'feira', 'mai']
    """
    plain = clean(text)
    return [fold(run) for run, kind, _ in _runs(plain) if kind == "a"]


def tokens(text: str) -> list[Token]:
    """Return the tokens of a cleaned text.

    >>> [token.text for token in tokens("saturday 9may2018, 10:30")]
    ['saturday', '9', 'may', '2018', ',', '10', ':', '30']
    """
    runs = list(_runs(text))
    found: list[Token] = []
    names = lexicon()
    i = 0
    while i < len(runs):
        run, kind, start = runs[i]
        if kind == "0":
            found.append(Token("number", run, start, start + len(run)))
        elif kind == "a":
            i = _word(runs, i, found)
            continue
        elif kind != " ":
            sign = ":" if run == "ː" else run  # a mark of length, typed for a colon
            found.append(Token("sign", sign, start, start + 1, names.senses(sign)))
        i += 1
    return found


def _runs(text: str) -> Iterator[tuple[str, str, int]]:
    kinds = text.translate(CLASSES)
    for match in RUN.finditer(kinds):
        start, end = match.span()
        yield text[start:end], kinds[start], start


def _word(runs: list[tuple[str, str, int]], i: int, found: list[Token]) -> int:
    """Add the token or tokens that begin with run `i`, and return the run behind them."""
    run, _, start = runs[i]
    names = lexicon()
    folded = fold(run)
    behind, name = _longest(runs, i, folded)
    if not name and is_unspaced(run):
        found.extend(_inside(run, start))
        return i + 1
    if name:
        last = runs[behind - 1]
        found.append(Token("word", name, start, last[2] + len(last[0]), names.senses(name)))
        return behind
    if "'" in run and not names.senses(folded):  # an elision: l'1, d'août
        found.extend(_elided(run, start))
        return i + 1
    found.append(
        Token("word", folded, start, start + len(run), names.senses(folded) or _of_a_compound(folded))
    )
    return i + 1


def _of_a_compound(word: str) -> Senses:
    """Return the senses of a noun for a number that a language writes in one word: Inventarnummer, leltáriszám."""
    return COMPOUND if word.endswith(NUMBERING) and len(word) > LONGEST_NUMBERING else NOTHING


def _longest(runs: list[tuple[str, str, int]], i: int, first: str) -> tuple[int, str]:
    """Return the run behind the longest name of several words from run `i` on, and that name; '' if there is none."""
    names = lexicon()
    most = names.longest(first)
    best, name, words, j = i + 1, "", [first], i + 1
    while len(words) < most and j < len(runs):
        run, kind, _ = runs[j]
        if kind == "a":
            words.append(fold(run))
            joined = " ".join(words)
            if names.senses(joined):
                best, name = j + 1, joined
        elif run not in BETWEEN_WORDS or runs[j - 1][0] == run:
            break  # no name goes on behind a blank to fill in: ngày ... tháng
        j += 1
    return best, name


def _elided(run: str, start: int) -> Iterator[Token]:
    for part in run.split("'"):
        word = fold(part)
        yield Token("word", word, start, start + len(part), lexicon().senses(word))
        start += len(part) + 1


def _inside(run: str, start: int) -> Iterator[Token]:
    """Cut a run of letters of a script without spaces: numbers in Chinese numerals, and the longest names."""
    names, folded = lexicon(), fold(run) if len(fold(run)) == len(run) else run
    i = word = 0
    while i < len(folded):
        length, number = _numeral(folded, i)
        latin = _latin(folded, i)
        senses: Senses = names.senses(folded[i : i + latin]) if latin else NOTHING
        length = length or latin
        for longer in range(min(LONGEST_UNSPACED, len(folded) - i), length, -1):
            senses = names.senses(folded[i : i + longer])
            if senses:
                length, number = longer, ""
                break
        if not length:
            i += 1
            continue
        if word < i:
            yield Token("word", folded[word:i], start + word, start + i)
        text = number or folded[i : i + length]
        yield Token("number" if number else "word", text, start + i, start + i + length, senses)
        i += length
        word = i
    if word < len(folded):
        yield Token("word", folded[word:], start + word, start + len(folded))


def _latin(text: str, i: int) -> int:
    """Return how many letters of a word in Latin letters stand at `i`, which no other name is part of: Jansen氏."""
    end = i
    while end < len(text) and text[end].isascii():
        end += 1
    return end - i


def _numeral(text: str, i: int) -> tuple[int, str]:
    """Return how many characters of a number in Chinese numerals stand at `i`, and it in digits.

    >>> _numeral("二零一八年", 0), _numeral("廿六日", 0), _numeral("年", 0)
    ((4, '2018'), (2, '26'), (0, ''))
    """
    end = i
    while end < len(text) and text[end] in NUMERALS:
        end += 1
    numeral = text[i:end]
    if numeral in NO_NUMBERS:
        return 0, ""
    known = chinese_value(numeral)
    if known:
        return len(numeral), str(known)
    digits = [0 if one in ZEROS else CHINESE_DIGITS.find(one) for one in numeral]
    return (0, "") if -1 in digits else (len(numeral), "".join(map(str, digits)))


def is_unspaced(text: str) -> bool:
    """Return whether a text has letters of a script without spaces between words: names are looked for inside it.

    >>> is_unspaced("2018年5月9日"), is_unspaced("9 мая 2018 г.")
    (True, False)
    """
    return not text.isascii() and bool(_unspaced().search(text))


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")  # takes 4 ms, which a single text in ASCII need not wait for
