"""Shapes: a text with its plain numbers replaced by their classes. `9 May 2018` and `7 May 1999` are of one shape.

    text      Saturday, 9 May 2018 10:30
    mask      Saturday, 0 May 0000 00:00     every digit a zero
    classes   1, year, hour, minute          one for each number, by the number alone
    specimen  Saturday, 3 May 1988 10:47     a text of the shape whose numbers differ from each other

A number that touches letters a scanner may confuse with digits, or is too long, makes no shape: its text is read alone.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import getitem, itemgetter
from typing import NamedTuple

from datenorm.judging.spelled import days_of, months_of
from datenorm.reading.classes import (
    DAYS_OF_RUNS,
    HOURS,
    MINUTES,
    MONTHS_OF_RUNS,
    NUMBERS,
    OFFSETS,
    POOLS,
    SECONDS,
    TABLES_OF_TIMES,
    TIMES,
    Classes,
    Literal,
)
from datenorm.text.characters import clean
from datenorm.text.tokens import Token, tokens

ZEROS = bytes.maketrans(b"123456789", b"000000000")
MOST_MASKS = 1 << 14  # that a Shaper remembers
LATE = frozenset(("29", "30", "31"))  # days that not every month has
LONGEST = 120  # characters of a text that has a shape
MOST_NUMBERS = 4  # apart from a time of day: more of them are two dates, or none
Numbers = tuple[str, ...]
Key = tuple[str, ...]  # the class of each number of a mask; "" for a number that makes no shape


class _Digits(dict[int, str | int]):
    """Digits of all scripts, each with the ASCII digit of its value, and other characters as they are."""

    def __missing__(self, code: int) -> str | int:
        digit = unicodedata.decimal(chr(code), None) if code > ord("9") else None
        self[code] = code if digit is None else str(digit)
        return self[code]


ASCII_DIGITS = _Digits()


# Where the numbers of a mask stand: digits of a whole date at the start, a time of day with what is behind it, others.
RUN = r"\A(?P<year>0000)(?P<month>00)(?P<day>00)(?:[Tt]?(?P<h>00)(?P<m>00)(?P<s>00))?(?!0)"
CLOCK = (
    r"(?:(?<![0:])(?<!0[+-])|(?<=/0000:))(?P<hour>00?):(?P<minute>00)(?::(?P<second>00)(?:[.,]0+)?)?(?![0:])"
    r"(?: ?(?:UTC|GMT)?[+-](?P<offset>00?(?::?00)?)(?![0:]))?"
)
DAY_OFFSET = r"(?<=-00)[+-](?P<zone>00:00)(?![0:])"  # 2018-05-09+02:00
PLACES = re.compile(rf"{RUN}|{CLOCK}|{DAY_OFFSET}|(?P<number>0+)")
DIGITS = re.compile("0+")
# Senses of words that make something else of some numbers only: كانون 1, 9ber, 1868 (julian).
READ_ALONE = ("pair", "old", "latin>", "calendar:julian")
CONFUSED = frozenset("odli!szbgqOI")  # letters that scanners take digits for
GLUED = (3, 5)  # digits that may be a day and a year behind the name of a month: May92018, May.92018
STAMPS = frozenset("tz")  # of ISO 8601: 20180509T101112Z


class Place(NamedTuple):
    """Where a number of a mask stands, and the table that has its class."""

    start: int
    end: int
    table: Classes | Literal


class Specimen(NamedTuple):
    """A text of a shape, and its numbers."""

    text: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class Mask:
    """A text with zeros for its digits: where its numbers are, and which numbers its words may name as month or day."""

    text: str
    places: tuple[Place, ...]
    named: frozenset[int]
    tables: tuple[Mapping[str, str], ...] = field(repr=False)
    numbers: Callable[[str], Numbers] = field(repr=False)

    def key(self, numbers: Numbers) -> Key:
        """Return the classes of the numbers of a text of this mask."""
        return tuple(map(getitem, self.tables, numbers))

    def specimen(self, key: Key, avoided: Collection[int] = ()) -> Specimen | None:
        """Return the specimen of a shape; None where there are too many numbers to differ from each other.

        avoided: numbers that the specimen must not have.

        >>> mask_of("0 May 0000").specimen(("1", "year"))
        Specimen(text='3 May 1988', numbers=('3', '1988'))
        """
        used = {*self.named, *(number % 100 for number in avoided)}
        for name in key:
            if name not in POOLS:  # an offset from UTC, which stays what it is
                used |= {int(digits) % 100 for digits in name.split(":")}
        found: dict[int, str] = {}
        for i in sorted(range(len(key)), key=lambda i: key[i] in TIMES):
            number = next((one for one in POOLS.get(key[i], ()) if int(one) % 100 not in used), None)
            if number is None and self.tables[i] is not OFFSETS:
                return None
            found[i] = number or key[i]
            used |= {int(number) % 100} if number else set()
        numbers = tuple(found[i] for i in range(len(key)))
        return Specimen(self.filled(numbers), numbers)

    def filled(self, numbers: Numbers) -> str:
        """Return the mask with these numbers in it."""
        parts, at = [], 0
        for place, number in zip(self.places, numbers, strict=True):
            parts += [self.text[at : place.start], number]
            at = place.end
        return "".join([*parts, self.text[at:]])


class Shaper:
    """Names the shape of a text by its mask and classes alone: its letters are not looked at, so it is cheap.

    A text without such a shape is named by itself, and so is one with a day that not every month has.
    """

    def __init__(self) -> None:
        self._cuts: dict[bytes, tuple[tuple[Classes | Literal, ...], Callable[[str], Numbers]] | None] = {}

    def __call__(self, text: str) -> str | tuple[bytes, Key]:
        """Return the name of the shape of a text.

        >>> name = Shaper()
        >>> name("9 May 2018") == name("4 May 1999"), name("31 May 2018"), name("soon")
        (True, '31 May 2018', 'soon')
        """
        mask = text.encode("utf-8", "surrogatepass").translate(ZEROS)
        cut = self._cuts.get(mask, ())
        if cut == ():
            cut = self._learn(mask)
        if not cut:
            return text
        tables, numbers_of = cut
        numbers = numbers_of(text)
        key = tuple(map(getitem, tables, numbers))
        return text if "" in key or not LATE.isdisjoint(numbers) else (mask, key)

    def _learn(self, mask: bytes) -> tuple[tuple[Classes | Literal, ...], Callable[[str], Numbers]] | None:
        if len(self._cuts) >= MOST_MASKS:
            self._cuts = {}
        places = _plain_places(mask.decode("utf-8", "surrogatepass"))
        tables = tuple(place.table for place in places)
        self._cuts[mask] = (tables, _cutter(places)) if places else None
        return self._cuts[mask]


@cache
def shaper() -> Shaper:
    """Return what names shapes wherever a name needs to mean the same."""
    return Shaper()


def mask_of(text: str) -> Mask | None:
    """Return the mask that a text with zeros for its digits is; None where its numbers make no shape.

    >>> [place.start for place in mask_of("Saturday, 0 May 0000").places]
    [10, 16]
    >>> mask_of("3l May 0000"), mask_of("May000"), mask_of("May")
    (None, None, None)
    """
    places = _plain_places(text)
    if not places:
        return None
    plain = clean(text)
    found = tokens(plain)
    if len(DIGITS.findall(plain)) != len(DIGITS.findall(text)) or any(
        _is_special(found, i) for i in range(len(found))
    ):
        return None
    named = frozenset[int]().union(*map(_named, found))
    tables = tuple(place.table for place in places)
    return Mask(text, places, named, tables, _cutter(places))


def _named(token: Token) -> frozenset[int]:
    """Return the numbers up to 99 that a word may be, as a month or a day, or a number in Chinese numerals."""
    if token.kind == "number":
        return frozenset((int(token.text) % 100,)) - {0}  # which digits of the mask are
    return months_of(token) | days_of(token, None) if token.kind == "word" else frozenset()


_NO_TABLE = Classes()


def _plain_places(text: str) -> tuple[Place, ...]:
    """Return where the numbers of a mask are; nothing where it is too long, or they are too many or too long."""
    if len(text) > LONGEST:
        return ()
    places = tuple(_places(text))
    plain = [place for place in places if not is_of_time(place)]
    if len(plain) > MOST_NUMBERS or any(place.table is _NO_TABLE for place in places):
        return ()
    return places if plain else ()


def _places(text: str) -> Iterator[Place]:
    for match in PLACES.finditer(text):
        for name, digits in match.groupdict().items():
            if digits is not None:
                yield Place(*match.span(name), _table_of(name, len(digits)))


def _table_of(name: str, digits: int) -> Classes | Literal:
    if name in ("hour", "h"):
        return HOURS[digits]
    if name in ("minute", "m"):
        return MINUTES
    if name in ("second", "s"):
        return SECONDS
    if name in ("month", "day"):
        return MONTHS_OF_RUNS if name == "month" else DAYS_OF_RUNS
    return OFFSETS if name in ("offset", "zone") else NUMBERS.get(digits, _NO_TABLE)


def is_of_time(place: Place) -> bool:
    """Return whether a number is of a time of day or an offset."""
    return id(place.table) in TABLES_OF_TIMES


def _cutter(places: tuple[Place, ...]) -> Callable[[str], Numbers]:
    """Return what cuts the numbers out of a text."""
    cut = itemgetter(*(slice(place.start, place.end) for place in places))
    return cut if len(places) > 1 else lambda text: (cut(text),)


def _is_numbered(found: list[Token], i: int) -> bool:
    """Return whether a word says of one day only which one it is: second Monday, 14 May; fifth (5th) May."""
    behind = found[i + 1] if i + 1 < len(found) else None
    weekday = behind is not None and "nth" in found[i].senses and "day name" in behind.senses
    return weekday or (behind is not None and "day" in found[i].senses and behind.text == "(")


def _is_special(found: list[Token], i: int) -> bool:
    """Return whether token `i` is a number to be read as it stands, or a name that a number is part of: 9ber."""
    if not found[i].senses.keys().isdisjoint(READ_ALONE) or _is_confused(found, i) or _is_numbered(found, i):
        return True
    if found[i].kind != "number":
        return False
    if _is_parted(found, i):
        return True
    if len(found[i].text) not in GLUED:
        return False
    before = i - 1 - (i > 1 and found[i - 1].text == ".")
    return before >= 0 and found[before].kind == "word" and all(_touch(found, j) for j in range(before, i))


def _is_parted(found: list[Token], i: int) -> bool:
    """Return whether a number may be the century of a year behind a month's name: 9 мая 20 18 г."""
    row = [token.text for token in found[i : i + 3]]
    if [len(text) for text in row[:2]] != [2, 2] or found[i + 1].kind != "number" or row[2:] == [":"]:
        return False
    return any(not token.senses.keys().isdisjoint(("full", "month")) for token in found[max(0, i - 2) : i])


def _is_confused(found: list[Token], i: int) -> bool:
    """Return whether token `i` is a number that touches letters of which nobody knows what they do there."""
    if found[i].kind != "number":
        return False
    beside = [j for j in (i - 1, i + 1) if 0 <= j < len(found) and _touch(found, min(i, j))]
    if any(found[j].text == ":" for j in beside):
        return False
    return any(found[j].kind == "word" and _is_unknown(found, j) for j in beside)


def _touch(found: list[Token], i: int) -> bool:
    return found[i].end == found[i + 1].start


def _is_unknown(found: list[Token], i: int) -> bool:
    word = found[i]
    if word.text in STAMPS and not _is_stamp(found, i):
        return True
    return word.text not in STAMPS and (not word.senses or word.text in CONFUSED)


def _is_stamp(found: list[Token], i: int) -> bool:
    """Return whether token `i` is the T between a day and its time, or the Z behind it; not so in 2z1224."""
    others = [token.text for j, token in enumerate(found) if token.kind == "word" and j != i]
    if set(others) - STAMPS:
        return False
    return i == len(found) - 1 if found[i].text == "z" else 0 < i < len(found) - 1
