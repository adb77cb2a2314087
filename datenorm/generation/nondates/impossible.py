"""Days that no calendar has: 31 April, 29 February 2019, month 13, day 0."""

from calendar import monthrange
from functools import cache
from random import Random

from datenorm.generation.noise import below, pick
from datenorm.generation.nondates.words import month_names
from datenorm.generation.synthesis import (
    CALENDARS_OF_CHINA,
    DAY,
    FIRST_YEAR,
    LAST_YEAR,
    MONTH,
    Writer,
    choose_style,
    render,
)
from datenorm.generation.writing import Written, fill, said
from datenorm.languages import customs, layouts
from datenorm.languages.patterns import split_pattern

FULL_DATES = (
    "cldr",
    "named",
    "varied",
    "weekday",
    "language",
)  # categories of dates with a day, a month and a year


def impossible(writer: Writer, rng: Random) -> Written:
    """A day no calendar has: 31 April, 29 February 2019, month 13, day 0, day 32 and up."""
    year, month = below(LAST_YEAR + 1 - FIRST_YEAR, rng) + FIRST_YEAR, _month(rng)
    past_end = monthrange(year, month)[1] + 1
    categories = [name for name in FULL_DATES if name in writer.categories]
    if categories and rng.random() < 0.5:
        # Only a named month with four digits of year: of '31/04/18' some other order may make a date.
        layout = writer.layout(pick(writer.categories[pick(categories, rng)], rng))
        tables = dict(zip(layout.values, layout.tables, strict=True))
        if (
            not layout.two_digit_year
            and MONTH in tables
            and len(tables[MONTH][0]) == 13
            and all(len(names) > 99 for names in tables[DAY])
        ):
            day = pick((0, past_end, past_end, past_end, below(68, rng) + 32), rng)
            values = (year, month, day, below(7, rng), below(len(writer.times), rng), 0)
            return render(choose_style(layout, rng), values)
    separator = pick("/.-", rng)
    day = pick((past_end, past_end, below(68, rng) + 32, 0), rng)
    if day < 13 or rng.random() < 0.3:
        month, day = below(87, rng) + 13, below(87, rng) + 13
    if rng.random() < 0.4:
        return _fields(f"{{y}}{separator}{{m:02d}}{separator}{{d:02d}}", year, month, day)
    order = "dmy" if rng.random() < 0.5 else "mdy"
    width = "" if rng.random() < 0.5 else ":02d"
    names = [f"{{{name}{width if name != 'y' else ''}}}" for name in order]
    return _fields(separator.join(names), year, month, day)


def _fields(template: str, year: int, month: int, day: int) -> Written:
    return fill(template, y=(year, "year"), m=(month, "month"), d=(day, "day"))


def _month(rng: Random) -> int:
    """Return a month, February more often: whether it has a 29th is the hardest to tell."""
    return 2 if rng.random() < 0.2 else below(12, rng) + 1


def impossible_in_words(writer: Writer, rng: Random) -> Written:
    """A month or day no calendar has where words tell which is which: 2018年13月5日, ngày 32 tháng 1 năm 2018."""
    patterns = _worded(writer.facts.language, writer.facts.patterns)
    if not patterns:
        return impossible(writer, rng)
    layout = writer.layout(pick(patterns, rng))
    too_late, day = 13 + below(40, rng), below(28, rng) + 1
    month, day = pick(
        ((too_late, day), (day % 12 + 1, 32 + below(60, rng)), (0, day), (day % 12 + 1, 0)), rng
    )
    values = (below(160, rng) + 1900, month, day, below(7, rng), below(len(writer.times), rng), 0)
    return render(choose_style(layout, rng), values)


@cache
def _worded(language: str, patterns: tuple[str, ...]) -> list[str]:
    """Return the layouts and CLDR patterns that say with words which number is the day, which the month."""
    own: tuple[str, ...] = tuple(map(layouts.expand, customs.LAYOUTS.get(language, ())))
    if language in CALENDARS_OF_CHINA:
        own = (*customs.CHINESE, *customs.CHINESE_PARTIAL)
    if language == "ko":
        own = (*customs.KOREAN, *customs.KOREAN_PARTIAL)
    return [pattern for pattern in (*own, *patterns) if _is_worded(split_pattern(pattern))]


def _is_worded(pieces: list[tuple[str, str]]) -> bool:
    names = [name for _, name in pieces if name]
    numbers = {"d", "dd"} & set(names) and {"M", "MM"} & set(names)
    around = "".join(
        (before[0] + after[0])
        for before, field, after in zip([("", ""), *pieces], pieces, [*pieces[1:], ("", "")], strict=False)
        if field[1] in ("M", "MM")
    )
    return bool(numbers) and any(letter.isalpha() for letter in around)


def impossible_digits(writer: Writer, rng: Random) -> Written:
    """A year first and a month or day behind it that does not exist: 2018-13-01, 2018/0/10, 20180230."""
    year = below(200, rng) + 1900
    month, day = _month(rng), below(28, rng) + 1
    month, day = pick(
        (
            (13 + below(18, rng), day),
            (0, day),
            (month, 0),
            (month, 32 + below(60, rng)),
            (month, monthrange(year, month)[1] + 1),
        ),
        rng,
    )
    if year % 100 > 12 and rng.random() < 0.3:  # no month in the middle, whichever end the year is at
        return _fields("{y}{m:02d}{d:02d}", year, month, day)
    separator = pick("-----//..", rng)
    if rng.random() < 0.3:
        return _fields(f"{{y}}{separator}{{m}}{separator}{{d}}", year, month, day)
    return _fields(f"{{y}}{separator}{{m:02d}}{separator}{{d:02d}}", year, month, day)


def impossible_without_year(writer: Writer, rng: Random) -> Written:
    """30 February, 31 April, 0 May; a month name first leaves no more than 31, since 32 might be a year."""
    month = pick((2, 4, 6, 9, 11), rng)
    name = said(month_names(writer, rng)[month], "month")
    day = pick((0, 30 if month == 2 else 31, 30 if month == 2 else 31), rng)
    if rng.random() < 0.5:
        return fill(pick(("{m} {d}", "{m} {d}."), rng), m=name, d=(day, "day"))
    template = pick(("{d} {m}", "{d}. {m}", "{d}-{m}", "{d:02d} {m}"), rng)
    return fill(template, m=name, d=(pick((day, 32 + below(60, rng)), rng), "day"))
