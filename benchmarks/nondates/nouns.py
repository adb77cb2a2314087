"""Nouns that number: grades, issues, lots, weeks, quarters, seasons, decades, things that are counted."""

from random import Random

from nondates.kind import Kind, Written, parted, saying, undated
from nondates.references import numbered
from nondates.words import a_day, a_year, month_year, noun, roman, say, spoken


def grade(random: Random, language: str) -> Written:
    """A grade with another number, which may be a year: then that year is a fair answer."""
    what, small, year = noun(random, "grade", language), random.randint(1, 12), a_year(random)
    number = random.choice((roman(small), small))
    pattern = random.choice(("{} {} {}", "{} {}, {}", "{} {}/{}", "{} {}-{}"))
    two = Written(pattern.format(what, number, random.randint(13, 31)))
    return random.choice(
        (Written(f"{what} {roman(small)}"), two, two, Written(f"{what} {number} {year}", str(year)))
    )


def grade_and_day(random: Random, language: str) -> Written:
    what, number = noun(random, "grade", language), random.randint(1, 12)
    day, counted = a_day(random), f"{what} {random.choice((number, roman(number)))}"
    month = Written(f"{counted}, {month_year(day, language)}", f"{day:%Y-%m}")
    return random.choice((parted(random, language, counted, day), month))


def counted(random: Random, language: str) -> Written:
    """Counted things with another number, which may be a year: then that year is a fair answer."""
    count, year = f"{random.randint(1, 31)} {noun(random, 'counted', language)}", a_year(random)
    return random.choice(
        (Written(f"{count} {year}", str(year)), Written(f"{count} {random.randint(13, 99)}"))
    )


def count_and_day(random: Random, language: str) -> Written:
    count = f"{random.randint(1, 31)} {noun(random, 'counted', language)}"
    day = a_day(random)
    month = Written(f"{month_year(day, language)}, {count}", f"{day:%Y-%m}")
    return random.choice((parted(random, language, count, day), month))


def week(random: Random, language: str) -> str:
    return say(random, "week", language, a_day(random))


def quarter(random: Random, language: str) -> str:
    which = random.randint(1, 4)
    half = random.randint(1, 2)
    ordinal = ("1st", "2nd", "3rd", "4th")[which - 1]
    return say(random, "quarter", language, a_day(random), q=which, o=ordinal, h=half, r=roman(which))


def season(random: Random, language: str) -> str:
    return say(random, "season", language, a_day(random))


def century_slots(year: int) -> dict[str, object]:
    """Return the slots of a decade and its century: k 186, j 6, c 19, h 18, r XIX."""
    century = year // 100 + 1
    return {"k": year // 10, "j": year // 10 % 10, "c": century, "h": year // 100, "r": roman(century)}


def decade(random: Random, language: str) -> str:
    day = a_day(random, 1710, 1999)
    return say(random, "decade", language, day, **century_slots(day.year))


def day_of_a_decade(random: Random, language: str) -> Written:
    day = a_day(random, 1860, 1989)
    return Written(say(random, "decade_day", language, day, **century_slots(day.year)), day.isoformat())


KINDS = (
    Kind("grade or chapter, `Grade XII 26`", grade, grade_and_day, spoken("grade")),
    numbered("issue of a periodical, `Heft 12/2019`", "issue"),
    numbered("lot, sprint or file, `Sprint 12/2019`", "lot"),
    Kind("counted things, `12 novels 1993`", counted, count_and_day, spoken("counted")),
    Kind("week, `KW 12/2019`", undated(week), saying("week_day"), spoken("week", "week_day")),
    Kind(
        "quarter or half, `Q3 2018`",
        undated(quarter),
        saying("quarter_day"),
        spoken("quarter", "quarter_day"),
    ),
    Kind(
        "season, year of a school, `Herbst 1963`",
        undated(season),
        saying("season_day"),
        spoken("season", "season_day"),
    ),
    Kind(
        "decade or century, `1860er Jahre`", undated(decade), day_of_a_decade, spoken("decade", "decade_day")
    ),
)
