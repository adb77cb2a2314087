"""Ranges and alternatives: of days, months and years, with every sign and word; double years; two dates."""

from random import Random

from datenorm.generation.kinds.drawing import (
    DAYS_ALONE,
    FULL,
    MONTHS,
    NAMED,
    Drawn,
    a_date,
    a_layout,
    a_style,
    a_year,
    assemble,
    iso,
    name_of,
)
from datenorm.generation.noise import below, pick
from datenorm.generation.synthesis import DAY, MONTH, YEAR, Writer
from datenorm.generation.wordlists import has, word
from datenorm.generation.writing import Written, joined, piece, said

SIGNS = ("-", "–", "-", "–", " - ", " – ", "—", "/", "~", "～", " to ", "‒", "--")
ORS = (" or ", " and ", " & ")
NUMERIC = ("–", " – ", " - ", "~", " ~ ")  # between two ends in numbers, whose own signs are others
WORD_SHARE = 0.3
LAST_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FRAMES = {
    "en": ("between ", " and "), "de": ("zwischen ", " und "), "fr": ("entre ", " et "), "es": ("entre ", " y "), "it": ("tra ", " e "),
    "pt": ("entre ", " e "), "nl": ("tussen ", " en "), "ru": ("между ", " и "), "pl": ("między ", " a "), "sv": ("mellan ", " och "),
}  # fmt: skip
FROM_TO = {
    "en": ("from ", " to "), "de": ("vom ", " bis "), "fr": ("du ", " au "), "es": ("del ", " al "), "it": ("dal ", " al "), "pt": ("de ", " a "),
    "nl": ("van ", " tot "), "ru": ("с ", " по "), "pl": ("od ", " do "), "sv": ("från ", " till "), "cs": ("od ", " do "), "da": ("fra ", " til "),
    "nb": ("fra ", " til "), "hr": ("od ", " do "), "uk": ("з ", " по "), "ro": ("de la ", " până la "), "ca": ("del ", " al "), "sr": ("од ", " до "),
}  # fmt: skip


def _sign(writer: Writer, rng: Random, either: bool = False) -> tuple[Written, Written]:
    """Return what stands before the first end, mostly nothing, and between the two."""
    language, none = writer.facts.language, Written("", "")
    if either:
        own = (
            f" {word('or', language, rng)} ".replace("either", "or")
            if rng.random() < 0.6 and has("or", language)
            else pick(ORS, rng)
        )
        return none, piece(own, "alternative")
    draw = rng.random()
    frames = FROM_TO if draw < 0.2 else FRAMES if draw < WORD_SHARE else {}
    if language in frames:
        head, between = frames[language]
        return piece(head, "range"), piece(between, "range")
    return none, piece(pick(SIGNS, rng), "range")


def _mark(sign: Written) -> str:
    return "|" if "|" in sign.roles else "/"


def days(writer: Writer, rng: Random, either: bool = False) -> Drawn:
    """Two days of one month: 8-11 Sept 1936, du 3 au 5 mai 2018, 3.-5. Mai."""
    year, month, first = a_date(rng)
    last = first + 1 + below(LAST_DAYS[month] - first, rng) if first < LAST_DAYS[month] else first
    kind = FULL if rng.random() < 0.75 else DAYS_ALONE
    layout = a_layout(writer, kind, rng)
    style = a_style(layout, rng)
    head, sign = _sign(writer, rng, either)
    ends = (said(name_of(style, DAY, day), "day") for day in (first, last))
    if not NAMED.search(layout.pattern) and len(sign.text) < 3:
        sign = piece(pick(NUMERIC, rng), "alternative" if either else "range")
    dot = piece("." if ". " in style.template and rng.random() < 0.5 else "", "connector")
    pair = joined(next(ends), dot, sign, next(ends))
    written = assemble(style, {YEAR: year, MONTH: month, DAY: first}, {DAY: pair})
    if last == first:
        return Drawn(written, "<unk>", layout.order, layout.pattern)
    return Drawn(
        joined(head, written),
        f"{iso(kind, year, month, first)}{_mark(sign)}{last:02d}",
        layout.order,
        layout.pattern,
    )


def months(writer: Writer, rng: Random, either: bool = False) -> Drawn:
    """Two months of one year: May-June 1920."""
    year, month, _ = a_date(rng)
    first, last = sorted((month, below(12, rng) + 1))
    last = last if last != first else first % 12 + 1
    layout = a_layout(writer, MONTHS, rng, named=True)
    style = a_style(layout, rng)
    head, sign = _sign(writer, rng, either)
    pair = joined(
        said(name_of(style, MONTH, first), "month"), sign, said(name_of(style, MONTH, last), "month")
    )
    written = assemble(style, {YEAR: year, MONTH: first}, {MONTH: pair})
    return Drawn(joined(head, written), f"{year:04d}-{first:02d}{_mark(sign)}{last:02d}", "", layout.pattern)


def years(writer: Writer, rng: Random, either: bool = False) -> Drawn:
    """Two years, the second in four digits, two or one: 1914-18, 1828-9, 1992 or 93."""
    year = a_year(rng)
    later = year + 1 + below(9 if rng.random() < 0.5 else 60, rng)
    digits = pick((4, 2, 2, 1), rng)
    if year // 10**digits != later // 10**digits:
        digits = 4
    tail = f"{later:04d}"[-digits:]
    if digits == 2 and int(tail) <= 12:  # 1998-03 is a month
        tail, digits = f"{later:04d}", 4
    head, sign = _sign(writer, rng, either)
    apostrophe = piece("'" if digits == 2 and rng.random() < 0.15 else "", "connector")
    written = joined(head, said(f"{year}", "year"), sign, apostrophe, said(tail, "year"))
    return Drawn(written, f"{year:04d}{_mark(sign)}{tail}")


def across_months(writer: Writer, rng: Random) -> Drawn:
    """A day of one month to a day of another, the year at one end or none: 28 May - 3 June 1920."""
    year, month, first = a_date(rng)
    month = min(month, 11)
    last = below(28, rng) + 1
    kind = FULL if rng.random() < 0.8 else DAYS_ALONE
    start, layout = (a_layout(writer, one, rng, named=True) for one in (DAYS_ALONE, kind))
    if layout.order.startswith("Y") or start.order[0] != layout.order[0]:
        return whole_dates(writer, rng)
    head, sign = _sign(writer, rng)
    begun = assemble(a_style(start, rng), {MONTH: month, DAY: first})
    ended = assemble(a_style(layout, rng), {YEAR: year, MONTH: month + 1, DAY: last})
    target = f"{iso(kind, year, month, first)}/{month + 1:02d}-{last:02d}"
    return Drawn(joined(head, begun, sign, ended), target, layout.order, layout.pattern)


def whole_dates(writer: Writer, rng: Random) -> Drawn:
    """Two whole dates, a range: 12 May 1890 - 3 June 1891."""
    year, month, day = a_date(rng)
    later = year + below(4, rng)
    other = (later, below(12, rng) + 1, below(28, rng) + 1)
    first, last = sorted(((year, month, day), other))
    if first == last:
        last = (last[0] + 1, last[1], last[2])
    layout = a_layout(writer, FULL, rng)
    style = a_style(layout, rng)
    head, sign = _sign(writer, rng)
    if not sign.text.strip(" ").isalpha() and sign.text in ("-", "/") and "-" in style.template:
        sign = piece(" - ", "range")
    one, two = (assemble(style, dict(zip((YEAR, MONTH, DAY), date, strict=True))) for date in (first, last))
    return Drawn(
        joined(head, one, sign, two), f"{iso(FULL, *first)}/{iso(FULL, *last)}", layout.order, layout.pattern
    )


def either_day(writer: Writer, rng: Random) -> Drawn:
    """One day or another: 13 or 16 November."""
    return days(writer, rng, either=True)


def either_month(writer: Writer, rng: Random) -> Drawn:
    """One month or another: May or June 1920."""
    return months(writer, rng, either=True)


def either_year(writer: Writer, rng: Random) -> Drawn:
    """One year or another: 1992 or 93."""
    return years(writer, rng, either=True)


def double_year(writer: Writer, rng: Random) -> Drawn:
    """A day of a year that began twice: 12 Feb 1745/6."""
    year, day = 1500 + below(252, rng), below(24, rng) + 1
    month = below(3, rng) + 1
    layout = a_layout(writer, FULL, rng, named=True)
    last = f"{year + 1}"[-1:] if (year + 1) % 10 and rng.random() < 0.6 else f"{year + 1}"[-2:]
    both = joined(said(f"{year}", "year"), piece("/", "alternative"), said(last, "year"))
    written = assemble(a_style(layout, rng), {YEAR: year, MONTH: month, DAY: day}, {YEAR: both})
    return Drawn(written, f"{year:04d}|{last}-{month:02d}-{day:02d}", "", layout.pattern)
