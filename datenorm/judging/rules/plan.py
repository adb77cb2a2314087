"""The rules in their order. What each stops and costs is measured by `benchmarks/rules.py`."""

from datenorm.judging.rules import (
    counting,
    ends,
    eras,
    further,
    hints,
    hours,
    joints,
    lacking,
    meaning,
    numbers,
    other_dates,
    signs,
    words,
)
from datenorm.judging.rules.case import Case, Rule

RULES: tuple[Rule, ...] = (
    Rule("told-order", "a hint that was given is law", hints.told_order),
    Rule("other-calendar", "1439 may be a year of the Hijra", hints.other_calendar),
    Rule("earlier-era", "44 BC is no year of ours", eras.earlier_era),
    Rule("changed-meaning", "before 1920 is not 1920", meaning.changed_meaning),
    Rule("further-days", "9 May or the day after are two days", further.further_days),
    Rule("open-end", "5 May 1988 - present is a range", ends.open_end),
    Rule("another-end", "9 May 2018 to summer ends elsewhere", ends.another_end),
    Rule("cut-year", "19.. is any year of a century", signs.cut_year),
    Rule("unread-sign", "198? is any year of a decade", signs.unread_sign),
    Rule("another-month", "a second month is a second date", other_dates.another_month),
    Rule("rival", "13 or 16 May are two days", other_dates.rival),
    Rule("hour", "21 uur is no year", hours.hour),
    Rule("minus", "a minus before a year counts backwards", signs.sign_before_year),
    Rule("two-years", "1828-9 are two years", joints.two_years),
    Rule("joint", "11(4) is a volume and a number", joints.numeric_joint),
    Rule("doubtful-name", "Mark 7 is no March", words.doubtful_name),
    Rule("disputed-name", "kas is May or November", words.disputed_name),
    Rule("foreign-layout", "Dan 5, 2018 is a version", words.foreign_layout),
    Rule("between-months", "Jnn is January or June", words.between_months),
    Rule("counted", "26 pages are no 26th", counting.counted_number),
    Rule("glued", "1860s are ten years", signs.glued),
    Rule("number", "a number that nobody explains may be a field", numbers.unclaimed_number),
    Rule("another-year", "a second year is a second date", lacking.another_year),
    Rule("lacking-day", "17 (29) May 1850 is no month", lacking.lacking_day),
    Rule("lacking-year", "23 May 20181 has a year", lacking.lacking_year),
    Rule("era-year", "a year with an era is whole: AD 98", eras.short_year_of_an_era),
    Rule("joined", "3/2018 is the number of a law", lacking.joined_elsewhere),
    Rule("timed", "9:10 May 2018 is no month", lacking.timed),
    Rule("weekday-inside", "the 2nd Sunday of May is not the 2nd", lacking.weekday_inside),
    Rule("inside", "what stands inside a date is part of what it says", signs.inside),
    Rule("short-year-first", "37.2.2 is a version", joints.short_year_first),
    Rule("title", 'the poem "September 1, 1939" is of no day', words.title),
    Rule("decimal", "3.1415 is a number", joints.decimal),
    Rule("weak-form", "Lot 12/2019 is no December", words.weak_among_words),
)

# What these say is that the text can't have the reading; the others, that it can't be told what the text is.
DISPROVED = frozenset(
    (
        "no-token",
        "told-order",
        "another-month",
        "rival",
        "counted",
        "hour",
        "number",
        "inside",
        "glued",
        "joint",
    )
)

# What these say is that the text may have another reading: where that stands as well, both are given.
OPEN = frozenset(("disputed-name",))


def objection(case: Case, without: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """Return the code and the words of the first rule that objects to a case; None where none does.

    without: rules that are left out, to measure what each of them is good for.
    """
    for rule in RULES:
        if rule.code not in without:
            said = rule.objects(case)
            if said:
                return rule.code, said
    return None
