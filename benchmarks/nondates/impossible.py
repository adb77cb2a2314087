"""Days that no calendar has, and their twins: the last days that the calendar does have."""

from calendar import monthrange
from datetime import date
from random import Random

from nondates.kind import Kind, Written, undated
from nondates.words import a_clear_day, a_year, spelled

SHORT = (2, 4, 6, 9, 11)
SHAPES = (
    "{d:02}.{m:02}.{y}",
    "{d:02}/{m:02}/{y}",
    "{y}-{m:02}-{d:02}",
    "{d:02}-{m:02}-{y}",
    "{y}/{m:02}/{d:02}",
)


def past_the_end(random: Random, language: str) -> str:
    """Return the day behind the last one of a short month."""
    year, month = a_year(random), random.choice(SHORT)
    last = date(year, month, monthrange(year, month)[1])
    named = spelled(random, last.replace(year=1066, day=28), language)
    named = named.replace("28", str(last.day + 1)).replace("1066", str(year))
    figures = random.choice(SHAPES).format(d=last.day + 1, m=month, y=year)
    return random.choice((named, named, figures))


def last_day(random: Random, language: str) -> Written:
    year, month = a_year(random), random.choice(SHORT)
    last = date(year, month, monthrange(year, month)[1])
    figures = random.choice(SHAPES).format(d=last.day, m=month, y=year)
    return Written(random.choice((spelled(random, last, language), figures)), last.isoformat())


def past_all_months(random: Random, _: str) -> str:
    day, month = random.randint(32, 99), random.randint(13, 99)
    shape = random.choice(SHAPES)
    return random.choice(
        (
            shape.format(d=day, m=month, y=a_year(random)),
            shape.format(d=random.randint(13, 31), m=month, y=a_year(random)),
            shape.format(d=day, m=random.randint(1, 12), y=a_year(random)),
        )
    )


def in_figures(random: Random, _: str) -> Written:
    day = a_clear_day(random)
    return Written(random.choice(SHAPES).format(d=day.day, m=day.month, y=day.year), day.isoformat())


KINDS = (
    Kind("behind the end of a month, `31 April 2018`", undated(past_the_end), last_day),
    Kind("numbers of no day, `45/13/2018`", undated(past_all_months), in_figures),
)
