"""Dates with parts left open: digits of the year, a form not filled in, letters damaged beyond reading."""

from random import Random

from nondates.kind import Kind, Written, undated
from nondates.words import NAMES, a_clear_day, a_day, months, spelled

BLOTS = "■□▒�#?*~_░¿"
BLANKS = (
    "__/__/____|____-__-__|_ _ / _ _ / _ _ _ _|..../..../....|....................|__ __________ 19__|____年__月__日|"
    "___ de _______ de 20__|den ____ / ____ 20____|«__» ________ 20__ г.|dd/mm/yyyy|TT.MM.JJJJ|jj/mm/aaaa|дд.мм.гггг|"
    "gg/mm/aaaa|YYYY-MM-DD"
).split("|")
LABELS = "Date|Datum|Fecha|Data|Дата|Tarih|Päiväys|日期|التاريخ|Date of birth|Le|Kelt|am".split("|")


def cut_year(random: Random, century: int) -> str:
    """Return a year of the century with one or two of its digits left open."""
    decade = random.randint(0, 9)
    return random.choice(
        (
            f"{century}??",
            f"{century}__",
            f"{century}..",
            f"{century}--",
            f"{century}{decade}?",
            f"{century}{decade}_",
            f"{century}[..]",
            f"{century}□□",
            f"{century}XX",
            f"{century}#{decade}",
        )
    )


def open_year(random: Random, language: str) -> str:
    day, year = a_clear_day(random), cut_year(random, random.randint(17, 20))
    return random.choice(
        (
            year,
            spelled(random, day, language).replace(str(day.year), year),
            f"{day:%d/%m}/{year}",
            f"{day:%d.%m.}{year}",
            f"{months(language)[day.month - 1]} {year}",
            f"[{year}]",
        )
    )


def known_year(random: Random, language: str) -> Written:
    """A day with the signs that stand for what is open, apart from it."""
    day = a_clear_day(random)
    shown = random.choice((spelled(random, day, language), f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}"))
    return Written(
        random.choice(("[{}]", "{} ...", "{} --", "({})", "-- {} --")).format(shown), day.isoformat()
    )


def blank_form(random: Random, _: str) -> str:
    blank = random.choice(BLANKS)
    return random.choice((blank, *(f"{label}: {blank}" for label in random.sample(LABELS, 6))))


def filled_form(random: Random, language: str) -> Written:
    day, label = a_clear_day(random), random.choice(LABELS)
    shown = random.choice(
        (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}", spelled(random, day, language))
    )
    pattern = random.choice(
        ("{label}: {shown}", "{label}: {shown}    Signature: ________", "{label}: __{shown}__")
    )
    return Written(pattern.format(label=label, shown=shown), day.isoformat())


def damaged(random: Random, language: str) -> str:
    """Return a date that has lost at least two digits of its year, and about half of all else."""
    day = a_day(random)
    text = spelled(random, day, language)
    start = text.index(str(day.year))
    lost = set(random.sample(range(start, start + 4), 2))
    lost |= {place for place, sign in enumerate(text) if sign.isalnum() and random.random() < 0.5}
    blots = random.sample(BLOTS, 2)
    return "".join(random.choice(blots) if place in lost else sign for place, sign in enumerate(text))


def among_blots(random: Random, language: str) -> Written:
    day, blot = a_day(random), random.choice("■▒#*░•") * random.randint(1, 3)
    shown = spelled(random, day, language)
    pattern = random.choice(("{blot} {shown}", "{blot} {shown} {blot}", "{name} {blot} {shown}"))
    return Written(pattern.format(blot=blot, shown=shown, name=random.choice(NAMES)), day.isoformat())


KINDS = (
    Kind("year with open digits, `20 Sep 19??`", undated(open_year), known_year),
    Kind("form not filled in, `__/__/____`", undated(blank_form), filled_form),
    Kind("damaged beyond reading, `9 M■■ ■01■`", undated(damaged), among_blots),
)
