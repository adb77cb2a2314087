"""Relative dates: what a phrase that counts from a day means, once that day is known. Exact arithmetic, no clock.

    -3D     3 days before           D-1    yesterday         <E0    last Monday, of which there may be two
    -1Y2M   1 year and 2 months     W+1    next week         W-1E0  Monday of last week
    C-1     last century            Q+0    this quarter
    +2h     in 2 hours              s+0    now               >M3    next March
    Y-1.05-03  3 May last year      M-1.03  3rd of last month  <M5.03  last 3 May, <N5.03 where that is the nearest one

Days and weeks are counted in days; months, quarters and years by the calendar: a month after 31 January is the last
day of February. Weeks begin on Monday, as in ISO 8601.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from datenorm.dates.calendar import MONTHS

NOW = "now"
Nearness = Literal["nearest", "week"]
NEARNESS: tuple[Nearness, ...] = (
    "nearest",
    "week",
)  # next Monday: the first one to come, or that of next week
WEEK, QUARTER = 7, 3
YEARS_OF_CENTURY, UNKNOWN_YEARS = 100, "XX"
WHOLE = len("2018-05-09")
FIRST_QUARTER = 33  # as ISO 8601-2 numbers the parts of a year
IN_MONTHS = {"Y": MONTHS, "Q": QUARTER, "M": 1}
NAMES = {
    "C": "century",
    "Y": "year",
    "Q": "quarter",
    "M": "month",
    "W": "week",
    "D": "day",
    "h": "hour",
    "m": "minute",
    "s": "second",
}
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
STEPS = re.compile(r"(\d+)([YQMWDhms])")
PERIOD = re.compile(r"([CYQMWDs])([+-]\d+)")
WEEKDAY = re.compile(r"(?:W([+-]\d+)|([<=>]))E([0-6])")
MONTH = re.compile(r"([<>])[MN](\d+)")
FIELDS = "."  # between a year or month and what stands in it


def resolve(code: str, today: date, nearness: Nearness | None = None) -> tuple[str, ...]:
    """Return what a code means, counted from `today`: in EDTF, of two readings the nearer one first.

    A day, a month, a year, a quarter; the first and last day of a week; a time where hours are counted from one. None
    where there is no such day, or where hours are counted from a day without a time. nearness: settles next Monday.

    >>> resolve("-3M", date(2018, 5, 31)), resolve("M-1", date(2018, 5, 31)), resolve("+2h", datetime(2018, 5, 9, 23))
    (('2018-02-28',), ('2018-04',), ('2018-05-10T01:00',))
    >>> resolve("W+1", date(2018, 5, 9)), resolve(">E2", date(2018, 5, 8)), resolve(">E2", date(2018, 5, 8), "week")
    (('2018-05-14/2018-05-20',), ('2018-05-09', '2018-05-16'), ('2018-05-16',))
    """
    try:
        found = dict.fromkeys(_readings(code, today))
    except (ValueError, OverflowError):
        return ()
    readings = tuple(found)
    if nearness and len(readings) > 1:
        return (readings[NEARNESS.index(nearness)],)
    return readings


def _readings(code: str, today: date) -> Iterator[str]:
    """Yield the readings of a code: the nearest, then that of the week or year, where both are meant."""
    head, _, fields = code.partition(FIELDS)
    if fields:
        yield from _placed(head, fields, _day(today))
    elif code[0] in "+-":
        yield from _moved(code, today)
    elif found := WEEKDAY.fullmatch(code):
        week, sign, day = found.groups()
        yield from _of_week(int(week), int(day), today) if week else _weekdays(sign, int(day), today)
    elif found := MONTH.fullmatch(code):
        yield from _months(found[1], int(found[2]), today)
    elif found := PERIOD.fullmatch(code):
        yield from _period(found[1], int(found[2]), today)


def _placed(head: str, fields: str, today: date) -> Iterator[str]:
    """Yield the day or month that `fields` are of the year or month that `head` says. Raises ValueError for none."""
    if not (found := MONTH.fullmatch(head)):
        [period] = _readings(head, today)
        yield date.fromisoformat(f"{period}-{fields}-01"[:WHOLE]).isoformat()[: len(period) + 1 + len(fields)]
        return
    step, month, day = 1 if found[1] == ">" else -1, int(found[2]), int(fields)
    year = today.year
    while (date(year, month, day) - today).days * step <= 0:
        year += step
    yield date(year, month, day).isoformat()
    if "N" not in head:
        yield date(today.year + step, month, day).isoformat()


def reference(text: str, zone: str | None = None) -> date:
    """Return the day, or the time, that a caller says phrases count from: ISO 8601, or `now`. Raises ValueError.

    zone: of the tz database, whose clocks say what time it is now; that of this machine where none is told.

    >>> reference("2018-05-09"), reference("2018-05-09T10:11")
    (datetime.date(2018, 5, 9), datetime.datetime(2018, 5, 9, 10, 11))
    """
    if text == NOW:
        return datetime.now(ZoneInfo(zone) if zone else None).replace(microsecond=0, tzinfo=None)
    try:
        return date.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(text)


def needs_time(code: str) -> bool:
    """Return whether a code counts hours, minutes or seconds, which a day alone has none of.

    >>> needs_time("-1D2h"), needs_time("-1D"), needs_time("s+0")
    (True, False, False)
    """
    return code[0] in "+-" and code[-1] in "hms"


def is_of_a_day(code: str) -> bool:
    """Return whether what a code says is a day, which a time of day may stand beside.

    >>> [is_of_a_day(code) for code in ("-1D2h", "-1M", "D-1", ">E2", "M-1", "M-1.03", "s+0")]
    [False, True, True, True, False, True, False]
    """
    head, _, fields = code.partition(FIELDS)
    if code[0] in "+-":
        return not needs_time(code)
    return head[0] == "D" or "E" in head or (fields != "" and (len(fields) == len("05-03") or head[0] != "Y"))


def moved(start: date, code: str) -> date:
    """Return the day or time that an amount of days, months or hours after or before `start` leads to.

    Days and months go by the clocks of its zone, hours by what passes: in spring one of them is left out.
    Raises ValueError or OverflowError where there is none.
    """
    from dateutil.relativedelta import relativedelta  # what no other date needs

    sign = 1 if code[0] == "+" else -1
    counts = {unit: sign * int(number) for number, unit in STEPS.findall(code)}
    months = sum(counts.pop(unit, 0) * length for unit, length in IN_MONTHS.items())
    shifted: date = start + relativedelta(months=months)
    days, hours = (
        timedelta(**{f"{NAMES[unit]}s": count for unit, count in counts.items() if unit in units})
        for units in ("WD", "hms")
    )
    shifted += days
    if isinstance(shifted, datetime) and shifted.tzinfo:
        return (shifted.astimezone(UTC) + hours).astimezone(shifted.tzinfo)
    return shifted + hours


def _moved(code: str, today: date) -> Iterator[str]:
    if not needs_time(code):
        yield moved(_day(today), code).isoformat()
    elif isinstance(today, datetime):
        yield _written(moved(today, code), code[-1] == "s")


def moved_time(start: datetime, exact: str, code: str) -> str:
    """Return the time that an amount leads to from `start`, as exact as `exact`, which that is written as.

    >>> moved_time(datetime(2018, 5, 9, 10), "T10", "+3h"), moved_time(datetime(2018, 5, 9, 10), "T10:00", "-1D")
    ('2018-05-09T13', '2018-05-08T10:00')
    """
    minutes, seconds = (
        exact.count(":") >= count or code[-1] in unit for count, unit in ((1, "ms"), (2, "s"))
    )
    moment = moved(start, code)
    assert isinstance(moment, datetime)
    return _iso(moment, "seconds" if seconds else "minutes" if minutes else "hours")


def _written(moment: date, seconds: bool) -> str:
    assert isinstance(moment, datetime)
    return _iso(moment, "seconds" if seconds else "minutes")


def _iso(moment: datetime, exact: str) -> str:
    return moment.isoformat(timespec=exact).replace("+00:00", "Z")


def _day(today: date) -> date:
    return today.date() if isinstance(today, datetime) else today


def _period(unit: str, number: int, today: date) -> Iterator[str]:
    """Yield the day, week, month, quarter or year that is so many after the one of today."""
    day = _day(today)
    if unit == "s":
        yield _written(today, False) if isinstance(today, datetime) else day.isoformat()
        return
    if unit == "C":
        yield f"{day.year // YEARS_OF_CENTURY + number:02}{UNKNOWN_YEARS}"
        return
    later = moved(day, f"{'+' if number >= 0 else '-'}{abs(number)}{unit}")
    if unit == "W":
        monday = later - timedelta(later.weekday())
        yield f"{monday}/{monday + timedelta(WEEK - 1)}"
    elif unit == "Q":
        yield f"{later.year:04}-{FIRST_QUARTER + (later.month - 1) // QUARTER}"
    else:
        yield later.isoformat()[: {"D": 10, "M": 7, "Y": 4}[unit]]


def _of_week(number: int, weekday: int, today: date) -> Iterator[str]:
    day = _day(today)
    yield (day + timedelta(WEEK * number + weekday - day.weekday())).isoformat()


def _weekdays(sign: str, weekday: int, today: date) -> Iterator[str]:
    """Yield last, this or next Monday: the nearest one, and the one of last, this or next week."""
    day = _day(today)
    ahead = (weekday - day.weekday()) % WEEK
    if sign == "<":
        yield (day - timedelta((WEEK - ahead) if ahead else WEEK)).isoformat()
    else:
        yield (day + timedelta(WEEK if sign == ">" and not ahead else ahead)).isoformat()
    yield from _of_week({"<": -1, "=": 0, ">": 1}[sign], weekday, today)


def _months(sign: str, month: int, today: date) -> Iterator[str]:
    """Yield last or next March: the nearest one that is over or to come, and the one of last or next year."""
    if sign == "<":
        yield f"{today.year - (month >= today.month):04}-{month:02}"
        yield f"{today.year - 1:04}-{month:02}"
    else:
        yield f"{today.year + (month <= today.month):04}-{month:02}"
        yield f"{today.year + 1:04}-{month:02}"


def described(code: str) -> str:
    """Return what a code says, in words that end before the day that is counted from.

    >>> described("-3D"), described("W+1"), described("<E0"), described("+1Y2M"), described("D+0")
    ('3 days before', 'the week after that of', 'the Monday before', '1 year 2 months after', 'the same day as')
    """
    head, _, fields = code.partition(FIELDS)
    if fields:
        return _described_fields(head, fields)
    if code[0] in "+-":
        said = " ".join(_counted(int(number), NAMES[unit]) for number, unit in STEPS.findall(code))
        return f"{said} {'after' if code[0] == '+' else 'before'}"
    if found := WEEKDAY.fullmatch(code):
        week, sign, day = found.groups()
        place = (
            {"<": "before", "=": "in the week of", ">": "after"}[sign]
            if sign
            else f"in {_apart(int(week), 'week')}"
        )
        return f"the {WEEKDAY_NAMES[int(day)]} {place}"
    if found := MONTH.fullmatch(code):
        return f"the {MONTH_NAMES[int(found[2]) - 1]} {'before' if found[1] == '<' else 'after'}"
    found = PERIOD.fullmatch(code)
    assert found
    unit, number = found[1], int(found[2])
    if unit in "Ds":
        return (
            _counted(abs(number), "day") + (" after" if number > 0 else " before")
            if number
            else "the same day as"
        )
    return _apart(number, NAMES[unit])


def _described_fields(head: str, fields: str) -> str:
    """Return the words for a day or month of a year or month: 3 May of the year before that of."""
    if found := MONTH.fullmatch(head):
        return (
            f"the {int(fields)} {MONTH_NAMES[int(found[2]) - 1]} {'before' if found[1] == '<' else 'after'}"
        )
    if head[0] == "M":
        return f"number {int(fields)} of {described(head)}"
    month, _, day = fields.partition("-")
    said = [*([str(int(day))] if day else []), MONTH_NAMES[int(month) - 1], "of", described(head)]
    return " ".join(said)


def _apart(number: int, unit: str) -> str:
    """Return the words for the week, month or year that is so many after the one of a day."""
    if not number:
        return f"the {unit} of"
    far = f" {_counted(abs(number), unit)}" if abs(number) > 1 else ""
    return f"the {unit}{far} {'after' if number > 0 else 'before'} that of"


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'s' if number != 1 else ''}"
