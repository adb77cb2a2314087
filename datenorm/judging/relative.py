"""Answers to texts that count from a day: exact code alone, and surer of nothing than the day that they count from."""

from collections.abc import Iterable, Sequence
from datetime import date

from datenorm.dates.calendar import precision
from datenorm.dates.relative import described, moved, needs_time, resolve
from datenorm.dates.values import Kind, Value
from datenorm.judging.answer import Alternative, Status, Terms, Translation, refused, several

UNTOLD = "relative"
NO_DAY = "no-such-day"


def counted(
    text: str, codes: Sequence[str], today: date | None, terms: Terms, order: str | None
) -> Translation:
    """Return the answer to a text that counts from `today`; it is refused where nobody has told that day.

    codes: what the text can mean, as in `dates.relative`.

    >>> terms = Terms(2046)
    >>> counted("3 days ago", ["-3D"], date(2018, 5, 9), terms, None).iso
    '2018-05-06'
    >>> counted("3 days ago", ["-3D"], None, terms, None).reason
    '3 days before a day that is not told; give --today'
    """
    timed = any(map(needs_time, codes))
    if today is None:
        return refused(
            text,
            UNTOLD,
            f"{_said(codes)} a {'time' if timed else 'day'} that is not told; give --today",
            1.0,
            order=order,
        )
    found = [reading for code in codes for reading in resolve(code, today, terms.next_week)]
    if not found and timed:
        reason = f"{_said(codes)} {today}, which has no time of day; give --today one, or now"
        return refused(text, UNTOLD, reason, 1.0, order=order)
    if not found:
        return refused(text, NO_DAY, f"there is no day {_said(codes)} {today}", 1.0, order=order)
    return _answer(text, found, "--next" if len(codes) == 1 else "--locale", order)


def counted_from(text: str, codes: Sequence[str], base: Translation) -> Translation:
    """Return the answer to a text that counts from a date in it. base: the answer to that date.

    >>> base = Translation("9 May 2018", "2018-05-09", "ok", 0.99)
    >>> counted_from("2 days after 9 May 2018", ["+2D"], base).iso
    '2018-05-11'
    """
    days = (
        [one.iso for one in base.alternatives]
        if base.status == "ambiguous"
        else [base.iso]
        if base.iso
        else []
    )
    if not days or any(precision(day) != "day" for day in days) or any(map(needs_time, codes)):
        lacking = base.reason or f"{base.iso} has no {'time of day' if base.status == 'ok' else 'day'}"
        return refused(
            text,
            base.code or "relative",
            f"{_said(codes)} {base.text!r}: {lacking}",
            base.confidence,
            order=base.order,
        )
    try:
        found = [moved(date.fromisoformat(day), code).isoformat() for code in codes for day in days]
    except (ValueError, OverflowError):
        return refused(
            text, NO_DAY, f"there is no day {_said(codes)} {base.text!r}", base.confidence, order=base.order
        )
    settled = "--locale" if len(codes) > 1 else "--order or --locale"
    return _answer(text, found, settled, base.order, base)


def _said(codes: Iterable[str]) -> str:
    return " or ".join(map(described, codes))


def _answer(
    text: str, found: Sequence[str], settled: str, order: str | None, base: Translation | None = None
) -> Translation:
    """Return the answer of readings in EDTF. settled: the option that tells several apart."""
    readings = list(dict.fromkeys(found))
    sure = base.confidence if base else 1.0
    good = tuple(Alternative(reading, sure / len(readings)) for reading in readings)
    warnings = base.warnings if base else ()
    if len(readings) > 1:
        reason = f"{several(good)}; give {settled}"
        return Translation(text, None, "ambiguous", sure, good, order, warnings, reason, "several-readings")
    value = _value(readings[0])
    if value.kind not in ("date", "datetime", "month", "year"):
        return refused(text, "no-date-form", str(value), sure, good, order)._replace(said=value)
    iso = readings[0].partition("T")[0]
    status: Status = "ok" if precision(iso) == "day" else "partial"
    said = value if value.kind == "datetime" else None
    return Translation(text, iso, status, sure, (Alternative(iso, sure),), order, warnings, said=said)


def _value(reading: str) -> Value:
    kind: Kind | None = "week" if "/" in reading else None
    value = Value.of(reading, kind)
    assert value is not None
    return value
