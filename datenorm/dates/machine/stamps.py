"""Stamps that name their program: dates of PDF documents, of JSON from .NET, of DB2 and of certificates."""

from datenorm.dates.machine import patterns
from datenorm.dates.machine.clock import clock, distance
from datenorm.dates.machine.counts import epoch
from datenorm.dates.machine.days import calendar_day
from datenorm.dates.machine.form import MachineForm
from datenorm.dates.machine.iso import read_basic

FIRST_OF_1900 = "50"  # years of two digits in certificates, from here on of the century before


def read_pdf(text: str) -> MachineForm | None:
    """Read a date of a PDF document. Source: ISO 32000-1, 7.9.4.

    >>> read_pdf("D:20180509101112+02'00'")
    MachineForm(iso='2018-05-09', form='pdf', time='T10:11:12', offset='+02:00', value='2018-05-09')
    """
    found = patterns.pdf().fullmatch(text)
    if not found:
        return None
    digits, universal, hours, minutes = found.groups()
    offset = f"{hours}{minutes or '00'}" if hours else "Z" if universal else ""
    answer = read_basic(digits + offset)
    return answer._replace(form="pdf") if answer else None


def read_json(text: str) -> MachineForm | None:
    """Read milliseconds since 1970 as .NET writes them to JSON: /Date(1525860672000)/. They are in UTC.

    >>> read_json("/Date(1525860672000+0200)/").time
    'T10:11:12'
    """
    found = patterns.json().fullmatch(text)
    answer = epoch(found[1], "ms") if found else None
    return answer._replace(form="json", time=answer.time.removesuffix(".000")) if answer else None


def read_db2(text: str) -> MachineForm | None:
    """Read a timestamp of DB2: 2018-05-09-10.11.12.123456."""
    found = patterns.db2().fullmatch(text)
    if not found:
        return None
    year, month, day, *written = found.groups()
    when, (time, wrong) = calendar_day(year, month, day), clock(*written)
    error = when.error or wrong
    return MachineForm("" if error else when.iso, "db2", time, "", "", when.value, error)


def read_certificate(text: str) -> MachineForm | None:
    """Read UTCTime: YYMMDDhhmmssZ, a year of 1950 to 2049. Sources: ITU-T X.680, 47; RFC 5280, 4.1.2.5.1.

    >>> read_certificate("180509101112Z").iso, read_certificate("990509101112Z").iso
    ('2018-05-09', '1999-05-09')
    """
    found = patterns.certificate().fullmatch(text)
    if not found:
        return None
    year, month, day, hour, minute, second, offset = found.groups()
    when = calendar_day(("19" if year >= FIRST_OF_1900 else "20") + year, month, day)
    (time, wrong), (away, far) = clock(hour, minute, second, None), distance(offset)
    return (
        None if when.error or wrong or far else MachineForm(when.iso, "utc-time", time, away, "", when.value)
    )
