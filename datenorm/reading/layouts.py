"""Layouts: how the texts of a shape are written, in CLDR's letters: `Saturday, 9 May 2018` is `EEEE, d MMMM y`.

What is no part of a date stands in quotes, and numbers that are none as `#`. Where two orders are possible, both are
told: `dd/MM/y or MM/dd/y`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from datenorm.dates.calendar import ENGLISH_MONTHS
from datenorm.judging.spelled import months_of
from datenorm.reading.classes import HOURS, MINUTES, OFFSETS, SECONDS
from datenorm.reading.shapes import Mask, Place
from datenorm.reading.templates import Reading, Template
from datenorm.text.lexicon import languages_of
from datenorm.text.tokens import Token, tokens

RUN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|.", re.DOTALL)
SHORT = 3  # letters of a weekday's abbreviation
# In the C locale, whatever this process has; of months and of weekdays, whole and in three letters.
C_SHORT = frozenset("jan feb mar apr jun jul aug sep oct nov dec".split())
C_NAMES = C_SHORT.union(
    map(str.lower, ENGLISH_MONTHS),
    ("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun").split(),
)
MONTH, WEEKDAY = ("full", "month", "doubtful"), ("weekday",)
OPEN = "MMM?"  # a month whose name is its abbreviation too: May
FRACTION = re.compile(r"(?<=ss[.,])#+")
SIGN = re.compile(r"[+-](?=x+)")  # of an offset, which its letters include


class Layout(NamedTuple):
    """How a shape is written. languages: those that have its names; none where it has none. read: whether it is.

    common: the letters where its names are as the C library has them in English: Sep and September are, Sept is not;
    '' where one is not.
    """

    letters: str
    languages: frozenset[str] = frozenset()
    read: bool = True
    common: str = ""


def layout_of(template: Template) -> Layout:
    """Return the layout of a shape."""
    mask = template.mask
    if not template.readings:
        return Layout("".join(_quoted(mask.text, {})), read=False)
    written = [_written(mask, reading) for reading in template.readings]
    letters = " or ".join(sorted({one.letters for one in written}, reverse=True))
    languages = frozenset[str]().union(*(one.languages for one in written))
    common = written[0].common if len(written) == 1 else ""
    return Layout(letters, languages, template.answer.status != "rejected", common)


def as_it_stands(text: str) -> Layout:
    """Return the layout of a text that makes no shape: itself.

    >>> as_it_stands("Lot 12").letters
    "'Lot' ##"
    """
    return Layout("".join(_quoted(re.sub(r"\d", "0", text), {})), read=False)


def _written(mask: Mask, reading: Reading) -> Layout:
    """Return a mask in the letters of one reading."""
    month = int(reading.known[1] or 0) if reading.places[1] is None else 0
    ends = [0, *(end for place in mask.places for end in (place.start, place.end)), len(mask.text)]
    pieces = [mask.text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
    cut = [tokens(piece.lower()) if len(piece.lower()) == len(piece) else [] for piece in pieces]
    every = [token for found in cut for token in found]
    best = max((token for token in every if _month(token, month)), key=_sureness, default=None)
    home = _languages(best, MONTH) if best else frozenset[str]()
    days = [_languages(token, WEEKDAY) for token in every if token is not best and _weekday(token, home)]
    parts: list[str] = []
    common = True
    for i, (piece, found) in enumerate(zip(pieces, cut, strict=True)):
        names = {
            (one.start, one.end): _month(one, month) if one is best else _weekday(one, home) for one in found
        }
        common = common and all(one.text in C_NAMES for one in found if names[one.start, one.end])
        parts += _quoted(piece, {span: letters for span, letters in names.items() if letters})
        parts += [_letter(mask.places[i], reading, i)] if i < len(mask.places) else []
    letters = FRACTION.sub(lambda zeros: "S" * len(zeros[0]), SIGN.sub("", "".join(parts)))
    shared = frozenset.intersection(*([home] if best else []), *days) if best or days else home
    short = letters.replace(OPEN, "MMM") if best and best.text in C_SHORT else letters
    return Layout(letters, shared or home, common=short if common else "")


def _letter(place: Place, reading: Reading, i: int) -> str:
    width = place.end - place.start
    if i in reading.places:
        letter = "yMd"[reading.places.index(i)]
        return letter if (letter, width) == ("y", 4) else letter * width
    for letter, tables in (("H", HOURS.values()), ("m", (MINUTES,)), ("s", (SECONDS,))):
        if any(place.table is table for table in tables):
            return letter * width
    if place.table is OFFSETS:
        return {2: "x", 4: "xx"}.get(width, "xxx")
    return "#" * width


def _month(token: Token, month: int) -> str:
    """Return the letters of a token that names the month; '' for any other."""
    if token.kind != "word" or not month or month not in months_of(token):
        return ""
    if "full" not in token.senses:
        return "MMM" if "month" in token.senses else "MMMM"
    return OPEN if len(token.text) <= SHORT else "MMMM"


def _sureness(token: Token) -> tuple[bool, bool, int]:
    """Return how surely a token is the name of a month, beside others that may be."""
    return "full" in token.senses, "month" in token.senses, len(token.text)


def _weekday(token: Token, home: frozenset[str]) -> str:
    """Return the letters of a token that names a weekday; '' for any other. home: the languages of the month's name."""
    if token.kind != "word" or "weekday" not in token.senses or len(token.text) == 1:
        return ""
    known = "connector" not in token.senses and not home.isdisjoint(_languages(token, WEEKDAY))
    if "day name" not in token.senses and not known:
        return ""
    return "EEEE" if len(token.text) > SHORT else "EEE"


def _languages(token: Token, kinds: tuple[str, ...]) -> frozenset[str]:
    """Return the languages that have a word in one of these senses; in a doubtful one only where it has no other."""
    known = {kind: languages_of(token.senses[kind]) for kind in kinds if kind in token.senses}
    sure = [languages for kind, languages in known.items() if kind != "doubtful"]
    return frozenset[str]().union(*(sure or known.values()))


def _quoted(text: str, names: dict[tuple[int, int], str]) -> Iterator[str]:
    at = 0
    for (start, end), letters in sorted(names.items()):
        yield from _literal(text[at:start])
        yield letters
        at = end
    yield from _literal(text[at:])


def _literal(text: str) -> Iterator[str]:
    """Yield characters that are no part of a date as CLDR writes them: letters in quotes.

    >>> "".join(_literal(" de l'an 00, "))
    " 'de' 'l''an' ##, "
    """
    for run in RUN.findall(text):
        if run[0].isalpha():
            quoted = run.replace("'", "''")
            yield f"'{quoted}'"
        else:
            yield {"'": "''", "0": "#"}.get(run, run)
