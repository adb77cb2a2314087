"""Phrases that count from a day: `3 days ago`, `vor zwei Wochen`, `last Monday`, in the languages that CLDR has.

What a phrase says is a code: -3D, -1Y2M; D-1 for yesterday, W+1 for next week, <E0 for last Monday. `dates.relative`
says what a code means.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from datenorm.text.pieces import (
    AMOUNT,
    AT,
    NAME,
    REST,
    TABLES,
    UNITS,
    Pieces,
    Said,
    folded,
    parts_of,
    table,
    words,
)
from datenorm.text.tokens import is_unspaced

STEP = re.compile(rf"#(?:x(\d+))?([{UNITS}])")
# The most that people count of a unit: four digits before 'years' are a year.
MOST = {"Y": 999, **dict.fromkeys("QM", 2400), **dict.fromkeys("WDhms", 99_999)}
LONGEST_BEGINNING = 6  # letters of a number at the beginning of a word in a script without spaces
NO_PERIOD = -1
UNITS_OF_DAYS = UNITS[: UNITS.index("h")]
TENS, HUNDRED = range(20, 100, 10), 100
LONG_NUMBER = re.compile(r"\d{3}")  # longer than an hour or a minute
CACHED = 4096  # shapes of phrases: a column has few


class Found(NamedTuple):
    """What a phrase says in one language, as a code: -3D, -1Y2M; D-1 for yesterday, W+1; <E0, W-1E0.

    period: the part of the day that it says too, as `dates.halves` has it: 1824 for tonight; -1 where it says none.
    """

    language: str
    code: str
    period: int = NO_PERIOD


@cache
def _at_times() -> frozenset[str]:
    """Return the words beside a time of day in all languages."""
    return frozenset().union(*(pieces.beside_times for pieces in table().values()))


def is_beside_time(word: str, language: str | None) -> bool:
    """Return whether a word stands beside a time of day behind a date: at, um, AM. In all languages if none is told."""
    if language is None:
        return folded(word) in _at_times()
    pieces = table().get(language)
    return pieces is not None and folded(word) in pieces.beside_times


def leads_to_time(word: str, languages: Iterable[str]) -> bool:
    """Return whether one of these languages has a word before times of day that says nothing of their hour: at, um.

    >>> leads_to_time("um", ["de"]), leads_to_time("pm", ["en"])
    (True, False)
    """
    found = (table().get(language) for language in languages)
    return any(pieces is not None and pieces.beside_times.get(folded(word)) == AT for pieces in found)


def spelled_number(word: str, languages: Iterable[str]) -> int:
    """Return the cardinal number that a word is in one of these languages; 0 where it is none, or several.

    >>> spelled_number("zehn", ["de", "en"]), spelled_number("tenth", ["en"])
    (10, 0)
    """
    known = (pieces.numbers for language in languages if (pieces := table().get(language)))
    found = {numbers[folded(word)] for numbers in known if folded(word) in numbers}
    return found.pop() if len(found) == 1 else 0


@cache
def _units() -> Mapping[str, frozenset[str]]:
    """Return the languages in which each word is a unit of amounts."""
    found: dict[str, set[str]] = {}
    for language, pieces in table().items():
        for word in pieces.units:
            found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}


def languages_with_unit(word: str) -> frozenset[str]:
    """Return the languages in which a word is a unit of amounts.

    >>> "sv" in languages_with_unit("dagar"), languages_with_unit("Paris")
    (True, frozenset())
    """
    return _units().get(folded(word), frozenset())


def counts_days(word: str, languages: Iterable[str]) -> bool:
    """Return whether a word is a unit of days or longer in one of these languages.

    >>> counts_days("Tage", ["de"]), counts_days("hours", ["en"]), counts_days("Paris", ["fr"])
    (True, False, False)
    """
    found = (pieces.units.get(folded(word), ()) for one in languages if (pieces := table().get(one)))
    return any(unit in UNITS_OF_DAYS for units in found for unit in units)


@cache
def _speakers() -> Mapping[str, frozenset[str]]:
    """Return the languages whose phrases have a word, or a character of a script without spaces."""
    found: dict[str, set[str]] = {}
    for language, pieces in table().items():
        for word in pieces.words - {AMOUNT, REST, NAME}:
            found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}


def _spoken(said: Sequence[str]) -> list[str]:
    """Return the languages that a phrase can be of."""
    speakers = _speakers()
    found = (speakers[part] for word in said for part in parts_of(word) if part in speakers)
    return sorted(frozenset().union(*found))


Place = Literal["alone", "before a date", "behind a date", "beside a day"]


def find(
    said: Sequence[str], numbers: Sequence[int], language: str | None, place: Place = "alone"
) -> set[Found]:
    """Return what a phrase can mean, in each language where none is told.

    said: its words, as `words` has them. numbers: those of its '#'.

    >>> sorted(find(["vor", "#", "tagen"], [3], None))
    [Found(language='de', code='-3D', period=-1)]
    """
    found = set()
    for known, code, values in _shapes(tuple(said), language, place):
        given = iter(numbers)
        plain, _, period = code.partition(AT)
        filled = _filled(plain, [next(given) if value is None else value for value in values])
        if filled:
            found.add(Found(known, filled, int(period or NO_PERIOD)))
    return found


@lru_cache(CACHED)
def _shapes(
    said: tuple[str, ...], language: str | None, place: Place
) -> list[tuple[str, str, list[int | None]]]:
    """Return the codes of a phrase in each language, and its numbers: None for '#', else what a word says."""
    known = table()
    languages = _spoken(said) if language is None else [language] if language in known else []
    return [
        (one, code, values)
        for one in languages
        for text, values in _in_numbers(said, known[one].numbers)
        for code in _codes(known[one], text, place)
    ]


def _codes(pieces: Pieces, said: Said, place: Place) -> Iterator[str]:
    if place == "behind a date":
        return pieces.codes_behind(said)
    return (
        pieces.codes_beside(said) if place == "beside a day" else pieces.codes(said, place == "before a date")
    )


def _in_numbers(said: Sequence[str], numbers: Mapping[str, int]) -> Iterator[tuple[Said, list[int | None]]]:
    """Yield the phrase as it stands, with each of its words that are numbers as one, and with all of them."""
    said, numbers = _joined(said, numbers)
    found = {place: one for place, word in enumerate(said) if (one := _number(word, numbers))}
    for chosen in ((), *((place,) for place in found), *([tuple(found)] if len(found) > 1 else [])):
        texts = [AMOUNT + found[place][1] if place in chosen else word for place, word in enumerate(said)]
        values = [
            found[place][0] if place in chosen else None
            for place, word in enumerate(said)
            if word == AMOUNT or place in chosen
        ]
        yield Said.of(texts), values


def _joined(said: Sequence[str], numbers: Mapping[str, int]) -> tuple[list[str], Mapping[str, int]]:
    """Return the phrase with numbers of two words as one, and the numbers with these: twenty one, a hundred.

    >>> _joined(["twenty", "one", "days"], {"twenty": 20, "one": 1})[0]
    ['twentyone', 'days']
    """
    found: list[str] = []
    known = dict(numbers)
    for word in said:
        before, value = known.get(found[-1] if found else "", 0), numbers.get(word, 0)
        units = before in TENS and 0 < value < TENS[0] // 2
        if units or (0 < before < TENS[0] // 2 and value == HUNDRED):
            joined = found.pop() + word
            known[joined] = before + value if units else before * value
            found.append(joined)
        else:
            found.append(word)
    return found, known


def _number(word: str, numbers: Mapping[str, int]) -> tuple[int, str] | None:
    """Return the number that a word is, and what is left of it: in scripts without spaces it may only begin with one.

    >>> _number("two", {"two": 2}), _number("两周前", {"两": 2}), _number("twofold", {"two": 2})
    ((2, ''), (2, '周前'), None)
    """
    if word in numbers:
        return numbers[word], ""
    lengths = range(min(LONGEST_BEGINNING, len(word) - 1), 0, -1) if is_unspaced(word[0]) else ()
    return next(((numbers[word[:end]], word[end:]) for end in lengths if word[:end] in numbers), None)


def _filled(code: str, values: Sequence[int]) -> str:
    """Return a code with its numbers filled in; '' where they say no such thing: 5 hours 2 days, 2018 years.

    >>> _filled("-#Y#M", [1, 2]), _filled("-#x14D", [1]), _filled("-#Y", [2018]), _filled("D-1", [])
    ('-1Y2M', '-14D', '', 'D-1')
    """
    if AMOUNT not in code:
        return code
    steps = STEP.findall(code)
    units = [UNITS.index(unit) for _, unit in steps]
    if units != sorted(set(units)) or len(values) != len(steps):
        return ""
    counts = [value * int(times or 1) for value, (times, _) in zip(values, steps, strict=True)]
    if any(count > MOST[unit] for count, (_, unit) in zip(counts, steps, strict=True)):
        return ""
    return code[0] + "".join(f"{count}{unit}" for count, (_, unit) in zip(counts, steps, strict=True))


@cache
def _triggers() -> Mapping[str, frozenset[str]]:
    """Return words of which each phrase has one at least, by group; characters in scripts without spaces."""
    rows = (TABLES / "relative_triggers.tsv").read_bytes().decode().splitlines()
    groups = (row.partition("\t") for row in rows)
    return {name: frozenset(found.split("|")) for name, _, found in groups}


def may_count(text: str, beside_date: bool = False) -> bool:
    """Return whether a text has words that phrases have; quick, for texts that are all dates.

    A frame of amounts needs a unit; beside a phrase like `this Friday` no number is longer than those of a time, unless
    a date stands beside it.

    >>> may_count("3 days ago"), may_count("this Friday"), may_count("this Friday, 9 May 2018")
    (True, True, False)
    """
    plain = folded(text)
    said, known = frozenset(part for word in words(plain) for part in parts_of(word)), _triggers()
    if not known["date"].isdisjoint(said):
        return True
    if not (known["frame"].isdisjoint(said) or known["unit"].isdisjoint(said)):
        return True
    return not known["day"].isdisjoint(said) and (beside_date or not LONG_NUMBER.search(plain))
