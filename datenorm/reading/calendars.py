"""Texts with a date of another calendar, among those that nothing else answers: which day of ours it is, or which days.

A calendar is said by the name of its month, by the caller, or by a language whose dates are not Gregorian together with
a year that is none of ours.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from datenorm.dates.calendars import AT_HOME, CALENDARS, Calendar, Source, Written, days, span
from datenorm.dates.months import (
    has_year_of_ours,
    is_said,
    numbered_calendar,
    numeric,
)
from datenorm.dates.months import read as read_named
from datenorm.dates.periods import has_small_era, periods
from datenorm.dates.values import Value
from datenorm.judging.answer import Alternative, Translation, of_another_weekday, refused
from datenorm.judging.spelled import OLD_STYLE, is_old_style
from datenorm.text.characters import clean, with_gershayim
from datenorm.text.names import weekdays_in
from datenorm.text.numerals import without_ethiopic_numerals
from datenorm.text.tokens import Token, tokens

MISSING = "a date of another calendar; pip install 'datenorm[calendars]' brings what counts in them"
LEAP_DAY = "29"
PERIOD = "a month or a year of another calendar, which is no month or year of ours"
DIFFER = 2  # days between sources of the Hijri calendar, at most
HIJRI = "days of the Hijri calendar differ by up to two between its sources; give --hijri"
Read = Callable[[Sequence[str]], Sequence[Translation]]


@dataclass(frozen=True, slots=True)
class Counting:
    """What the caller says of calendars. calendar: of all texts. hijri: the source of Hijri days. Raises ValueError."""

    calendar: Calendar | None = None
    hijri: Source | None = None

    def __post_init__(self) -> None:
        if self.calendar not in (None, *CALENDARS):
            raise ValueError(f"calendar must be one of {', '.join(CALENDARS)}, not {self.calendar!r}")
        if self.hijri not in (None, "civil", "umalqura"):
            raise ValueError(f"hijri must be civil or umalqura, not {self.hijri!r}")


def in_calendars(
    answers: Sequence[Translation],
    order: str | None,
    language: str | None,
    counting: Counting,
    read: Read,
    is_inside: bool = False,
) -> list[Translation]:
    """Return answers with those of other calendars' dates in place of refusals; of all texts, where one is told.

    order, language: of the texts, if told. read: reads texts as dates of ours, with the same hints. is_inside: whether
    the texts stand inside others, in small letters.
    """
    return [
        _answer(answer, order, language, counting, read, is_inside) or answer
        if answer.status == "rejected" or counting.calendar
        else answer
        for answer in answers
    ]


def _answer(
    answer: Translation,
    order: str | None,
    language: str | None,
    counting: Counting,
    read: Read,
    is_inside: bool,
) -> Translation | None:
    if answer.code == "too-long":
        return None
    page = tokens(clean(with_gershayim(without_ethiopic_numerals(answer.text))))
    try:
        if counting.calendar == "julian" or any(is_old_style(page, i) for i in range(len(page))):
            return _old_style(answer, page, read)
        written = _written(answer, page, order, language, counting)
        if written:
            return _counted(answer, page, written, counting)
        return _period(answer, page, language, counting, is_inside)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("convertdate", "hijridate"):
            raise
        return refused(answer.text, "needs-extra", MISSING, order=order)


def _written(
    answer: Translation, page: Sequence[Token], order: str | None, language: str | None, counting: Counting
) -> list[Written]:
    """Return the dates that a text can be: with the name of a month, or in numbers where the calendar is told."""
    # With a year of ours, 二月三十日 is no day at all: it is of another calendar where the text says that.
    other = counting.calendar or not has_year_of_ours(page) or is_said(page, language)
    named = read_named(page, counting.calendar, language=language) if other else []
    calendar = counting.calendar or numbered_calendar(page)
    if calendar is None and answer.code == "other-calendar":
        calendar = AT_HOME.get(language)
    return named or (numeric(page, calendar, order) if calendar else [])


def _period(
    answer: Translation, page: Sequence[Token], language: str | None, counting: Counting, is_inside: bool
) -> Translation | None:
    """Return the answer to a month or a year of another calendar: its days, which no date is; None for any other."""
    is_open = answer.code == "other-calendar"
    small = not counting.calendar and not is_inside and has_small_era(answer.text)
    written = [] if small else periods(page, counting.calendar, language, is_open)
    found = {days for one in written if (days := span(one, counting.hijri))}
    if len(found) != 1:
        return None
    value = Value.between(*found.pop(), "other calendar")
    if written[0].calendar == "hijri" and not counting.hijri:
        value = value.qualified("~")
    return refused(answer.text, "other-calendar", PERIOD, 1.0, order=answer.order)._replace(said=value)


def _old_style(answer: Translation, page: Sequence[Token], read: Read) -> Translation | None:
    """Return the answer to a date of the Julian calendar: the rest of its text is read as one of ours, then counted."""
    words = [token.text for token in page if OLD_STYLE not in token.senses and token.text not in "()[]"]
    known = _day_of(read([" ".join(words)])[0]) or _leap_day(words, read)
    return _counted(answer, page, [Written("julian", *known)], Counting()) if known else None


def _day_of(answer: Translation) -> tuple[int, int, int] | None:
    """Return the year, month and day of an answer; None where it is no day."""
    if answer.status != "ok" or not answer.iso:
        return None
    year, month, day = map(int, answer.iso.split("-"))
    return year, month, day


def _leap_day(words: Sequence[str], read: Read) -> tuple[int, int, int] | None:
    """Return 29 February of a year that is a leap year in the Julian calendar alone, like 1900."""
    if words.count(LEAP_DAY) != 1:
        return None
    before = _day_of(read([" ".join("28" if word == LEAP_DAY else word for word in words)])[0])
    if before is None or before[1:] != (2, 28) or before[0] % 4:
        return None
    return before[0], 2, int(LEAP_DAY)


def _counted(
    answer: Translation, page: Sequence[Token], written: Sequence[Written], counting: Counting
) -> Translation:
    """Return the answer of the days that a date can be."""
    found = sorted({day for one in written for day in days(one, counting.hijri)})
    named = weekdays_in(page)
    if named and written[0].calendar == "hijri" and not counting.hijri:
        found = _on_weekday(found, named) or found
    if not found:
        return refused(answer.text, "no-such-day", "no such day in its calendar", 1.0, order=answer.order)
    isos = [day.isoformat() for day in found]
    if len(isos) > 1:
        return _several(answer, isos, written)
    is_open = written[0].calendar == "hijri" and not counting.hijri and not _is_settled(found[0], named)
    if is_open:  # two sources that agree say nothing of the others, or of who saw the moon
        said = Value.of(f"{isos[0]}~")
        return refused(answer.text, "hijri-source", HIJRI, 1.0, order=answer.order)._replace(said=said)
    found_alone = (Alternative(isos[0], 1.0),)
    return Translation(
        answer.text, isos[0], "ok", 1.0, found_alone, answer.order, of_another_weekday(named, isos[0])
    )


def _on_weekday(found: Sequence[date], named: frozenset[int]) -> list[date]:
    """Return the days on the weekday of a text, among those that sources of the Hijri calendar can have."""
    near = {day + timedelta(away) for day in found for away in range(-DIFFER, DIFFER + 1)}
    return sorted(day for day in near if day.weekday() in named)


def _is_settled(day: date, named: frozenset[int]) -> bool:
    """Return whether the weekday of a text says which day is meant."""
    return named == {day.weekday()}


def _several(answer: Translation, isos: Sequence[str], written: Sequence[Written]) -> Translation:
    share = round(1 / len(isos), 4)
    advice = HIJRI if written[0].calendar == "hijri" else "give --order or --calendar"
    reason = f"{len(isos)} good readings: {' or '.join(isos)}; {advice}"
    alternatives = tuple(Alternative(iso, share) for iso in isos)
    return Translation(
        answer.text, None, "ambiguous", share, alternatives, answer.order, (), reason, "several-readings"
    )
