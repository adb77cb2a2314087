"""Machine forms: dates as programs write them, read by exact code before any network.

`read` takes a whole text and looks at its first characters to choose one pattern; nothing else may stand around the
date. Three outcomes: None, the text is no machine form and a reader of words may try; an answer with `iso`; an answer
with `error`, which says why a text of such a form is no date, so that nobody reads 2018-02-30 as something else.

The forms, as masks: Y year, M month, D day of the month or the year, W the letter W and a week, E weekday, Www and Mmm
English abbreviations, h m s a time, f a fraction of a second of any length, z an offset, Z a zone's letters.

    iso-calendar   YYYY-MM-DD, and behind it Thh, Thh:mm, Thh:mm:ss.f, z, Z; T may be a space or _ where minutes follow
    iso-month      YYYY-MM
    iso-basic      YYYYMMDD, YYYYMMDDThhmmss, YYYYMMDDhhmmss, YYYYMMDDhhmm
    iso-week       YYYY-Www-E, YYYYWwwE with or without a time; YYYY-Www, YYYYWww
    iso-ordinal    YYYY-DDD with or without a time; YYYYDDD with one
    iso-expanded   +YYYYYY-MM-DD, -YYYY-MM-DD
    yearless       --MM-DD, --MMDD, --MM, ---DD
    rfc3339        YYYY-MM-DDThh:mm:ss.fz
    rfc9557        one of the above with [Europe/Berlin][u-ca=gregory] behind it
    rfc2822        Www, D Mmm YYYY hh:mm:ss z (comment)
    ctime          Www Mmm D hh:mm:ss YYYY
    unix-date      Www Mmm D hh:mm:ss Z YYYY, Www D Mmm hh:mm:ss Z YYYY, Www D Mmm YYYY hh:mm:ss AM Z
    git            Www Mmm D hh:mm:ss YYYY z
    javascript     Www Mmm DD YYYY hh:mm:ss GMTz (comment)
    clf            DD/Mmm/YYYY:hh:mm:ss z
    date-time-group  DDhhmmL Mmm YYYY, L a letter for a zone
    exif           YYYY:MM:DD hh:mm:ss
    pdf            D:YYYYMMDDhhmmsszz'mm'
    json           /Date(milliseconds since 1970)/
    db2            YYYY-MM-DD-hh.mm.ss.f
    utc-time       YYMMDDhhmmssz, of certificates

Numbers alone (seconds since 1970, days of a spreadsheet) are dates only where somebody says so, or where a whole column
consists of them: `epoch`, `spreadsheet`, `epoch_unit`, `is_spreadsheet_column`.

patterns   the grammar
iso        ISO 8601 and its relatives
stamps     those that name their program
named      forms with English names of months
counts     seconds and days counted from a day
days       which days exist
clock      which times of day exist
form       the answer
"""

from datenorm.dates.machine.counts import epoch, epoch_unit, is_spreadsheet_column, spreadsheet
from datenorm.dates.machine.form import MachineForm
from datenorm.dates.machine.iso import read_basic, read_exif, read_extended, read_signed
from datenorm.dates.machine.named import read_day, read_group, read_log, read_weekday
from datenorm.dates.machine.stamps import read_certificate, read_db2, read_json, read_pdf

__all__ = ["MachineForm", "epoch", "epoch_unit", "is_spreadsheet_column", "read", "spreadsheet"]

LONGEST = 120  # characters; a mail's date with a comment is the longest of them


def read(text: str) -> MachineForm | None:
    """Read a whole text that is a machine form; None where it is none, and where only words around it tell.

    Digits are ASCII, letters in either case.

    >>> read("2018-05-09T10:11:12.123Z")
    MachineForm(iso='2018-05-09', form='rfc3339', time='T10:11:12.123', offset='Z', value='2018-05-09')
    >>> read("2018-04-31").error, read("9 May 2018"), read("2018")
    ('April has 30 days', None, None)
    """
    text = text.strip()
    reader = _READERS.get(text[:1])
    return reader(text) if reader and len(text) <= LONGEST else None


def _read_digits(text: str) -> MachineForm | None:
    if text[6:8].strip()[:1].isalpha() and (found := read_group(text)):
        return found
    found = _BEHIND_FOUR.get(text[4:5], read_day)(text)
    return found if found or text.isdecimal() else read_db2(text) or read_certificate(text)


_BEHIND_FOUR = {
    "-": read_extended,
    ":": read_exif,
    **dict.fromkeys("0123456789Ww", read_basic),
}
_READERS = {
    **dict.fromkeys("0123456789", _read_digits),
    **dict.fromkeys("MTWFSmtwfs", read_weekday),
    **dict.fromkeys("+-", read_signed),
    "[": read_log,
    **dict.fromkeys("Dd", read_pdf),
    **dict.fromkeys("/\\", read_json),
}
