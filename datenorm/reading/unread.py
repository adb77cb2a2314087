"""Unread: words and numbers beside a time of day that nothing explains, for which the time is refused.

A word that nobody knows may be the language's pm, its half past or its until: a time that ignores it may be wrong.
"""

from collections.abc import Collection, Iterator, Sequence

from datenorm.dates.clocks import HALF_OF_DAY, LAST_HOUR, RUNS
from datenorm.dates.halves import HALVES
from datenorm.dates.marked import Marked
from datenorm.dates.times import Time, counts
from datenorm.text.lexicon import FIRST_UNSPACED
from datenorm.text.phrases import leads_to_time, spelled_number
from datenorm.text.tokens import Token

# Words of a time that say which number is what, or that the time is one, and nothing of the half of the day.
KNOWN = ("hour", "minute", "second", "clock<", "clock:about", "clock:six", "dayperiod", "connector", "label")
PREPOSITIONS = ("label", "connector")
SAYING = ("hour", "minute", "second", "dayperiod", "zone")  # senses of words that say more than that
DATE = ("year", "month", "day")  # roles
ENDING = 3  # letters
PASSED = (
    "sign",
    "zone",
    "offset",
    "time",
    "day period",
    "label",
    "connector",
)  # roles inside a time's phrase
# Senses of a word that is a part of the day only.
ALONE = frozenset(("dayperiod", "clock", "clock<", "count>", "unit:day"))


def beside(marked: Marked, time: Time) -> tuple[str, bool]:
    """Return the word or number that nothing explains beside a time, '' for none, and whether it may change the time.

    It may not behind a preposition, where the half of the day is plain: 14:30 in Berlin.
    """
    numbers = _numbers(marked)
    if numbers:
        return numbers[0], True
    word = _around(marked, time.first, time.last) or _day_before(marked, time)
    behind = time.plain and _beyond(marked, time.last, 1, PREPOSITIONS) != _beyond(marked, time.last, 1)
    return word, bool(word) and (not behind or bool(_beyond(marked, time.first, -1)))


def _day_before(marked: Marked, time: Time) -> str:
    """Return the word for day directly before an hour of twelve, which means the afternoon in Russian: день 2:30."""
    i = time.first - 1
    said = i >= 0 and marked.role(i) == "label" and marked.has(i, "unit:day")
    return marked.tokens[i].text if said and not time.plain else ""


def without_time(marked: Marked) -> str:
    """Return the word or number of a time that was not read, where a text seems to have one; '' where it has none."""
    timed = any(role in ("time", "day period") for role in marked.roles)
    found = [*(_numbers(marked) if timed else []), *_beside_hours(marked), *_beside_periods(marked)]
    found += _at_date(marked)
    return next(filter(None, [*found, *_without_number(marked), *_spelled(marked)]), "")


def has_clock(text: Sequence[Token]) -> bool:
    """Return whether a text whose words have no roles has a clock: two numbers with a colon, or one before am or pm."""
    marked = Marked(text, [""] * len(text), None)
    return any(
        marked.is_any_number(i)
        and (
            (marked.is_sign(i + 1, ":") and marked.is_any_number(i + 2))
            or (
                int(token.text[:2]) <= HALF_OF_DAY
                and not HALVES.isdisjoint(marked.values(i + 1, "dayperiod"))
            )
        )
        for i, token in enumerate(text)
    )


def _without_number(marked: Marked) -> Iterator[str]:
    """Yield words for an hour of which no number is read: час ночи; klokken ti, where ti may be a weekday; о пів на."""
    for i, token in enumerate(marked.tokens):
        if token.senses.keys() == {"clock:shift"}:
            yield token.text
        if marked.role(i) != "time" or len(token.text) == 1:
            continue
        behind = marked.role(i + 1) not in ("", "sign", *DATE)
        parts = any(marked.has(j, "dayperiod") for j in (i - 1, i + 1))
        if (marked.has(i, "hour<") and behind) or (marked.has(i, "hour") and parts):
            yield token.text


def _spelled(marked: Marked) -> Iterator[str]:
    """Yield numbers in words that nothing explains directly behind a date or its sign: 9 May 2018, seven thirty.

    Not before another word, which may say what they count.
    """
    for i in range(1, len(marked.tokens)):
        last = i
        while not marked.role(last) and _is_spelled(marked, last):
            last += 1
        first = marked.role(i - 1) in ("sign", *DATE) or marked.has(i - 1, "clock<", "clock:open")
        if last > i and first and (last == len(marked.tokens) or marked.tokens[last].kind == "sign"):
            yield marked.tokens[i].text


def _is_spelled(marked: Marked, i: int) -> bool:
    """Return whether a word is a number in a language of the text."""
    word = i < len(marked.tokens) and marked.tokens[i].kind == "word"
    return word and (
        marked.has(i, "day") or spelled_number(marked.tokens[i].text, marked.languages or ()) > 0
    )


def _numbers(marked: Marked) -> list[str]:
    """Return the numbers without a role that may be of a time."""
    return [
        token.text
        for i, token in enumerate(marked.tokens)
        if token.kind == "number" and not marked.role(i) and len(token.text) < 3
    ]


def _beside_hours(marked: Marked) -> Iterator[str]:
    """Yield numbers and words at a word for the hour that are no hour that was read: 25時, at 0900, at eight."""
    for i, token in enumerate(marked.tokens):
        before = marked.has(i - 1, "clock<") and len(marked.tokens[i - 1].text) > 1
        whole = len(token.text) in RUNS and marked.is_any_number(i)
        hour = marked.is_any_number(i) or _is_spelled(marked, i)
        if marked.role(i) not in ("", "counted") or not hour:
            continue
        if _is_hour(marked, i + 1) or (before and not marked.role(i) and (whole or token.kind == "word")):
            yield token.text


def _at_date(marked: Marked) -> Iterator[str]:
    """Yield numbers without a role directly behind a date that may be hours and minutes: 0900-1700, T153."""
    for i, token in enumerate(marked.tokens):
        if marked.role(i) or not marked.is_any_number(i):
            continue
        behind_t = marked.touches(i) and marked.tokens[i - 1].text == "t" and marked.role(i - 2) in DATE
        run = len(token.text) in RUNS and marked.role(i - 1) in DATE and int(token.text[:2]) <= LAST_HOUR
        if behind_t or run:
            yield token.text


def _is_hour(marked: Marked, i: int) -> bool:
    """Return whether a word is one for the hour, and no single letter, which may be any unit."""
    if not marked.has(i, "hour"):
        return False
    word = marked.tokens[i].text
    return len(word) > 1 or word >= FIRST_UNSPACED


def _beside_periods(marked: Marked) -> Iterator[str]:
    """Yield what nothing explains beside a part of the day: an hour in words before it, and any word at it."""
    for i, token in enumerate(marked.tokens):
        if not marked.role(i) and marked.has(i, "day") and marked.has(i + 1, "dayperiod"):
            yield token.text
        elif marked.role(i) == "day period" and token.senses.keys() <= ALONE and counts(marked, i):
            yield _around(marked, i, i)


def _around(marked: Marked, first: int, last: int) -> str:
    """Return the first word that nothing explains behind a time's phrase or before it."""
    return _beyond(marked, last, 1) or _beyond(marked, first, -1)


def _beyond(marked: Marked, i: int, step: int, until: Collection[str] = ()) -> str:
    """Return the first word that nothing explains on one side of token `i`.

    until: senses of words that end the search.
    """
    i += step
    while 0 <= i < len(marked.tokens) and not (marked.has(i, *until) and not marked.has(i, *SAYING)):
        if marked.tokens[i].kind == "word" and not _is_known(marked, i):
            return marked.tokens[i].text
        if marked.role(i) not in PASSED:
            return ""
        i += step
    return ""


def _is_known(marked: Marked, i: int) -> bool:
    """Return whether a word changes nothing of a time beside it, or has been heard."""
    role = marked.role(i)
    if role == "time" and not _is_ending(marked, i):
        said = marked.has(i, *KNOWN) and not marked.values(i, "minute")
        return said or _leads_to_time(marked, i)
    return bool(role) or _is_ending(marked, i) or _leads_to_time(marked, i)


def _leads_to_time(marked: Marked, i: int) -> bool:
    """Return whether CLDR has a word directly before the times of a language of the text: a-màireach aig 12:00."""
    return marked.is_number(i + 1) and leads_to_time(marked.tokens[i].text, marked.languages or ())


def _is_ending(marked: Marked, i: int) -> bool:
    """Return whether a word is the ending of a case behind a number or a part of the day: 15.30'da, 8-kor, AM-ზე."""
    sign = marked.is_sign(i - 1, "'") or (marked.is_sign(i - 1, "-") and marked.has(i, "hour"))
    behind = (sign and marked.is_number(i - 2)) or (marked.is_sign(i - 1, "-") and _is_half(marked, i - 2))
    joined = marked.touches(i) and marked.touches(i - 1)
    return joined and behind and len(marked.tokens[i].text) <= ENDING


def _is_half(marked: Marked, i: int) -> bool:
    return i >= 0 and marked.is_period(i)
