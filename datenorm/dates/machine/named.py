"""Machine forms with English names of months: mail, `date`, ctime, git, JavaScript, logs of web servers, wireless."""

import re

from datenorm.dates.machine import patterns
from datenorm.dates.machine.clock import ABBREVIATIONS, UNIVERSAL, clock, distance, twelve_hours
from datenorm.dates.machine.days import calendar_day, month_of, weekday_warnings
from datenorm.dates.machine.form import MachineForm

# What mail means by these. Source: RFC 2822, 4.3. Elsewhere CST may be China's.
MAIL_ZONES = {
    "EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
    "MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
}  # fmt: skip

# Source: ACP 121, date-time groups; J is the time of the observer, wherever that is.
LETTERS = {
    "Z": "Z",
    **{letter: f"+{hours:02}:00" for hours, letter in enumerate("ABCDEFGHIKLM", 1)},
    **{letter: f"-{hours:02}:00" for hours, letter in enumerate("NOPQRSTUVWXY", 1)},
}


def read_weekday(text: str) -> MachineForm | None:
    """Read what begins with the English abbreviation of a weekday.

    >>> read_weekday("Thu May 10 09:11:12 CEST 2018")
    MachineForm(iso='2018-05-10', form='unix-date', time='T09:11:12', zone='CEST', value='2018-05-10')
    >>> read_weekday("Thu, 13 Feb 1969 23:32:54 -0330").form, read_weekday("Wed, 9 May")
    ('rfc2822', None)
    """
    if text[3:4] == ",":
        return _read_mail(text)
    if text[3:4] != " " or ":" not in text:
        return None
    if found := patterns.month_first().fullmatch(text):
        form = "git" if found["offset"] else "unix-date" if found["zone"] else "ctime"
        return _answer(form, found)
    if found := patterns.javascript().fullmatch(text):
        return _answer("javascript", found)
    found = patterns.day_month_year().fullmatch(text) or patterns.day_first().fullmatch(text)
    return _answer("unix-date", found) if found else None


def read_day(text: str) -> MachineForm | None:
    """Read what begins with the day of the month.

    >>> read_day("13 Feb 1969 23:32 GMT").offset, read_day("10/Oct/2000:13:55:36 -0700").iso
    ('Z', '2000-10-10')
    >>> read_day("13 Feb 1969"), read_day("13 Feb 69 23:32 GMT")
    (None, None)
    """
    if ":" not in text:
        return None
    return read_log(text) if text[2:3] == "/" else _read_mail(text)


def read_group(text: str) -> MachineForm | None:
    """Read a date-time group of soldiers and sailors, its year in full. Source: ACP 121.

    >>> read_group("091011Z MAY 2018")
    MachineForm(iso='2018-05-09', form='date-time-group', time='T10:11', offset='Z', value='2018-05-09')
    >>> read_group("091011R MAY 2018").offset, read_group("091011J MAY 2018")
    ('-05:00', None)
    """
    found = patterns.group().fullmatch(text)
    return _answer("date-time-group", found, LETTERS[found["letter"].upper()]) if found else None


def read_log(text: str) -> MachineForm | None:
    """Read a date of a web server's log, in its brackets or without. Source: Apache HTTP Server, mod_log_config, %t.

    >>> read_log("[10/Oct/2000:13:55:36 -0700]").time
    'T13:55:36'
    """
    if text[0] == "[" and text[-1] == "]":
        text = text[1:-1]
    found = patterns.log().fullmatch(text)
    return _answer("clf", found) if found else None


def _read_mail(text: str) -> MachineForm | None:
    """Read a date of a mail or of HTTP. Source: RFC 2822, 3.3 and 4.3; without the years of two digits.

    No program writes a second zone behind a zone: CEST (EST).
    """
    found = patterns.mail().fullmatch(text)
    if not found:
        return None
    zone = (found["zone"] or "").upper()
    if zone and (zone not in ABBREVIATIONS | UNIVERSAL or (found["comment"] or zone).upper() != zone):
        return None
    return _answer("rfc2822", found, MAIL_ZONES.get(zone, ""))


def _answer(form: str, found: re.Match[str], offset: str = "") -> MachineForm:
    """Return the answer of the named groups of a pattern."""
    parts = found.groupdict()
    day = calendar_day(parts["year"], month_of(parts["month"]), parts["day"].zfill(2))
    hour, no_hour = twelve_hours(parts["hour"], parts["half"]) if parts.get("half") else (parts["hour"], "")
    time, no_time = clock(hour, parts["minute"], parts.get("second"), None)
    zone, from_zone = _zone(parts.get("zone") or "", parts.get("comment") or "")
    away, far = distance(parts.get("offset") or from_zone or offset)
    error = day.error or no_hour or no_time or far
    warnings = weekday_warnings(parts.get("weekday"), day.iso)
    return MachineForm("" if error else day.iso, form, time, away, zone, day.value, error, warnings)


def _zone(written: str, comment: str) -> tuple[str, str]:
    """Return the letters of a zone and the offset they stand for.

    >>> _zone("cest", ""), _zone("UTC", ""), _zone("GMT+02:00", ""), _zone("", "CEST"), _zone("", "Newfoundland Time")
    (('CEST', ''), ('UTC', 'Z'), ('', 'GMT+02:00'), ('CEST', ''), ('', ''))
    """
    written, comment = written.upper(), comment.upper()
    if written in UNIVERSAL:
        return written.removeprefix("Z"), "Z"
    if written and not written.isalpha():
        return "", written
    return written or (comment if comment in ABBREVIATIONS else ""), ""
