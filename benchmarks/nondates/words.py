"""Languages, dates written in them, and the tables of phrases and nouns."""

import csv
from collections import defaultdict
from datetime import date, time, timedelta
from pathlib import Path
from random import Random

from babel.dates import format_date, format_skeleton, get_month_names

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PLACES = "Oslo Bergen Porto Lyon Leeds Graz Turku Szeged Kyoto Lima Quito Riga Malmö Gdynia Izmir".split()
SURNAMES = (
    "Müller Rossi García Tanaka Novák Kowalski Jansen Silva Dubois Nilsson Hansen Virtanen Nagy Yıldız Okafor Singh "
    "Kim Fischer Weber"
).split()
NAMES = PLACES + SURNAMES
# Polish November is Croatian October, listopad: a Polish text alone does not say which.
SHARED_MONTHS = {("pl", 11)}

Table = dict[str, dict[str, tuple[str, ...]]]


def read(name: str) -> Table:
    """Return the table `name`, beside this module: group, language, and what is said there."""
    found: Table = defaultdict(dict)
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        for group, language, said in list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]:
            found[group][language] = tuple(said.split("|"))
    return found


PHRASES = read("phrases.tsv")
NOUNS = read("nouns.tsv")
LANGUAGES = tuple(PHRASES["dated"])


def spoken(*groups: str) -> tuple[str, ...]:
    """Return the languages that have all of the groups."""
    tables = [{**PHRASES, **NOUNS}[group] for group in groups]
    return tuple(language for language in LANGUAGES if all(language in table for table in tables))


def letters(random: Random, alphabet: str, least: int, most: int) -> str:
    return "".join(random.choices(alphabet, k=random.randint(least, most)))


def number(random: Random, digits: int) -> str:
    return f"{random.randrange(10**digits):0{digits}}"


def a_year(random: Random) -> int:
    return random.randint(1950, 2024)


def a_day(random: Random, first: int = 1950, last: int = 2024) -> date:
    """Return a day that all years have."""
    return date(random.randint(first, last), random.randint(1, 12), random.randint(1, 28))


def a_clear_day(random: Random) -> date:
    """Return a day that is no month, so that its numbers say their order."""
    return a_day(random).replace(day=random.randint(13, 28))


def a_time(random: Random, first: int, last: int) -> str:
    return f"{time(random.randint(first, last), random.randrange(0, 60, 5)):%H:%M}"


def locale(random: Random, language: str) -> str:
    return random.choice(("en", "en_GB")) if language == "en" else language


def spelled(random: Random, day: date, language: str) -> str:
    """Return `day` with the name of its month, as Unicode CLDR writes long dates in `language`."""
    if (language, day.month) in SHARED_MONTHS:
        language = "en"
    return format_date(day, "long", locale(random, language))


def month_year(day: date, language: str) -> str:
    return format_skeleton("yMMMM", day, locale="en" if (language, day.month) in SHARED_MONTHS else language)


def months(language: str) -> list[str]:
    """Return the twelve names as they stand beside a day."""
    return list(get_month_names("wide", "format", language).values())


def noun(random: Random, group: str, language: str) -> str:
    return random.choice(NOUNS[group][language])


def say(random: Random, group: str, language: str, day: date, **slots: object) -> str:
    """Return a phrase of `group`, filled in for `day`.

    Slots: d the day, e one of the next 900, t and u a time and a later one, n a number of days, y the year, z one of
    the next 20 to 80, s the next in two digits, my the month, w the week of ISO 8601, q the quarter, p and q names;
    and those given.
    """
    other = day + timedelta(random.randint(2, 900))
    known = {
        "d": spelled(random, day, language),
        "e": spelled(random, other, language),
        "t": a_time(random, 8, 12),
        "u": a_time(random, 13, 21),
        "n": random.randint(5, 30),
        "y": day.year,
        "z": day.year + random.randint(20, 80),
        "s": f"{(day.year + 1) % 100:02}",
        "my": month_year(day, language),
        "w": day.isocalendar().week,
        "q": (day.month + 2) // 3,
    }
    return random.choice(PHRASES[group][language]).format_map({**known, **slots})


def roman(value: int) -> str:
    """Return a number below 400 in Roman numerals.

    >>> roman(19), roman(44)
    ('XIX', 'XLIV')
    """
    said = ""
    for worth, sign in zip((100, 90, 50, 40, 10, 9, 5, 4, 1), "C XC L XL X IX V IV I".split(), strict=True):
        said += sign * (value // worth)
        value %= worth
    return said
