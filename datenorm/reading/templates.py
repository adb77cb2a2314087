"""Templates: what the answer to a specimen makes of each of its numbers, kept, and filled in for any text of the shape.

The numbers of a specimen differ, so each field of its answer tells its number; a month that no number spells is named
by the words. What a template leaves open is not filled: such a text is read as it stands.
"""

import re
from calendar import isleap
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from datenorm.dates.calendar import precision, resolve_century
from datenorm.dates.machine import read
from datenorm.dates.machine.days import LENGTHS, SHORTEST, day_error
from datenorm.dates.order import other_order
from datenorm.dates.targets import Target
from datenorm.judging.answer import (
    Alternative,
    Status,
    Terms,
    Translation,
    of_another_weekday,
    refused,
    years_ahead,
)
from datenorm.judging.claims import claim
from datenorm.judging.judge import MOST_LIKELY
from datenorm.judging.readings import DIGITS, for_the_past, two_readings
from datenorm.judging.spelled import months_of
from datenorm.reading.shapes import Mask, Numbers, Specimen, is_of_time
from datenorm.rewriting.page import Page
from datenorm.text.characters import clean
from datenorm.text.names import weekdays_or_not

Fill = Callable[[str, Numbers], Translation | None]
TWO_DIGITS = {f"{value:0{width}}": f"{value:02}" for value in range(1, 32) for width in (1, 2)}
NUMBER_OR_DATE = re.compile(r"((?:--)?[0-9]+(?:-[0-9]+)*)")
# Refusals that depend on more than a shape; see benchmarks/README.md, 'Columns'.
UNSURE = frozenset(
    ("not-sure", "roles", "no-such-day", "too-long", "weekday-inside", "between-months", "another-year")
)
LEAP_YEAR = 2000  # the year of days without one


class Reading(NamedTuple):
    """One reading of a shape.

    fields: takes year, month and day out of the numbers and `known`, each '' where the date has none. years: the full
    year of each two digits; ahead: what is said of those that are still to come. share: of the probability. places: of
    year, month and day among the numbers; None for what the words say, or the text lacks.
    """

    fields: Callable[[Sequence[str]], tuple[str, str, str]]
    known: tuple[str, ...]
    years: Mapping[str, str]
    ahead: Mapping[str, tuple[str, ...]]
    share: float
    places: tuple[int | None, int | None, int | None]

    def date(self, numbers: Numbers) -> tuple[str, str, str]:
        """Return year, month and day of a text with these numbers, as ISO 8601 writes them, '' for what it lacks."""
        year, month, day = self.fields(numbers + self.known)
        return self.years.get(year, year), TWO_DIGITS.get(month, ""), TWO_DIGITS.get(day, "")

    def warnings(self, numbers: Numbers) -> tuple[str, ...]:
        """Return what is said of the year of a text with these numbers."""
        return self.ahead.get(self.fields(numbers + self.known)[0], ())


class Template(NamedTuple):
    """What is read of a shape: the answer to its specimen, and what fills in other texts. None is read as it stands.

    named: the weekdays that its words name.
    """

    mask: Mask
    specimen: Specimen
    answer: Translation
    readings: tuple[Reading, ...]
    fill: Fill
    named: frozenset[int] = frozenset()


def template_of(
    mask: Mask, specimen: Specimen, answer: Translation, terms: Terms, language: str | None, told: bool
) -> Template:
    """Return the template that the answer to a specimen makes. told: whether the order of its numbers is."""
    page = Page(clean(specimen.text), language=language)
    found = [_reading(mask, specimen, one, terms, page) for one in answer.alternatives]
    readings = tuple(one for one in found if one)
    words = page.tokens
    denied = any(map(weekdays_or_not, words))  # nie 10 sierpnia, po 3 maja: its day says what that is
    if answer.status == "rejected":  # 平成30年(2018年)5月9日: whether both years are one
        denied |= any("era" in word.senses for word in words)
    if answer.status == "empty" or answer.said or len(readings) < len(found) or denied:
        return Template(mask, specimen, answer, (), _leave)
    named = page.weekdays
    return Template(
        mask, specimen, answer, readings, _fill_of(specimen, answer, readings, told, named), named
    )


def _fill_of(
    specimen: Specimen, answer: Translation, readings: Sequence[Reading], told: bool, named: frozenset[int]
) -> Fill:
    if answer.status == "rejected":
        unsure = answer.code in UNSURE or (answer.code == "number" and _may_be_timed(specimen, readings))
        return _leave if unsure else _refusal(readings, specimen, answer)
    if named and len(readings) > 1:
        return _leave
    if (
        len(readings) == 1
        and not told
        and (named or not answer.order)
        and other_order(clean(specimen.text), _target(answer))
    ):
        return _leave
    if len(readings) > 1 or answer.status != "ok":
        return _several(readings, answer)
    if not named:
        return _day(readings[0], answer)
    return _day_of_week(readings[0], answer, named)


def _may_be_timed(specimen: Specimen, readings: Sequence[Reading]) -> bool:
    """Return whether a number that the best reading leaves may be a time in another text: 9 May 2018 1631."""
    taken = readings[0].places if readings else ()
    left = [number for place, number in enumerate(specimen.numbers) if place not in taken]
    return any(len(number) == len("1631") and number < "3000" for number in left)


def _target(answer: Translation) -> str:
    return answer.alternatives[0].iso


def _leave(text: str, numbers: Numbers) -> Translation | None:
    return None


def _reading(mask: Mask, specimen: Specimen, one: Alternative, terms: Terms, page: Page) -> Reading | None:
    year, month, day = (*one.iso.removeprefix("-").split("-"), "", "")[:3]
    # An hour is no day, though a day in words may be as large: zehnter Mai 1988, 10:47.
    timed = zip(mask.places, specimen.numbers, strict=True)
    numbers = tuple("" if is_of_time(place) else number for place, number in timed)
    pivot = terms.pivot
    if year not in numbers and any(len(number) == 2 for number in numbers):
        pivot = for_the_past(terms, page).pivot
    places = [
        _place(numbers, year, lambda number: _full(number, pivot)),
        _place(numbers, month, lambda number: number.zfill(2)),
        _place(numbers, day, lambda number: number.zfill(2)),
    ]
    spelled = [place for place in places if place is not None and place < len(numbers)]
    open_year = places[0] is None and year != str(terms.year)
    if open_year or (places[2] is None) or len(set(spelled)) < len(spelled):
        return None
    if places[1] is None and not _is_named(one, page):
        return None
    if not day and month and _are_years(places, numbers):
        return None
    known = (year, month, "")
    fields = itemgetter(*(len(numbers) + i if place is None else place for i, place in enumerate(places)))
    short = places[0] is not None and places[0] < len(numbers) and len(numbers[places[0]]) == 2
    year_at, month_at, day_at = (None if at is None or at >= len(numbers) else at for at in places)
    years = _centuries(pivot) if short else {}
    ahead = {digits: said for digits, full in years.items() if (said := years_ahead(full, terms))}
    return Reading(fields, known, years, ahead, one.probability, (year_at, month_at, day_at))


def _is_named(one: Alternative, page: Page) -> bool:
    """Return whether a word of a text claims the month of its date, misspelt or not."""
    target = Target.of(one.iso)
    if any(token.kind == "word" and int(target.month) in months_of(token) for token in page.tokens):
        return True
    found = claim(page.text, target, page.language, cut=page.tokens)
    return found.lacking is None and found.tokens[found.claims["month"][0]].kind == "word"


def _place(numbers: Numbers, field: str, written: Callable[[str], str]) -> int | None:
    """Return the number that spells a field, the place of '' behind them all if there is none; None if nothing does."""
    if not field:
        return len(numbers) + 2
    found = [i for i, number in enumerate(numbers) if len(number) in (1, 2, 4) and written(number) == field]
    return found[0] if len(found) == 1 else None


def _full(number: str, pivot: int) -> str:
    return str(resolve_century(int(number), pivot)) if len(number) == 2 else number


def _are_years(places: Sequence[int | None], numbers: Numbers) -> bool:
    """Return whether a year stands before a number that may be the year behind it: 2011/12."""
    year, month, _ = places
    return year is not None and month is not None and year < month < len(numbers)


@lru_cache(maxsize=16)
def _centuries(pivot: int) -> Mapping[str, str]:
    return {f"{year:02}": str(resolve_century(year, pivot)) for year in range(100)}


def _day(reading: Reading, specimen: Translation) -> Fill:
    """Return what fills in a shape with one reading, a whole day: the commonest, and the fastest."""
    fields, known, years, ahead, share, _ = reading
    status, confidence, order = specimen.status, specimen.confidence, specimen.order
    new = tuple.__new__  # by which a named tuple is made in half the time

    def fill(text: str, numbers: Numbers) -> Translation | None:
        year, month, day = fields(numbers + known)
        day, month, warnings = TWO_DIGITS[day], TWO_DIGITS[month], ahead.get(year, ())
        year = years.get(year, year)
        if day > "28" and not _exists(year, month, day):
            return _no_such_day(text, [(year, month, day)], order)
        iso = f"{year}-{month}-{day}"
        alternatives = (new(Alternative, (iso, share)),)
        return new(
            Translation, (text, iso, status, confidence, alternatives, order, warnings, None, None, None)
        )

    return fill


def _day_of_week(reading: Reading, specimen: Translation, named: frozenset[int]) -> Fill:
    """Return what fills in a shape whose words name weekdays. A day that is none of them has a warning.

    But where the weekday may tell the century, or the month among numbers, such a text is left.
    """
    fill = _day(reading, specimen)
    tells = bool(reading.years) or reading.places[1] is not None

    def fill_named(text: str, numbers: Numbers) -> Translation | None:
        answer = fill(text, numbers)
        if answer is None or answer.iso is None or date.fromisoformat(answer.iso).weekday() in named:
            return answer
        return None if tells else answer._replace(warnings=of_another_weekday(named, answer.iso))

    return fill_named


def _several(readings: Sequence[Reading], specimen: Translation) -> Fill:
    """Return what fills in a shape with several readings, or with less than a day.

    Readings of one day are one; what a reading that is no day had, the others have.
    """
    together = sum(reading.share for reading in readings)
    order = specimen.order

    def fill(text: str, numbers: Numbers) -> Translation | None:
        dates = [reading.date(numbers) for reading in readings]
        shares: dict[str, float] = {}
        for fields, reading in zip(dates, readings, strict=True):
            if _exists(*fields):
                iso = iso_of(*fields)
                shares[iso] = shares.get(iso, 0.0) + reading.share
        standing = sum(shares.values())
        if standing < MOST_LIKELY * together:
            return _no_such_day(text, dates, order)
        scale = together / standing
        good = [Alternative(iso, round(share * scale, DIGITS)) for iso, share in shares.items()]
        good.sort(key=lambda one: (-one.probability, one.iso))
        read_as = next(
            one for one, fields in zip(readings, dates, strict=True) if iso_of(*fields) == good[0].iso
        )
        return _answer(text, tuple(good), order, read_as.warnings(numbers))

    return fill


def _refusal(readings: Sequence[Reading], specimen: Specimen, answer: Translation) -> Fill:
    """Return what refuses the texts of a shape, in the words of the specimen's refusal with their own numbers."""
    pieces = _pieces(answer, specimen.numbers)
    confidence, order, code = answer.confidence, answer.order, answer.code

    def fill(text: str, numbers: Numbers) -> Translation | None:
        dates = [reading.date(numbers) for reading in readings]
        if not all(_exists(*fields) for fields in dates) or read(text if text.isascii() else clean(text)):
            return None  # no date at all, or a form that the specimen's numbers have not: an offset of +02:00
        isos = [iso_of(*fields) for fields in dates]
        if len(set(isos)) < len(isos):
            return None  # 01/01: one day whose readings differ for other numbers
        said = (*numbers, *isos)
        reason = "".join([piece if isinstance(piece, str) else said[piece] for piece in pieces])
        shares = tuple(Alternative(iso, one.share) for iso, one in zip(isos, readings, strict=True))
        return refused(text, code or "", reason, confidence, shares, order)

    return fill


def _pieces(answer: Translation, numbers: Numbers) -> list[str | int]:
    """Return a reason cut at what is a text's own: the place of a number, or behind all of these that of a date."""
    own = {number: place for place, number in enumerate(numbers)}
    own |= {one.iso: place for place, one in enumerate(answer.alternatives, len(numbers))}
    pieces = NUMBER_OR_DATE.split(answer.reason or "")
    return [own.get(piece, piece) for piece in pieces]


def _answer(
    text: str, good: tuple[Alternative, ...], order: str | None, warnings: tuple[str, ...]
) -> Translation:
    iso, confidence = good[0]
    if len(good) > 1:
        reason = two_readings(good, order)
        return Translation(text, None, "ambiguous", confidence, good, order, (), reason, "several-readings")
    status: Status = "ok" if precision(iso) == "day" else "partial"
    return Translation(text, iso, status, confidence, good, order, warnings)


def iso_of(year: str, month: str, day: str) -> str:
    """Return a date in ISO 8601.

    >>> iso_of("2018", "05", "09"), iso_of("", "05", "09"), iso_of("2018", "05", "")
    ('2018-05-09', '--05-09', '2018-05')
    """
    return "-".join(filter(None, (year, month, day))) if year else f"--{month}-{day}"


def _exists(year: str, month: str, day: str) -> bool:
    if not day or int(day) <= SHORTEST:
        return True
    if (month, day) == ("02", "29"):
        return not year or isleap(int(year))
    return int(day) <= LENGTHS[int(month)]


def _no_such_day(text: str, dates: Sequence[tuple[str, str, str]], order: str | None) -> Translation:
    year, month, day = dates[0]
    reason = day_error(int(year or LEAP_YEAR), int(month), int(day))
    return refused(text, "no-such-day", reason, 1.0, order=order)
