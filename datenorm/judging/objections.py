"""Objections: what speaks against a reading, a field without a token or a rule, and what to read in its place."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from datenorm.dates.calendar import complete
from datenorm.dates.targets import Target
from datenorm.judging.agreement import disagreement
from datenorm.judging.answer import Terms
from datenorm.judging.claims import Looked, claim
from datenorm.judging.instead import second_reading
from datenorm.judging.named import named_instead
from datenorm.judging.readings import Meant, hypothesis_of
from datenorm.judging.roles.clock import begins_range
from datenorm.judging.roles.context import is_sign
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.plan import objection
from datenorm.judging.seen import Seen
from datenorm.judging.spelled import languages_of_month
from datenorm.judging.witness import witnessed
from datenorm.network.shown import PREFIX
from datenorm.text.names import is_number_alone

FIELDS_AT = {True: {"month": (2, 4), "day": (5, 7)}, False: {"year": (0, 2), "month": (3, 5), "day": (6, 8)}}


class Objection(NamedTuple):
    """What speaks against a reading. instead: the reading to take in its place."""

    code: str
    words: str
    instead: str | None = None


def against(iso: str, meant: Sequence[Meant], seen: Seen, terms: Terms) -> Objection | None:
    """Return what speaks against a reading: a field without a token, or a rule."""
    hypothesis = hypothesis_of(iso, meant)
    case = case_of(seen, iso, hypothesis.target, hypothesis.looked)
    if isinstance(case, str):
        named = _named("no-token", hypothesis.target, seen, terms)
        return Objection("no-token", f"nothing in the text says {case}", named)
    case = witnessed(case, hypothesis.roles)
    found = objection(case) or _pointed_elsewhere(case, hypothesis.roles)
    if found is None:
        return None
    code, words = found
    second = second_reading(code, case, hypothesis.target, terms.pivot)
    if second is None or second.iso is None:
        return Objection(code, words, _named(code, hypothesis.target, seen, terms))
    alone = second.settled and objection(case, frozenset((code,))) is None
    free = alone or (not second.settled and is_free(second.target, second.iso, seen, hypothesis.roles))
    return Objection(code, words, second.iso if free else None)


def _named(code: str, target: str, seen: Seen, terms: Terms) -> str | None:
    """Return the reading of the names in a text, where they say more than `target`; None where a rule objects to it."""
    named = named_instead(code, target, seen.page.tokens, seen.language)
    iso = complete(named, pivot=terms.pivot, year=terms.year) if named else None
    return iso if named and iso and is_free(named, iso, seen) else None


def is_free(target: str, iso: str, seen: Seen, roles: str = "") -> bool:
    """Return whether no rule objects to a reading that no network gave, each field of which a token spells.

    roles: what a network calls each character, to witness that numbers count.
    """
    case = case_of(seen, iso, target)
    return not isinstance(case, str) and objection(witnessed(case, roles)) is None


def _pointed_elsewhere(case: Case, roles: str) -> tuple[str, str] | None:
    """Return the code and the words of what the network's second output says against a case; None for nothing."""
    if len(roles) != len(case.text):  # it names none, or was shown the core of the text alone
        return None
    words = disagreement(case.tokens, case.context.claims, roles, _needs_no_witness(case))
    return ("roles", words) if words else None


def _needs_no_witness(case: Case) -> set[int]:
    """Return the tokens of which exact code is sure: what is counted, an hour of two, a month that the language has.

    A day that a dot or a word joins to the name of its month as well: 9. Mai, 9 de mayo, not so room 9 May.
    """
    sure = case.strength in ("strong", "good")
    counted = {i for i, role in enumerate(case.roles) if sure and role == "counted"}
    counted |= {i for i in range(len(case.roles)) if sure and begins_range(case.context, case.roles, i)}
    counted |= {i for i in case.context.claims.get("day", ()) if is_number_alone(case.tokens[i])}
    told = (case.language,) if case.language else ()
    names = [
        i
        for i in case.context.claims.get("month", ())
        if not languages_of_month(case.tokens[i]).isdisjoint(told)
    ]
    joined = {i for i in case.context.claims.get("day", ()) if sure and _is_joined(case, i, names)}
    return counted | joined | {*names}


def _is_joined(case: Case, i: int, names: Collection[int]) -> bool:
    """Return whether nothing but a dot or a connecting word stands between number `i` and one of the months' names."""
    j = i + 1
    while is_sign(case.context, j, ".") or case.context.has(j, "connector", "ordinal"):
        j += 1
    return j > i + 1 and j in names


def case_of(seen: Seen, iso: str, target: str, looked: Sequence[int] = ()) -> Case | str:
    """Return the case that the rules look at; where there is none, the first field that no token can spell."""
    fields, page = Target.of(target), seen.page
    claimed = claim(page.text, fields, seen.language, _looked(target, looked, seen.core or 0), page.tokens)
    return claimed.lacking or Case.of(page.text, iso, fields, claimed, seen.law, seen.language, seen.is_hard)


def _looked(target: str, looked: Sequence[int], start_of_core: int) -> Looked | None:
    """Return the characters that the decoder looked at for each field; None where nobody kept them."""
    if not looked:
        return None
    longer = 2 if target[2:3].isdigit() else 0
    places = FIELDS_AT[target.startswith("-")]
    return {
        name: [
            at - PREFIX + start_of_core
            for at in looked[start + (longer if name != "year" else 0) : end + longer]
        ]
        for name, (start, end) in places.items()
        if start + longer < len(target)
    }
