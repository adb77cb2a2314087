"""Claims: each field of a hypothesis claims the token that spells it. No claim, no answer.

A number is claimed once; a run of digits that holds a whole date may be claimed by all its fields. Where several tokens
could spell a field, the one that the decoder looked at is taken, then the one nearest to the other fields.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from datenorm.dates.calendar import LAST_DAY, MONTHS
from datenorm.dates.targets import Target
from datenorm.judging.damage import expected, is_damaged, mended, near
from datenorm.judging.spelled import (
    days_of,
    has_english_ending,
    is_month,
    is_of_a_time,
    months_of,
    unit_of,
)
from datenorm.text.lexicon import by_language, languages_of
from datenorm.text.spelling import EVERYWHERE
from datenorm.text.tokens import Token, tokens

Claims = Mapping[str, tuple[int, ...]]  # by field, the tokens that spell it
Looked = Mapping[
    str, Sequence[int]
]  # by field, the characters that the decoder looked at while it wrote its symbols

FIELDS = ("year", "day", "month")  # in the order in which they are missed
# Where the fields lie in a run of digits, by its length: Y is a digit of the year, and so on. What is behind is a time.
RUNS = {
    4: ("MMDD", "DDMM", "YYMM", "MMYY"),
    6: ("YYMMDD", "DDMMYY", "MMDDYY", "YYYYMM", "MMYYYY"),
    8: ("YYYYMMDD", "DDMMYYYY", "MMDDYYYY"),
    10: ("YYYYMMDD", "YYMMDD"),
    12: ("YYYYMMDD", "DDMMYYYY", "MMDDYYYY", "YYMMDD"),
    14: ("YYYYMMDD", "DDMMYYYY", "MMDDYYYY"),
    17: ("YYYYMMDD",),
}
STAMP, FIRST_OF_A_STAMP, LAST_OF_A_STAMP = 12, "1900", "2099"  # digits of a day and a time, and its years
GLUED_TO_A_NAME = {5: ("DYYYY",), 6: ("DDYYYY",), 3: ("DYY",), 4: ("DDYY",)}  # May92018


class Claimed(NamedTuple):
    """The tokens of a text and what each field claimed; lacking names the first field that found none."""

    tokens: Sequence[Token]
    claims: Claims
    lacking: str | None = None
    misspelt: bool = False  # a field was only found after damage was mended


def claim(
    text: str,
    target: Target,
    language: str | None = None,
    looked: Looked | None = None,
    cut: Sequence[Token] | None = None,
) -> Claimed:
    """Return what claims each field of `target` in a cleaned text.

    language: of the text, where it is known. looked: by field, the characters that the decoder looked at. cut: the
    tokens of the text, where they are known.

    >>> claim("9 may 2018 at 10:30", Target.of("2018-05-09")).claims
    {'year': (2,), 'day': (0,), 'month': (1,)}
    >>> claim("9 may 2018", Target.of("2018-06-09")).lacking
    'month 6'
    """
    found = tokens(text) if cut is None else cut
    claims, lacking = _assign(found, target, language, looked, text)
    if lacking is None and not (target.month and is_damaged(found, claims)):
        return Claimed(found, claims)
    whole = [tokens(one) for one in mended(text)] if target.month else []
    for misspelt, cuts in ((False, whole), (True, [found, *whole])):
        for again in cuts:
            claimed, still = _assign(again, target, language, looked, text, misspelt)
            if still is None:
                return Claimed(again, claimed, misspelt=True)
        if lacking is None:
            return Claimed(found, claims)
    return Claimed(found, {}, lacking)


def _assign(
    found: Sequence[Token],
    target: Target,
    language: str | None,
    looked: Looked | None,
    text: str,
    misspelt: bool = False,
) -> tuple[Claims, str | None]:
    """Return the best claims of a target's fields, or the first field that no token spells."""
    options = spellings(found, target, language)
    wanted = list(options)
    runs = _runs(found, target, wanted)
    if misspelt and "month" in wanted and not any(is_month(token, language) for token in found):
        options["month"] = list(near(found, int(target.month), expected(target, language)))
    for name in wanted:
        if not options[name] and not any(name in fields for _, fields in runs):
            return {}, f"{name} {getattr(target, name) if name == 'year' else int(getattr(target, name))}"
    candidates = list(_candidates(found, wanted, options, runs))
    if not candidates:
        return {}, f"{wanted[-1]} {int(getattr(target, wanted[-1]))}"
    if len(candidates) == 1:
        return candidates[0], None
    return min(candidates, key=lambda claims: _distance(found, claims, target, language, looked)), None


def spellings(
    found: Sequence[Token], target: Target, language: str | None = None
) -> dict[str, list[tuple[int, ...]]]:
    """Return, for each field of a target, the tokens that can spell it; runs of digits are not among them.

    >>> spellings(tokens("9 may 2018 or 9/5"), Target.of("2018-05-09"))
    {'year': [(2,)], 'day': [(0,), (4,)], 'month': [(1,), (6,)]}
    """
    options: dict[str, list[tuple[int, ...]]] = {name: [] for name in FIELDS if getattr(target, name)}
    for i in range(len(found)):
        for name, places in options.items():
            if _spells(found, i, name, target, language):
                places.append((i,))
    return options


def _candidates(
    found: Sequence[Token],
    wanted: Sequence[str],
    options: Mapping[str, Sequence[tuple[int, ...]]],
    runs: Sequence[tuple[int, frozenset[str]]],
) -> Iterator[Claims]:
    for place, fields in (*runs, (-1, frozenset[str]())):
        rest = [name for name in wanted if name not in fields]
        for picked in product(*(options[name] for name in rest)):
            used = [i for group in picked for i in group] + [place] * bool(fields)
            if len(set(used)) == len(used):
                yield {**dict.fromkeys(fields, (place,)), **dict(zip(rest, picked, strict=True))}


def _distance(
    found: Sequence[Token], claims: Claims, target: Target, language: str | None, looked: Looked | None
) -> tuple[int, int, int, int, bool, int]:
    """Return how bad claims are: doubtful months, fields that the decoder looked elsewhere for, distances."""
    places = [i for group in claims.values() for i in group]
    missed = sum(
        not any(found[i].start <= at < found[i].end for i in claims[name])
        for name, places_looked in (looked or {}).items()
        if name in claims
        for at in places_looked
    )
    doubt = _doubt(found[claims["month"][0]], int(target.month), language) if "month" in claims else 0
    timed = sum(is_of_a_time(found, i) for i in places)
    early = "year" in claims and claims["year"][0] < max(places) and len(found[claims["year"][0]].text) == 2
    return timed, doubt, missed, max(places) - min(places), early, min(places)


def _doubt(month: Token, value: int, language: str | None) -> int:
    """Return how doubtful a token is as the month of a value, 0 to 2."""
    if month.kind == "number":
        return 1
    if "full" in month.senses or "month" in month.senses:
        meant = by_language(month.senses.get("full") or month.senses["month"])
        home = meant.get(language or EVERYWHERE)
        if home is not None:
            return 0 if value in home else 2  # mar is March in English, whatever it is elsewhere
        return 0 if len(month.text) > 3 else 1
    return (
        1
        if "roman" in month.senses
        or len(month.text) > 3
        or (language and language in languages_of(month.senses.get("doubtful", "")))
        else 2
    )


def _spells(found: Sequence[Token], i: int, name: str, target: Target, language: str | None) -> bool:
    token, value = found[i], getattr(target, name)
    if token.kind == "sign":
        return False
    if token.kind == "number":
        marked = unit_of(found, i)
        if (marked and marked != name) or (name != "day" and has_english_ending(found, i)):
            return False
        if name == "year":
            return token.text == value or (
                len(value) == 4 and token.text == value.lstrip("0") and marked == "year"
            )
        return len(token.text) <= 2 and int(token.text) == int(value)
    if name == "month":
        return int(value) in months_of(token, language)
    return name == "day" and int(value) in days_of(token, language)


def _runs(
    found: Sequence[Token], target: Target, wanted: Collection[str]
) -> list[tuple[int, frozenset[str]]]:
    """Return the tokens that are runs of digits, each with the fields of the target it spells."""
    rows = []
    for i, token in enumerate(found):
        if token.kind != "number" or len(token.text) < 3:
            continue
        layouts = RUNS.get(len(token.text), ())
        if (
            i
            and found[i - 1].end == token.start
            and (found[i - 1].kind == "word" or found[i - 1].text == ".")
        ):
            layouts = (*layouts, *GLUED_TO_A_NAME.get(len(token.text), ()))
        stamped = len(token.text) == STAMP and _is_of_two_digits(token.text)
        for layout in layouts:
            if stamped and layout.startswith("YYYY"):
                continue  # 180509101112 has a year of two digits
            fields = _fields_in(token.text, layout, target)
            if fields and fields <= set(wanted):
                rows.append((i, fields))
    return rows


def _is_of_two_digits(digits: str) -> bool:
    """Return whether a day and a time in digits have a year of two: 180509101112."""
    month, day = int(digits[2:4]), int(digits[4:6])
    return (
        not FIRST_OF_A_STAMP <= digits[:4] <= LAST_OF_A_STAMP and 0 < month <= MONTHS and 0 < day <= LAST_DAY
    )


LETTERS = {"Y": "year", "M": "month", "D": "day"}


def _fields_in(digits: str, layout: str, target: Target) -> frozenset[str] | None:
    """Return the fields of a layout where all of them are the target's; None where one is not.

    >>> sorted(_fields_in("20180509", "YYYYMMDD", Target.of("2018-05-09")))
    ['day', 'month', 'year']
    """
    names = []
    for letter, name in LETTERS.items():
        start = layout.find(letter)
        if start >= 0:
            written, value = digits[start : layout.rfind(letter) + 1], getattr(target, name)
            if not value or (written != value if name == "year" else int(written) != int(value)):
                return None
            names.append(name)
    return frozenset(names)
