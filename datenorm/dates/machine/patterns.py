"""The grammar: one pattern for each family of machine forms, for whole texts of ASCII digits, in either case."""

import re
from collections.abc import Callable
from functools import cache

from datenorm.dates.machine.days import MONTHS, WEEKDAYS


def _compiled(pattern: str) -> Callable[[], re.Pattern[str]]:
    """Return what compiles a pattern when it is first needed: an import stays cheap."""
    return cache(lambda: re.compile(pattern, re.ASCII | re.IGNORECASE))


# ISO 8601. Behind a space or _ the time has a colon or six digits; a fraction is one of a second.
CLOCK = r"(T|[ _](?=\d\d:\d\d|\d{6}))(\d\d)(?:(?P<colon>:?)(\d\d)(?:(?P=colon)(\d\d)(?:[.,](\d+))?)?)?"
OFFSET = r"Z|(?:UTC|GMT)?[+-]\d\d(?::?\d\d(?::\d\d)?)?"
REAL_OFFSET = r"Z|[+-](?:0\d|1[0-4]):?(?:00|15|30|45)"  # those in use
DAY_OFFSET = r"Z|[+-](?:0\d|1[0-4]):(?:00|15|30|45)"  # xs:date; 2018-05-09-10:11 has a time
ZONE = r" ?([A-Z]{2,5})"
TAG = r"\[!?(?:[A-Z_]+(?:/[A-Z0-9_+-]+)+|[+-]\d\d:?\d\d|[A-Z]{1,5}|[A-Z_][A-Z0-9_-]*=[A-Z0-9-]+)\]"
REST = rf"(?:{CLOCK}(?: ?({OFFSET}))?(?:{ZONE})?|({DAY_OFFSET}))?((?:{TAG})*)"

extended = _compiled(rf"(\d{{4}})-(?:(\d\d)-(\d\d)|(\d{{3}})|W(\d\d)(?:-(\d))?){REST}")
basic = _compiled(rf"(\d{{4}})(?:(\d\d)(\d\d)|(\d{{3}})|W(\d\d)(\d)?){REST}")
run_on = _compiled(
    rf"(\d{{4}})(\d\d)(\d\d)(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+)|(\d{{3}}|\d{{6}}))?)?({REAL_OFFSET})?"
)
expanded = _compiled(rf"([+-])(\d{{4,9}})-(\d\d)-(\d\d){REST}")
yearless = _compiled(r"--(\d\d)(?:-?(\d\d))?|---(\d\d)")
exif = _compiled(rf"(\d{{4}}):(\d\d):(\d\d)(?: (\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?({OFFSET})?)?")
db2 = _compiled(r"(\d{4})-(\d\d)-(\d\d)-(\d\d)\.(\d\d)\.(\d\d)(?:\.(\d+))?")
pdf = _compiled(r"D:(\d{8}(?:\d{4}(?:\d\d)?)?)(?:(Z)(?:00'?(?:00'?)?)?|([+-]\d\d)'?(?:(\d\d)'?)?)?")
json = _compiled(r"\\?/Date\(([+-]?\d{1,15})(?:[+-]\d{4})?\)\\?/")
certificate = _compiled(rf"(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)({REAL_OFFSET})")

# With English names. The groups have names.
WEEKDAY = rf"(?P<weekday>{'|'.join(name[:3] for name in WEEKDAYS)})"
DAY, YEAR = r"(?P<day>\d\d?)", r"(?P<year>\d{4})"
MONTH = rf"(?P<month>{'|'.join(name[:3] for name in MONTHS)})"
TIME = r"(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
TIME_OF_12 = rf"{TIME}(?: (?P<half>[AP]M))?"
NUMBERS = r"(?P<offset>[+-]\d{4})"
LETTERS = r"(?P<zone>[A-Z]{1,5}|[+-]\d\d(?:\d\d)?|(?:GMT|UTC)[+-]\d\d:?\d\d)"
COMMENT = r"(?: \((?P<comment>(?:[^()\d]|GMT[+-]\d\d:?\d\d)*)\))?"  # other numbers may be another date

mail = _compiled(
    rf"(?:{WEEKDAY}, ?)?{DAY} {MONTH} {YEAR} {TIME.replace(':(?P<second>', '(?::(?P<second>')})?"
    rf" (?:{NUMBERS}|(?P<zone>[A-Z]{{2,5}}|Z)){COMMENT}"
)
month_first = _compiled(rf"{WEEKDAY} {MONTH} {{1,2}}{DAY} {TIME_OF_12}(?: {LETTERS})? {YEAR}(?: {NUMBERS})?")
day_first = _compiled(rf"{WEEKDAY} {{1,2}}{DAY} {MONTH} {TIME_OF_12} {LETTERS} {YEAR}")
day_month_year = _compiled(rf"{WEEKDAY} {{1,2}}{DAY} {MONTH} {YEAR} {TIME_OF_12} {LETTERS}")
javascript = _compiled(rf"{WEEKDAY} {MONTH} {DAY} {YEAR} {TIME} GMT{NUMBERS}{COMMENT}")
group = _compiled(rf"(?P<day>\d\d)(?P<hour>\d\d)(?P<minute>\d\d) ?(?P<letter>[A-IK-Z]) ?{MONTH} ?{YEAR}")
log = _compiled(rf"{DAY}/{MONTH}/{YEAR}:{TIME} {NUMBERS}")

# Plain numbers. 43,229 is none: the comma may part thousands.
seconds = _compiled(r"([+-]?)(\d{1,20})(?:\.(\d{1,20}))?")
serial = _compiled(r"(?P<sign>-?)(?P<whole>\d{1,7})(?:\.(?P<part>\d{1,20})|(?<=\d{4}),(?P<comma>\d{1,20}))?")
