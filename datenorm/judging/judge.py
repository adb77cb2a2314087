"""The judge: how the network's hypotheses become one answer. Decisions only; no network here.

    hypotheses -> readings -> weights -> claims and rules -> second readings -> answer

A reading that a rule objects to is no good reading: it makes no other one ambiguous.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from datenorm.dates.calendar import complete, precision, weekday
from datenorm.dates.targets import NOT_A_DATE, Target
from datenorm.judging.agreement import disagreement
from datenorm.judging.answer import (
    NO_LEAP_DAY,
    Alternative,
    Terms,
    Translation,
    refused,
    several,
    warnings_of,
    years_ahead,
)
from datenorm.judging.claims import Looked, claim
from datenorm.judging.instead import Second, second_reading
from datenorm.judging.named import named_instead
from datenorm.judging.roles.clock import begins_range
from datenorm.judging.rules.case import Case
from datenorm.judging.rules.plan import DISPROVED, OPEN, objection
from datenorm.judging.spelled import languages_of_month
from datenorm.judging.weights import GOOD_RATIO, GOOD_SHARE, Readings, Sight, good_from, weighed
from datenorm.judging.witness import witnessed
from datenorm.network.shown import MAX_CHARACTERS, PREFIX
from datenorm.rewriting.page import Page
from datenorm.rewriting.plan import rewritten
from datenorm.text.names import is_number_alone, is_open, weekdays_in
from datenorm.text.tokens import Token

DIGITS = 4  # of a probability: further on, processors differ
# Above this no other reading can be good: best + second <= 1 and second >= GOOD_RATIO * best.
SURE = 1 / (1 + GOOD_RATIO)
# The same for a month's name that languages disagree on, where no language is told: there the share alone decides.
SURE_OF_A_NAME = 1 - GOOD_SHARE
MOST_LIKELY = 0.5  # of what the good readings had: less than this is not left standing for the others' faults


class Hypothesis(Protocol):
    """A target the network wrote, and how likely it found it."""

    @property
    def target(self) -> str: ...
    @property
    def probability(self) -> float: ...
    @property
    def looked(self) -> tuple[int, ...]: ...
    @property
    def roles(self) -> str: ...
    @property
    def written(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """A text as it was read.

    page: the whole of it, cleaned, with its tokens. order: the one it was read in; told: whether the caller said that
    order, and not only a language or dots. language: the one it was read in, if told. core: where in the page the core
    begins, if the whole of it was too long or too hard for the network, which was shown its core alone.
    """

    page: Page
    order: str | None = None
    language: str | None = None
    told: bool = True
    core: int | None = None

    @classmethod
    def of(cls, text: str, order: str | None = None, language: str | None = None) -> "Seen":
        """Return a text as it is read when its order is told."""
        return cls(rewritten(text, order, language), order, language)

    @property
    def is_hard(self) -> bool:
        """Whether the network failed at the whole text, and was not just shown its core because it is long."""
        return self.core is not None and len(self.page.text) <= MAX_CHARACTERS

    @property
    def law(self) -> str | None:
        """The order that numbers must stand in; None where none was told."""
        return self.order if self.told else None


class Meant(NamedTuple):
    """A hypothesis and what it means: a date, 'not a date', or None for no such day."""

    iso: str | None
    hypothesis: Hypothesis


class Objection(NamedTuple):
    """What speaks against a reading. instead: the reading to take in its place."""

    code: str
    words: str
    instead: str | None = None


def judge(text: str, hypotheses: Iterable[Hypothesis], terms: Terms, seen: Seen) -> Translation:
    """Return the answer to `text`, read as `seen`, that `hypotheses` amount to under `terms`."""
    terms = for_the_past(terms, seen.page)
    meant = _meant(hypotheses, terms)
    readings = _readings(meant, seen, terms)
    best = max(readings, key=readings.__getitem__)
    confidence, order = round(readings[best], DIGITS), seen.order
    if best is None or best == NOT_A_DATE:
        code, reason = ("not-a-date", "not a date") if best else ("no-such-day", NO_LEAP_DAY)
        return refused(text, code, reason, confidence, (), order)
    good = _good(_dates(readings), seen)
    against = {date.iso: _against(date.iso, meant, seen, terms) for date in good}
    standing = _standing(good, against)
    fallen = (one for one in against.values() if one and one.instead is None)
    found = against.get(standing[0].iso) if standing else next(fallen)
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
    short = Target.of(_hypothesis_of(iso, meant).target).short_year
    ahead = years_ahead(iso[:4], terms) if short and precision(iso) != "yearless" else ()
    if precision(iso) != "day":
        return Translation(text, iso, "partial", confidence, standing, order, ahead)
    warnings = (*warnings_of(seen.page.tokens, iso), *ahead)
    return Translation(text, iso, "ok", confidence, standing, order, warnings)


def _standing(
    good: Sequence[Alternative], against: Mapping[str, Objection | None]
) -> tuple[Alternative, ...]:
    """Return the good readings that the text can have; none where those that it can't have had more between them.

    A reading that is taken in the place of another has its probability; what falls leaves its share to the rest.
    """
    left: dict[str, float] = {}
    for date in good:
        found = against[date.iso]
        iso = found.instead if found and found.instead else date.iso
        if found is None or found.instead or found.code not in DISPROVED:
            left[iso] = left.get(iso, 0.0) + date.probability
    all_of_them, standing = sum(date.probability for date in good), sum(left.values())
    if standing < MOST_LIKELY * all_of_them:
        return ()
    scale = all_of_them / standing if standing else 1.0
    return _sorted({iso: share * scale for iso, share in left.items()})


def _against(iso: str, meant: Sequence[Meant], seen: Seen, terms: Terms) -> Objection | None:
    """Return what speaks against a reading: a field without a token, or a rule."""
    hypothesis = _hypothesis_of(iso, meant)
    case = case_of(seen, iso, hypothesis.target, hypothesis.looked)
    if isinstance(case, str):
        return Objection("no-token", f"nothing in the text says {case}")
    case = witnessed(case, hypothesis.roles)
    found = objection(case) or _pointed_elsewhere(case, hypothesis.roles)
    if found is None:
        return None
    code, words = found
    second = second_reading(code, case, hypothesis.target, terms.pivot)
    if second is None or second.iso is None:
        return Objection(code, words, _named(code, hypothesis.target, seen, terms))
    alone = second.settled and objection(case, frozenset((code,))) is None
    free = alone or (not second.settled and _is_free(second, seen, hypothesis.roles))
    return Objection(code, words, second.iso if free else None)


def _named(code: str, target: str, seen: Seen, terms: Terms) -> str | None:
    """Return the reading of the names in a text, where they say more than `target`; None where a rule objects to it."""
    named = named_instead(code, target, seen.page.tokens, seen.language)
    second = Second(named, complete(named, pivot=terms.pivot, year=terms.year)) if named else None
    return second.iso if second and _is_free(second, seen) else None


def _is_free(second: Second, seen: Seen, roles: str = "") -> bool:
    """Return whether no rule objects to a second reading, each field of which a token spells.

    roles: what the network calls each character, to witness that numbers count.
    """
    case = case_of(seen, second.iso, second.target) if second.iso else ""
    return not isinstance(case, str) and objection(witnessed(case, roles)) is None


def _pointed_elsewhere(case: Case, roles: str) -> tuple[str, str] | None:
    """Return the code and the words of what the network's second output says against a case; None for nothing."""
    if len(roles) != len(case.text):  # it names none, or was shown the core of the text alone
        return None
    words = disagreement(case.tokens, case.context.claims, roles, _needs_no_witness(case))
    return ("roles", words) if words else None


def _needs_no_witness(case: Case) -> set[int]:
    """Return the tokens of which exact code is sure: what is counted, a month that the language has, an hour of two."""
    sure = case.strength in ("strong", "good")
    counted = {i for i, role in enumerate(case.roles) if sure and role == "counted"}
    counted |= {i for i in range(len(case.roles)) if sure and begins_range(case.context, case.roles, i)}
    counted |= {i for i in case.context.claims.get("day", ()) if is_number_alone(case.tokens[i])}
    told = (case.language,) if case.language else ()
    names = case.context.claims.get("month", ())
    return counted | {i for i in names if not languages_of_month(case.tokens[i]).isdisjoint(told)}


def case_of(seen: Seen, iso: str, target: str, looked: Sequence[int] = ()) -> Case | str:
    """Return the case that the rules look at; where there is none, the first field that no token can spell."""
    fields, page = Target.of(target), seen.page
    claimed = claim(page.text, fields, seen.language, _looked(target, looked, seen.core or 0), page.tokens)
    return claimed.lacking or Case.of(page.text, iso, fields, claimed, seen.law, seen.language, seen.is_hard)


def best_case(
    hypotheses: Iterable[Hypothesis], terms: Terms, seen: Seen, answer: Translation
) -> tuple[str | None, Case | str | None]:
    """Return the best reading behind `answer`, refused or not, and its case as `case_of` has it; None for no date."""
    meant = _meant(hypotheses, for_the_past(terms, seen.page))
    readings = _readings(meant, seen, terms)
    best = answer.iso if answer.iso in dict(meant) else max(readings, key=readings.__getitem__)
    if best is None or best == NOT_A_DATE:
        return None, None
    hypothesis = _hypothesis_of(best, meant)
    case = case_of(seen, best, hypothesis.target, hypothesis.looked)
    return best, case if isinstance(case, str) else witnessed(case, hypothesis.roles)


def leading(
    hypotheses: Iterable[Hypothesis], terms: Terms, seen: Seen, answer: Translation
) -> list[tuple[str | None, str]]:
    """Return what to show beside `answer`: its best reading and the target that means it, then its other good readings.

    A target is what the network wrote. A reading is None where the best target is no day of the calendar.
    """
    meant = _meant(hypotheses, for_the_past(terms, seen.page))
    readings = _readings(meant, seen, terms)
    written = {iso for iso, _ in meant}
    best = answer.iso if answer.iso in written else max(readings, key=readings.__getitem__)
    others = [one.iso for one in answer.alternatives if one.iso != best and one.iso in written]
    shown = [(iso, _hypothesis_of(iso, meant)) for iso in (best, *others)]
    return [(iso, hypothesis.written or hypothesis.target) for iso, hypothesis in shown]


def listed(hypotheses: Iterable[Hypothesis], terms: Terms, seen: Seen, count: int) -> tuple[Alternative, ...]:
    """Return the likeliest readings, good or not, at most `count` of them."""
    readings = _readings(_meant(hypotheses, for_the_past(terms, seen.page)), seen, terms)
    return tuple(date for date in _dates(readings)[:count] if date.probability > 0)


def contradicts_weekday(found: Sequence[Token], target: str, terms: Terms) -> bool:
    """Return whether a text with these tokens names a weekday that the date of `target` does not fall on."""
    if target == NOT_A_DATE or target.count("-") != 2 or target.startswith("--"):
        return False
    named = weekdays_in(found)
    iso = complete(target, pivot=terms.pivot) if named else None
    return iso is not None and weekday(iso) not in named


def for_the_past(terms: Terms, page: Page) -> Terms:
    """Return the terms for a text whose words say that its date is past: a birth is in no year to come."""
    return replace(terms, pivot=min(terms.pivot, terms.today)) if _is_past(page) else terms


def _is_past(page: Page) -> bool:
    if page.is_sign(0, "†"):
        return True
    if "past" not in page.kinds:
        return False
    for i, token in enumerate(page.tokens):
        if page.has(i, "past") and (len(token.text) > 1 or (i == 0 and page.is_sign(1, ".:"))):
            return True
    return False


FIELDS_AT = {True: {"month": (2, 4), "day": (5, 7)}, False: {"year": (0, 2), "month": (3, 5), "day": (6, 8)}}


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


def _meant(hypotheses: Iterable[Hypothesis], terms: Terms) -> list[Meant]:
    return [Meant(_iso(hypothesis.target, terms), hypothesis) for hypothesis in hypotheses]


def _iso(target: str, terms: Terms) -> str | None:
    return target if target == NOT_A_DATE else complete(target, pivot=terms.pivot, year=terms.year)


def _hypothesis_of(best: str | None, meant: Sequence[Meant]) -> Hypothesis:
    """Return the likeliest hypothesis that means `best`; the likeliest of all where none does."""
    if len(meant) == 1:
        return meant[0].hypothesis
    right = [hypothesis for iso, hypothesis in meant if iso == best]
    all_of_them = [hypothesis for _, hypothesis in meant]
    return max(right or all_of_them, key=lambda hypothesis: hypothesis.probability)


def _readings(meant: Iterable[Meant], seen: Seen, terms: Terms) -> Readings:
    """Add up what hypotheses of one meaning have, 18-05-09 and 2018-05-09 being one day, and weigh the sums."""
    readings: Readings = {}
    for iso, hypothesis in meant:
        readings[iso] = readings.get(iso, 0.0) + hypothesis.probability
    return weighed(readings, Sight(seen.page, seen.order, seen.language, terms.pivot))


def _good(dates: Sequence[Alternative], seen: Seen) -> tuple[Alternative, ...]:
    """Return the readings that are worth telling; among names that languages disagree on, rarer ones too."""
    bar = good_from(dates[0].probability)
    unsure = seen.language is None and any(GOOD_SHARE <= date.probability < bar for date in dates)
    if unsure and is_open(seen.page.tokens):
        bar = GOOD_SHARE
    return tuple(date for date in dates if date.probability >= bar)


def _dates(readings: Readings) -> tuple[Alternative, ...]:
    """Return the dates among `readings`, best first; equal ones in the order of the calendar."""
    return _sorted({iso: p for iso, p in readings.items() if iso and iso != NOT_A_DATE})


def _sorted(dates: dict[str, float]) -> tuple[Alternative, ...]:
    found = [Alternative(iso, round(probability, DIGITS)) for iso, probability in dates.items()]
    return tuple(sorted(found, key=lambda date: (-date.probability, date.iso)))


def two_readings(good: Sequence[Alternative], order: str | None) -> str:
    """Return why several good readings, best first, are no answer, and what would tell them apart."""
    return f"{several(good)}{_advice(good[0].iso, good[1].iso, order)}"


def _advice(first: str, second: str, order: str | None) -> str:
    """Return the option that would tell two readings apart; '' where none would.

    >>> _advice("2015-04-03", "2015-03-04", None), _advice("2015-10-03", "2015-11-03", "DMY")
    ('; give --order or --locale', '; give --locale')
    >>> _advice("2015-10-03", "1999-10-03", None)
    ''
    """
    one, other = _fields(first), _fields(second)
    if sorted(one) == sorted(other):
        return "; give --order or --locale" if order is None else ""
    same_but_month = len(one) == len(other) and one[:-2] == other[:-2] and one[-1:] == other[-1:]
    return "; give --locale" if same_but_month and len(one) > 1 else ""


def _fields(iso: str) -> list[str]:
    return [field[-2:] for field in iso.split("-") if field]
