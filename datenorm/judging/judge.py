"""The judge: how the network's hypotheses become one answer. Decisions only; no network here.

    hypotheses -> readings -> weights -> claims and rules -> second readings -> answer

A reading that a rule objects to is no good reading: it makes no other one ambiguous.
"""

from collections.abc import Iterable, Mapping, Sequence

from datenorm.dates.calendar import precision
from datenorm.dates.targets import NOT_A_DATE, Target
from datenorm.judging.answer import (
    NO_LEAP_DAY,
    Alternative,
    Terms,
    Translation,
    of_another_weekday,
    refused,
    years_ahead,
)
from datenorm.judging.objections import Objection, against, case_of
from datenorm.judging.readings import (
    DIGITS,
    Hypothesis,
    best_first,
    dates_among,
    for_the_past,
    good_ones,
    hypothesis_of,
    meant_by,
    readings_of,
    two_readings,
)
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.plan import DISPROVED, OPEN
from datenorm.judging.seen import Seen
from datenorm.judging.witness import witnessed
from datenorm.rewriting.eras import outside
from datenorm.rewriting.page import Page
from datenorm.text.characters import clean

MOST_LIKELY = 0.5  # of what the good readings had: less than this is not left standing for the others' faults


def judge(text: str, hypotheses: Iterable[Hypothesis], terms: Terms, seen: Seen) -> Translation:
    """Return the answer to `text`, read as `seen`, that `hypotheses` amount to under `terms`."""
    terms = for_the_past(terms, seen.page)
    meant = meant_by(hypotheses, terms)
    readings = readings_of(meant, seen, terms)
    best = max(readings, key=readings.__getitem__)
    confidence, order = round(readings[best], DIGITS), seen.order
    if best is None or best == NOT_A_DATE:
        code, reason = ("not-a-date", "not a date") if best else ("no-such-day", NO_LEAP_DAY)
        return refused(text, code, reason, confidence, (), order)
    good = good_ones(dates_among(readings), seen)
    objections = {date.iso: against(date.iso, meant, seen, terms) for date in good}
    standing = _standing(good, objections)
    fallen = (one for one in objections.values() if one and one.instead is None)
    found = objections.get(standing[0].iso) if standing else next(fallen)
    if found and found.instead is None and not (len(standing) > 1 and found.code in OPEN):
        iso = standing[0].iso if standing else good[0].iso
        return refused(text, found.code, f"{iso}, but {found.words}", confidence, good, order)
    confidence = standing[0].probability
    if round(sum(date.probability for date in standing), DIGITS) < terms.min_confidence:
        wanted = f"at least {terms.min_confidence:g} wanted"
        reason = f"not sure enough: {standing[0].iso} with {confidence:.2f}, {wanted}"
        return refused(text, "not-sure", reason, confidence, standing, order)
    if len(standing) > 1:
        reason = two_readings(standing, order)
        return Translation(
            text, None, "ambiguous", confidence, standing, order, (), reason, "several-readings"
        )
    iso = standing[0].iso
    short = Target.of(hypothesis_of(iso, meant).target).short_year
    ahead = years_ahead(iso[:4], terms) if short and precision(iso) != "yearless" else ()
    no_day, late = outside(Page(clean(text), language=seen.language), iso) if seen.page.edited else ("", "")
    if no_day:
        return refused(text, "no-such-day", f"{iso}, but {no_day}", confidence, standing, order)
    ahead = (*ahead, late) if late else ahead
    if precision(iso) != "day":
        return Translation(text, iso, "partial", confidence, standing, order, ahead)
    warnings = (*of_another_weekday(seen.page.weekdays, iso), *ahead)
    return Translation(text, iso, "ok", confidence, standing, order, warnings)


def _standing(
    good: Sequence[Alternative], objections: Mapping[str, Objection | None]
) -> tuple[Alternative, ...]:
    """Return the good readings that the text can have; none where those that it can't have had more between them.

    A reading that is taken in the place of another has its probability; what falls leaves its share to the rest.
    """
    left: dict[str, float] = {}
    for date in good:
        found = objections[date.iso]
        iso = found.instead if found and found.instead else date.iso
        if found is None or found.instead or found.code not in DISPROVED:
            left[iso] = left.get(iso, 0.0) + date.probability
    all_of_them, standing = sum(date.probability for date in good), sum(left.values())
    if standing < MOST_LIKELY * all_of_them:
        return ()
    scale = all_of_them / standing if standing else 1.0
    return best_first({iso: share * scale for iso, share in left.items()})


def best_case(
    hypotheses: Iterable[Hypothesis], terms: Terms, seen: Seen, answer: Translation
) -> tuple[str | None, Case | str | None]:
    """Return the best reading behind `answer`, refused or not, and its case as `case_of` has it; None for no date."""
    meant = meant_by(hypotheses, for_the_past(terms, seen.page))
    readings = readings_of(meant, seen, terms)
    best = answer.iso if answer.iso in dict(meant) else max(readings, key=readings.__getitem__)
    if best is None or best == NOT_A_DATE:
        return None, None
    hypothesis = hypothesis_of(best, meant)
    case = case_of(seen, best, hypothesis.target, hypothesis.looked)
    return best, case if isinstance(case, str) else witnessed(case, hypothesis.roles)


def leading(
    hypotheses: Iterable[Hypothesis], terms: Terms, seen: Seen, answer: Translation
) -> list[tuple[str | None, str]]:
    """Return what to show beside `answer`: its best reading and the target that means it, then its other good readings.

    A target is what the network wrote. A reading is None where the best target is no day of the calendar.
    """
    meant = meant_by(hypotheses, for_the_past(terms, seen.page))
    readings = readings_of(meant, seen, terms)
    written = {iso for iso, _ in meant}
    best = answer.iso if answer.iso in written else max(readings, key=readings.__getitem__)
    others = [one.iso for one in answer.alternatives if one.iso != best and one.iso in written]
    shown = [(iso, hypothesis_of(iso, meant)) for iso in (best, *others)]
    return [(iso, hypothesis.written or hypothesis.target) for iso, hypothesis in shown]


def listed(hypotheses: Iterable[Hypothesis], terms: Terms, seen: Seen, count: int) -> tuple[Alternative, ...]:
    """Return the likeliest readings, good or not, at most `count` of them."""
    readings = readings_of(meant_by(hypotheses, for_the_past(terms, seen.page)), seen, terms)
    return tuple(date for date in dates_among(readings)[:count] if date.probability > 0)
