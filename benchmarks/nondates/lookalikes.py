"""Words that look like months or weekdays: names of people, abbreviations with a number, words that are none."""

from datetime import date
from random import Random
from typing import Literal

from babel.dates import get_day_names

from nondates.kind import Kind, Written, parted, undated
from nondates.words import CAPITALS, LANGUAGES, SURNAMES, a_day, a_year, letters, spelled

MONTH_NAMES = (
    "April May June August Jan Mai Juni Juli Julio Avril Mars Mart Maj Maio Giugno Март Май Август Июнь"
).split()
ALMOST = (
    "Mark Augustin Augustine Julie Juliane Julian Marcia Octavia Octavian Septimus "
    "Decimus Janek Janet Marty Febe Aprilia Maryam Юлия Августин Янина Nova Marzia Avrile Decker"
).split()
WIDTHS: tuple[Literal["abbreviated", "wide"], ...] = ("abbreviated", "wide")
# In Japanese and Korean, 5 and the sign of Monday are May.
WEEKDAY_LANGUAGES = tuple(language for language in LANGUAGES if language not in ("ja", "ko"))
# Consonants without vowels in between make no month in any language.
ALPHABETS = ("bcdfghjklmnpqrstvwxz", "бвгджзклмнпрстфхцчшщ", "กขคงจชซญดตถทธนบปผ", "קרשתבגדהזחט", "βγδζθκλξπρ")


def person(random: Random, _: str) -> str:
    number, initial = random.randint(1, 31), random.choice(CAPITALS)
    return random.choice(
        (
            f"{random.choice(ALMOST)} {number}",
            f"{random.choice(ALMOST + MONTH_NAMES)} {initial}. {number}",
            f"{random.choice(ALMOST + MONTH_NAMES)} {random.choice(SURNAMES)} {number}",
            f"{random.choice(ALMOST)}, {number}",
            f"{random.choice(ALMOST)} ({number})",
            f"{initial}. {random.choice(ALMOST)} {number}",
        )
    )


def person_and_day(random: Random, language: str) -> Written:
    """A name that is no whole month, beside a day."""
    day = a_day(random)
    name = f"{random.choice(ALMOST)} {random.choice(SURNAMES)}"
    pattern = random.choice(("{name}, {shown}", "{shown} – {name}", "{name} ({shown})"))
    return Written(pattern.format(name=name, shown=spelled(random, day, language)), day.isoformat())


def weekday(language: str, day: date, width: Literal["abbreviated", "wide"]) -> str:
    return str(get_day_names(width, "format", language)[day.weekday()])


def weekday_and_number(random: Random, language: str) -> str:
    day = a_day(random)
    shown = weekday(language, day, random.choice(WIDTHS))
    if shown.lower().startswith("mar"):  # "mar 5" may be Tuesday or March
        shown = weekday(language, day, "wide")
    number = random.randint(1, 31)
    return random.choice(
        (f"{shown} {number}", f"{shown} {number}.", f"{number} {shown}", f"{shown}, {number}")
    )


def weekday_and_day(random: Random, language: str) -> Written:
    day = a_day(random)
    shown = weekday(language, day, random.choice(WIDTHS))
    return Written(f"{shown} {spelled(random, day, language)}", day.isoformat())


def no_month(random: Random, _: str) -> str:
    word = letters(random, random.choice(ALPHABETS), 4, 8)
    return random.choice(
        (
            f"{random.randint(1, 31)} {word} {a_year(random)}",
            f"{word} {random.randint(1, 31)}, {a_year(random)}",
        )
    )


def word_and_day(random: Random, language: str) -> Written:
    return parted(random, language, letters(random, random.choice(ALPHABETS), 4, 8), a_day(random))


KINDS = (
    Kind("name like a month, `May B. 12`", undated(person), person_and_day),
    Kind("weekday and number, `Sun 5`", undated(weekday_and_number), weekday_and_day, WEEKDAY_LANGUAGES),
    Kind("letters that are no month, `27 qmglg 1976`", undated(no_month), word_and_day),
)
