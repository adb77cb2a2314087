"""Drawing: what all kinds are made with; a date in one of the locale's layouts, any field of which may be another text."""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from random import Random
from typing import NamedTuple

from datenorm.generation.noise import below, pick
from datenorm.generation.surroundings import SENTENCES
from datenorm.generation.synthesis import DAY, MONTH, YEAR, Layout, Style, Writer, choose_style, kind_of
from datenorm.generation.wordlists import common_words
from datenorm.generation.writing import Written, by_sense, joined, piece, said
from datenorm.languages.patterns import order_of, split_pattern

PLAIN_FIELDS = frozenset("yMLNdo")  # a year, a month or a day, and nothing beside them
FULL, MONTHS, DAYS_ALONE = "date", "month", "day"
LAST_DAY = 28
RECENT_SHARE = 0.6
COMMON_SHARE = 0.5  # of the words around a date, where wordfreq knows the language's
FIELD = re.compile(r"\d")


class Drawn(NamedTuple):
    """A row of a kind: the text, its target as written, the order of its numbers and its pattern, '' where it has none."""

    written: Written
    target: str
    order: str = ""
    pattern: str = ""


Kind = Callable[[Writer, Random], Drawn]


def a_year(rng: Random) -> int:
    """Return a year, most of them of the last century and a half."""
    return 1880 + below(165, rng) if rng.random() < RECENT_SHARE else 1500 + below(600, rng)


def a_date(rng: Random) -> tuple[int, int, int]:
    """Return a year, a month and a day that every month has."""
    return a_year(rng), below(12, rng) + 1, below(LAST_DAY, rng) + 1


def a_layout(writer: Writer, kind: str, rng: Random, named: bool | None = None) -> Layout:
    """Return a layout of the locale with year, month and day alone, as many of them as `kind` says.

    named: whether its month is a name; either by default.
    """
    found = _layouts(writer, kind, named)
    return writer.layout(pick(found, rng))


@lru_cache(maxsize=1 << 14)
def _layouts(writer: Writer, kind: str, named: bool | None) -> tuple[str, ...]:
    own = [pattern for patterns in writer.categories.values() for pattern in patterns]
    kept = [pattern for pattern in dict.fromkeys((*own, *NUMERIC[kind])) if _is_plain(pattern, kind)]
    return tuple(p for p in kept if named is None or bool(NAMED.search(p)) == named) or tuple(kept)


# Layouts that every locale's people write.
NUMERIC = {
    FULL: ("dd.MM.y", "d/M/y", "dd/MM/y", "y-MM-dd", "M/d/y", "d-M-y"),
    MONTHS: ("MM/y", "MM.y", "y-MM"),
    DAYS_ALONE: ("dd.MM.", "d/M", "M/d"),
}
NAMED = re.compile("MMM|LLL|N")
CLDR = str.maketrans("No", "Md")


def _is_plain(pattern: str, kind: str) -> bool:
    letters = {name[0] for literal, name in layouts_of(pattern) if name}
    return (
        letters <= PLAIN_FIELDS
        and "yy" not in re.sub("y{3,}", "", pattern)
        and kind_of(order_of("".join(name[0] for _, name in layouts_of(pattern)).translate(CLDR))) == kind
    )


def layouts_of(pattern: str) -> list[tuple[str, str]]:
    """Return the fields of a pattern, as (literal, field)."""
    return [piece for piece in split_pattern(pattern) if piece[1]]


def assemble(style: Style, values: Mapping[int, int], given: Mapping[int, Written] | None = None) -> Written:
    """Return a text in a style. values: year, month and day by field; given: what stands in the place of some."""
    given = given or {}
    literals = style.template.replace("%%", "\0").split("%s")
    roles = FIELD.split(style.shape)
    names = {YEAR: "year", MONTH: "month", DAY: "day"}
    parts = [Written(literals[0].replace("\0", "%"), roles[0])]
    for value, table, literal, letters in zip(
        style.values, style.tables, literals[1:], roles[1:], strict=True
    ):
        parts.append(given.get(value) or said(table[values[value]], names[value]))
        parts.append(Written(literal.replace("\0", "%"), letters))
    return joined(*parts)


def a_style(layout: Layout, rng: Random) -> Style:
    """Return the layout with a table for each of its fields."""
    return choose_style(layout, rng)


def name_of(style: Style, field: int, value: int) -> str:
    """Return how a style writes the value of a field."""
    return style.tables[style.values.index(field)][value]


def a_plain_date(writer: Writer, rng: Random, kind: str = FULL) -> Drawn:
    """Return a date that is one and nothing more, in a layout of the locale; '' as order where words tell the fields."""
    year, month, day = a_date(rng)
    layout = a_layout(writer, kind, rng)
    written = assemble(a_style(layout, rng), {YEAR: year, MONTH: month, DAY: day})
    return Drawn(written, iso(kind, year, month, day), layout.order, layout.pattern)


def a_year_alone(rng: Random) -> Drawn:
    """Return a year."""
    year = a_year(rng)
    return Drawn(said(f"{year}", "year"), f"{year:04d}")


def some_date(writer: Writer, rng: Random) -> Drawn:
    """Return a day, a month or a year."""
    draw = rng.random()
    if draw < 0.3:
        return a_year_alone(rng)
    return a_plain_date(writer, rng, MONTHS if draw < 0.5 else FULL)


def iso(kind: str, year: int, month: int, day: int) -> str:
    """Return the target of a date of a kind."""
    return {
        FULL: f"{year:04d}-{month:02d}-{day:02d}",
        MONTHS: f"{year:04d}-{month:02d}",
        DAYS_ALONE: f"--{month:02d}-{day:02d}",
    }[kind]


def before(written: Written, words: Written) -> Written:
    """Return words and a text, a space between them unless the words end in one or stand in a script without."""
    tight = words.text[-1:] in " (['-~" or unspaced(words.text[-1:])
    return joined(words, piece("" if tight else " ", "prose"), written)


def behind(written: Written, words: Written) -> Written:
    """Return a text and words, a space between them unless the words begin with one or stand in a script without."""
    tight = words.text[:1] in " .,)]?'-" or unspaced(words.text[:1])
    return joined(written, piece("" if tight else " ", "prose"), words)


def unspaced(sign: str) -> bool:
    """Return whether a character is of a script that parts words without spaces."""
    return "\u0e00" <= sign <= "\u0eff" or "\u3040" <= sign <= "\u9fff"


@cache
def _harmless(language: str) -> tuple[str, ...]:
    """Return the common words of a language that change nothing in what a date beside them means."""
    common = SENTENCES.get(language, SENTENCES["en"])
    kept = [said for said in common if set(by_sense(said, "prose", language).roles) <= set(". l")]
    return tuple(kept) or ("office", "report", "letter")


def harmless_words(writer: Writer, count: int, rng: Random) -> str:
    """Return some words of a sentence, none of which is a bound, a range, an alternative or the like."""
    language = writer.facts.language
    words = common_words(language) if rng.random() < COMMON_SHARE else ()
    return " ".join([pick(words or _harmless(language), rng) for _ in range(count)])
