"""Translation: what an answer is; and the answers that need no judge.

ok         one good reading of a whole day
partial    one good reading of less than a day: 2018-05, 2018, --05-09
ambiguous  two or more good readings; none is picked in silence
rejected   not a date, impossible, too long, or not sure enough
empty      nothing there
"""

import datetime as python
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from datenorm.dates.buddhist import in_common_era, is_other_year
from datenorm.dates.calendar import complete, precision, weekday
from datenorm.dates.machine import MachineForm
from datenorm.dates.relative import NEARNESS, Nearness
from datenorm.dates.times import as_datetime
from datenorm.dates.values import Kind, Value
from datenorm.network.shown import LONGEST_TEXT, MAX_CHARACTERS

Status = Literal["ok", "partial", "ambiguous", "rejected", "empty"]
STATUSES: tuple[Status, ...] = ("ok", "partial", "ambiguous", "rejected", "empty")

# What is less sure than this is rejected, where neither caller nor model say otherwise. Confidence is calibrated, so
# below it more than one answer in ten would be wrong.
MIN_CONFIDENCE = 0.9
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Alternative(NamedTuple):
    """One reading of a text and its share of the probability."""

    iso: str
    probability: float


class Translation(NamedTuple):
    """The answer to one text. Columns make millions of them: a named tuple is made in a fifth of a dataclass's time.

    iso: the date in ISO 8601, or None; what it says in the form that `as_` asked for. confidence: the probability of
    the best reading ('not a date' is one), 0..1. alternatives: the good readings, or those that `top` asked for, best
    first. order: the hint the text was read with. reason: why there is no iso, in the user's words. code: the same for
    programs; it stays what it is between versions. said: all that the text says, where a date can't.
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
    said: Value | None = None

    @property
    def value(self) -> Value | None:
        """All that the text says, refused as a date or not; None where nobody knows."""
        return self.said or (Value.of(self.iso) if self.iso else None)

    @property
    def kind(self) -> Kind | None:
        """What sort of thing the text says: date, month, range, approximate, decade and so on; see `Value`."""
        return self.value.kind if self.value else None

    @property
    def start(self) -> str | None:
        """The first day of what the text says; None where it is open, or not known."""
        return self.value.start if self.value else None

    @property
    def datetime(self) -> python.datetime | None:
        """The moment as Python has it, without what is finer than a microsecond; for `as_="datetime"`.

        None for a day, for a range of hours, and for what Python has not: a leap second, a year before 1.
        """
        plain = self.kind == "datetime" and ":60" not in (self.iso or "")
        return as_datetime(self.iso) if self.iso and plain and self.iso >= "0001" else None

    @property
    def end(self) -> str | None:
        """The last day of what the text says; None where it is open, or not known."""
        return self.value.end if self.value else None

    def weighed(self, trust: float, warning: str = "") -> "Translation":
        """Return this with no more confidence than `trust`, 0..1, and one more warning, if there is one."""
        if trust == 1 and not warning:
            return self
        warnings = (*self.warnings, warning) if warning else self.warnings
        return self._replace(confidence=min(self.confidence, trust), warnings=warnings)

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
            "kind": self.kind,
            "value": self.value.edtf if self.value else None,
            "start": self.start,
            "end": self.end,
        }

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the heatmap, if the shipped model gives this answer, else the answer."""
        from datenorm.reading.notebook import as_html  # upward: the picture is drawn from another reading

        return as_html(self)


FIRST_PIVOT, LAST_YEAR = 100, 9999  # the century behind a pivot must all be years; as ISO 8601 has them


@dataclass(frozen=True, slots=True)
class Terms:
    """How readings become answers.

    pivot: the last year a two-digit year may mean. year: the year of dates without one. min_confidence: below it a
    reading is rejected. today: the year it is, which no birth is after, and a two-digit year seldom. next_week: which
    of two Mondays is next Monday. fiscal_start: the month that fiscal years begin with.
    """

    pivot: int
    year: int | None = None
    min_confidence: float = MIN_CONFIDENCE
    today: int = 9999
    next_week: Nearness | None = None
    fiscal_start: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for what the caller may say and cannot be; `nan` is within no range."""
        if not FIRST_PIVOT <= self.pivot <= LAST_YEAR:
            raise ValueError(f"pivot_year must be {FIRST_PIVOT} to {LAST_YEAR}, not {self.pivot}")
        if self.year is not None and not 1 <= self.year <= LAST_YEAR:
            raise ValueError(f"year must be 1 to {LAST_YEAR}, not {self.year}")
        if not 0 <= self.min_confidence <= 1:
            raise ValueError(f"min_confidence must be 0 to 1, not {self.min_confidence}")
        if self.next_week not in (None, *NEARNESS):
            raise ValueError(f"next_week must be one of {', '.join(NEARNESS)}, not {self.next_week!r}")
        if self.fiscal_start not in (None, *range(1, 13)):
            raise ValueError(f"fiscal_start must be a month, 1 to 12, not {self.fiscal_start}")


def refused(
    text: str,
    code: str,
    reason: str,
    confidence: float = 0.0,
    alternatives: tuple[Alternative, ...] = (),
    order: str | None = None,
) -> Translation:
    """Return the answer to a text that is rejected, with the readings that have any chance."""
    likely = tuple(date for date in alternatives if date.probability)
    return Translation(text, None, "rejected", confidence, likely, order, (), reason, code)


def several(good: Sequence[Alternative]) -> str:
    """Return what a reason says of several good readings.

    >>> several([Alternative("2015-04-03", 0.6), Alternative("2015-03-04", 0.4)])
    'two good readings: 2015-04-03 or 2015-03-04'
    """
    count = {2: "two", 3: "three", 4: "four"}.get(len(good), str(len(good)))
    return f"{count} good readings: {', '.join(date.iso for date in good[:-1])} or {good[-1].iso}"


def unread(text: str, characters: int, order: str | None) -> Translation:
    """Return the answer to a text that the network is never shown, having no `characters` left, or too many."""
    if not characters:
        return Translation(text, None, "empty", 1.0, order=order, reason="nothing there", code="empty")
    unclear = f"at most {MAX_CHARACTERS} where no one date stands out"
    most = f"{LONGEST_TEXT} at most" if characters > LONGEST_TEXT else unclear
    reason = f"too long: {characters} characters, {most}"
    return refused(text, "too-long", reason, order=order)


def of_machine(
    text: str, form: MachineForm, terms: Terms, order: str | None, language: str | None
) -> Translation:
    """Return the answer to a text that exact code read, without any network.

    >>> form = MachineForm("", "iso-calendar", error="there is no such day")
    >>> of_machine("2018-02-30", form, Terms(2046), None, None).reason
    'there is no such day'
    """
    if form.error:
        return refused(text, "no-such-day", form.error, 1.0, order=order)
    if not form.iso:
        reason = f"{form.value} is less or other than a date"
        return refused(text, "no-date-form", reason, 1.0, order=order)._replace(
            said=_beside_dates(text, form, language)
        )
    if is_other_year(text, form.iso, language):
        return refused(text, "other-calendar", OTHER_YEAR, 1.0, order=order)
    iso = complete(form.iso, pivot=terms.pivot, year=terms.year)
    if iso and language == "th":
        iso = in_common_era(iso)
    if iso is None:
        return refused(text, "no-such-day", NO_LEAP_DAY, 1.0, order=order)
    found = (Alternative(iso, 1.0),)
    status: Status = "ok" if precision(iso) == "day" else "partial"
    return Translation(text, iso, status, 1.0, found, order, form.warnings)


def _beside_dates(text: str, form: MachineForm, language: str | None) -> Value | None:
    """Return what a form says that is no date: a week of ISO 8601, a year before 1; not one of another calendar."""
    if is_other_year(text, form.value, language):
        return None
    common = in_common_era(form.value) if language == "th" else None
    year, _, week = (common or form.value).partition("-W")
    return Value.week(int(year), int(week)) if week.isdigit() else Value.of(form.value)


OTHER_YEAR = "its year may not be of the Gregorian calendar"
BAD_HINT = "bad-hint"  # the code of a text of whose order, locale or day something impossible is told
AHEAD = "its year of two digits is in the future"
NO_LEAP_DAY = "no such day: 29 February of a year that is not a leap year"


def years_ahead(year: str, terms: Terms) -> tuple[str, ...]:
    """Return a warning where a year that two digits were read as is still to come.

    >>> years_ahead("2045", Terms(2046, today=2026)), years_ahead("2026", Terms(2046, today=2026))
    (('its year of two digits is in the future: 2045',), ())
    """
    return (f"{AHEAD}: {year}",) if int(year) > terms.today else ()


def of_another_weekday(named: Collection[int], iso: str) -> tuple[str, ...]:
    """Return a warning where `iso` falls on none of the weekdays that a text names.

    >>> of_another_weekday([5], "2018-05-09"), of_another_weekday([2], "2018-05-09"), of_another_weekday([], "2018")
    (('the text says Saturday, but 2018-05-09 is a Wednesday',), (), ())
    """
    if not named or weekday(iso) in named:
        return ()
    said = " or ".join(WEEKDAYS[day] for day in sorted(named))
    return (f"the text says {said}, but {iso} is a {WEEKDAYS[weekday(iso)]}",)
