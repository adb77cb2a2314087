"""ISO 8601 and its relatives: RFC 3339, RFC 9557, xs:date, EXIF, digits run together.

Separated forms (2018-05-09, 2016-W23-4) are unmistakable: an impossible one has an error. Digits run together are as
often a serial or a telephone number: an impossible one is no machine form, and years are bounded.
"""

from typing import NamedTuple

from datenorm.dates.machine import patterns
from datenorm.dates.machine.clock import ABBREVIATIONS, UNIVERSAL, clock, distance
from datenorm.dates.machine.days import (
    Day,
    calendar_day,
    day_error,
    expanded_day,
    month_error,
    ordinal_day,
    week_day,
    week_error,
    yearless_day,
)
from datenorm.dates.machine.form import MachineForm

# Eight digits: from the first year of the Gregorian calendar, where ISO 8601 begins without an agreement of both sides.
FIRST_IN_8_DIGITS, LAST_IN_8_DIGITS = "1583", "2199"
NO_END = "99991231"  # what databases write for "for ever"
FIRST_IN_12_DIGITS, LAST_IN_12_DIGITS = "1900", "2099"
FIRST_ORDINAL, LAST_ORDINAL = "1583", "2199"  # 5551-234 is a telephone number


class Rest(NamedTuple):
    """What stands behind a date: the groups of `patterns.REST`."""

    separator: str | None = None
    hour: str | None = None
    colon: str | None = None
    minute: str | None = None
    second: str | None = None
    fraction: str | None = None
    offset: str | None = None
    letters: str | None = None
    day_offset: str | None = None
    tags: str = ""

    def is_sure(self) -> bool:
        """Return whether it can be nothing but a time of day: 456789 behind a space can."""
        return self.colon == ":" or self.separator in ("T", "t")

    def is_of_hours(self) -> bool:
        """Return whether it may be the hours of an event, from 10:11-12:30: a T, seconds or -1230 would settle it."""
        if self.second or not self.offset or self.separator in ("T", "t"):
            return False
        return self.offset[0] == "-" and len(self.offset) != len("-1230")

    def is_internet_time(self) -> bool:
        """Return whether time and offset are complete. Source: RFC 3339, 5.6; a space may stand for the T."""
        if not self.second or self.colon != ":" or self.letters or self.tags or self.separator == "_":
            return False
        return bool(self.offset) and len(self.offset or "") in (len("Z"), len("+02:00"))


NOTHING = Rest()


def read_extended(text: str) -> MachineForm | None:
    """Read what has a hyphen behind its year.

    >>> read_extended("2018-05-09T10:11:12.5+02:00")
    MachineForm(iso='2018-05-09', form='rfc3339', time='T10:11:12.5', offset='+02:00', value='2018-05-09')
    >>> read_extended("2018-02-30").error
    'February has at most 29 days'
    """
    if len(text) == 7:
        return _read_month(text)
    found = patterns.extended().fullmatch(text)
    if not found:
        return None
    year, month, day, ordinal, week, weekday, *others = found.groups()
    rest = Rest(*others)
    if month and day == "00" and year != "0000":
        return _with_zeros(year, month, rest)
    if month:
        return _with_rest("iso-calendar", calendar_day(year, month, day), rest)
    if ordinal:
        return _read_ordinal(year, ordinal, rest)
    return _read_week(year, week, weekday, rest)


def _with_zeros(year: str, month: str, rest: Rest) -> MachineForm:
    """Read what databases write for a day that is unknown, or for a day and a month: 2014-06-00, 1995-00-00."""
    written = year if month == "00" else f"{year}-{month}"
    error = "" if month == "00" else month_error(int(year), int(month))
    if any(part not in (None, "00") for part in (rest.hour, rest.minute, rest.second)):
        error = error or "there is no day 0"
    return MachineForm("" if error else written, "iso-calendar", value=written, error=error)


def _read_month(text: str) -> MachineForm | None:
    """Read 2018-05. 1914-18 is a range of years, and 2011-12 may be one."""
    year, month = text[:4], text[5:]
    if not text.isascii() or not (year + month).isdecimal() or not "01" <= month <= "12":
        return None
    error = month_error(int(year), int(month))
    years = f"{text} may also mean the years {year} to {int(year) + 1}"
    warnings = (years,) if int(month) == int(year[2:]) + 1 else ()
    return MachineForm("" if error else text, "iso-month", value=text, error=error, warnings=warnings)


def _read_ordinal(year: str, day: str, rest: Rest) -> MachineForm | None:
    if not rest.hour and not FIRST_ORDINAL <= year <= LAST_ORDINAL:
        return None
    return _with_rest("iso-ordinal", ordinal_day(year, day), rest)


def _read_week(year: str, week: str, weekday: str | None, rest: Rest) -> MachineForm | None:
    if weekday:
        return _with_rest("iso-week", week_day(year, week, weekday), rest)
    if rest != NOTHING:
        return None
    return MachineForm("", "iso-week", value=f"{year}-W{week}", error=week_error(int(year), int(week)))


def _with_rest(form: str, day: Day, rest: Rest) -> MachineForm | None:
    """Return the answer of a day and what stands behind it: time, offset, zone and tags.

    None where a day that exists has something behind it that may be no time.
    """
    if rest == NOTHING:
        return MachineForm(day.iso, form, value=day.value, error=day.error)
    time, wrong = clock(rest.hour, rest.minute, rest.second, rest.fraction)
    zone = (rest.letters or "").upper()
    unsure = (wrong and not rest.is_sure()) or rest.is_of_hours() or (zone and zone not in ABBREVIATIONS)
    if unsure and not day.error:
        return None
    offset, far = distance(rest.offset or rest.day_offset or (zone if zone in UNIVERSAL else ""))
    error = day.error or wrong or far
    if form == "iso-calendar" and rest.is_internet_time():
        form = "rfc3339"
    answer = MachineForm("" if error else day.iso, form, time, offset, zone, day.value, error)
    return _with_tags(answer, rest.tags) if rest.tags else answer


def _with_tags(answer: MachineForm, tags: str) -> MachineForm | None:
    """Return the answer with what its tags say. Source: RFC 9557, 3: a `!` makes a tag critical.

    The date is Gregorian whatever calendar u-ca names: that is for showing it.
    """
    zone, error, warnings = answer.zone, answer.error, answer.warnings
    for tag in tags[1:-1].split("]["):
        key, _, value = tag.lower().lstrip("!").partition("=")
        if not value:
            zone = tag.lstrip("!")
        elif key == "u-ca" and value in ("gregory", "iso8601"):
            continue
        elif tag[0] == "!":
            error = error or f"[{tag}] is marked as critical and is unknown here"
        elif key == "u-ca":
            warnings += (f"the date is Gregorian, to be shown in the {value} calendar",)
    if zone.isalpha() and zone.upper() not in ABBREVIATIONS | UNIVERSAL:
        return None  # 2018-05-09[sic]
    return answer._replace(
        iso="" if error else answer.iso, form="rfc9557", zone=zone, error=error, warnings=warnings
    )


def read_basic(text: str) -> MachineForm | None:
    """Read what begins with more than four digits, or with four and a W.

    >>> read_basic("20180509").iso, read_basic("2014W131").iso, read_basic("20121113104132Z").time
    ('2018-05-09', '2014-03-24', 'T10:41:32')
    >>> read_basic("12345678")
    """
    found = patterns.basic().fullmatch(text)
    if not found:
        return _read_run_on(text)
    year, month, day, ordinal, week, weekday, *others = found.groups()
    rest = Rest(*others)
    if week:
        return _read_week(year, week, weekday, rest)
    if ordinal:
        return _with_rest("iso-ordinal", ordinal_day(year, ordinal), rest) if rest.hour else None
    if not _is_likely(text, year, month) and (not rest.is_sure() or _ends_with_a_year(text)):
        return None
    answer = _with_rest("iso-basic", calendar_day(year, month, day), rest)
    return answer if answer and (rest.is_sure() or not answer.error) else None


def _is_likely(text: str, year: str, month: str) -> bool:
    return (FIRST_IN_8_DIGITS <= year <= LAST_IN_8_DIGITS and month <= "12") or text == NO_END


def _ends_with_a_year(text: str) -> bool:
    """Return whether the last four of eight digits are a year, and those before it a day: 29082009T1608."""
    first, second, year = text[:2], text[2:4], text[4:8]
    if not FIRST_IN_8_DIGITS <= year <= LAST_IN_8_DIGITS:
        return False
    return not (calendar_day(year, second, first).error and calendar_day(year, first, second).error)


def _read_run_on(text: str) -> MachineForm | None:
    """Read date and time as one run of 12, 14, 17 or 20 digits. Sources: POSIX `touch -t`, LDAP, HL7."""
    found = patterns.run_on().fullmatch(text)
    if not found or not FIRST_IN_12_DIGITS <= text[:4] <= LAST_IN_12_DIGITS:
        return None
    year, month, day, hour, minute, second, fraction, digits, offset = found.groups()
    when, (time, wrong) = calendar_day(year, month, day), clock(hour, minute, second, fraction or digits)
    if when.error or wrong:
        return None
    warnings = _twelve_digits(text) if not second else ()
    return MachineForm(when.iso, "iso-basic", time, distance(offset or "")[0], "", when.value, "", warnings)


def _twelve_digits(text: str) -> tuple[str, ...]:
    """Return a warning where twelve digits may be a year of two digits and a time with seconds."""
    year, month, day, hour, minute, second = (text[place : place + 2] for place in range(0, 12, 2))
    if day_error(2000 + int(year), int(month), int(day)) or clock(hour, minute, second, None)[1]:
        return ()
    return (f"{text[:12]} may also mean {year}-{month}-{day} {hour}:{minute}:{second}",)


def read_exif(text: str) -> MachineForm | None:
    """Read a date of a photograph. Source: Exif 2.32, DateTime and GPSDateStamp.

    >>> read_exif("2018:05:09 10:11:12").iso
    '2018-05-09'
    """
    found = patterns.exif().fullmatch(text)
    if not found:
        return None
    year, month, day, *written, offset = found.groups()
    when, (time, wrong), (away, far) = calendar_day(year, month, day), clock(*written), distance(offset or "")
    error = when.error or wrong or far
    return MachineForm("" if error else when.iso, "exif", time, away, "", when.value, error)


def read_signed(text: str) -> MachineForm | None:
    """Read what begins with a sign: years of more digits or before the common era, and days without a year.

    >>> read_signed("--05-09").iso, read_signed("+002018-05-09").iso, read_signed("-0753-04-21").value
    ('--05-09', '2018-05-09', '-0753-04-21')
    """
    if text.startswith("--"):
        return _read_yearless(text)
    found = patterns.expanded().fullmatch(text)
    if not found:
        return None
    sign, year, month, day, *rest = found.groups()
    return _with_rest("iso-expanded", expanded_day(sign, year, month, day), Rest(*rest))


def _read_yearless(text: str) -> MachineForm | None:
    found = patterns.yearless().fullmatch(text)
    if not found:
        return None
    month, day, lone_day = found.groups()
    if day:
        value, iso, error = yearless_day(month, day)
        return MachineForm(iso, "yearless", value=value, error=error)
    error = month_error(2000, int(month)) if month else day_error(2000, 1, int(lone_day))
    return MachineForm("", "yearless", value=text, error=error)
