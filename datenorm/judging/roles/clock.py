"""Clock: times of day beside a date, and the zones and offsets behind them."""

from collections.abc import Sequence

from datenorm.dates.clocks import LAST_HOUR, spelled_hour
from datenorm.dates.marked import Marked
from datenorm.judging.roles.context import CLAIMED, Context, is_free, is_number, is_sign
from datenorm.judging.spelled import has_english_ending
from datenorm.text.lexicon import FIRST_UNSPACED, languages_of

CLOCK = ("clock", "clock<", "clock:about", "hour", "minute", "second")  # senses of words of a time of day
MONTHS = ("full", "month", "doubtful", "roman")  # senses of names of months


def times(context: Context, found: list[str]) -> None:
    """Give their roles to the times of day: 10:30, 10.30 Uhr, 3 pm, T101112, 午後3時, noon, and zones behind them."""
    for i in range(len(found)):
        end = _clock(context, found, i) or _spelled_clock(context, found, i)
        if end:
            _mark_time(context, found, i, end)
    _first_hours(context, found)
    for i in range(len(found)):
        if not found[i] and _is_part_of_day(context, found, i):
            found[i] = "day period"
    if any(role in ("time", "day period") for role in found):
        _clock_words(context, found)
    _zones(context, found)


def _is_part_of_day(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether a word is a part of the day, and in no language of the text a month; pm is one in all of them."""
    if context.tokens[i].kind != "word" or not context.has(i, "dayperiod"):
        return False
    if _is_letter(context.tokens[i].text) and found[i - 1 : i] != ["time"] and not context.touches(i):
        return False  # 10:30 p. in Friulian, where p. 3 is a page
    if i and has_english_ending(context.tokens, i - 1):
        return False
    if context.has(i, "on") and context.has_claimed("day", i + 1):
        return False  # am 24. Juli
    return "*" in languages_of(context.tokens[i].senses["dayperiod"]) or not context.has(i, *MONTHS)


def _first_hours(context: Context, found: list[str]) -> None:
    """Give its role to an hour that stands before another one and says nothing of itself: 20 bis 22 Uhr, 3-5 pm."""
    for i in range(len(found) - 2):
        if begins_range(context, found, i):
            _mark_time(context, found, i, i + 2)


def begins_range(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether number `i` is the first hour of a range beside a whole date; the second is a time by itself."""
    whole = context.target.day and context.target.month and i not in context.used
    if not (
        whole
        and context.has_number(i)
        and len(context.tokens[i].text) < 3
        and int(context.tokens[i].text) <= LAST_HOUR
    ):
        return False
    between = context.has(i - 1, "between<") and context.has(i + 1, "and")
    joined = is_sign(context, i + 1, "-~") or context.has(i + 1, "to") or between
    return joined and found[i] in ("", "time") and context.has_number(i + 2) and found[i + 2] == "time"


def _clock_words(context: Context, found: list[str]) -> None:
    """Give the words of a time of day their role: klo, Uhr, at."""
    for i in range(len(found)):
        is_one = not found[i] and context.has(i, *CLOCK)
        if is_one and not context.has(i, "bound<", "bound>"):
            found[i] = "time"


def _zones(context: Context, found: list[str]) -> None:
    """Give their roles to names of zones and to offsets: UTC, +02:00, and +0000 behind a date; not to 11-12 CET."""
    for i in range(len(found)):
        if not found[i] and context.has(i, "zone") and (context.target.year or "time" in found):
            found[i] = "zone"
        elif not found[i] and _is_offset(context, found, i):
            found[i] = found[i + 1] = "offset"
            if is_sign(context, i + 2, ":") and _is_open(found, i + 3):
                found[i + 2] = found[i + 3] = "offset"


def _is_offset(context: Context, found: Sequence[str], i: int) -> bool:
    if not (i and is_sign(context, i, "+-") and context.has_number(i + 1)):
        return False
    ahead = context.tokens[i].text == "+"
    if not (is_free(context, found, i + 1) or (ahead and _is_open(found, i + 1))):
        return False  # 10:00 -12:00 is a range
    if found[i - 1] in CLAIMED:
        return ahead and (len(context.tokens[i + 1].text) == 4 or is_sign(context, i + 2, ":"))
    return found[i - 1] in ("time", "zone")


def _is_open(found: Sequence[str], i: int) -> bool:
    """Return whether token `i` is there, and no more than a time: 05:30 behind a plus is none."""
    return i < len(found) and found[i] in ("", "time")


def _mark_time(context: Context, found: list[str], start: int, end: int) -> None:
    for i in range(start, end):
        found[i] = found[i] or "time"


def _clock(context: Context, found: Sequence[str], i: int) -> int:
    """Return the token behind a time of day that begins at `i`; 0 where none does."""
    if not is_number(context, found, i, most=99, digits=6):
        return 0
    if len(context.tokens[i].text) > 2:
        return i + 1 if _is_run_of_time(context, i) else 0
    if int(context.tokens[i].text) > LAST_HOUR or _has_an_ending(context, i):
        return 0
    j, joined = _joined(context, found, i)
    spaced = j == i and is_number(context, found, i + 1, most=59) and len(context.tokens[i + 1].text) == 2
    if spaced and context.has(i + 2, "hour"):
        j += 1  # 09 00 Uhr
    behind = _said_behind(context, found, j + 1)
    if behind > j + 1:
        return behind
    if (_said_before(context, i) and not (i == j and _may_end_it(context, i))) or _is_zulu(context, i):
        return _minutes(context, found, j + 1) if j == i else j + 1  # ساعت 23 و 19 دقیقه
    if joined == ":" or (joined and _ends_range(context, found, i)):
        return j + 1
    if joined == "." and _begins_dotted_range(context, found, i, j):
        return j + 1
    if joined == ",":
        return 0  # 3,45 is a fraction, 3,45 Uhr a time
    like_date = j - i == 4 and is_sign(context, context.first + 1, joined)
    second_date = like_date and context.target.short_year  # 24.07.09, 08.08.10
    return j + 1 if joined and j > i and not second_date and _apart(context, found, i, j) else 0


def _may_end_it(context: Context, i: int) -> bool:
    """Return whether a word for to joins number `i` to the date, whose last day it may be: 5 May 2018 to 7."""
    return i == context.last + 2 and context.has(i - 1, "to")


def _is_zulu(context: Context, i: int) -> bool:
    """Return whether number `i` stands behind the date, and the letter of UTC at it: 10Z."""
    at = i == context.last + 1 and i + 1 < len(context.tokens) and context.touches(i + 1)
    return at and context.tokens[i + 1].text == "z"


def _has_an_ending(context: Context, i: int) -> bool:
    """Return whether a colon joins number `i` to the ending of an ordinal: 22:a."""
    joined = is_sign(context, i + 1, ":") and context.touches(i + 1) and context.touches(i + 2)
    return joined and context.tokens[i + 2].kind == "word" and context.has(i + 2, "ordinal")


def _is_run_of_time(context: Context, i: int) -> bool:
    """Return whether four or six digits are a time.

    Behind T or a sign that they touch; behind the date; where it has its year, behind at, before hours, with a zero.
    """
    digits = context.tokens[i].text
    if len(digits) not in (4, 6) or not _is_hhmm(digits):
        return False
    behind_date = i - 2 in context.used or context.tokens[i - 2].text == "t"  # not so in 24-06-1702
    glued = i and context.touches(i) and context.tokens[i - 1].text in ("t", *["_", "-"] * behind_date)
    if glued or is_sign(context, i - 1, "@"):
        return True
    if i == context.last + 1 and not context.touches(i) and not is_sign(context, i + 1, "-/"):
        return True
    whole = context.target.day and len(context.target.year) == len("2018")
    behind_comma = digits.startswith("0") and i == context.last + 2 and is_sign(context, i - 1, ",;")
    begins = context.has(i - 1, "from<") and is_sign(context, i + 1, "?-~")  # from 1850? - 7 June 1860
    said = context.has(i + 1, "hour") or (context.has(i - 1, "clock<") and not begins) or behind_comma
    return bool(whole) and said


def _joined(context: Context, found: Sequence[str], i: int) -> tuple[int, str]:
    """Return the last of the numbers that are joined with number `i` as hours, minutes and seconds, and the sign."""
    j, joined = i, ""
    while _continues(context, found, j, joined):
        joined = joined or context.tokens[j + 1].text
        j += 2
    while joined == ":" and is_sign(context, j + 1, ".,:") and _touching_number(context, found, j):
        j += 2  # a fraction
    dotted = joined == "." and j == i + 4 and is_sign(context, j + 1, ".")
    if (
        dotted
        and _touching_number(context, found, j)
        and len(context.tokens[j + 2].text) >= SHORTEST_FRACTION
    ):
        j += 2  # 03.30.00.000000
    return j, joined


def _continues(context: Context, found: Sequence[str], j: int, joined: str) -> bool:
    if not (is_sign(context, j + 1, ":.-_,") and is_number(context, found, j + 2, most=60)):
        return False
    same = not joined or joined == context.tokens[j + 1].text or context.tokens[j + 1].text in ".,:"
    return same and _touching_number(context, found, j) and len(context.tokens[j + 2].text) == 2


def _touching_number(context: Context, found: Sequence[str], j: int) -> bool:
    """Return whether a free number stands behind the sign behind token `j`, nothing between them."""
    if not is_free(context, found, j + 2) or context.tokens[j + 2].kind != "number":
        return False
    return context.touches(j + 1) and context.touches(j + 2)


def _is_hhmm(digits: str) -> bool:
    return int(digits[:2]) <= LAST_HOUR and all(
        int(digits[place : place + 2]) < 61 for place in range(2, len(digits), 2)
    )


def _said_before(context: Context, i: int) -> bool:
    """Return whether a word before token `i` says that it is an hour: um 15, klo 18, 午後3, t10."""
    j = i - 1
    if j >= 0 and context.tokens[j].text in ".:":
        j -= 1
    if j < 0:
        return False
    word = context.tokens[j].text
    spaced, short, letter = word < FIRST_UNSPACED, len(word) <= SHORT, _is_letter(word)
    if letter and (j < i - 1 or context.touches(i)):
        # T10 at the date, h15 and g. 15; A14, p. 3 and с. 12 are pages
        if context.touches(i) and j == i - 1:
            return (word == "t" and context.touches(j)) or (
                context.has(j, "hour<") and context.has(j, "hour")
            )
        return context.has(j, "hour<")
    said = context.has(j, "clock<") and not (
        short and context.languages is None
    )  # le 7 is Italian for at seven
    late = spaced and int(context.tokens[i].text) > HALF_A_DAY  # đêm 18 is the night of the 18th
    am = short and spaced and context.has(j, "label", "connector", "on", "day<")  # am 7 is German
    unsaid = letter or late or am or _is_joined_to_date(context, i)
    return said or (context.has(j, "dayperiod") and not unsaid)


def _is_letter(word: str) -> bool:
    """Return whether a word is one letter, in a script with spaces between words."""
    return len(word) == 1 and word < FIRST_UNSPACED


def _is_joined_to_date(context: Context, i: int) -> bool:
    """Return whether a dash, a word for to or one that nobody knows joins number `i` to the date: night 9 to 10 May."""
    if i + 2 not in context.used:
        return False
    unknown = context.tokens[i + 1].kind == "word" and not context.tokens[i + 1].senses
    return unknown or context.has(i + 1, "to") or is_sign(context, i + 1, "-~")


def _said_behind(context: Context, found: Sequence[str], i: int) -> int:
    """Return the token behind the words at `i` that make the number before it a time; `i` where there are none."""
    if found[i : i + 1] != [""] or not _is_an_hour(context, i):
        return i
    i += 1
    if is_sign(context, i, ".") and is_free(context, found, i):
        i += 1
    return _minutes(context, found, i)


def _is_an_hour(context: Context, i: int) -> bool:
    """Return whether token `i` makes an hour of the number before it: h, Uhr, pm, and what only times have."""
    word = context.tokens[i].text if i < len(context.tokens) else ""
    if word == "t" or (context.has(i, "to") and context.has_number(i + 1)):
        return False  # T stands before an hour; to is Uzbek for noon
    half = context.has(i, "dayperiod") and not (_is_letter(word) and word.isascii())  # 12 p. are pages
    if half or context.has(i, "hour", "unit:hour"):
        letter = context.has(i, "hour") and len(word) == 1 and not context.touches(i)
        return not (letter and is_sign(context, i + 1, ".")) or _has_minutes(context, i + 2)
    only = context.tokens[i].senses.keys() <= {"clock", "clock<"} and len(context.tokens[i].text) > SHORT
    return only and context.has(i, "clock") and not context.has_number(i + 1)


HALF_A_DAY = 12  # hours
SHORTEST_FRACTION = 3  # digits of a second's, with dots before it that a year's has as well
SHORT = 2  # letters of a word that says too little


def _has_minutes(context: Context, i: int) -> bool:
    return context.has_number(i) and context.has(i + 1, "minute", "unit:minute")


def _minutes(context: Context, found: Sequence[str], i: int) -> int:
    """Return the token behind the minutes and seconds at `i`, behind an hour; `i` where there are none: 30 min, 半."""
    if context.has(i, "and") and _has_minutes(context, i + 1):
        i += 1
    if context.tokens[i - 1].kind != "number":  # 20 h 30, not 20 30
        i += is_number(context, found, i, most=60)
    elif _has_minutes(context, i):
        i += 1
    if context.has(i, "minute", "unit:minute") and not found[i]:  # the word for minutes, or a half: 三時半
        i += 1
        if is_number(context, found, i, most=60) and context.has(i + 1, "second", "unit:second"):
            i += 2
    return i


def _ends_range(context: Context, found: Sequence[str], i: int) -> bool:
    """Return whether number `i` begins the second of two times: 12.50-13.50."""
    return is_sign(context, i - 1, "-~") and found[i - 2] == "time"


def _begins_dotted_range(context: Context, found: Sequence[str], i: int, j: int) -> bool:
    """Return whether numbers `i` to `j` are the first of two times with dots beside a whole date: 14.00-16.30."""
    k = j + 2
    if not (is_sign(context, j + 1, "-~") and is_number(context, found, k, most=LAST_HOUR) and j == i + 2):
        return False
    last, joined = _joined(context, found, k)
    whole = context.target.day and context.target.month and not is_sign(context, last + 1, ".-/")
    return bool(whole) and joined == "." and last == k + 2


def _spelled_clock(context: Context, found: Sequence[str], i: int) -> int:
    """Return the token behind an hour in words at `i` and the word that makes it one: zehn Uhr, seven pm; or 0."""
    if context.tokens[i].kind != "word" or found[i] or found[i + 1 : i + 2] != [""]:
        return 0
    marked = Marked(context.tokens, found, context.languages)
    return i + 2 + bool(marked.values(i + 1, "minute")) if spelled_hour(marked, i) else 0


def _apart(context: Context, found: Sequence[str], i: int, j: int) -> bool:
    """Return whether numbers with dots or dashes between them are a time: a date stands beside, and no more numbers."""
    whole = context.target.day and (context.target.year or context.target.month)
    neighbours = [k for k in (i - 1, j + 1) if 0 <= k < len(context.tokens)]
    behind_another = i > 1 and context.has_number(i - 2) and context.touches(i) and context.touches(i - 1)
    if behind_another and i - 2 not in context.used:
        return False  # 12-5-18 has no time at its end
    if context.has_number(j + 2) and context.touches(j + 1) and context.touches(j + 2):
        return False  # nor 18.05.1968 at its start
    return bool(whole) and not any(
        context.tokens[k].kind == "number" and k not in context.used for k in neighbours
    )
