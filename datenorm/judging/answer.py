"""Translation: what an answer is, and how the network's hypotheses become one. Decisions only; no network here.

ok         one good reading of a whole day
partial    one good reading of less than a day: 2018-05, 2018, --05-09
ambiguous  two or more good readings; none is picked in silence
rejected   not a date, impossible, too long, or not sure enough
empty      nothing there
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from datenorm.dates.calendar import complete, precision, weekday
from datenorm.dates.eras import is_of_another_calendar, other_count
from datenorm.dates.machine import MachineForm
from datenorm.dates.targets import NOT_A_DATE, Target
from datenorm.judging.claims import Looked, claim
from datenorm.judging.rules import Case, objection
from datenorm.network.vocabulary import MAX_CHARACTERS, PREFIX
from datenorm.text.characters import clean
from datenorm.text.names import find_weekday, has_one_word, is_open, month_languages, names_earlier_era

Status = Literal["ok", "partial", "ambiguous", "rejected", "empty"]
STATUSES: tuple[Status, ...] = ("ok", "partial", "ambiguous", "rejected", "empty")

# What is less sure than this is rejected, where neither caller nor model say otherwise. Confidence is calibrated, so
# below it more than one answer in ten would be wrong.
MIN_CONFIDENCE = 0.9
# A second reading is good when hiding it would err in one answer of twenty, and the best one is not ten times as
# likely. The ratio alone would call guesses of 2% each good; the share alone, what a sure model does not believe.
GOOD_SHARE = 0.05
GOOD_RATIO = 0.1
# Above this no other reading can be good: best + second <= 1 and second >= GOOD_RATIO * best.
SURE = 1 / (1 + GOOD_RATIO)
# The same for a month's name that languages disagree on, where no language is told: there the share alone decides.
SURE_OF_A_NAME = 1 - GOOD_SHARE
# How often a weekday written beside a date is the date's own, and how often it is one certain other day of the week.
RIGHT_WEEKDAY, WRONG_WEEKDAY = 0.95, 0.05 / 6
DIGITS = 4  # of a probability: further on, processors differ
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Hypothesis(Protocol):
    """A target the network wrote, and how likely it found it."""

    @property
    def target(self) -> str: ...
    @property
    def probability(self) -> float: ...
    @property
    def looked(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True)
class Alternative:
    """One reading of a text and its share of the probability."""

    iso: str
    probability: float


@dataclass(frozen=True, slots=True)
class Translation:
    """The answer to one text.

    iso: the date in ISO 8601, or None. confidence: the probability of the best reading ('not a date' is one), 0..1.
    alternatives: the good readings, or those that `top` asked for, best first. order: the hint the text was read with.
    reason: why there is no iso, in the user's words. code: the same for programs; it stays what it is between versions.
    """

    text: str
    iso: str | None
    status: Status
    confidence: float
    alternatives: tuple[Alternative, ...] = ()
    order: str | None = None
    warnings: tuple[str, ...] = ()
    reason: str | None = None
    code: str | None = None

    def to_dict(self) -> dict[str, object]:
        """Return what `translate --json` prints."""
        return {
            "text": self.text,
            "iso": self.iso,
            "status": self.status,
            "confidence": self.confidence,
            "alternatives": [{"iso": a.iso, "probability": a.probability} for a in self.alternatives],
            "order": self.order,
            "warnings": list(self.warnings),
            "reason": self.reason,
            "code": self.code,
        }

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the heatmap, if the shipped model gives this answer, else the answer."""
        from datenorm.reading.notebook import as_html  # upward: the picture is drawn from another reading

        return as_html(self)


@dataclass(frozen=True, slots=True)
class Terms:
    """How readings become answers.

    pivot: the last year a two-digit year may mean. year: the year of dates without one. min_confidence: below it a
    reading is rejected. top: how many readings to report; None reports the good ones.
    """

    pivot: int
    year: int | None = None
    min_confidence: float = MIN_CONFIDENCE
    top: int | None = None


def refused(
    text: str,
    code: str,
    reason: str,
    confidence: float = 0.0,
    alternatives: tuple[Alternative, ...] = (),
    order: str | None = None,
) -> Translation:
    """Return the answer to a text that is rejected."""
    return Translation(text, None, "rejected", confidence, alternatives, order, (), reason, code)


def unread(text: str, characters: int, order: str | None) -> Translation:
    """Return the answer to a text that the network is never shown, having no `characters` left, or too many."""
    if not characters:
        return Translation(text, None, "empty", 1.0, order=order, reason="nothing there", code="empty")
    reason = f"too long: {characters} characters, {MAX_CHARACTERS} at most"
    return refused(text, "too-long", reason, order=order)


def of_machine(
    text: str, form: MachineForm, terms: Terms, order: str | None, language: str | None
) -> Translation:
    """Return the answer to a text that exact code read, without any network.

    >>> form = MachineForm("", "iso-calendar", error="there is no such day")
    >>> of_machine("2018-02-30", form, Terms(2046), None, None).reason
    'there is no such day'
    """
    if form.error or not form.iso:
        reason = form.error or f"{form.value} is less or other than a date"
        return refused(text, "no-such-day" if form.error else "no-date-form", reason, 1.0, order=order)
    if is_of_another_calendar(text, form.iso, language):
        return refused(
            text, "other-calendar", "its year may not be of the Gregorian calendar", 1.0, order=order
        )
    iso = complete(form.iso, pivot=terms.pivot, year=terms.year)
    if iso is None:
        return refused(text, "no-such-day", NO_LEAP_DAY, 1.0, order=order)
    found = (Alternative(iso, 1.0),)
    status: Status = "ok" if precision(iso) == "day" else "partial"
    warnings = (*form.warnings, *(_warnings(text, iso) if status == "ok" and not form.warnings else ()))
    return Translation(text, iso, status, 1.0, found, order, warnings)


NO_LEAP_DAY = "no such day: 29 February of a year that is not a leap year"


def judge(
    text: str,
    hypotheses: Iterable[Hypothesis],
    terms: Terms,
    order: str | None = None,
    shown: str | None = None,
    language: str | None = None,
    told: bool = True,
) -> Translation:
    """Return the answer to `text` that `hypotheses` amount to under `terms`.

    order: the field order the text was read with, which is then no longer worth asking for.
    told: whether the caller said that order, and not only a language or dots.
    shown: the text as the network read it, where its year was counted from another era.
    language: the one it was read in, if told.
    """
    meant = _meant(hypotheses, terms)
    shown = text if shown is None else shown
    readings = _weighed(_merge(meant), shown)
    best = max(readings, key=readings.__getitem__)
    if len(readings) > 1:
        if language is None:
            readings = _in_english(readings, best, shown)
            best = max(readings, key=readings.__getitem__)
        readings = _on_a_last_day(readings, best)
    confidence = round(readings[best], DIGITS)
    dates = _dates(readings)
    if best is None or best == NOT_A_DATE:
        code, reason = ("not-a-date", "not a date") if best else ("no-such-day", NO_LEAP_DAY)
        return refused(text, code, reason, confidence, _reported(dates, (), terms), order)
    if names_earlier_era(shown):
        reason = "before the common era, where ISO 8601 years of four digits do not reach"
        return refused(text, "earlier-era", reason, confidence, _reported(dates, (), terms), order)
    bar = _bar(dates[0].probability)
    if language is None and any(GOOD_SHARE <= date.probability < bar for date in dates) and is_open(shown):
        bar = GOOD_SHARE
    good = tuple([date for date in dates if date.probability >= bar])
    alternatives = _reported(dates, good, terms)
    if round(sum([date.probability for date in good]), DIGITS) < terms.min_confidence:
        reason = f"not sure enough: {best} with {confidence:.2f}, at least {terms.min_confidence:g} wanted"
        return refused(text, "not-sure", reason, confidence, alternatives, order)
    if len(good) > 1:
        reason = _two_readings(good, order)
        return Translation(
            text, None, "ambiguous", confidence, alternatives, order, (), reason, "several-readings"
        )
    against = _against(shown, best, _hypothesis_of(best, meant), order if told else None, language)
    if against:
        return refused(text, *against, confidence, alternatives, order)
    if precision(best) != "day":
        return Translation(text, best, "partial", confidence, alternatives, order)
    return Translation(text, best, "ok", confidence, alternatives, order, _warnings(text, best))


def _against(
    shown: str, iso: str, hypothesis: Hypothesis, order: str | None, language: str | None
) -> tuple[str, str] | None:
    """Return the code and words of what speaks against an answer: a field without a token, or a rule."""
    case = case_of(shown, iso, hypothesis, order, language)
    if isinstance(case, str):
        return "no-token", f"nothing in the text says {case} of {iso}"
    found = objection(case)
    return (found[0], f"{iso}, but {found[1]}") if found else None


def case_of(
    shown: str, iso: str, hypothesis: Hypothesis, order: str | None, language: str | None
) -> Case | str:
    """Return the case that the rules look at; where there is none, the first field that no token can spell."""
    plain, target = clean(shown), Target.of(hypothesis.target)
    claimed = claim(plain, target, language, _looked(hypothesis))
    return claimed.lacking or Case.of(plain, iso, target, claimed, order, language)


def best_case(
    hypotheses: Iterable[Hypothesis],
    terms: Terms,
    shown: str,
    answer: Translation,
    order: str | None,
    language: str | None,
) -> tuple[str | None, Case | str | None]:
    """Return the best reading behind `answer`, refused or not, and its case as `case_of` has it; None for no date."""
    meant = _meant(hypotheses, terms)
    readings = _weighed(_merge(meant), shown)
    best = answer.iso if answer.iso in dict(meant) else max(readings, key=readings.__getitem__)
    if best is None or best == NOT_A_DATE:
        return None, None
    return best, case_of(shown, best, _hypothesis_of(best, meant), order, language)


FIELDS_AT = {True: {"month": (2, 4), "day": (5, 7)}, False: {"year": (0, 2), "month": (3, 5), "day": (6, 8)}}


def _looked(hypothesis: Hypothesis) -> Looked | None:
    """Return the characters that the decoder looked at for each field; None where nobody kept them."""
    target, looked = hypothesis.target, hypothesis.looked
    if not looked:
        return None
    longer = 2 if target[2:3].isdigit() else 0
    places = FIELDS_AT[target.startswith("-")]
    return {
        name: [at - PREFIX for at in looked[start + (longer if name != "year" else 0) : end + longer]]
        for name, (start, end) in places.items()
        if start + longer < len(target)
    }


def leading(
    hypotheses: Iterable[Hypothesis], terms: Terms, shown: str, answer: Translation
) -> list[tuple[str | None, str]]:
    """Return what to show beside `answer`: its best reading and the target that means it, then its other good readings.

    A reading is None where the best target is no day of the calendar.
    """
    meant = _meant(hypotheses, terms)
    readings = _weighed(_merge(meant), shown)
    written = {iso for iso, _ in meant}
    best = answer.iso if answer.iso in written else max(readings, key=readings.__getitem__)
    others = [one.iso for one in answer.alternatives if one.iso != best and one.iso in written]
    return [(iso, _target_of(iso, meant)) for iso in (best, *others)]


def contradicts_weekday(text: str, target: str, terms: Terms) -> bool:
    """Return whether `text` names a weekday that the date of `target` does not fall on."""
    if target == NOT_A_DATE or target.count("-") != 2 or target.startswith("--"):
        return False
    named = find_weekday(text)
    iso = complete(target, pivot=terms.pivot) if named else None
    return iso is not None and weekday(iso) not in named


def _meant(hypotheses: Iterable[Hypothesis], terms: Terms) -> list[tuple[str | None, Hypothesis]]:
    """Return each hypothesis behind what it means: a date, 'not a date', or None for no such day."""
    return [(_iso(hypothesis.target, terms), hypothesis) for hypothesis in hypotheses]


def _target_of(best: str | None, meant: Sequence[tuple[str | None, Hypothesis]]) -> str:
    return _hypothesis_of(best, meant).target


def _hypothesis_of(best: str | None, meant: Sequence[tuple[str | None, Hypothesis]]) -> Hypothesis:
    """Return the likeliest hypothesis that means `best`; the likeliest of all where none does."""
    if len(meant) == 1:
        return meant[0][1]
    right = [hypothesis for iso, hypothesis in meant if iso == best]
    all_of_them = [hypothesis for _, hypothesis in meant]
    return max(right or all_of_them, key=lambda hypothesis: hypothesis.probability)


def _weighed(readings: dict[str | None, float], text: str) -> dict[str | None, float]:
    """Return the readings after what exact knowledge says of them: years that may be Buddhist, the weekday named.

    Bayes' rule, with the chances that a weekday beside a date is right; what the dates have together stays the same. It
    decides between good readings and between orders of the same numbers; no other reading is made a good one by it.
    """
    if not text.isascii():
        for iso in [iso for iso in readings if iso and other_count(text, iso)]:
            readings[iso] /= 2
            other = other_count(text, iso)
            readings[other] = readings.get(other, 0.0) + readings[iso]
    if len(readings) == 1:
        return readings
    days = [iso for iso in readings if iso and iso != NOT_A_DATE and precision(iso) == "day"]
    named = find_weekday(text) if len(days) > 1 else frozenset()
    if not named:
        return readings
    best = max(days, key=lambda iso: readings[iso])
    bar, numbers = _bar(readings[best]), sorted(_fields(best))
    days = [iso for iso in days if readings[iso] >= bar or sorted(_fields(iso)) == numbers]
    fitting = {
        iso: readings[iso] * (RIGHT_WEEKDAY if weekday(iso) in named else WRONG_WEEKDAY) for iso in days
    }
    together = sum(fitting.values())
    if not together:  # of a network that gives its own best reading no chance
        return readings
    scale = sum(readings[iso] for iso in days) / together
    return {**readings, **{iso: probability * scale for iso, probability in fitting.items()}}


def _in_english(readings: dict[str | None, float], best: str | None, text: str) -> dict[str | None, float]:
    """Return the readings, those of other months added to the one of the month whose English name the text has.

    `May` is November in Basaa; who writes it there has to say so. Where the text has other words, they may speak for
    another language: then English has to be the best reading, and only poor ones are added to it.
    """
    if not best or best == NOT_A_DATE:
        return readings
    rest, bar = _but_month(best), _bar(readings[best])
    months = {_month(iso): iso for iso in readings if iso and iso != NOT_A_DATE and _but_month(iso) == rest}
    english = month_languages(text).get("en", frozenset()) if len(months) > 1 else frozenset()
    if len(english) != 1 or not english <= months.keys():
        return readings
    one, alone = months[min(english)], has_one_word(text)
    if one != best and not alone:
        return readings
    others = {iso for iso in months.values() if iso != one and (alone or readings[iso] < bar)}
    kept = {iso: probability for iso, probability in readings.items() if iso not in others}
    return {**kept, one: readings[one] + sum(readings[iso] for iso in months.values() if iso in others)}


def _on_a_last_day(readings: dict[str | None, float], best: str | None) -> dict[str | None, float]:
    """Return the readings, 'not a date' added to `best` where that is one of the days that not every month has.

    What the network doubts there is whether there was such a day, which is known: 29 February, and the 30th and 31st.
    """
    if not best or not best.endswith(("-02-29", "-30", "-31")) or precision(best) == "month":
        return readings
    kept = {iso: probability for iso, probability in readings.items() if iso != NOT_A_DATE}
    return {**kept, best: readings[best] + readings.get(NOT_A_DATE, 0.0)}


def _month(iso: str) -> int:
    return int(iso[2:4] if iso.startswith("--") else iso[5:7] or "0")


def _but_month(iso: str) -> str:
    """Return a date without its month.

    >>> _but_month("2018-05-09"), _but_month("--05-09"), _but_month("2018-05")
    ('2018-##-09', '--##-09', '2018-##')
    """
    return f"--##{iso[4:]}" if iso.startswith("--") else f"{iso[:5]}##{iso[7:]}" if len(iso) > 4 else iso


def _bar(best: float) -> float:
    """Return the least probability of a good reading beside one of `best`; the best one itself always is."""
    return min(best, max(GOOD_SHARE, GOOD_RATIO * best))


def _merge(meant: Iterable[tuple[str | None, Hypothesis]]) -> dict[str | None, float]:
    """Add up what hypotheses of one meaning have: 18-05-09 and 2018-05-09 are one day."""
    readings: dict[str | None, float] = {}
    for iso, hypothesis in meant:
        readings[iso] = readings.get(iso, 0.0) + hypothesis.probability
    return readings


def _iso(target: str, terms: Terms) -> str | None:
    return target if target == NOT_A_DATE else complete(target, pivot=terms.pivot, year=terms.year)


def _dates(readings: dict[str | None, float]) -> list[Alternative]:
    """Return the dates among `readings`, best first; equal ones in the order of the calendar."""
    dates = [Alternative(iso, round(p, DIGITS)) for iso, p in readings.items() if iso and iso != NOT_A_DATE]
    return sorted(dates, key=lambda date: (-date.probability, date.iso))


def _reported(
    dates: Sequence[Alternative], good: tuple[Alternative, ...], terms: Terms
) -> tuple[Alternative, ...]:
    told = good if terms.top is None else dates[: terms.top]
    return tuple([date for date in told if date.probability > 0])


def _two_readings(good: Sequence[Alternative], order: str | None) -> str:
    count = {2: "two", 3: "three", 4: "four"}.get(len(good), str(len(good)))
    listed = f"{', '.join(date.iso for date in good[:-1])} or {good[-1].iso}"
    return f"{count} good readings: {listed}{_advice(good[0].iso, good[1].iso, order)}"


def _advice(first: str, second: str, order: str | None) -> str:
    """Return the option that would tell two readings apart; '' where none would.

    >>> _advice("2015-04-03", "2015-03-04", None), _advice("2015-10-03", "2015-11-03", "DMY")
    ('; give --order or --locale', '; give --locale')
    """
    one, other = _fields(first), _fields(second)
    if sorted(one) == sorted(other):
        return "; give --order or --locale" if order is None else ""
    same_but_month = len(one) == len(other) and one[:-2] == other[:-2] and one[-1:] == other[-1:]
    return "; give --locale" if same_but_month and len(one) > 1 else ""


def _fields(iso: str) -> list[str]:
    """Return the two-digit fields of a date, the century left out: 01/02/03 has one set of them in every order."""
    return [field[-2:] for field in iso.split("-") if field]


def _warnings(text: str, iso: str) -> tuple[str, ...]:
    named = find_weekday(text)
    if not named or weekday(iso) in named:
        return ()
    said = " or ".join(WEEKDAYS[day] for day in sorted(named))
    return (f"the text says {said}, but {iso} is a {WEEKDAYS[weekday(iso)]}",)
