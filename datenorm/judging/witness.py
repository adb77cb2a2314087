"""Witness: numbers that no exact code explains, and of which the network's second output says that they count."""

from dataclasses import replace

from datenorm.dates.calendar import LAST_DAY
from datenorm.judging.agreement import role_of
from datenorm.judging.roles.companions import HARMFUL
from datenorm.judging.roles.context import is_sign
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.lacking import LONGEST_DAY, may_be_a_year
from datenorm.judging.spelled import months_of
from datenorm.text.roles import LETTERS

COUNTED = LETTERS["counted"]
UNKNOWN = ("", "counted", "prose")  # what a noun may be
NO_NOUN = HARMFUL.keys() - {
    "count<",
    "count>",
    "street",
    "period:week",
}  # closed classes: either 21 or 22 May
PARTING = ",;("  # an item of a text from the next
SHORTEST_NOUN = 3  # letters; u. and y and e join two days


def witnessed(case: Case, roles: str) -> Case:
    """Return a case with the numbers explained that the network calls counted, and that a noun beside them bears out.

    Where a number may be the day, the noun has to part it from the date: 12 glass plates, May 1890. One that may be
    another year is left: printed 1920. The form has to be a good one.
    """
    if len(roles) != len(case.text) or case.strength not in ("good", "strong"):
        return case
    counting = [i for i in case.left() if _counts(case, i, roles)]
    if not counting:
        return case
    found = list(case.roles)
    for i in counting:
        found[i] = "counted"
    return replace(case, roles=found)


def _counts(case: Case, i: int, roles: str) -> bool:
    token = case.tokens[i]
    if token.kind != "number" or role_of(token, roles) != COUNTED or may_be_a_year(token.text):
        return False
    return not _is_beside_a_month(case, i) and _has_a_noun(case, i)


def _is_beside_a_month(case: Case, i: int) -> bool:
    behind = i + 1
    while behind < len(case.tokens) and (
        case.tokens[behind].text == "." or case.context.has(behind, "ordinal")
    ):
        behind += 1
    return any(months_of(case.tokens[j]) for j in (i - 1, i + 1, behind) if 0 <= j < len(case.tokens))


def _has_a_noun(case: Case, i: int) -> bool:
    tokens, first, last = case.tokens, case.context.first, case.context.last
    between = range(i + 1, first) if i < first else range(last + 1, i)
    a_day = len(tokens[i].text) <= LONGEST_DAY and 0 < int(tokens[i].text) <= LAST_DAY
    parted = any(is_sign(case.context, j, PARTING) for j in between)
    for step in (-1, 1):
        j = i + step
        j += step if 0 <= j < len(tokens) and tokens[j].text == "." else 0
        if not 0 <= j < len(tokens) or tokens[j].kind != "word" or case.roles[j] not in UNKNOWN:
            continue
        if case.context.has(j, *NO_NOUN):
            continue
        listed = i > last and step > 0 and parted  # February 1958, 2 owners
        if not a_day or ((listed or j in between) and len(tokens[j].text) >= SHORTEST_NOUN):
            return True
    return False
