"""Answers to texts that count from a day: exact code alone, and surer of nothing than the day that they count from."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from datenorm.dates.calendar import precision
from datenorm.dates.relative import UNKNOWN_YEARS, described, moved, moved_time, needs_time, resolve
from datenorm.dates.times import as_datetime
from datenorm.dates.values import Kind, Value
from datenorm.judging.answer import (
    Alternative,
    Status,
    Terms,
    Translation,
    of_another_weekday,
    refused,
    several,
)

UNTOLD = "relative"
NO_DAY = "no-such-day"
WHOLE_DAY = 10  # characters, YYYY-MM-DD


def counted(
    text: str,
    codes: Sequence[str],
    today: date | None,
    terms: Terms,
    order: str | None,
    timed: bool = False,
    weekdays: Collection[int] = (),
    settled: str = "--locale",
) -> Translation:
    """Return the answer to a text that counts from `today`; it is refused where nobody has told that day.

    codes: what the text can mean, as in `dates.relative`. timed: whether times of day are asked for. weekdays: that the
    text names beside the phrase. settled: the option that tells several codes apart, '' for none.

    >>> terms = Terms(2046)
    >>> counted("3 days ago", ["-3D"], date(2018, 5, 9), terms, None).iso
    '2018-05-06'
    >>> counted("3 days ago", ["-3D"], None, terms, None).reason
    '3 days before a day that is not told; give --today'
    """
    if today is None:
        what = "time" if any(map(needs_time, codes)) else "day"
        return refused(
            text, UNTOLD, f"{_said(codes)} a {what} that is not told; give --today", 1.0, order=order
        )
    found: list[str] = []
    for code in codes:
        readings = resolve(code, today, terms.next_week)
        if not readings and needs_time(code) and not isinstance(today, datetime):
            reason = f"{described(code)} {today}, which has no time of day; give --today one, or now"
            return refused(text, UNTOLD, reason, 1.0, order=order)
        if not readings:
            return refused(text, NO_DAY, f"there is no day {described(code)} {today}", 1.0, order=order)
        found += readings if timed else [reading.partition("T")[0] for reading in readings]
    answer = _answer(text, found, "--next" if len(codes) == 1 else settled, order)
    wrong = (
        of_another_weekday(weekdays, answer.iso[:WHOLE_DAY]) if answer.iso and answer.status == "ok" else ()
    )
    return answer._replace(warnings=(*answer.warnings, *wrong))


def counted_from(text: str, codes: Sequence[str], base: Translation) -> Translation:
    """Return the answer to a text that counts from a date in it. base: the answer to that date.

    >>> base = Translation("9 May 2018", "2018-05-09", "ok", 0.99)
    >>> counted_from("2 days after 9 May 2018", ["+2D"], base).iso
    '2018-05-11'
    >>> timed = Translation("9 May 2018 10:00", "2018-05-09T10:00", "ok", 0.99)
    >>> counted_from("3 hours after 9 May 2018 10:00", ["+3h"], timed).iso
    '2018-05-09T13:00'
    """
    said, sure, order = f"{_said(codes)} {base.text!r}", base.confidence, base.order
    open_days = [one.iso for one in base.alternatives] if base.status == "ambiguous" else []
    days = open_days or ([base.iso] if base.iso else [])
    untimed = any(map(needs_time, codes)) and not all("T" in day for day in days)
    if not days or any(len(day) < WHOLE_DAY or day[0] == "-" for day in days) or untimed:
        lacking = base.reason or f"{base.iso} has no {'time of day' if base.status == 'ok' else 'day'}"
        return refused(text, base.code or UNTOLD, f"{said}: {lacking}", sure, order=order)
    try:
        found = [_moved(day, code) for code in codes for day in days]
    except (ValueError, OverflowError):
        return refused(text, NO_DAY, f"there is no day {said}", sure, order=order)
    return _answer(text, found, "--locale" if len(codes) > 1 else "--order or --locale", order, base)


def held_against(answer: Translation, codes: Sequence[str], today: date) -> Translation:
    """Return the answer to a date beside a phrase that counts from `today`, and says the same day.

    A day without a year is completed from it. Where they disagree, the date stands, with a warning.

    >>> said = Translation("yesterday, 8 May", "--05-08", "partial", 0.99)
    >>> held_against(said, ["D-1"], date(2018, 5, 9)).iso, held_against(said, ["D+0"], date(2018, 5, 9)).warnings
    ('2018-05-08', ('the text says the same day as 2018-05-09, which --05-08 is not',))
    """
    day = (answer.iso or "").partition("T")[0]
    readings = [reading.partition("T")[0] for code in codes for reading in resolve(code, today)]
    spans = [(value.start, value.end) for reading in readings if (value := Value.of(reading))]
    if not spans or len(day) < len("--05-08"):
        return answer
    missing = day.startswith("--")
    years = {edge[:5] for span in spans for edge in span if edge} if missing else {""}
    whole = {f"{year}{day.removeprefix('--')}" for year in years}
    found = [
        one
        for one in sorted(whole)
        if Value.of(one) and any((start or one) <= one <= (end or one) for start, end in spans)
    ]
    if not found:
        said = f"the text says {_said(codes)} {today:%Y-%m-%d}, which {answer.iso} is not"
        return answer._replace(warnings=(*answer.warnings, said))
    if missing and len(found) == 1:
        completed = (Alternative(found[0], answer.confidence),)
        return answer._replace(iso=found[0], status="ok", alternatives=completed, said=None)
    return answer


def _moved(iso: str, code: str) -> str:
    """Return what an amount leads to from a day, or from a time on one."""
    if "T" not in iso:
        return moved(date.fromisoformat(iso), code).isoformat()
    return moved_time(as_datetime(iso), iso.partition("T")[2].rstrip("Z").split("+")[0].split("-")[0], code)


def _said(codes: Iterable[str]) -> str:
    return " or ".join(map(described, codes))


def _answer(
    text: str, found: Sequence[str], settled: str, order: str | None, base: Translation | None = None
) -> Translation:
    """Return the answer of readings in EDTF. settled: the option that tells several apart, '' for none."""
    readings = list(dict.fromkeys(found))
    sure, warnings = (base.confidence, base.warnings) if base else (1.0, ())
    good = tuple(Alternative(reading, sure / len(readings)) for reading in readings)
    if len(readings) > 1:
        reason = f"{several(good)}; give {settled}" if settled else several(good)
        return Translation(text, None, "ambiguous", sure, good, order, warnings, reason, "several-readings")
    kind: Kind | None = (
        "week" if "/" in readings[0] else "century" if readings[0].endswith(UNKNOWN_YEARS) else None
    )
    value = Value.of(readings[0], kind)
    if value is None or value.kind not in ("date", "datetime", "month", "year"):
        return refused(text, "no-date-form", str(value), sure, good, order)._replace(said=value)
    whole = value.kind == "datetime" or precision(readings[0]) == "day"
    status: Status = "ok" if whole else "partial"
    return Translation(text, readings[0], status, sure, good, order, warnings)
