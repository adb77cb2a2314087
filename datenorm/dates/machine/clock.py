"""Which times of day, offsets from UTC and zone abbreviations exist."""

from functools import lru_cache

# The abbreviations of the tz database (IANA, 2026) since 1970, without those of wars and of zones that are no more.
ABBREVIATIONS = frozenset(
    """
    ACDT ACST ADT AEDT AEST AKDT AKST AST AWDT AWST BST CAST CAT CDT CEST CET CHST CST EAT EDT EEST EET EST GMT GST
    HDT HKST HKT HST IDT IST JST KST MDT MEST MET MSD MSK MST NDT NST NZDT NZST PDT PKST PKT PST SAST SST UT UTC WAST
    WAT WEST WET WIB WIT WITA
    """.split()
)
UNIVERSAL = frozenset("UT UTC GMT Z".split())


def clock(hour: str | None, minute: str | None, second: str | None, fraction: str | None) -> tuple[str, str]:
    """Return a time of day as exact as it is written, and why there is no such time.

    >>> clock("10", "11", "12", "123"), clock("10", None, None, None)
    (('T10:11:12.123', ''), ('T10', ''))
    >>> clock("24", "00", None, None), clock("25", "00", None, None)
    (('T24:00', ''), ('T25:00', 'there is no hour 25'))
    """
    if hour is None:
        return "", ""
    time = f"T{hour}" if minute is None else f"T{hour}:{minute}"
    if second is not None:
        time = f"{time}:{second}.{fraction}" if fraction else f"{time}:{second}"
    return time, _clock_error(hour, minute or "00", second or "00", fraction or "")


def _clock_error(hour: str, minute: str, second: str, fraction: str) -> str:
    if hour < "24" and minute < "60" and second < "60":  # two digits each: texts and numbers have one order
        return ""
    if hour > "24":
        return f"there is no hour {hour}"
    if minute > "59":
        return f"there is no minute {minute}"
    if hour == "24":
        midnight = not (minute + second + fraction).strip("0")
        return "" if midnight else "hour 24 is the end of the day: it has no minutes"
    return _second_error(minute, second)


def _second_error(minute: str, second: str) -> str:
    """Allow a leap second: it ends a minute 59 of UTC, and offsets are multiples of a quarter of an hour."""
    if second == "60":
        return "" if int(minute) % 15 == 14 else f"there is no second 60 in minute {minute}"
    return f"there is no second {second}"


def twelve_hours(hour: str, half: str) -> tuple[str, str]:
    """Return the hour of 24 that an hour of twelve is, and why there is no such hour.

    half: AM or PM.

    >>> twelve_hours("12", "AM"), twelve_hours("09", "pm"), twelve_hours("13", "PM")
    (('00', ''), ('21', ''), ('13', 'there is no hour 13 PM'))
    """
    if not "01" <= hour <= "12":
        return hour, f"there is no hour {hour} {half.upper()}"
    return f"{int(hour) % 12 + 12 * (half.upper() == 'PM'):02d}", ""


@lru_cache(maxsize=256)
def distance(written: str) -> tuple[str, str]:
    """Return an offset from UTC as ISO 8601 writes it, and why there is no such offset.

    >>> distance("z"), distance("+02"), distance("-0330"), distance("GMT+0200"), distance("")
    (('Z', ''), ('+02:00', ''), ('-03:30', ''), ('+02:00', ''), ('', ''))
    >>> distance("+25:00")
    ('+25:00', 'no place is 25:00 from UTC')
    """
    text = written.upper().lstrip("UTCGM").replace(":", "")
    if text in ("", "Z"):
        return "Z" if written else "", ""
    fields = [text[1:3], text[3:5] or "00", *filter(None, [text[5:]])]
    clear = ":".join(fields)
    wrong = fields[0] > "23" or max(fields[1:]) > "59"
    return text[0] + clear, f"no place is {clear} from UTC" if wrong else ""
