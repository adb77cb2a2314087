"""Pieces of phrases that count from a day: frames, units, numbers and whole phrases of each language.

`tools/relative.py` writes their table from ICU and from `relative_words.tsv`; it is read when a text first needs it.
One row for each language and kind of piece:

    en<TAB>-<TAB># ago            a frame: what stands around an amount, and where it counts to
    en<TAB>Y<TAB>year|years|yr    a unit; x14D is one of fourteen days, 1Y a word that says one year without a number
    ja<TAB>-#D<TAB># 日前          a whole phrase with an amount
    en<TAB>D-1<TAB>yesterday      a whole phrase: the day before; W+1 is next week, <E0 last Monday
    en<TAB>D+0@1824<TAB>tonight     the same with a part of the day, as `dates.halves` has it
    en<TAB>W+1E<TAB>* next week   a phrase with a weekday, or a month: <M for last March, Y+0M for this March
    en<TAB>n2<TAB>two             a number
    en<TAB>+~<TAB># after ~       a frame of an amount before a date
    fr<TAB>-1D~<TAB>la veille du ~  a whole phrase before a date
    ja<TAB>~<TAB>の                what stands between a date and an amount that counts from it
    ja<TAB>~+1D<TAB>翌日           a whole phrase that may stand there
    de<TAB>~Y+0<TAB>d j           a year or a month behind one of its days, never alone
    ru<TAB>E2<TAB>среду           a name of a weekday that the lexicon lacks
    de<TAB>@<TAB>um               a word that leads to a time of day, and says no more
    bn<TAB>@B<TAB>রাত              a word beside one that is a part of the day, or of its name
    en<TAB>&<TAB>and              a word between two amounts
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, product
from pathlib import Path
from typing import NamedTuple

from datenorm.text.characters import clean
from datenorm.text.lexicon import lexicon, values_in
from datenorm.text.numerals import ZEROS
from datenorm.text.tokens import is_unspaced

TABLES = Path(__file__).with_name("tables")
AMOUNT, REST, NAME, AND, AT, PART_OF_DAY = "#", "~", "*", "&", "@", "@B"
BESIDE = ("Y", "M")
NAMED = {"E": ("weekday",), "M": ("full", "month")}  # the senses of what can stand in the place of '*'
# Vowel points of Arabic and Hebrew, the accents that NFD parts from Latin, Greek and Cyrillic letters, and the tatweel.
UNWRITTEN = dict.fromkeys(
    [*range(0x300, 0x370), *range(0x591, 0x5C8), *range(0x610, 0x61B), *range(0x64B, 0x660), 0x670, 0x640]
)
ONE_FORM = {**UNWRITTEN, **str.maketrans("يىكةۀıøłđæ", "ییکههiolda")}
# Scripts without spaces between words, and Korean, which often leaves them out: a text in one has no words to look for.
UNITS = "YQMWDhms"
ABOUT = ("be", "ru", "uk")  # in them a unit before its number makes that about so many: дня 3 назад
# In these last and next beside a day of a month name the nearest one: le 3 mai dernier.
NEAREST = ("ca", "es", "fr", "gl", "it", "nl", "pt", "ro")
PERIODS = frozenset(f"1{unit}" for unit in "YQMW")
SIGNS = frozenset("+-<=>")
RUNS = re.compile(r"#+|[~*]|[^\s#~*]+")
PARTS = re.compile(r"#|[^#]+")
# A letter that is minutes to some readers and months to others, whichever of them CLDR has in a language.
MINUTES_OR_MONTHS = ("m", "м")


class _Kept(dict[int, str | None]):
    """What is kept of each character: letters and marks as they are, '#' for digits, a space for all others."""

    def __missing__(self, code: int) -> str | None:
        category = unicodedata.category(chr(code))
        kept = chr(code) if category[0] in "LM" else "#" if category == "Nd" else " "
        self[code] = kept
        return kept


KEPT = _Kept({ord(mark): mark for mark in (AMOUNT, REST, NAME, *ZEROS)})


def folded(text: str) -> str:
    """Return a text in lower case, without accents and vowel points, with one form of each letter.

    >>> folded("Après-demain"), folded("غدًا"), folded("1시간 전")
    ('apres-demain', 'غدا', '1시간 전')
    """
    plain = clean(text)
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFD", plain).translate(ONE_FORM)
    return unicodedata.normalize("NFC", apart.casefold())


def words(text: str) -> list[str]:
    """Return the words of a folded text, with '#' for each number.

    >>> words("17 days ago"), words("f'5 xhur"), words("6분 전")
    (['#', 'days', 'ago'], ['f', '#', 'xhur'], ['#', '분', '전'])
    """
    return [AMOUNT if run[0] == AMOUNT else run for run in RUNS.findall(text.translate(KEPT))]


class Said(NamedTuple):
    """A phrase without spaces, with '#' for its numbers. edges: where its words begin and end."""

    text: str
    edges: frozenset[int]

    @classmethod
    def of(cls, said: Sequence[str]) -> "Said":
        """Return the phrase of words.

        >>> sorted(Said.of(["am", "#", "tagen"]).edges)
        [0, 2, 3, 8]
        """
        parts = [part for word in said for part in PARTS.findall(word)]
        return cls("".join(parts), frozenset(accumulate(map(len, parts), initial=0)))

    @property
    def key(self) -> str:
        """The phrase without spaces, but for letters that stand apart: n. a. is no word na.

        >>> Said.of(["to", "day"]).key, Said.of(["n", "a"]).key
        ('today', 'n a')
        """
        apart = len(self.edges) - 1 == len(self.text) > 1
        return " ".join(self.text) if apart and not is_unspaced(self.text) else self.text

    def behind(self, start: int) -> "Said":
        """Return what stands behind the first `start` characters."""
        return Said(self.text[start:], frozenset(edge - start for edge in self.edges if edge >= start))


class Frame(NamedTuple):
    """What stands around an amount or a name, spaces left out. dated: whether a date stands behind it."""

    kind: str
    before: str
    after: str
    dated: bool

    def inside(self, said: Said) -> str:
        """Return what stands in the frame in a phrase; '' where the phrase is not of this frame, word by word."""
        text, edges = said
        first, last = len(self.before), len(text) - len(self.after)
        if first >= last or not (text.startswith(self.before) and text.endswith(self.after)):
            return ""
        return text[first:last] if {first, last} <= edges or is_unspaced(text) else ""


class Pieces:
    """The pieces of one language that phrases are made of, spaces left out.

    whole: codes of whole phrases. before_dates, behind_dates: of those that count from a date beside them. beside: of
    years and months that stand only beside their days, word by word: cm is no Italian month, but c. m. units: codes
    by word. alone: of words that say their number themselves, 2D. beside_times: words beside a time of day, each with
    AT where it may lead to one, else with PART_OF_DAY. names: of weekdays, in forms that the lexicon lacks. links:
    words between a date and what counts from it. numbers: by word. words: of which a phrase has one at least; those of
    scripts without spaces are their characters.
    """

    def __init__(self, language: str, rows: Iterable[tuple[str, str]]) -> None:
        self.language = language
        self.whole: dict[str, list[str]] = {}
        self.frames: list[Frame] = []
        self.units: dict[str, list[str]] = {}
        self.alone: dict[str, list[str]] = {}
        self.slots: list[Frame] = []
        self.before_dates: dict[str, list[str]] = {}
        self.behind_dates: dict[str, list[str]] = {}
        self.beside: dict[Said, list[str]] = {}
        self.links: list[str] = []
        self.conjunctions: list[str] = []
        self.beside_times: dict[str, str] = {}
        self.names: dict[str, list[str]] = {}
        self.numbers: dict[str, int] = {}
        self.words: set[str] = set()
        for kind, texts in rows:
            for text in texts.split("|"):
                if kind[0] == REST and kind[1:2] in BESIDE:
                    self.beside.setdefault(Said.of(text.split(" ")), []).append(kind.removeprefix(REST))
                else:
                    self._add(kind, Said.of(text.split(" ")))
                if is_phrase(kind):
                    self.words.update(parts_of(text))
        self.units.update((letter, ["M", "m"]) for letter in MINUTES_OR_MONTHS if letter in self.units)

    def _add(self, kind: str, said: Said) -> None:
        text = said.text
        if kind[0] == "n":
            self.numbers[text] = int(kind[1:])
        elif kind == REST:
            self.links.append(text)
        elif kind == AND:
            self.conjunctions.append(text)
        elif kind in (AT, PART_OF_DAY):
            self.beside_times[text] = min(kind, self.beside_times.get(text, kind))
        elif kind[0] in NAMED and kind[1:].isdigit():
            self.names.setdefault(text, []).append(kind)
        elif kind[-1] == REST and len(kind) > len("+~"):
            self.before_dates.setdefault(text.removesuffix(REST), []).append(kind.removesuffix(REST))
        elif kind[0] == REST:
            self.behind_dates.setdefault(text, []).append(kind.removeprefix(REST))
        elif kind in ("+", "-", "+~", "-~"):
            before, _, after = text.removesuffix(REST).partition(AMOUNT)
            self.frames.append(Frame(kind[0], before, after, kind.endswith(REST)))
        elif NAME in text:
            before, _, after = text.partition(NAME)
            self.slots.append(Frame(kind, before, after, False))
        else:
            found, key = (
                (self.whole, said.key)
                if not SIGNS.isdisjoint(kind)
                else (self.alone if kind[0].isdigit() else self.units, text)
            )
            found.setdefault(key, []).append(kind)

    def codes(self, said: Said, dated: bool) -> Iterator[str]:
        """Yield the codes of a phrase. dated: whether a date stands behind."""
        text = said.text
        yield from self.before_dates.get(text, ()) if dated else ()
        if not dated and said.key in self.whole:
            yield from self.whole[said.key]
            if AMOUNT not in text:
                return  # í dag is today in Icelandic, and not in a day
        for frame in self.frames:
            inside = frame.inside(said) if frame.dated == dated else ""
            amounts = self._amounts(inside) if inside else ()
            # The week before a date may be a week of the calendar; a week before it is no matter of doubt.
            yield from (frame.kind + code for code in amounts if not (dated and code in PERIODS))
        for frame in () if dated else self.slots:
            inside = frame.inside(said)
            yield from self._named(frame.kind, inside) if inside else ()

    def codes_behind(self, said: Said) -> Iterator[str]:
        """Yield the codes of what stands behind a date and counts from it."""
        for link in self.links:
            if said.text.startswith(link):
                counted = said.behind(len(link))
                found = (*self.behind_dates.get(counted.text, ()), *self.codes(counted, dated=False))
                yield from (code for code in found if code[0] in "+-")

    def codes_beside(self, said: Said) -> Iterator[str]:
        """Yield the codes of the year or month that stands beside one of its days: Y-1 for last year, ~Y+0 for d. J."""
        yield from (REST + code for code in self.beside.get(said, ()))
        yield from (code for code in self.codes(said, dated=False) if code[0] not in "+-")

    def _named(self, kind: str, name: str) -> Iterator[str]:
        """Yield the codes of the weekday or month that has a name: <E4, >M3."""
        yield from (kind[:-1] + code for code in self.names.get(name, ()) if code[0] == kind[-1])
        senses = lexicon().senses(name)
        for sense in NAMED[kind[-1]]:
            if sense in senses:
                yield from (
                    f"{kind[:-1]}.{value:02}" if kind[0] == "Y" else f"{kind}{value}"
                    for value in values_in(senses[sense], (self.language,))
                )

    def _amounts(self, text: str) -> Iterator[str]:
        """Yield the codes of `#days`, `days#`, `fortnight` or `#hours#minutes`."""
        first, *others = text.split(AMOUNT)
        if not others:
            yield from self.alone.get(first, ())
        elif others == [""] and self.language not in ABOUT:
            yield from (AMOUNT + unit for unit in self.units.get(first, ()))
        elif not first:
            known = [self._joined_units(one) for one in others[:-1]] + [self.units.get(others[-1], [])]
            yield from (AMOUNT + AMOUNT.join(units) for units in product(*known))

    def _joined_units(self, text: str) -> list[str]:
        """Return the codes of a unit that another one follows, with a conjunction or without."""
        found = self.units.get(text)
        plain = [text.removesuffix(word) for word in self.conjunctions if text.endswith(word)]
        return found or [unit for word in plain for unit in self.units.get(word, ())]


@cache
def table() -> Mapping[str, Pieces]:
    """Return the pieces of each language, read when they are first asked for."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for line in (TABLES / "relative.tsv").read_bytes().decode().splitlines():
        language, kind, texts = line.split("\t")
        rows.setdefault(language, []).append((kind, texts))
    return {language: Pieces(language, found) for language, found in rows.items()}


def is_phrase(kind: str) -> bool:
    """Return whether rows of a kind say where they count to; units, numbers and conjunctions don't."""
    return not SIGNS.isdisjoint(kind) or kind == REST


def parts_of(text: str) -> Iterator[str]:
    """Yield the words of a phrase, and the characters of words in scripts without spaces."""
    for word in text.split(" "):
        yield from word if is_unspaced(word) else [word]
