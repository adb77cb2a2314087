"""How people and scanners damage a date: typos in names, OCR confusions, lost and doubled spaces, odd characters.

Each kind takes a text with its roles and returns both changed, or None where it does not apply. The noise stays
recoverable: a name under five letters keeps its letters, and a digit only becomes what is taken for it.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from datenorm.generation.writing import Written, changed, splice
from datenorm.text.roles import span_of

T = TypeVar("T")
Damaged = Written | None

OCR_DIGITS = {"0": "OoQ", "1": "lIi", "5": "Ss", "8": "B", "2": "Zz", "6": "b", "9": "g"}
OCR_LETTERS = {
    "m": "rn",
    "l": "1I",
    "o": "0",
    "i": "l1",
    "s": "5",
    "b": "8",
    "e": "c",
    "u": "v",
    "n": "ri",
    "c": "e",
    "O": "0",
    "S": "5",
    "I": "l1",
}
KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")
NEIGHBOURS = {
    key: (row[index - 1 : index] + row[index + 1 : index + 2])
    for row in KEYS
    for index, key in enumerate(row)
}
MARKS = "\u200e\u200f\u200b\ufeff\u2060\u00ad"
SPACES = "\u00a0\u202f\u2009\u3000\t"
SHORTEST_NAME = 5  # letters; 'Jun' with a typo may be 'Jan'


def pick(options: Sequence[T], rng: Random) -> T:
    """Return one of `options`. `Random.choice` takes three times as long."""
    return options[int(rng.random() * len(options))]


def below(limit: int, rng: Random) -> int:
    """Return one of 0 to `limit` - 1; `Random.randrange` takes three times as long."""
    return int(rng.random() * limit)


def _inside(written: Written, rng: Random) -> int | None:
    """Return where to hurt a month: not its first letter, which carries most; None where there is no name to hurt."""
    text, span = written.text, span_of(written.roles, "month")
    if span is None or span[1] - span[0] < SHORTEST_NAME:
        return None
    place = span[0] + 1 + int(rng.random() * (span[1] - span[0] - 2))
    return place if text[place].isalpha() and text[place + 1].isalpha() else None


def drop_a_letter(written: Written, rng: Random) -> Damaged:
    """Leave a letter of the month out."""
    place = _inside(written, rng)
    return None if place is None else splice(written, place, place + 1, "")


def double_a_letter(written: Written, rng: Random) -> Damaged:
    """Write a letter of the month twice."""
    text = written.text
    place = _inside(written, rng)
    return None if place is None else splice(written, place, place + 1, text[place] * 2)


def swap_two_letters(written: Written, rng: Random) -> Damaged:
    """Swap two letters of the month."""
    text = written.text
    place = _inside(written, rng)
    return None if place is None else splice(written, place, place + 2, text[place + 1] + text[place])


def hit_the_next_key(written: Written, rng: Random) -> Damaged:
    """Replace a letter of the month by one beside it on the keyboard."""
    text = written.text
    place = _inside(written, rng)
    if place is None or text[place].lower() not in NEIGHBOURS:
        return None
    return splice(written, place, place + 1, pick(NEIGHBOURS[text[place].lower()], rng))


def misread_a_letter(written: Written, rng: Random) -> Damaged:
    """Replace a letter of the month by what a scanner takes it for."""
    text = written.text
    place = _inside(written, rng)
    if place is None or text[place] not in OCR_LETTERS:
        return None
    seen = OCR_LETTERS[text[place]]
    return splice(written, place, place + 1, seen if text[place] in "mn" else pick(seen, rng))


def misread_a_digit(written: Written, rng: Random) -> Damaged:
    """A scanner takes a digit of the year or the day for a letter."""
    text, span = written.text, span_of(written.roles, "year" if rng.random() < 0.6 else "day")
    if span is None or span[1] - span[0] < 2:
        return None
    place = span[0] + int(rng.random() * (span[1] - span[0]))
    if text[place] not in OCR_DIGITS:
        return None
    return splice(written, place, place + 1, pick(OCR_DIGITS[text[place]], rng))


def lose_a_space(written: Written, rng: Random) -> Damaged:
    """Drop a space, but not one that keeps two digits apart."""
    text = written.text
    place = text.find(" ", int(rng.random() * len(text)))
    if place < 1 or place + 1 >= len(text) or (text[place - 1].isdigit() and text[place + 1].isdigit()):
        return None
    return splice(written, place, place + 1, "")


def double_a_space(written: Written, rng: Random) -> Damaged:
    """Put two or three spaces, or a tab, where one space was."""
    text = written.text
    place = text.find(" ", int(rng.random() * len(text)))
    return None if place < 0 else splice(written, place, place + 1, pick(("  ", "   ", " \t"), rng))


def pad_a_separator(written: Written, rng: Random) -> Damaged:
    """Put a space beside a separator, `12 /05/2018`."""
    text = written.text
    places = [place for place, mark in enumerate(text) if mark in "/.-," and 0 < place < len(text) - 1]
    if not places:
        return None
    place = pick(places, rng) + (rng.random() < 0.5)
    return splice(written, place, place, " ")


def change_a_space(written: Written, rng: Random) -> Damaged:
    """Replace a space by another of Unicode's spaces."""
    text = written.text
    place = text.find(" ", int(rng.random() * len(text)))
    return None if place < 0 else splice(written, place, place + 1, pick(SPACES, rng))


def add_a_mark(written: Written, rng: Random) -> Damaged:
    """Put in a character that cannot be seen."""
    text = written.text
    place = int(rng.random() * len(text))
    return splice(written, place, place, pick(MARKS, rng))


def mix_the_case(written: Written, rng: Random) -> Damaged:
    """Write the whole text in another case."""
    mixed = pick((str.upper, str.lower, str.swapcase, str.title), rng)(written.text)
    return changed(written, mixed) if len(mixed) == len(written.text) else None


KINDS: tuple[Callable[[Written, Random], Damaged], ...] = (
    drop_a_letter, double_a_letter, swap_two_letters, hit_the_next_key, misread_a_letter, drop_a_letter,
    swap_two_letters, misread_a_digit, misread_a_digit, lose_a_space, lose_a_space, double_a_space,
    pad_a_separator, pad_a_separator, change_a_space, add_a_mark, mix_the_case,
)  # fmt: skip


def damage(written: Written, rng: Random) -> Damaged:
    """Return a text with one kind of noise, or two; None where what was drawn does not apply."""
    damaged = pick(KINDS, rng)(written, rng)
    if damaged and rng.random() < 0.25:
        return pick(KINDS, rng)(damaged, rng) or damaged
    return damaged
