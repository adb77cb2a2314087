"""Clocks: the numbers of a time of day, and the distance from UTC behind them: 10:30, 10.30 Uhr, 101112 +0200."""

from collections.abc import Iterator
from typing import NamedTuple

from datenorm.dates.halves import EXACT
from datenorm.dates.marked import Marked
from datenorm.text.lexicon import FIRST_UNSPACED
from datenorm.text.phrases import spelled_number

JOINTS = ":.-_,"  # between hour, minute and second
RUNS = (4, 6)  # digits of a time in one number
HALF_OF_DAY, EVENING = (
    12,
    18,
)  # hours: `hour=12` is one of twelve (o'clock), `hour=18` is counted from six in the evening
LAST_HOUR = 24
SPELLED = "hour:spelled"  # the sense of a number that was written in words
QUARTER, LAST_QUARTER = 15, 3  # minutes of a quarter, and how many are before the hour is full


class Clock(NamedTuple):
    """The numbers of a time. fields: hour, minute and second as written. last: with the word for the hour behind it.

    twelve: whether its hours are counted to twelve. closed: whether a word says that they are hours.
    """

    fields: tuple[str, ...]
    fraction: str
    first: int
    last: int
    twelve: bool = False
    closed: bool = False


class Offset(NamedTuple):
    """A distance from UTC behind a clock: digits and sign as written, and its tokens.

    open: whether it may as well be the end of a range of hours: 22:00-02:00.
    """

    digits: str
    sign: str
    first: int
    last: int
    open: bool = False


def offset_behind(marked: Marked, clock: Clock) -> Offset | None:
    """Return the offset from UTC of a text, unless it can be the end of a range of hours: 10:00 -12:00."""
    for i in range(len(marked.tokens)):
        if not (
            marked.is_sign(i, "+-")
            and marked.touches(i + 1)
            and marked.role(i) not in ("year", "month", "day", "zone")
        ):
            continue
        if marked.role(i + 1) in ("year", "month", "day") or not marked.is_any_number(i + 1):
            continue
        found = _offset_at(marked, i)
        behind = found.first == clock.last + 1 or marked.role(i - 1) in ("zone", "offset")
        if (
            _is_sure(marked, found, clock)
            if behind
            else len(found.digits.replace(":", "")) == 4 and _stands_alone(marked, i)
        ):
            return found._replace(open=behind and _is_open(marked, found, clock))
    return None


def offset_alone(marked: Marked) -> Offset | None:
    """Return the offset from UTC of a text that has no clock: 9 May 2018 +02:00."""
    places = (i for i in range(len(marked.tokens)) if marked.role(i) == "offset" and marked.is_sign(i, "+-"))
    return next((_offset_at(marked, i) for i in places), None)


def _offset_at(marked: Marked, i: int) -> Offset:
    digits, last = marked.tokens[i + 1].text, i + 1
    if marked.is_sign(i + 2, ":") and marked.is_any_number(i + 3):
        digits, last = f"{digits}:{marked.tokens[i + 3].text}", i + 3
    return Offset(digits, marked.tokens[i].text, i, last)


def _is_sure(marked: Marked, found: Offset, clock: Clock) -> bool:
    """Return whether what stands directly behind a clock or a zone is an offset and no second clock."""
    named = marked.role(found.first - 1) == "zone"
    if not named and (marked.has(found.last + 1, "hour") or marked.is_period(found.last + 1)):
        return False  # 20:00-02:00 Uhr
    return named or found.sign == "+" or len(clock.fields) == 3 or _is_past(found.digits, clock)


def _is_open(marked: Marked, found: Offset, clock: Clock) -> bool:
    """Return whether an offset directly behind a clock is written as the end of a range is: 22:00-02:00.

    Not behind a T, a clock with seconds or a space.
    """
    plain = found.sign == "-" and ":" in found.digits and len(clock.fields) == 2
    glued = found.first == clock.last + 1 and marked.touches(found.first)
    return plain and glued and not is_of_machine(marked, clock)


def is_of_machine(marked: Marked, clock: Clock) -> bool:
    """Return whether what joins a clock to its date is what programs write: 2018-05-09T10:11, 2018-05-09_10-11."""
    return marked.touches(clock.first) and marked.tokens[clock.first - 1].text in ("t", "_")


def _stands_alone(marked: Marked, i: int) -> bool:
    """Return whether a sign stands behind a space or a bracket."""
    return not marked.touches(i) or marked.is_sign(i - 1, "([,")


def _is_past(digits: str, clock: Clock) -> bool:
    """Return whether an offset is no end of a range that begins with a clock: hours and minutes, before it."""
    plain = digits.replace(":", "")
    if len(plain) != 4:
        return False
    return ":" not in digits or plain < "".join(clock.fields).zfill(4)


def clocks(marked: Marked) -> Iterator[Clock]:
    """Yield the clocks of a text; the numbers of an offset may be one."""
    i = 0
    while i < len(marked.tokens):
        if not marked.is_number(i):
            i += 1
            continue
        found = _clock(marked, i)
        yield found
        i = found.last + 1


def _clock(marked: Marked, i: int) -> Clock:
    """Return the clock that begins with number `i`."""
    run = marked.tokens[i].text
    fields, last = [run], i
    if len(run) in RUNS:
        fields = [run[place : place + 2] for place in range(0, len(run), 2)]
    else:
        while len(fields) < 3 and (following := _next_field(marked, i, last)):
            field, last = following
            fields.append(field)
    fraction = ""
    if len(fields) == 3 and marked.is_sign(last + 1, ".,:") and marked.is_number(last + 2):
        fraction, last = marked.tokens[last + 1].text + marked.tokens[last + 2].text, last + 2
    return _with_word(marked, Clock(tuple(fields), fraction, i, last))


def _next_field(marked: Marked, first: int, last: int) -> tuple[str, int] | None:
    """Return the minute or second behind token `last` of a clock that begins at `first`, and where it ends."""
    i = last + 1
    if marked.is_sign(i, JOINTS if first == last else f".:{marked.tokens[first + 1].text}"):
        joined = marked.touches(i) and marked.touches(i + 1) and marked.is_number(i + 1)
        return (marked.tokens[i + 1].text, i + 1) if joined else None
    place = i + (marked.has(i, "hour", "minute") and not marked.values(i, "minute"))
    minutes = _minutes_in_words(marked, place) if first == last else ""
    if minutes:
        return minutes, place + marked.has(place + 1, "minute:quarter")
    if marked.has(i, "hour", "minute"):
        i += 2 if marked.is_sign(i + 1, ".") else 1
        i += _is_and_minutes(marked, i)
        return (marked.tokens[i].text.zfill(2), i) if marked.is_number(i) else None
    if _is_and_minutes(marked, i):
        return marked.tokens[i + 1].text.zfill(2), i + 1
    spaced = marked.is_number(i) and len(marked.tokens[i].text) == 2 and marked.has(i + 1, "hour")
    return (marked.tokens[i].text, i) if spaced else None


def _is_and_minutes(marked: Marked, i: int) -> bool:
    """Return whether a word like and stands there, and minutes behind it: ساعت 23 و 19 دقیقه."""
    return marked.has(i, "and") and marked.is_number(i + 1) and marked.has(i + 2, "minute")


def _minutes_in_words(marked: Marked, i: int) -> str:
    """Return the minutes that a word or two are, perhaps to the hour: 半, et demie, menos cuarto, 三刻."""
    if marked.is_number(i) and marked.has(i + 1, "minute:quarter"):
        quarters = int(marked.tokens[i].text)
        return str(quarters * QUARTER) if quarters <= LAST_QUARTER else ""
    found = marked.values(i, "minute")
    return str(next(iter(found))) if len(found) == 1 else ""


def spelled_hour(marked: Marked, i: int) -> int:
    """Return the hour that a word is, with words beside it that make it one: zehn Uhr, a las diez de la mañana; or 0.

    Minutes in words may stand between: alle tre e mezza del pomeriggio. Not an ending behind a number, as 일 in 9일 is;
    and one night, три дня are amounts.
    """
    joined = marked.is_any_number(i - 1) and marked.touches(i)
    if marked.tokens[i].kind != "word" or joined or marked.has(i, "clock<"):  # à midi is no 'a noon'
        return 0
    behind = i + 2 if marked.values(i + 1, "minute") else i + 1
    parts = marked.values(behind, "dayperiod")
    led = marked.has(i - 1, "clock<", "clock:shift") and len(marked.tokens[i - 1].text) > 1
    said = marked.has(behind, "hour") or bool(parts and (led or parts <= EXACT))
    if not said or len(marked.tokens[behind].text) == 1:
        return 0
    hour = spelled_number(marked.tokens[i].text, marked.languages or ())
    return hour if hour <= LAST_HOUR else 0


def _with_word(marked: Marked, clock: Clock) -> Clock:
    """Return a clock with the word for the hour behind it: Uhr, o'clock, and the Thai hours of the evening.

    An hour in words may be one of twelve.
    """
    i, spelled = clock.last + 1, marked.has(clock.first, SPELLED)
    if marked.values(i - 1, "minute") and marked.tokens[i - 1].text < FIRST_UNSPACED:
        return clock._replace(twelve=True)  # nobody says half past fifteen; 3時半 is as exact as 3:30
    if not marked.has(i, "hour", "minute", "second"):
        of_twelve = len(clock.fields) == 1 and HALF_OF_DAY in marked.values(clock.first - 1, "hour<")
        return clock._replace(twelve=of_twelve)  # at 8
    values = marked.values(i, "hour")
    if EVENING in values:
        hour = str(int(clock.fields[0]) + EVENING)
        return clock._replace(fields=(hour, *clock.fields[1:]), last=i, closed=True)
    return clock._replace(last=i, twelve=spelled or HALF_OF_DAY in values, closed=True)
