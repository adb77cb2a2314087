"""Zones that a text names, and by which tokens: Europe/Berlin, CEST, IST, Mitteleuropäische Sommerzeit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from datenorm.dates.marked import Marked
from datenorm.dates.zones import Zone, abbreviated, known
from datenorm.text.lexicon import FIRST_UNSPACED, MAJOR

MANY = 12  # tokens of the longest name of a zone
MOST = 8  # languages whose names are looked up where none is told
UNSPACED = ("ja", "ko", "zh")  # languages of scripts without spaces, or with few
AREAS = frozenset(
    "africa america antarctica arctic asia atlantic australia etc europe indian pacific us".split()
)
ABBREVIATION = re.compile(r"(?<!\w)[A-Z]{2,5}(?!\w)")
WORD = re.compile(r"\w+")
# Abbreviations that people write in lower case too; most others are words then: art, cat, et, met, wet.
LOWER_CASE = frozenset(
    """utc gmt z est edt cst cdt mst mdt pst pdt akst akdt hst cet cest eet eest mez mesz bst msk мск wib wita wit
    jst kst hkt sgt pkt aest aedt awst acst acdt nzst nzdt sast""".split()
)
SPOKEN = {"est": frozenset(("fr", "oc"))}  # among them, those that are words of a language: il est, ho est
WORDS = (
    "and",
    "or",
    "to",
    "article",
)  # senses of common words, which capitals make no abbreviation: 10 H ET DEMIE


@dataclass(frozen=True, slots=True)
class Zoning:
    """What the caller says of zones.

    zone: of times that have none. to_zone: what times are converted to. territory: of the locale that was told; it
    settles abbreviations like IST. column: the zone that a column says an abbreviation means, where nobody tells.
    """

    zone: str | None = None
    to_zone: str | None = None
    territory: str | None = None
    column: str | None = None

    @classmethod
    def of(cls, zone: str | None, to_zone: str | None, locale: object) -> "Zoning":
        """Return the zones that are told. locale: of all texts, if they have one. Raises ValueError for no zone."""
        return cls(zone, to_zone, _territory(locale) if isinstance(locale, str) else None)

    def of_text(self, locale: str | None, column: str | None) -> "Zoning":
        """Return the zones that are told of one text, by its locale, and by the column that it stands in."""
        territory = _territory(locale) if locale and self.territory is None else self.territory
        return replace(self, territory=territory, column=column or self.column)

    def __post_init__(self) -> None:
        for name in (self.zone, self.to_zone):
            if name and not known(name):
                raise ValueError(f"the tz database has no zone {name!r}; one is Europe/Berlin")

    def meant(self, name: str, language: str | None) -> tuple[Zone, ...]:
        """Return what an abbreviation means; where the language is told, it may settle it: IST in Hindi."""
        found = abbreviated(name, self.territory, self.zone)
        if len(found) > 1 and language and self.territory is None:
            found = abbreviated(name, _territory(language), self.zone)
        return abbreviated(name, None, self.column) if len(found) > 1 and self.column else found


def _territory(locale: str) -> str | None:
    from datenorm.languages.locales import (
        territory_of,
    )  # Babel, which a text without a locale need not wait for

    return territory_of(locale)


class Named(NamedTuple):
    """A zone that is named. zones: those that may be meant, none where nobody knows it. first, last: its tokens."""

    zones: tuple[Zone, ...]
    first: int
    last: int

    def __contains__(self, i: object) -> bool:
        return isinstance(i, int) and self.first <= i <= self.last


def named_zones(
    marked: Marked, text: str, original: str, language: str | None, zoning: Zoning
) -> list[Named]:
    """Return the zones that a text names, the surest first, each of its words in one of them.

    text: the cleaned one, which the tokens stand in. original: with its capitals.
    """
    found: list[Named] = []
    for one in (
        *_keys(marked, text),
        *_by_language(marked, language),
        *_abbreviations(marked, original, language, zoning),
        *_times_of_places(marked),
    ):
        if not any(one.first in other or one.last in other for other in found):
            found.append(one)
    return found


def _keys(marked: Marked, text: str) -> Iterator[Named]:
    """Yield the names of the tz database in a text: europe/berlin."""
    for i, token in enumerate(marked.tokens):
        if token.kind == "word" and token.text.split(" ")[0] in AREAS and marked.role(i) in ("", "zone"):
            written = text[token.start :].split(" ")[0].strip(")],.;")
            if "/" in written:
                end = token.start + len(written)
                last = max(j for j in range(i, len(marked.tokens)) if marked.tokens[j].start < end)
                key = known(written)
                yield Named((Zone(key),) if key else (), i, last)


def _abbreviations(marked: Marked, original: str, language: str | None, zoning: Zoning) -> Iterator[Named]:
    for i, token in enumerate(marked.tokens):
        timed = marked.has(i, "zone") and marked.role(i) in ("zone", "time")
        if timed and not may_be_zone(marked, i, original):
            continue
        if timed or (token.kind == "word" and not marked.role(i) and spelt_like_zone(token.text, original)):
            zones = zoning.meant(token.text, language)
            if zones:
                yield Named(zones, i, i)


def _times_of_places(marked: Marked) -> Iterator[Named]:
    """Yield the zones that nobody knows: a word beside one for the time of a place, behind a clock.

    15:00 London time, 15:00 hora de Lisboa, 15:00 по времени Токио.
    """
    for i in range(len(marked.tokens)):
        clock = next((j for j in range(i - 1, max(-1, i - NEAR), -1) if marked.is_number(j)), -1)
        if clock < 0 or not marked.has(i, "clock:place"):
            continue
        behind = i + 1
        while marked.has(behind, "connector", "article") and not _may_be_place(marked, behind):
            behind += 1
        if i - 1 > clock and not marked.role(i - 1) and _may_be_place(marked, i - 1):  # no start time
            yield Named((), i - 1, i)
        elif _may_be_place(marked, behind):
            yield Named((), i, behind)


def _may_be_place(marked: Marked, i: int) -> bool:
    """Return whether a word may name the place whose time a clock shows: one without a part in a date or a time."""
    word = 0 <= i < len(marked.tokens) and marked.tokens[i].kind == "word"
    return word and marked.role(i) in ("", "label") and not marked.has(i, *OF_TIMES)


def may_be_zone(marked: Marked, i: int, original: str) -> bool:
    """Return whether a word is an abbreviation by its spelling, and no common word in the language of the text.

    original: the text with its capitals.
    """
    name, spoken = marked.tokens[i].text, frozenset(marked.languages or ())
    if " " in name:
        return True
    written = any(word.isupper() and word.casefold() == name for word in WORD.findall(original))
    if not written:
        return name in LOWER_CASE and spoken.isdisjoint(SPOKEN.get(name, ()))
    return marked.languages is None or not marked.has(i, *WORDS)


def _by_language(marked: Marked, language: str | None) -> list[Named]:
    """Return the zone that CLDR's longest name in the text names, in its language or in English.

    Where the text may be of several languages, what the name means in any of them.
    """
    words = [i for i, token in enumerate(marked.tokens) if token.kind == "word"]
    if not any(marked.role(i) in ("", "zone") for i in words):
        return []
    best: list[Named] = []
    for spoken in _languages(marked, language):
        for first in words:
            for found in _names_from(marked, first, spoken):
                if not best or found.last - found.first > best[0].last - best[0].first:
                    best = [found]
                elif found[1:] == best[0][1:]:
                    best = [found._replace(zones=tuple(sorted({*found.zones, *best[0].zones})))]
    return best


def _languages(marked: Marked, language: str | None) -> Sequence[str]:
    """Return the languages whose names are looked up: those of the text, where these are many the major ones of them.

    Where nothing says the language, those of its script, if that is one without spaces.
    """
    spoken = {language} if language else set(marked.languages or ()) - {"*"}
    if not spoken:
        spoken = set(UNSPACED) if any(token.text >= FIRST_UNSPACED for token in marked.tokens) else set()
    return sorted({"en", *(spoken if len(spoken) <= MOST else spoken & MAJOR)})


NEAR = 5  # tokens from a clock to the word that says whose time it is
OF_TIMES = ("clock", "clock<", "clock:about", "dayperiod", "hour", "minute", "second", "connector", "article")
NO_NAME = frozenset(("year", "month", "day", "offset"))


def _names_from(marked: Marked, first: int, language: str) -> Iterator[Named]:
    from datenorm.languages.zones import zone_names  # Babel, which few texts need

    names, joined = zone_names(language), ""
    for last in range(first, min(first + MANY, len(marked.tokens))):
        token = marked.tokens[last]
        if token.kind == "number" or marked.role(last) in NO_NAME:
            return
        joined += token.text.replace(" ", "") if token.kind == "word" else ""
        known_word = first == last and marked.role(first) not in ("", "zone")
        if token.kind == "word" and joined in names and not known_word:
            yield Named(tuple(sorted(names[joined])), first, last)


def spelt_like_zone(word: str, original: str) -> bool:
    """Return whether a word that nothing explains is spelt in capitals, as abbreviations of zones are.

    >>> spelt_like_zone("xyt", "9 May 2018 10:30 XYT"), spelt_like_zone("sharp", "9 May 2018 10:30 sharp")
    (True, False)
    """
    return any(found.casefold() == word for found in ABBREVIATION.findall(original))
