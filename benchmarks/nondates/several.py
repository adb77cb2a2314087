"""Two dates: ranges, lists, alternatives, lives. The twins have the same signs and words around one date."""

import re
from datetime import date, timedelta
from random import Random

from babel.dates import format_interval, format_skeleton

from nondates.kind import Kind, Maker, Written, saying, undated
from nondates.words import NAMES, a_clear_day, a_day, a_time, locale, months, say, spelled, spoken

SIGNS = "-|–|/|..| - | – | — | / | ... | to | → | ~ | > |; |, | & | + ".split("|")
FIGURES = ("%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%Y/%m/%d", "%d.%m.%y", "%Y.%m.%d")


def range_in_figures(random: Random, _: str) -> str:
    first, shape, sign = a_clear_day(random), random.choice(FIGURES), random.choice(SIGNS)
    second = first + timedelta(random.randint(2, 900))
    return first.strftime(shape) + sign + second.strftime(shape)


def figures_and_a_sign(random: Random, _: str) -> Written:
    """One day in figures, and a sign of a range before or behind it that parts it from a place or a time."""
    day, sign = a_clear_day(random), random.choice((" - ", " – ", " — ", " / ", "; ", ", ", " → "))
    shown = day.strftime(random.choice([shape for shape in FIGURES if "%Y" in shape]))
    other = random.choice((random.choice(NAMES), a_time(random, 8, 20)))
    return Written(
        random.choice((f"{shown}{sign}{other}", f"{random.choice(NAMES)}{sign}{shown}")), day.isoformat()
    )


def spoken_range(random: Random, language: str) -> str:
    return say(random, "range", language, a_day(random))


def days_of_a_month(random: Random, language: str) -> str:
    first = a_day(random).replace(day=random.randint(1, 14))
    second, shown = first.replace(day=random.randint(15, 28)), spelled(random, first, language)
    both = f"{first.day}{random.choice(('-', '–', '/', ' & ', ' + '))}{second.day}"
    skeleton = random.choice(("yMMMd", "yMMMEd"))
    interval = format_interval(first, second, skeleton, locale=locale(random, language))
    return random.choice((interval, re.sub(rf"(?<!\d){first.day}(?!\d)(?!月|월)", both, shown, count=1)))


def day_set_apart(random: Random, language: str) -> Written:
    day, sign = a_day(random), random.choice((" - ", " – ", " & ", " / ", " + "))
    shown = spelled(random, day, language)
    return Written(
        random.choice((f"{random.choice(NAMES)}{sign}{shown}", f"{shown} ({a_time(random, 8, 20)})")),
        day.isoformat(),
    )


def range_of_months(random: Random, language: str) -> str:
    first = a_day(random).replace(month=random.randint(1, 6))
    second, names = first.replace(month=random.randint(7, 12)), months(language)
    sign = random.choice(("-", "/", " – ", " & ", " + ", ", "))
    both = f"{names[first.month - 1]}{sign}{names[second.month - 1]} {first.year}"
    interval = format_interval(
        first, second, random.choice(("yMMMM", "yMMM")), locale=locale(random, language)
    )
    return random.choice((both, interval))


def month_set_apart(random: Random, language: str) -> Written:
    day = a_day(random).replace(month=random.choice((1, 2, 4, 8, 12)))
    sign = random.choice((" – ", " / ", ", "))
    shown = format_skeleton("yMMMM", day, locale=locale(random, language))
    return Written(f"{random.choice(NAMES)}{sign}{shown}", f"{day:%Y-%m}")


def two_years(random: Random, _: str) -> str:
    first = random.randint(1801, 1985)
    near, far = first + random.randint(1, 9), first + random.randint(13, 60)
    short = f"{first}-{near % 10}" if near % 10 > first % 10 else f"{first}/{near}"
    return random.choice(
        (
            short,
            f"{first}–{far}",
            f"{first}-{far}",
            f"{first} to {near}",
            f"between {first} and {far}",
            f"{first} & {near}",
            f"{first}, {near}",
            f"zwischen {first} und {near}",
            f"entre {first} et {near}",
            f"с {first} по {near} год",
            f"{first}年〜{near}年",
            f"{first} or {first + 1}",
        )
    )


def one_year(random: Random, _: str) -> Written:
    year = random.randint(1801, 1985)
    pattern = random.choice(("{}", "[{}]", "({})", "printed {}", "im Jahr {}", "en {}", "в {} году", "{}年"))
    return Written(pattern.format(year), str(year))


def listed(random: Random, language: str) -> str:
    first = a_day(random)
    second = first + timedelta(random.randint(2, 900))
    sign = random.choice((", ", "; ", " + ", " & ", " | ", "\n", " "))
    plain = sign.join(spelled(random, day, language) for day in (first, second))
    return random.choice((plain, say(random, "and", language, first)))


def named(group: str) -> Maker:
    """Make twins whose words stand between two names, with one date beside them."""

    def twin(random: Random, language: str) -> Written:
        day, (one, other) = a_day(random), random.sample(NAMES, 2)
        return Written(say(random, group, language, day, p=one, q=other), day.isoformat())

    return twin


def alternative(random: Random, language: str) -> str:
    return say(random, "or", language, a_day(random))


def life(random: Random, language: str) -> str:
    birth = a_day(random, 1780, 1940)
    death = date(birth.year + random.randint(20, 85), random.randint(1, 12), random.randint(1, 28))
    return say(random, "lives", language, birth, e=spelled(random, death, language))


def later(random: Random, language: str) -> Written:
    """A day some days after another: what is meant is the later one."""
    day, days = a_day(random), random.randint(2, 30)
    return Written(say(random, "later", language, day, n=days), (day + timedelta(days)).isoformat())


KINDS = (
    Kind("range in figures, `12.05.2018-16.09.2019`", undated(range_in_figures), figures_and_a_sign),
    Kind(
        "range in words, `vom … bis …`",
        undated(spoken_range),
        saying("range_time"),
        spoken("range", "range_time"),
    ),
    Kind("days of a month, `8-11 Sept 1936`", undated(days_of_a_month), day_set_apart),
    Kind("range of months, `mai/juin 1920`", undated(range_of_months), month_set_apart),
    Kind("two years, `1828-9`", undated(two_years), one_year),
    Kind("two dates listed, `… und …`", undated(listed), named("and_else"), spoken("and", "and_else")),
    Kind("alternatives, `… oder …`", undated(alternative), named("or_else"), spoken("or", "or_else")),
    Kind("birth and death, `* … † …`", undated(life), saying("life"), spoken("lives", "life")),
    Kind("days after a date, `… + 3 Tage`", later, saying("stay"), spoken("later", "stay")),
)
