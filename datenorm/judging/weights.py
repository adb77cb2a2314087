"""Weights: exact knowledge that changes the odds of readings, as one ordered list of `readings -> readings`.

A weight decides between readings that stand; what refuses one is a rule. Readings are dates in ISO 8601, 'not a date',
or None for no such day, each with its probability.
"""

from collections.abc import Callable
from typing import NamedTuple

from datenorm.dates.buddhist import other_count
from datenorm.dates.calendar import MONTHS, complete, precision, weekday
from datenorm.dates.targets import NOT_A_DATE
from datenorm.rewriting.page import Page
from datenorm.text.lexicon import languages_of, values_in
from datenorm.text.names import has_one_word, month_languages

Readings = dict[str | None, float]

# A second reading is good when hiding it would err in one answer of twenty, and the best one is not ten times as
# likely. The ratio alone would call guesses of 2% each good; the share alone, what a sure model does not believe.
GOOD_SHARE = 0.05
GOOD_RATIO = 0.1
# How often a weekday written beside a date is the date's own, and how often it is one certain other day of the week.
RIGHT_WEEKDAY, WRONG_WEEKDAY = 0.95, 0.05 / 6
# How often the second of two bare numbers, above 12, is a year and not a day: 11/23.
SECOND_IS_A_YEAR = 0.5


class Sight(NamedTuple):
    """What a weight may look at. pivot: the last year that two digits may mean."""

    page: Page
    order: str | None
    language: str | None
    pivot: int


class Weight(NamedTuple):
    """One thing that changes the odds, with a line of why."""

    name: str
    why: str
    change: Callable[[Readings, Sight], Readings]


def weighed(readings: Readings, sight: Sight) -> Readings:
    """Return the readings after all weights."""
    for weight in WEIGHTS:
        readings = weight.change(readings, sight)
    return readings


def good_from(best: float) -> float:
    """Return the least probability of a good reading beside one of `best`; the best one itself always is."""
    return min(best, max(GOOD_SHARE, GOOD_RATIO * best))


def _buddhist_years(readings: Readings, sight: Sight) -> Readings:
    if sight.page.text.isascii():
        return readings
    found = dict(readings)
    for iso, probability in readings.items():
        other = other_count(sight.page.text, iso) if iso else None
        if iso and other:
            found[iso] = probability / 2
            found[other] = found.get(other, 0.0) + probability / 2
    return found


def _weekdays(readings: Readings, sight: Sight) -> Readings:
    """Bayes' rule, with the chances that a weekday beside a date is right; what the dates have together stays the same.

    It decides between good readings and between orders of the same numbers; no other reading is made a good one by it.
    """
    days = [iso for iso in readings if iso and iso != NOT_A_DATE and precision(iso) == "day"]
    named = sight.page.weekdays if len(days) > 1 else frozenset()
    if not named:
        return readings
    best = max(days, key=lambda iso: readings[iso])
    bar, numbers = good_from(readings[best]), sorted(_fields(best))
    days = [iso for iso in days if readings[iso] >= bar or sorted(_fields(iso)) == numbers]
    fitting = {
        iso: readings[iso] * (RIGHT_WEEKDAY if weekday(iso) in named else WRONG_WEEKDAY) for iso in days
    }
    together = sum(fitting.values())
    if not together:  # of a network that gives its own best reading no chance
        return readings
    scale = sum(readings[iso] for iso in days) / together
    return {**readings, **{iso: probability * scale for iso, probability in fitting.items()}}


def _english_months(readings: Readings, sight: Sight) -> Readings:
    """Add the readings of other months to the one of the month whose English name the text has.

    `May` is November in Basaa; who writes it there has to say so. Where the text has other words, they may speak for
    another language: then English has to be the best reading, and only poor ones are added to it.
    """
    best = _best(readings)
    if sight.language or len(readings) < 2 or not best or best == NOT_A_DATE:
        return readings
    rest, bar = _but_month(best), good_from(readings[best])
    months = {_month(iso): iso for iso in readings if iso and iso != NOT_A_DATE and _but_month(iso) == rest}
    english = month_languages(sight.page.tokens).get("en", frozenset()) if len(months) > 1 else frozenset()
    if len(english) != 1 or not english <= months.keys():
        return readings
    one, alone = months[min(english)], has_one_word(sight.page.tokens)
    if one != best and not alone:
        return readings
    others = {iso for iso in months.values() if iso != one and (alone or readings[iso] < bar)}
    kept = {iso: probability for iso, probability in readings.items() if iso not in others}
    return {**kept, one: readings[one] + sum(readings[iso] for iso in months.values() if iso in others)}


def _one_language(readings: Readings, sight: Sight) -> Readings:
    """Add the readings of other months to the one that a month's name has where the weekday's language has it.

    Listopad is November in Polish and October in Croatian; beside środa it is Polish.
    """
    best = _best(readings)
    if sight.language or len(readings) < 2 or not best or best == NOT_A_DATE:
        return readings
    months = _months_beside_weekdays(sight.page)
    rest = _but_month(best)
    found = [iso for iso in readings if iso and iso != NOT_A_DATE and _but_month(iso) == rest]
    right = [iso for iso in found if _month(iso) in months]
    if len(right) != 1 or len(found) < 2:
        return readings
    kept = {iso: probability for iso, probability in readings.items() if iso not in found}
    return {**kept, right[0]: sum(readings[iso] for iso in found)}


def _months_beside_weekdays(page: Page) -> frozenset[int]:
    """Return the months that the month's name means in the languages that have the weekday's name too."""
    names = [token.senses["month"] for token in page.tokens if "month" in token.senses]
    days = [token.senses["weekday"] for token in page.tokens if "weekday" in token.senses]
    if len(names) != 1 or not days:
        return frozenset()
    return values_in(names[0], frozenset.intersection(*map(languages_of, days)))


def _last_days(readings: Readings, _: Sight) -> Readings:
    """Add 'not a date' to the best reading where that is one of the days that not every month has.

    What the network doubts there is whether there was such a day, which is known: 29 February, and the 30th and 31st.
    """
    best = _best(readings)
    if not best or not best.endswith(("-02-29", "-30", "-31")) or precision(best) == "month":
        return readings
    kept = {iso: probability for iso, probability in readings.items() if iso != NOT_A_DATE}
    return {**kept, best: readings[best] + readings.get(NOT_A_DATE, 0.0)}


def _second_number(readings: Readings, sight: Sight) -> Readings:
    """Share a day without a year in two bare numbers with the month of a year that they may be as well: 11/23."""
    best = _best(readings)
    if sight.order or sight.language or not best or not best.startswith("--"):
        return readings
    numbers = [i for i, token in enumerate(sight.page.tokens) if token.kind == "number"]
    if len(numbers) != 2 or numbers[1] != numbers[0] + 2 or not sight.page.is_sign(numbers[0] + 1, "/-"):
        return readings
    first, second = (sight.page.tokens[i].text for i in numbers)
    if int(first) > MONTHS or int(second) <= MONTHS or len(second) != 2 or sight.page.weekdays:
        return readings
    month = complete(f"{second}-{int(first):02}", pivot=sight.pivot)
    share = readings[best] * SECOND_IS_A_YEAR
    return {**readings, best: readings[best] - share, month: readings.get(month, 0.0) + share}


WEIGHTS = (
    Weight("Buddhist years", "a Thai text may count its years from another beginning", _buddhist_years),
    Weight("weekdays", "a weekday beside a date is mostly its own", _weekdays),
    Weight("English months", "an English name means its English month", _english_months),
    Weight("one language", "a weekday tells the language of the month beside it", _one_language),
    Weight("last days", "whether a month has a 31st is known", _last_days),
    Weight("second number", "11/23 may be November 2023", _second_number),
)


def _best(readings: Readings) -> str | None:
    return max(readings, key=readings.__getitem__)


def _month(iso: str) -> int:
    return int(iso[2:4] if iso.startswith("--") else iso[5:7] or "0")


def _but_month(iso: str) -> str:
    """Return a date without its month.

    >>> _but_month("2018-05-09"), _but_month("--05-09"), _but_month("2018-05")
    ('2018-##-09', '--##-09', '2018-##')
    """
    return f"--##{iso[4:]}" if iso.startswith("--") else f"{iso[:5]}##{iso[7:]}" if len(iso) > 4 else iso


def _fields(iso: str) -> list[str]:
    """Return the two-digit fields of a date, the century left out: 01/02/03 has one set of them in every order."""
    return [field[-2:] for field in iso.split("-") if field]
