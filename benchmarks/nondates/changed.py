"""Dates whose meaning a word changes: before, after, about, not, the eve of, Old Style, other eras, early, ago."""

from datetime import date, timedelta
from random import Random

from nondates.kind import Kind, Text, Written, saying, undated
from nondates.words import PHRASES, a_day, say, spelled, spoken


def phrase(group: str) -> Text:
    return lambda random, language: say(random, group, language, a_day(random))


def neighbour(random: Random, language: str) -> Written:
    """A day that is named by the one after or before it: what is meant is that neighbour."""
    day = a_day(random)
    group, shift = random.choice((("eve", -1), ("morrow", 1)))
    return Written(say(random, group, language, day), (day + timedelta(shift)).isoformat())


def old_style(random: Random, language: str) -> Written:
    """A day of the Julian calendar, from March on so that the days between the calendars are those of its century."""
    day = a_day(random, 1600, 1917).replace(month=random.randint(3, 12))
    behind = day.year // 100 - day.year // 400 - 2
    return Written(say(random, "oldstyle", language, day), (day + timedelta(behind)).isoformat())


def before_christ(random: Random, language: str) -> str:
    year = random.randint(13, 800)
    day = date(1000 + random.randint(32, 99), random.randint(1, 12), random.randint(1, 28))
    shown = spelled(random, day, language).replace(str(day.year), str(day.year - 1000))
    return say(random, "bc", language, day, y=year, c=shown)


def buddhist(random: Random, language: str) -> Written:
    day = a_day(random)
    shown = spelled(random, day.replace(year=day.year + 543), language)
    return Written(say(random, "buddhist", language, day, b=shown), day.isoformat())


def other_era(random: Random, language: str) -> Written:
    if language in PHRASES["buddhist"] and random.random() < 0.5:
        return buddhist(random, language)
    return Written(before_christ(random, language))


def told_again(random: Random, language: str) -> Written:
    """A relative date with the date itself behind it; a Friday, as some of them name it."""
    day = a_day(random)
    day += timedelta((4 - day.weekday()) % 7)
    return Written(
        f"{say(random, 'relative', language, day)} ({spelled(random, day, language)})", day.isoformat()
    )


KINDS = (
    Kind(
        "before, `avant le …`",
        undated(phrase("before")),
        saying("before_time"),
        spoken("before", "before_time"),
    ),
    Kind(
        "after or since, `ab dem …`",
        undated(phrase("after")),
        saying("after_time"),
        spoken("after", "after_time"),
    ),
    Kind(
        "about or perhaps, `ca. 1890`",
        undated(phrase("circa")),
        saying("circa_time"),
        spoken("circa", "circa_time"),
    ),
    Kind("not or instead, `не …`", undated(phrase("not")), saying("not_else"), spoken("not", "not_else")),
    Kind(
        "the day before or after, `la veille du …`",
        neighbour,
        saying("dayof"),
        spoken("eve", "morrow", "dayof"),
    ),
    Kind(
        "week of a day, `semaine du …`", undated(phrase("weekof")), saying("dated"), tuple(PHRASES["weekof"])
    ),
    Kind("Old Style, `… ст. ст.`", old_style, saying("newstyle"), spoken("oldstyle", "newstyle")),
    Kind("other era, `44 v. Chr.`, `9 May 2561 BE`", other_era, saying("ad"), spoken("bc", "ad")),
    Kind(
        "early or late, `Anfang Mai 2018`",
        undated(phrase("part")),
        saying("part_time"),
        spoken("part", "part_time"),
    ),
    Kind("relative, `vor 3 Tagen`", undated(phrase("relative")), told_again, tuple(PHRASES["relative"])),
)
