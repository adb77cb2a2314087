"""Unknown parts: 19??, 186-?, 2018-05-XX, UN-JAN-2015, __.05.2018, and forms that are left blank."""

from random import Random

from datenorm.generation.kinds.drawing import (
    FULL,
    MONTHS,
    Drawn,
    a_date,
    a_layout,
    a_style,
    a_year,
    assemble,
    iso,
)
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import DAY, MONTH, YEAR, Writer
from datenorm.generation.writing import Written, joined, piece, said

BLANKS = ("??", "??", "XX", "xx", "__", "--", "..", "?", "00", "___", "UN", "UNK", "…", "[?]", "**")
YEAR_BLANKS = ("??", "XX", "xx", "__", "--", "..", "**")
LONG_BLANKS = ("____", "______", "........", "…………", "__________", "    ")


def _blank(options: tuple[str, ...], rng: Random, beside: str = "") -> Written:
    """Return a blank whose signs do not stand in the literals beside it."""
    kept = [blank for blank in options if blank[0] not in beside] or options
    return said(pick(kept, rng), "unknown")


def unknown_day(writer: Writer, rng: Random) -> Drawn:
    """A day that is not known: ??.05.2018, UN-JAN-2015."""
    year, month, day = a_date(rng)
    layout = a_layout(writer, FULL, rng)
    part, target = _blank(BLANKS, rng, layout.template), "XX"
    if rng.random() < 0.2:
        part = joined(said(f"{day // 10}", "day"), _blank(("?", "X", "x", "_"), rng))
        target = f"{day // 10}X"
    written = assemble(a_style(layout, rng), {YEAR: year, MONTH: month, DAY: day}, {DAY: part})
    return Drawn(written, f"{year:04d}-{month:02d}-{target}", layout.order, layout.pattern)


def unknown_month(writer: Writer, rng: Random) -> Drawn:
    """A month that is not known, in numbers: 09.??.2018."""
    year, month, day = a_date(rng)
    layout = a_layout(writer, FULL, rng, named=False)
    written = assemble(
        a_style(layout, rng),
        {YEAR: year, MONTH: month, DAY: day},
        {MONTH: _blank(BLANKS, rng, layout.template)},
    )
    return Drawn(written, f"{year:04d}-XX-{day:02d}", layout.order, layout.pattern)


def unknown_month_and_day(writer: Writer, rng: Random) -> Drawn:
    """A year whose month and day are not known: XX.XX.1999, UN-UNK-1999."""
    year, month, day = a_date(rng)
    layout = a_layout(writer, FULL, rng)
    blank = _blank(BLANKS, rng, layout.template)
    written = assemble(a_style(layout, rng), {YEAR: year, MONTH: month, DAY: day}, {MONTH: blank, DAY: blank})
    return Drawn(written, f"{year:04d}-XX-XX", "", layout.pattern)


def unknown_year(writer: Writer, rng: Random) -> Drawn:
    """A year that lacks one digit, two or all: 20 Sep 19??, 186-, 19__."""
    year, month, day = a_date(rng)
    known = pick((2, 2, 3, 0), rng)
    sign = pick(YEAR_BLANKS, rng)[0]
    hidden = sign * (4 - known)
    digits = said(f"{year:04d}"[:known], "year")
    part = joined(digits, said(hidden, "unknown"))
    target = f"{year:04d}"[:known] + "X" * (4 - known)
    kind = FULL if known == 0 else pick((FULL, MONTHS, "year", "year"), rng)
    if kind == "year":
        tail = piece(pick(("", "?", "]", "-?"), rng) if known == 3 else "", "unknown")
        return Drawn(joined(part, tail), target)
    layout = a_layout(writer, kind, rng)
    written = assemble(a_style(layout, rng), {YEAR: year, MONTH: month, DAY: day}, {YEAR: part})
    return Drawn(written, target + iso(kind, year, month, day)[4:], layout.order, layout.pattern)


def blank_form(writer: Writer, rng: Random) -> Drawn:
    """A form to be filled in: __ de ______ de 20__, ____ May 2018. Nothing is known, or the month and the year."""
    year, month, day = a_date(rng)
    layout = a_layout(writer, FULL, rng, named=True)
    long, style = said(pick(LONG_BLANKS[:5], rng), "unknown"), a_style(layout, rng)
    values = {YEAR: year, MONTH: month, DAY: day}
    if rng.random() < 0.5:
        return Drawn(
            assemble(style, values, {DAY: long}), f"{year:04d}-{month:02d}-XX", layout.order, layout.pattern
        )
    short = joined(said("20", "year"), said("__", "unknown")) if rng.random() < 0.5 else long
    given = {DAY: said(pick(LONG_BLANKS[:3], rng), "unknown"), MONTH: long, YEAR: short}
    return Drawn(assemble(style, values, given), "<unk>", "", layout.pattern)


def with_digits_of_a_decade(writer: Writer, rng: Random) -> Drawn:
    """A year that a catalogue leaves open: [186-?], 19--."""
    year, known = a_year(rng), 3 if below(2, rng) else 2
    dashes = "-" * (4 - known)
    digits = said(f"{year:04d}"[:known], "year")
    left, right = pick((("[", "?]"), ("[", "]"), ("", ""), ("", "?")), rng)
    written = joined(piece(left, "prose"), digits, said(dashes, "unknown"), piece(right, "qualifier"))
    return Drawn(written, f"{year:04d}"[:known] + "X" * (4 - known))
