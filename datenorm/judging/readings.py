"""Readings: what the network's hypotheses mean, added up and weighed, and which of them are worth telling."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, Protocol

from datenorm.dates.calendar import complete, weekday
from datenorm.dates.targets import NOT_A_DATE
from datenorm.judging.answer import Alternative, Terms, several
from datenorm.judging.seen import Seen
from datenorm.judging.weights import GOOD_RATIO, GOOD_SHARE, Readings, Sight, good_from, weighed
from datenorm.rewriting.page import Page
from datenorm.text.names import is_open

DIGITS = 4  # of a probability: further on, processors differ
# Above this no other reading can be good: best + second <= 1 and second >= GOOD_RATIO * best.
SURE = 1 / (1 + GOOD_RATIO)
# The same for a month's name that languages disagree on, where no language is told: there the share alone decides.
SURE_OF_A_NAME = 1 - GOOD_SHARE


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


class Meant(NamedTuple):
    """A hypothesis and what it means: a date, 'not a date', or None for no such day."""

    iso: str | None
    hypothesis: Hypothesis


def meant_by(hypotheses: Iterable[Hypothesis], terms: Terms) -> list[Meant]:
    """Return hypotheses with what they mean under `terms`."""
    return [Meant(_iso(hypothesis.target, terms), hypothesis) for hypothesis in hypotheses]


def _iso(target: str, terms: Terms) -> str | None:
    return target if target == NOT_A_DATE else complete(target, pivot=terms.pivot, year=terms.year)


def hypothesis_of(best: str | None, meant: Sequence[Meant]) -> Hypothesis:
    """Return the likeliest hypothesis that means `best`; the likeliest of all where none does."""
    if len(meant) == 1:
        return meant[0].hypothesis
    right = [hypothesis for iso, hypothesis in meant if iso == best]
    all_of_them = [hypothesis for _, hypothesis in meant]
    return max(right or all_of_them, key=lambda hypothesis: hypothesis.probability)


def readings_of(meant: Iterable[Meant], seen: Seen, terms: Terms) -> Readings:
    """Add up what hypotheses of one meaning have, 18-05-09 and 2018-05-09 being one day, and weigh the sums."""
    readings: Readings = {}
    for iso, hypothesis in meant:
        readings[iso] = readings.get(iso, 0.0) + hypothesis.probability
    return weighed(readings, Sight(seen.page, seen.order, seen.language, terms.pivot))


def good_ones(dates: Sequence[Alternative], seen: Seen) -> tuple[Alternative, ...]:
    """Return the readings that are worth telling; among names that languages disagree on, rarer ones too."""
    bar = good_from(dates[0].probability)
    unsure = seen.language is None and any(GOOD_SHARE <= date.probability < bar for date in dates)
    if unsure and is_open(seen.page.tokens):
        bar = GOOD_SHARE
    return tuple(date for date in dates if date.probability >= bar)


def dates_among(readings: Readings) -> tuple[Alternative, ...]:
    """Return the dates among `readings`, best first."""
    return best_first({iso: p for iso, p in readings.items() if iso and iso != NOT_A_DATE})


def best_first(dates: dict[str, float]) -> tuple[Alternative, ...]:
    """Return dates with their probabilities, best first; equal ones in the order of the calendar."""
    found = [Alternative(iso, round(probability, DIGITS)) for iso, probability in dates.items()]
    return tuple(sorted(found, key=lambda date: (-date.probability, date.iso)))


def contradicts_weekday(page: Page, target: str, terms: Terms) -> bool:
    """Return whether a text names a weekday that the date of `target` does not fall on."""
    if target == NOT_A_DATE or target.count("-") != 2 or target.startswith("--"):
        return False
    named = page.weekdays
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
