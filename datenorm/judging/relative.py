"""Answers to texts that count from a day: exact code alone, and surer of nothing than the day that they count from."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from datenorm.dates.calendar import precision
from datenorm.dates.relative import described, moved, moved_time, needs_time, resolve
from datenorm.dates.times import as_datetime
from datenorm.dates.values import Kind, Value
from datenorm.judging.answer import Alternative, Status, Terms, Translation, refused, several

UNTOLD = "relative"
NO_DAY = "no-such-day"
WHOLE_DAY = 10  # characters, YYYY-MM-DD


def counted(
    text: str, codes: Sequence[str], today: date | None, terms: Terms, order: str | None, timed: bool = False
) -> Translation:
    """Return the answer to a text that counts from `today`; it is refused where nobody has told that day.

    codes: what the text can mean, as in `dates.relative`. timed: whether times of day are asked for.

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
    return _answer(text, found, "--next" if len(codes) == 1 else "--locale", order)


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
    """Return the answer of readings in EDTF. settled: the option that tells several apart."""
    readings = list(dict.fromkeys(found))
    sure, warnings = (base.confidence, base.warnings) if base else (1.0, ())
    good = tuple(Alternative(reading, sure / len(readings)) for reading in readings)
    if len(readings) > 1:
        reason = f"{several(good)}; give {settled}"
        return Translation(text, None, "ambiguous", sure, good, order, warnings, reason, "several-readings")
    kind: Kind | None = "week" if "/" in readings[0] else None
    value = Value.of(readings[0], kind)
    if value is None or value.kind not in ("date", "datetime", "month", "year"):
        return refused(text, "no-date-form", str(value), sure, good, order)._replace(said=value)
    whole = value.kind == "datetime" or precision(readings[0]) == "day"
    status: Status = "ok" if whole else "partial"
    return Translation(text, readings[0], status, sure, good, order, warnings)
