"""Which tokens beside a date can govern it: those that nothing of weight parts from it."""

from datenorm.dates.months import names_month
from datenorm.judging.roles.companions import HARMFUL
from datenorm.judging.roles.marks import CLOSING, OPENING
from datenorm.judging.rules.case import Case
from datenorm.judging.spelled import is_old_style

UNITS = ("unit:day", "unit:week", "unit:month", "unit:year")
COUNTING = ("day", *UNITS)  # दो दिन बाद, two days after
PARTING = frozenset(":=)]}>\"'»”")  # signs between a word and the date that it may govern
CALENDARS = [kind for kind, harm in HARMFUL.items() if harm == "calendar" and kind != "calendar:before"]
SHORTEST_NAME = 2  # letters of the name of a calendar
LIGHT = frozenset(("connector", "label", "ordinal", "weekday", "era"))


def before(case: Case) -> list[int]:
    """Return the tokens before the date that nothing of weight parts from it, nearest first."""
    found = []
    for i in range(case.context.first - 1, -1, -1):
        found.append(i)
        token = case.tokens[i]
        light = token.kind == "sign" and (token.text in OPENING or token.text in ".-@")
        light |= "roman" in token.senses and case.is_named  # via IV Novembre
        light |= case.roles[i] == "day period" and case.context.has(i, "label")  # am, in German
        if not (case.roles[i] in LIGHT or light or _leads_here(case, i)):
            break
    return found


def _leads_here(case: Case, i: int) -> bool:
    """Return whether sign `i` parts a date from a word that governs it all the same: until: 9 May, (before) 9 May.

    What stands before a comma is as often the end of another clause, or a state: Oakland, CA, 9 May; but for a weekday,
    which is part of the date.
    """
    sign, context = case.tokens[i].text, case.context
    word = i - 2 if case.tokens[i - 1].text == "." else i - 1  # approx.: 9 May
    if sign in PARTING:
        first = word == 0
        kinds = ("bound<", *["bound>"] * first, "negated<", "perhaps<", *["circa<"] * (first or sign != ":"))
        return (
            context.has(word, *kinds) or case.tokens[i - 1].text in PARTING or _names_a_calendar(case, word)
        )
    governing = (
        "perhaps<",
        *["bound<"] * (i == 1),
        *["negated<"] * (not context.has(word, "weekday")),
    )  # Ne, 9 May
    return sign == "," and (_is_its_weekday(case, i - 1) or context.has(word, *governing))


def _names_a_calendar(case: Case, i: int) -> bool:
    """Return whether a word leads to a date by the name of its calendar: Julian: 9 May 1700; not Luna: mai 2018."""
    named = case.context.has(i, *CALENDARS) and not names_month(case.tokens[i])
    return named and len(case.tokens[i].text) >= SHORTEST_NAME and not case.context.has(i, "field")


def _is_its_weekday(case: Case, i: int) -> bool:
    """Return whether token `i` is the weekday of the date; not Ben, which is one to few, nor Ne, which may deny it."""
    sure = case.language or case.context.has(i, "day name")
    return bool(sure) and case.roles[i] == "weekday" and not case.context.has(i, "negated<")


def behind(case: Case) -> list[int]:
    """Return the tokens behind the date that nothing of weight parts from it, nearest first."""
    found = []
    for i in range(case.context.last + 1, len(case.tokens)):
        found.append(i)
        token = case.tokens[i]
        if not (
            case.roles[i] in LIGHT
            or case.roles[i] in ("time", "zone", "offset", "day period")
            or is_old_style(case.tokens, i)
            or (not case.roles[i] and case.context.has(i, *COUNTING))
            or (
                token.kind == "sign"
                and (token.text in OPENING or token.text in CLOSING or token.text in ".-,")
            )
        ):
            break
    return found
