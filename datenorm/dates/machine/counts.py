"""Numbers that count from a day: seconds since 1970, and the serials of spreadsheets.

A number alone does not say what it means. These are read where somebody says what they are, or where a whole column
looks like them.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Literal, get_args

from datenorm.dates.machine import patterns
from datenorm.dates.machine.days import OUT_OF_REACH
from datenorm.dates.machine.form import MachineForm

Unit = Literal["s", "ms", "us", "ns"]
System = Literal["excel", "excel1904"]
Numbers = Literal["excel", "excel1904", "epoch", "epoch-ms"]  # what somebody may say that numbers are
NUMBERS: tuple[Numbers, ...] = get_args(Numbers)
DIGITS: dict[Unit, int] = {"s": 0, "ms": 3, "us": 6, "ns": 9}  # of a second's fraction
EPOCH = datetime(1970, 1, 1)
# Ten digits of which the first is 1: from 2001-09-09 to 2033-05-18. Nine digits are as often telephone numbers (Spain,
# Poland), and so are ten that begin with 2 (New York, New Jersey).
FIRST_SECOND, LAST_SECOND = 10**9, 2 * 10**9 - 1
FIRST_SERIAL, LAST_SERIAL = 32874, 51135  # from 1990-01-01 to 2039-12-31
SHARE = 0.95  # of a column's numbers must lie between these; the others may be far off
# Day 0, the first serial and the last. Source: ECMA-376, part 1, SpreadsheetML: dates and times.
SYSTEMS: dict[System, tuple[date, int, int]] = {
    "excel": (date(1899, 12, 31), 1, 2958465),
    "excel1904": (date(1904, 1, 1), 0, 2957003),
}
NO_DAY = 60  # in the 1900 system: Lotus 1-2-3 took 1900 for a leap year, and so does the standard
DAY = 86_400_000  # milliseconds


def epoch(text: str, unit: Unit) -> MachineForm | None:
    """Return the time in UTC of a count of seconds or smaller units since 1970, to its last digit.

    None where the text is no plain number. Counts before 1970 are negative.

    >>> epoch("1525853472", "s").iso, epoch("1525853472123", "ms").time, epoch("-1", "s").iso
    ('2018-05-09', 'T08:11:12.123', '1969-12-31')
    """
    found = patterns.seconds().fullmatch(text.strip())
    if not found:
        return None
    sign, whole, part = found.groups("")
    digits = DIGITS[unit] + len(part)
    seconds, rest = divmod(int(sign + whole + part), 10**digits)
    try:
        iso, _, time = (EPOCH + timedelta(seconds=seconds)).isoformat().partition("T")
    except OverflowError:
        return MachineForm("", f"epoch-{unit}", value=text.strip(), error=OUT_OF_REACH)
    fraction = f".{rest:0{digits}d}" if digits else ""
    return MachineForm(iso, f"epoch-{unit}", f"T{time}{fraction}", "Z", value=text.strip())


def epoch_unit(texts: Iterable[str]) -> Unit | None:
    """Return the unit in which a column of numbers is a column of times, or None.

    At least 95 % of the numbers lie between 2001-09-09 and 2033-05-18 in that unit: as seconds, they have ten digits
    and begin with 1. Zeros and empty cells do not count; one cell that is no number settles it.

    >>> epoch_unit(["1525853472", "1525939872", "0", ""]), epoch_unit(["1525853472123"]), epoch_unit(["2125551234"])
    ('s', 'ms', None)
    """
    numbers = _whole_parts(texts)
    fit = (
        unit
        for unit, digits in DIGITS.items()
        if _mostly_between(numbers, FIRST_SECOND * 10**digits, (LAST_SECOND + 1) * 10**digits - 1)
    )
    return next(fit, None)


def _whole_parts(texts: Iterable[str]) -> list[int]:
    """Return what stands before the point of each number but 0; nothing at all if a text is no number."""
    found = [patterns.seconds().fullmatch(text.strip()) for text in texts if text.strip()]
    if not all(found):
        return []
    wholes = (int(number[1] + number[2]) for number in found if number)
    return [whole for whole in wholes if whole]


def _mostly_between(numbers: list[int], first: int, last: int) -> bool:
    return bool(numbers) and sum(first <= number <= last for number in numbers) >= SHARE * len(numbers)


def spreadsheet(text: str, system: System) -> MachineForm | None:
    """Return the day of a spreadsheet's serial, and the time that its fraction is, to the millisecond.

    system: "excel" counts from 1900, "excel1904" from 1904. None where the text is no plain number.

    >>> spreadsheet("43229", "excel").iso, spreadsheet("41767.5", "excel1904")[:3]
    ('2018-05-09', ('2018-05-09', 'excel1904', 'T12:00:00'))
    >>> spreadsheet("60", "excel").error
    '1900 has no 29 February; spreadsheets count it as day 60'
    """
    found = patterns.serial().fullmatch(text.strip())
    if not found:
        return None
    whole, part = found["whole"], found["part"] or found["comma"] or "0"
    passed, milliseconds = divmod(_rounded(int(part) * DAY, 10 ** len(part)), DAY)
    iso, error = _day_of(-1 if found["sign"] else int(whole) + passed, system)
    time = _time_of(milliseconds) if int(part) else ""
    return MachineForm(iso, system, "" if error else time, value=text.strip(), error=error)


def _day_of(serial: int, system: System) -> tuple[str, str]:
    zero, first, last = SYSTEMS[system]
    if not first <= serial <= last:
        return "", f"serials of this kind run from {first} to {last}"
    if system == "excel" and serial == NO_DAY:
        return "", "1900 has no 29 February; spreadsheets count it as day 60"
    counted_twice = system == "excel" and serial > NO_DAY
    return (zero + timedelta(days=serial - counted_twice)).isoformat(), ""


def _rounded(number: int, by: int) -> int:
    return (2 * number + by) // (2 * by)


def _time_of(milliseconds: int) -> str:
    time = (EPOCH + timedelta(milliseconds=milliseconds)).isoformat(timespec="milliseconds")
    return time[10:].removesuffix(".000")


def is_spreadsheet_column(texts: Iterable[str]) -> bool:
    """Return whether a column of numbers looks like serials of a spreadsheet.

    At least 95 % of the numbers lie between 1990-01-01 and 2039-12-31 in the 1900 system. Zeros and empty cells do not
    count; one cell that is no number settles it. Which of the two systems it is, the numbers do not tell.

    >>> is_spreadsheet_column(["43229", "43230.5", ""]), is_spreadsheet_column(["10115", "80331"])
    (True, False)
    """
    return _mostly_between(_whole_parts(texts), FIRST_SERIAL, LAST_SERIAL)
