"""A rule on what a text goes on to say behind its date: or the day after, and every Wednesday, to Friday.

What stands behind a date is as often something else: only words right behind it count, before any full stop. So many
days behind it are how long something lasts that begins on it: 9 May 2018 (3 days).
"""

from collections.abc import Iterator
from itertools import pairwise

from datenorm.judging.roles.context import is_sign
from datenorm.judging.rules.case import Case
from datenorm.text.lexicon import MAJOR, by_language
from datenorm.text.names import weekdays_in

PASSED = (
    "weekday",
    "era",
    "time",
    "zone",
    "offset",
    "day period",
)  # roles of what belongs to the date
PARTING = ",;([-"
JOINING = ("and", "to", "or")
NO_JOINT = ("connector", "label", "weekday", "clock<", "clock")
# Senses of words that speak of further days.
OF_DAYS = ("unit:day", "unit:week", "unit:month", "unit:year", "every<", "day name", "period:week", "offset<")
FEW = 4  # words behind one that joins


def further_days(case: Case) -> str | None:
    """Object to words that name further days: or the day after, and every Wednesday, to Friday."""
    if not case.context.target.day:
        return _weekdays(case)
    places = list(_behind(case))
    return _joined(case, places) or _to_a_weekday(case, places) or _from_another(case) or _weekdays(case)


def _behind(case: Case) -> Iterator[int]:
    """Yield the tokens behind the date up to the end of its sentence."""
    for i in range(case.context.last + 1, len(case.tokens)):
        if case.tokens[i].text in ".!" and not case.context.touches(i + 1) and i > case.context.last + 1:
            return
        yield i


def _joined(case: Case, places: list[int]) -> str | None:
    """Return what speaks against a word for or right behind the date, or one for and before what speaks of days."""
    for i in places:
        if _may_join(case, i, "or"):
            return f"{case.tokens[i].text!r} names more than one date" if i < places[-1] else None
        if _may_join(case, i, "and") or is_sign(case.context, i, "&"):
            near = [j for j in range(i + 1, i + 1 + FEW) if case.context.has(j, *OF_DAYS)]
            return f"{case.tokens[near[0]].text!r} names further days" if near else None
        if case.roles[i] not in PASSED and not is_sign(case.context, i, PARTING):
            return None
    return None


def _may_join(case: Case, i: int, kind: str) -> bool:
    """Return whether token `i` is a word for or, or and: no letter of any language, and none before a time: u 17:20."""
    letter = len(case.tokens[i].text) == 1 and case.context.languages is None
    timed = case.roles[i + 1 : i + 2] == ["time"]
    return not (letter or timed) and case.context.means(i, (kind,), NO_JOINT)


def _to_a_weekday(case: Case, places: list[int]) -> str | None:
    """Return what speaks against another weekday that is joined behind the date, which stands behind one itself."""
    before = case.context.first - 1 - is_sign(case.context, case.context.first - 1, ",")
    own = weekdays_in(case.tokens[max(0, before) : before + 1])
    for i, j in pairwise(places):
        joined = case.context.has(i, *JOINING) or is_sign(case.context, i, "-/&+")
        other = weekdays_in(case.tokens[j : j + 1])
        if joined and case.context.has(j, "day name") and own and other and own.isdisjoint(other):
            return f"{case.tokens[j].text!r} is another day"
        if not joined and case.roles[i] not in PASSED and not is_sign(case.context, i, PARTING):
            return None
    return None


def _from_another(case: Case) -> str | None:
    """Return what speaks against or, to, or and behind a weekday, right before the date.

    Montag und 9. Mai; a word that begins the text may be a day as well: Easter and 9 May.
    """
    i = case.context.first - 1
    while i > 0 and case.roles[i] in ("label", "weekday") and not case.context.has(i, *JOINING):
        i -= 1
    if case.context.has_number(i - 1) or is_sign(case.context, i - 1, ","):
        return None  # 13 or 16 May are rivals
    lists = _may_join(case, i, "or") or _may_join(case, i, "to")
    beside = i > 0 and (case.context.has(i - 1, "weekday") or (i == 1 and _is_a_word(case, 0)))
    lists = lists or (beside and case.context.means(i, ("and",), ("connector", "label")))
    return (
        f"{case.tokens[i].text!r} names more than one date"
        if i >= 0 and lists and not case.roles[i]
        else None
    )


def _is_a_word(case: Case, i: int) -> bool:
    """Return whether token `i` is a word that does nothing known."""
    return case.tokens[i].kind == "word" and not case.roles[i]


def _weekdays(case: Case) -> str | None:
    """Return what speaks against two weekdays that are joined: Mon/Tue 9 May, lun-vie, Mo./Di., Sonntag und Montag."""
    for i in range(len(case.tokens) - 2):
        joint = i + 2 if is_sign(case.context, i + 1, ".") else i + 1
        joined = is_sign(case.context, joint, "/-~+&・·") or case.context.has(joint, *JOINING)
        if joined and _are_two_weekdays(case, i, joint + 1):
            return f"{case.tokens[joint + 1].text!r} is another day"
    return None


def _are_two_weekdays(case: Case, i: int, j: int) -> bool:
    """Return whether two tokens that are nothing else are two weekdays, in one language of the text, or a major one.

    Beside a form that is not sure in any language.
    """
    if j >= len(case.tokens) or {case.roles[i], case.roles[j]} != {"weekday"}:
        return False
    if case.strength in ("weak", "fair"):
        return weekdays_in(case.tokens[i : i + 1]).isdisjoint(weekdays_in(case.tokens[j : j + 1]))
    first, second = (by_language(case.tokens[k].senses.get("weekday", "")) for k in (i, j))
    spoken = {case.language} if case.language else (case.context.languages or MAJOR) & MAJOR
    return any(first[name].isdisjoint(second[name]) for name in first.keys() & second.keys() & spoken)
