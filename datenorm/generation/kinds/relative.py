"""Relative dates: tomorrow, in 3 days, last Friday, next month; and counted from a date in the text."""

import re
from random import Random

from datenorm.generation.kinds.drawing import FULL, Drawn, a_plain_date, before
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import Writer
from datenorm.generation.wordlists import Phrases, any_case, phrases
from datenorm.generation.writing import Written, joined, piece, said

UNITS = "YMWDhm"
NAMED = re.compile(r"([YQMWD])([+-]\d)")
WEEKDAY = re.compile(r"([<=>])E(\d)")
AFTER = {
    "en": ("after", "later than", "from"), "de": ("nach dem", "nach"), "fr": ("après le",), "es": ("después del",), "it": ("dopo il",), "pt": ("depois de",), "nl": ("na",), "ru": ("после",),
    "pl": ("po",), "sv": ("efter",), "cs": ("po",), "da": ("efter",), "nb": ("etter",), "uk": ("після",), "ro": ("după",),
}  # fmt: skip
BEFORE = {
    "en": ("before", "prior to"), "de": ("vor dem", "vor"), "fr": ("avant le",), "es": ("antes del",), "it": ("prima del",), "pt": ("antes de",), "nl": ("voor",), "ru": ("до",),
    "pl": ("przed",), "sv": ("före",), "cs": ("před",), "da": ("før",), "nb": ("før",), "uk": ("до",), "ro": ("înainte de",),
}  # fmt: skip


def named(writer: Writer, rng: Random) -> Drawn:
    """Yesterday, tomorrow, next week, last month."""
    own = phrases(writer.facts.language)
    keys = [key for key in own if NAMED.fullmatch(key)]
    if not keys:
        return amount(writer, rng)
    key = pick(keys, rng)
    unit, count = key[0], key[1:]
    return Drawn(piece(any_case(pick(own[key], rng), rng), "direction"), f"{count}{unit}")


def weekday(writer: Writer, rng: Random) -> Drawn:
    """Last, this or next Friday."""
    own = phrases(writer.facts.language)
    keys = [key for key in own if WEEKDAY.fullmatch(key)]
    if not keys:
        return named(writer, rng)
    key = pick(keys, rng)
    return Drawn(piece(any_case(pick(own[key], rng), rng), "direction"), f"{key[0]}E{int(key[2]) + 1}")


def amount(writer: Writer, rng: Random) -> Drawn:
    """In 3 days, 2 weeks ago, an hour ago."""
    own, sign = phrases(writer.facts.language), pick("+-", rng)
    frames, units = own.get(sign, ()), [unit for unit in UNITS if unit in own]
    if not frames or not units:
        own = phrases("en")
        frames, units = own[sign], [unit for unit in UNITS if unit in own]
    unit, count = pick(units, rng), below(9, rng) + 2 if rng.random() < 0.7 else below(98, rng) + 2
    head, _, tail = pick(frames, rng).partition("#")
    number, target = _number(own, count, unit, rng), f"{sign}{count}{unit}"
    return Drawn(joined(piece(head, "direction"), number, piece(tail, "direction")), target)


def _number(own: Phrases, count: int, unit: str, rng: Random) -> Written:
    """Return an amount and its unit, the number now and then in words."""
    words = own.get(f"n{count}")
    shown = pick(words, rng) if words and rng.random() < 0.25 else str(count)
    gap = "" if "\u3040" <= own[unit][0][:1] <= "\u9fff" else " "
    return joined(said(shown, "amount"), piece(gap, "unit"), piece(pick(own[unit], rng), "unit"))


def from_a_date(writer: Writer, rng: Random) -> Drawn:
    """2 days after 9 May 2018."""
    language = writer.facts.language if writer.facts.language in AFTER else "en"
    own, count = phrases(language), below(9, rng) + 2
    unit = pick([unit for unit in "WDMY" if unit in own], rng)
    table, sign = (AFTER, "+") if rng.random() < 0.5 else (BEFORE, "-")
    date = a_plain_date(writer, rng, FULL)
    words = joined(_number(own, count, unit, rng), piece(f" {pick(table[language], rng)}", "direction"))
    return Drawn(before(date.written, words), f"{date.target}{sign}{count}{unit}", date.order, date.pattern)
