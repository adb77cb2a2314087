"""Rules on what a word makes of the date it governs: before 1920, about 1920, every 9 May."""

from collections.abc import Iterator, Sequence

from datenorm.dates.calendar import precision, weekday
from datenorm.judging.roles.companions import HARMFUL, is_hardly_a_weekday
from datenorm.judging.roles.context import CLAIMED, is_sign
from datenorm.judging.roles.marks import CLOSING, OPENING
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.clause import condition, counted_from, denied, unknown_part
from datenorm.judging.rules.governing import before, behind
from datenorm.judging.spelled import JULIAN_ENDS
from datenorm.text.lexicon import languages_of, values_in
from datenorm.text.names import weekdays_or_not

FREE = ("", "weekday")
PARTS_OF_A_DAY = ("early", "mid", "late")  # where a weekday stands: early on Thursday 9 May
MOST_BEHIND_A_TIME = 3  # tokens from a time to the word that governs it, its ending between: 12:45'a kadar
SHORT = 2  # letters of a word that is a weekday to few


SAYS = {
    "bound": "says before or after it, not on it",
    "circa": "says about when, not when",
    "negated": "says that it is not the date",
    "offset": "counts from it",
    "between": "begins a range",
    "every": "makes it come again and again",
    "range": "makes it a range",
    "alternative": "names more than one date",
    "week": "makes it a week",
    "season": "makes it a season",
    "quarter": "makes it a quarter",
    "half": "makes it half of it",
    "third": "makes it four months",
    "two months": "makes it two months",
    "decade": "makes it a decade",
    "century": "makes it a century",
    "fiscal year": "makes it another kind of year",
    "calendar": "is of another calendar or era",
    "street": "makes it an address",
    "unknown": "leaves a part open",
    "undated": "says that no date is known",
    "count": "makes it the number of something",
}

YEARS_OF = {
    "calendar:hijri": ("12", "15"),
    "calendar:buddhist": ("24", "27"),
    "calendar:julian": (
        "02",
        JULIAN_ENDS,
    ),  # later on, Julian is a person, if no word for calendar or style stands there
}  # where one word names a calendar

FOR_DAYS = (
    "bound",
    "circa",
    "negated",
    "offset",
    "between",
    "every",
    "calendar",
    "street",
    "undated",
    "week",
)

COUNTS = (["counted"], ["time"])  # roles of a number that a word counts: om 7 uger, 10 dage siden

FOR_LESS = (*FOR_DAYS, "season", "quarter", "half", "third", "two months", "decade", "century", "fiscal year")


LEFT_OVER = (
    "bound",
    "negated",
)  # harms of a word on the wrong side of a date, where nothing else is beside it

# What the clause of a date may say, wherever in it, and what that does.
OF_A_CLAUSE = (
    (denied, SAYS["negated"]),
    (counted_from, "counts from it"),
    (condition, "makes it a condition or an example"),
    (unknown_part, "is said to be unknown"),
)


def changed_meaning(case: Case) -> str | None:
    """Object to a word that makes something else of the date it governs."""
    found = next(harms(case), None)
    if found:
        return f"{case.tokens[found[0]].text!r} {SAYS[found[1]]}"
    for find, says in OF_A_CLAUSE:
        place = find(case)
        if place is not None:
            return f"{case.tokens[place].text!r} {says}"
    return None


def harms(case: Case) -> Iterator[tuple[int, str]]:
    """Yield the tokens that make something else of the date they govern, each with what it does."""
    kinds: Sequence[str] = FOR_DAYS if case.context.target.day else FOR_LESS
    if case.context.target.day and not case.context.target.year:  # --05-09 is what comes every 9 May
        kinds = tuple(kind for kind in kinds if kind != "every")
    for places, side in ((before(case), "<"), (behind(case), ">")):
        weekday = False
        for i in places:
            weekday |= case.roles[i] == "weekday" and len(case.tokens[i].text) > SHORT
            of_a_day = weekday and case.context.has(i, *(f"{part}{side}" for part in PARTS_OF_A_DAY))
            found = _harm(case, i, kinds, side) or (_called_off(case, i) if side == "<" else None)
            elsewhere = found == "offset" and side == ">" and _leads_on(case, i)
            if (
                found
                and not (found == "circa" and of_a_day)
                and not elsewhere
                and not _is_of_a_time(case, i, found)
            ):
                yield i, found  # but for early on Thursday, about 10:30
    yield from _harms_inside(case)
    if not case.context.target.day:  # a season or a quarter may stand anywhere beside less than a day
        for i in filter(lambda i: case.roles[i] in FREE, range(len(case.roles))):
            found = _harm(case, i, FOR_LESS[FOR_LESS.index("week") :], "*") or _harm(case, i, ("every",), "<")
            if found and case.context.first - 4 <= i <= case.context.last + 4:
                yield i, found


def _leads_on(case: Case, i: int) -> bool:
    """Return whether token `i` counts from what stands behind it: the day before the election."""
    leads = case.context.has(i, "offset<") and case.tokens[i + 1 : i + 2]
    return bool(leads) and case.tokens[i + 1].kind == "word"


def _called_off(case: Case, i: int) -> str | None:
    """Return 'negated' where a word before the date says that what it was for did not come: cancelled for 9 May."""
    did_not = case.context.has(i, "denied>")
    meant_for = case.context.has(i, "lasting<") and case.context.has(i - 1, "negated<", "negated>", "denied>")
    return "negated" if did_not or meant_for else None


def _harms_inside(case: Case) -> Iterator[tuple[int, str]]:
    for i in case.context.claims.get("month", ()):
        if case.context.has(i, "bound>") and not case.context.has(i, "full", "month"):
            yield i, "bound"  # detsembrini
    for i in range(case.context.first + 1, case.context.last):
        if case.roles[i] not in CLAIMED and case.context.means(i, ("period:week", "unknown"), ("weekday",)):
            yield i, "week" if case.context.has(i, "period:week") else "unknown"


def _is_of_a_time(case: Case, i: int, harm: str) -> bool:
    """Return whether a word governs the time of day beside it: about 10:30; 9 May, not later than 10:30.

    A bound behind a time governs it where a comma or a word for hours parts the time from the date.
    """
    if harm == "circa":
        return "time" in case.roles[max(0, i - 1) : i + 2]
    if harm != "bound" or i < case.context.last:
        return False
    if case.context.has(i, "bound<") and case.roles[i + 1 : i + 2] == ["time"]:
        return True
    start = case.context.last + 1
    times = [j for j in range(start, i) if case.roles[j] == "time"]
    parted = any(
        case.tokens[j].text == "," or case.context.has(j, "clock", "clock<") for j in range(start, i)
    )
    return bool(times) and times[-1] >= i - MOST_BEHIND_A_TIME and parted


def _harm(case: Case, i: int, kinds: Sequence[str], side: str) -> str | None:
    alone = not (case.context.target.day or case.context.target.month)  # a year has no weekday: po 1918
    free = alone or _follows_weekday(case, i) or _is_no_weekday(case, i, side)
    free = free or is_hardly_a_weekday(case.context, i)
    weekday = case.roles[i] == "weekday" and not free
    zone = case.roles[i] == "zone" and (side != "<" or "time" in case.roles)  # EST 9 MAY 1850 is estimated
    counted = case.roles[i] == "counted" and not case.context.has(i, f"offset{side}")  # part of a code
    if case.roles[i] in ("era", "time", *CLAIMED) or counted or weekday or zone:
        return None
    bound = case.context.has(i, f"bound{side}", f"circa{side}") and not _is_of(case, i)
    shielded = case.roles[i] in ("label", "connector") and not bound
    word = case.tokens[i].text
    for kind in case.tokens[i].senses:
        harm = HARMFUL.get(kind)
        if (shielded and harm != "calendar") or (
            harm == "street" and len(word) < 3 and not case.context.knows(i)
        ):
            continue
        year = case.context.target.year
        first, last = YEARS_OF.get(kind, ("", "~"))
        if " " not in word and not first <= year < last and not _is_of_the_year(case, i):
            continue
        if (
            harm in kinds
            and case.context.means(i, (kind,), () if free else ("weekday",))
            and (kind[-1] not in "<>" or kind[-1] == side)
        ):
            if harm and _is_harmless(case, i, side, kind, harm):
                continue
            return harm
        if (
            harm in LEFT_OVER
            and kind[-1] != side
            and case.context.has(i, kind)
            and _is_left_over(case, i, kind)
        ):
            return harm
    return "bound" if side == "<" and _is_a_bound_elsewhere(case, i) else None


def _is_left_over(case: Case, i: int, kind: str) -> bool:
    """Return whether a word can govern only the date on its other side: 5 May 2018 (after), or later: 5 May 2018.

    In a bracket behind the date a particle that denies is enough: 5 мая 2018 (не включительно).
    """
    if kind[-1] == ">":
        return kind == "bound>" and all(token.kind == "sign" for token in case.tokens[:i])
    between = range(case.context.last + 1, i)  # 5日 (日期有误)
    if any(case.tokens[j].kind != "sign" and not case.context.touches(j) for j in between):
        return False
    opened = case.tokens[i - 1].text in OPENING
    closed = next((j for j in range(i + 1, len(case.tokens)) if case.tokens[j].kind != "sign"), None)
    alone = closed is None or (opened and case.tokens[i + 1].text in CLOSING)
    return alone or (opened and case.context.has(i, "not<"))


def _is_harmless(case: Case, i: int, side: str, kind: str, harm: str) -> bool:
    """Return whether a word that could make something else of a date is about something beside it."""
    if harm == "week":
        return bool(case.context.target.day) and not _is_of_the_day(case, i, side)
    if harm == "bound":
        return _ends_a_count(case, i)
    if harm == "circa":  # 9 May 2018, approx. 40 people
        number = i + 2 if is_sign(case.context, i + 1, ".") else i + 1
        return case.roles[number : number + 1] == ["counted"]
    if (
        harm == "street"
    ):  # 18 febbraio 1999, via Garibaldi 14; at Iffley Road on 6 May; King Street. Friday, 6 May
        between = range(i + 1, case.context.first)
        led = any(case.context.has(j, "label") and not _joins(case, j) for j in between)
        return _is_of_another_clause(case, i) or led or any(case.roles[j] == "weekday" for j in between)
    if harm == "calendar":
        return len(case.tokens[i].text) <= SHORT and _is_a_word_of_the_text(case, i)
    if harm in ("decade", "century"):
        return len(case.tokens[i].text) == 1 and not _is_at_the_year(case, i)  # -2.1C, January 1963
    # 9 May 2018, Weekly Herald
    return kind == "every>" and any(token.kind != "sign" for token in case.tokens[i + 1 :])


def _is_a_bound_elsewhere(case: Case, i: int) -> bool:
    """Return whether a word that nothing explains is a bound in a language that the month's name does not tell."""
    unknown = i == case.context.first - 1 and not case.roles[i] and case.language is None
    return unknown and "bound<" in case.tokens[i].senses


def _follows_weekday(case: Case, i: int) -> bool:
    """Return whether a weekday in full stands before token `i`, which therefore is none: poniedziałek po 14 czerwca."""
    return case.context.has(i - 1, "day name") and not case.context.has(i, "day name")


def _is_no_weekday(case: Case, i: int, side: str) -> bool:
    """Return whether token `i` says not or after: it names a weekday too, on which the date does not fall.

    nie 10 sierpnia, po 3 maja 1945.
    """
    if side != "<" or precision(case.iso) != "day" or not case.context.has(i, "weekday"):
        return False
    if case.context.languages and case.context.means(
        i, ("negated<",), ()
    ):  # jo 5 maj, of another language than Thursday
        return weekday(case.iso) not in values_in(case.tokens[i].senses["weekday"], case.context.languages)
    spoken = [
        days
        for name, days in weekdays_or_not(case.tokens[i]).items()
        if case.context.languages is None or name in case.context.languages
    ]
    return bool(spoken) and not any(weekday(case.iso) in days for days in spoken)


def _is_of_the_year(case: Case, i: int) -> bool:
    """Return whether a word stands at the year whose calendar it names, or behind the date that has that year.

    2018 BE, 2018 (Julian), 2018-05-09 (Julian); not Julian Smith.
    """
    at = i - 2 if case.tokens[i - 1].text in OPENING else i - 1
    named = i + 1 < len(case.tokens) and case.tokens[i + 1].kind == "word"
    year = case.context.claims.get("year", ())
    return bool(year) and at in (*year, case.context.last) and not named


def _joins(case: Case, i: int) -> bool:
    """Return whether a word joins a name with what is named for it: rue du 8 mai, Straße des 17. Juni."""
    return case.context.has(i, "connector", "article")


def _is_a_word_of_the_text(case: Case, i: int) -> bool:
    """Return whether letters for a calendar are a word of the told language: 3 maggio 2019 al vicino."""
    senses = case.tokens[i].senses.items()
    return any(case.language in languages_of(meant) for kind, meant in senses if kind[:9] != "calendar:")


def _is_of_another_clause(case: Case, i: int) -> bool:
    """Return whether a comma stands between a date and token `i` behind it."""
    return any(is_sign(case.context, j, ",;") for j in range(case.context.last + 1, i))


def _is_at_the_year(case: Case, i: int) -> bool:
    """Return whether a letter stands beside a claimed number, but for a dot, an apostrophe or a dash."""
    places = (
        i - 2 if is_sign(case.context, i - 1, ".'-") else i - 1,
        i + 2 if is_sign(case.context, i + 1, ".") else i + 1,
    )
    return not case.context.used.isdisjoint(places)


def _is_of_the_day(case: Case, i: int, side: str) -> bool:
    """Return whether a word makes a week of the day: not so in `9 May (week 19)` and `in 3 weeks (9 May)`."""
    if side == ">":
        between = case.roles[case.context.last + 1 : i]
        return all(role in ("connector", "ordinal") for role in between) and not case.context.has_number(
            i + 1
        )
    return not (case.roles[i - 1 : i] in COUNTS and case.tokens[i + 1].kind == "sign")


def _ends_a_count(case: Case, i: int) -> bool:
    """Return whether what counts ends at token `i`, before a bracket with the date: for 10 dage siden (4. juli)."""
    counts = i < case.context.first and case.roles[i - 2 : i - 1] in COUNTS
    return counts and case.tokens[i + 1].text in OPENING


def _is_of(case: Case, i: int) -> bool:
    """Return whether a word for since or by is one for of too here: звіт від 6 листопада, by Sam on 9 May.

    A noun or the number of something stands before it, or another word that leads to the date behind it.
    """
    senses = case.tokens[i].senses
    bound, of = (languages_of(senses.get(kind, "")) for kind in ("bound<", "label"))
    context = case.context
    named = i > 0 and case.tokens[i - 1].kind in ("word", "number") and case.roles[i - 1] in ("", "counted")
    named = named and not context.has(i - 1, "or", "and")  # at or around 9 May
    behind = (j for j in range(i + 1, context.first) if context.has(j, "label"))
    led = any(not context.has(j, "connector", "article") for j in behind)
    return (named or led) and not bound.isdisjoint(of)
