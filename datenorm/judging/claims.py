"""Claims: each field of a hypothesis claims the token that spells it. No claim, no answer.

A number is claimed once; a run of digits that holds a whole date may be claimed by all its fields. Where several tokens
could spell a field, the one that the decoder looked at is taken, then the one nearest to the other fields.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise, product
from typing import NamedTuple

from datenorm.dates.targets import Target
from datenorm.text.lexicon import by_language, languages_of, lexicon, values_in
from datenorm.text.spelling import may_mean
from datenorm.text.tokens import Token, tokens

Claims = Mapping[str, tuple[int, ...]]  # by field, the tokens that spell it
Looked = Mapping[
    str, Sequence[int]
]  # by field, the characters that the decoder looked at while it wrote its symbols

FIELDS = ("year", "day", "month")  # in the order in which they are missed
# What scanners take digits for, beside a digit; and what else, in a text that has lost its capitals. Not '|', which far
# more often parts two fields.
SCANNED = (
    str.maketrans("odli!szbgq", "0011152899"),
    str.maketrans("odli!szbgq", "0011152660"),
)
SCANNED_LETTERS = frozenset("odli")
LIKE = "0-9odli!szbgq"
DAMAGED = rf"[{LIKE}]*[0-9][{LIKE}]*"
DAMAGED_NUMBERS = (
    re.compile(rf"(?<![^\W\d_]){DAMAGED}(?<!!)(?![^\W\d_])"),  # standing apart from other letters
    re.compile(rf"(?<![^\W\d_]){DAMAGED}(?![^\W\d_])"),
    re.compile(DAMAGED),
)
EVERYWHERE = "en"  # a language known to those who write others
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
    if lacking is None and not (target.month and _is_damaged(found, claims)):
        return Claimed(found, claims)
    mended = [tokens(one) for one in _mended(text)] if target.month else []
    for misspelt, cuts in ((False, mended), (True, [found, *mended])):
        for again in cuts:
            claimed, still = _assign(again, target, language, looked, text, misspelt)
            if still is None:
                return Claimed(again, claimed, misspelt=True)
        if lacking is None:
            return Claimed(found, claims)
    return Claimed(found, {}, lacking)


def _is_damaged(found: Sequence[Token], claims: Claims) -> bool:
    """Return whether a claimed number touches a letter that scanners make of digits: o2."""
    return any(
        found[i].kind == "number" and _touches_letter(found, i) for group in claims.values() for i in group
    )


def _touches_letter(found: Sequence[Token], i: int) -> bool:
    before = i > 0 and found[i - 1].end == found[i].start and found[i - 1].text in SCANNED_LETTERS
    behind = (
        i + 1 < len(found) and found[i + 1].start == found[i].end and found[i + 1].text in SCANNED_LETTERS
    )
    return before or behind


def _mended(text: str) -> Iterator[str]:
    """Yield the text with numbers as scanners damage them made whole; each character keeps its place."""
    seen = {text}
    for numbers in DAMAGED_NUMBERS:
        for digits in SCANNED:
            mended = numbers.sub(partial(_as_scanned, digits), text)
            if mended not in seen:
                seen.add(mended)
                yield mended


def _as_scanned(digits: dict[int, int], found: re.Match[str]) -> str:
    return found[0].translate(digits)


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
    if misspelt and "month" in wanted and not any(_is_month(token, language) for token in found):
        options["month"] = list(_near(found, int(target.month), _expected(target, language)))
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


def is_of_a_time(found: Sequence[Token], i: int) -> bool:
    """Return whether a colon joins number `i` with another: 10:30."""
    if found[i].kind != "number":
        return False
    for j, k in ((i - 1, i - 2), (i + 1, i + 2)):
        if (
            0 <= k < len(found)
            and found[j].text == ":"
            and found[k].kind == "number"
            and abs(found[k].start - found[i].start) < 4
        ):
            return True
    return False


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
        or (language and language in month.senses.get("doubtful", ""))
        else 2
    )


def _spells(found: Sequence[Token], i: int, name: str, target: Target, language: str | None) -> bool:
    token, value = found[i], getattr(target, name)
    if token.kind == "sign":
        return False
    if token.kind == "number":
        marked = unit_of(found, i)
        if (marked and marked != name) or (name != "day" and _is_ordinal(found, i)):
            return False
        if name == "year":
            return token.text == value or (
                len(value) == 4 and token.text == value.lstrip("0") and marked == "year"
            )
        return len(token.text) <= 2 and int(token.text) == int(value)
    if name == "month":
        return int(value) in months_of(token, language)
    return name == "day" and int(value) in _days_of(token, language)


def _is_ordinal(found: Sequence[Token], i: int) -> bool:
    """Return whether English letters make a number an ordinal, which only days are: 3rd."""
    behind = found[i + 1] if i + 1 < len(found) else None
    return behind is not None and behind.start == found[i].end and behind.text in ("st", "nd", "rd", "th")


def unit_of(found: Sequence[Token], i: int) -> str | None:
    """Return the field that a word beside a number makes it: 5月, tháng 5."""
    if i + 1 < len(found) and found[i + 1].senses:
        for name in ("year", "month", "day"):
            if f"{name}>" in found[i + 1].senses:
                return name
    if i and found[i - 1].senses:
        for name in ("year", "month", "day"):
            if f"{name}<" in found[i - 1].senses:
                return name
    return None


def months_of(token: Token, language: str | None = None) -> frozenset[int]:
    """Return the months that a word can mean, in a language that is told before all others.

    A word that is a weekday in that language, or in English where none is told, is no month of another.
    """
    found: set[int] = set()
    senses = token.senses
    home = language or EVERYWHERE
    for kind in ("full", "month", "doubtful", "roman"):
        if kind in senses:
            meant = by_language(senses[kind])
            if language and language in meant:
                return frozenset(values_in(senses[kind], (language,)))
            found |= values_in(senses[kind], None)
    if found and "weekday" in senses and home in by_language(senses["weekday"]):
        own = any(
            home in by_language(senses[kind]) for kind in ("full", "month", "doubtful") if kind in senses
        )
        return frozenset(found) if own else frozenset()
    return frozenset(found)


def _days_of(token: Token, language: str | None) -> frozenset[int]:
    """Return the days that a word can mean. A name of a month is none, unless the text's language has it: sept."""
    if "day" not in token.senses:
        return frozenset()
    month = "month" in token.senses or "full" in token.senses
    return values_in(token.senses["day"], (language or EVERYWHERE,) if month else None)


def languages_of_month(token: Token) -> frozenset[str]:
    """Return the languages of a month's name; of one with a connecting word, `de mayo`, those of the rest too.

    >>> from datenorm.text.tokens import tokens
    >>> "es" in languages_of_month(tokens("de mayo")[0])
    True
    """
    _, apart, last = token.text.rpartition(" ")
    senses = (token.senses, lexicon().senses(last)) if apart else (token.senses,)
    named = [one[kind] for one in senses for kind in ("full", "month", "doubtful") if kind in one]
    return frozenset().union(*map(languages_of, named))


def _is_month(token: Token, language: str | None) -> bool:
    """Return whether a token is surely the full name of a month: where one stands, no other is misspelt."""
    if "full" not in token.senses or "month" not in token.senses or len(token.text) < 4:
        return False
    return language is None or language in by_language(token.senses["full"])


def _expected(target: Target, language: str | None) -> tuple[str, ...]:
    """Return the languages whose short month names may be misspelt: the text's own; English in a whole date."""
    whole = bool(target.year and target.day)
    return (language, EVERYWHERE) if language else (EVERYWHERE,) if whole else ()


# Words of these kinds are no misspelt months: Sat, Spr, Fri.
OTHER_KINDS = (
    "weekday",
    "period:season",
    "period:week",
    "period:quarter",
    "period:decade",
    "period:century",
    "bound<",
    "label",
    "street",
    "calendar:before",
    "count>",
    "year",
)


def _is_another_word(token: Token, languages: Sequence[str]) -> bool:
    """Return whether a word has a meaning beside dates in one of the languages that are expected, or in English."""
    home = {*languages, EVERYWHERE, "*"}
    return any(
        kind in token.senses and not home.isdisjoint(by_language(token.senses[kind])) for kind in OTHER_KINDS
    )


MOST_TORN = 4  # tokens that a name torn or damaged may be in


def _near(found: Sequence[Token], month: int, languages: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Yield the tokens that can be a misspelt name of a month, digits among its letters and gaps inside it."""
    for count in range(1, MOST_TORN + 1):
        for start in range(len(found) - count + 1):
            group = found[start : start + count]
            if (
                not any(token.kind == "word" for token in group)
                or group[0].kind == "sign"
                or (group[-1].kind == "sign" and group[-1].text != "|")
            ):
                continue
            gaps = [b.start - a.end for a, b in pairwise(group)]
            if any(gap > 1 for gap in gaps):
                continue
            if any(token.kind == "number" and len(token.text) > 1 for token in group):
                continue
            if count == 1 and _is_another_word(group[0], languages):
                continue
            written = "".join(
                token.text if not gap else token.text + " "
                for token, gap in zip(group, [*gaps, 0], strict=True)
            )
            if may_mean(written, month, languages):
                yield tuple(range(start, start + count))


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
        for layout in layouts:
            fields = _fields_in(token.text, layout, target)
            if fields and fields <= set(wanted):
                rows.append((i, fields))
    return rows


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
