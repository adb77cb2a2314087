"""Damage: numbers as scanners spoil them, and names of months that are misspelt or torn."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from datenorm.dates.targets import Target
from datenorm.text.lexicon import by_language
from datenorm.text.spelling import EVERYWHERE, may_mean
from datenorm.text.tokens import Token

# What scanners take digits for, beside a digit; and what else, in a text that has lost its capitals. Not '|', which far
# more often parts two fields.
SCANNED = (
    str.maketrans("odli!szbgq", "0011152899"),
    str.maketrans("odli!szbgq", "0011152660"),
)

SCANNED_LETTERS = frozenset("odli")

LIKE = "0-9odli!szbgq"

# A letter of these before a digit begins a code far more often: D5, B12.
DAMAGED = rf"(?![dbgq][0-9])[{LIKE}]*[0-9][{LIKE}]*"

DAMAGED_NUMBERS = (
    re.compile(rf"(?<![^\W\d_]){DAMAGED}(?<!!)(?![^\W\d_])"),  # standing apart from other letters
    re.compile(rf"(?<![^\W\d_]){DAMAGED}(?![^\W\d_])"),
    re.compile(DAMAGED),
)


def is_damaged(found: Sequence[Token], claims: Mapping[str, tuple[int, ...]]) -> bool:
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


def mended(text: str) -> Iterator[str]:
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


def expected(target: Target, language: str | None) -> tuple[str, ...]:
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
    "word",
)


def _is_another_word(token: Token, languages: Sequence[str]) -> bool:
    """Return whether a word has a meaning beside dates in one of the languages that are expected, or in English."""
    home = {*languages, EVERYWHERE, "*"}
    counts = (
        () if set(languages) - {EVERYWHERE} else ("count<", "count>", "word")
    )  # in any language where none is told
    return any(kind in token.senses for kind in counts) or any(
        kind in token.senses and not home.isdisjoint(by_language(token.senses[kind])) for kind in OTHER_KINDS
    )


TOLD = 2  # languages that are expected where one is told
MOST_TORN = 4  # tokens that a name torn or damaged may be in


def near(found: Sequence[Token], month: int, languages: Sequence[str]) -> Iterator[tuple[int, ...]]:
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
            if may_mean(written, month, languages, abroad=len(languages) < TOLD):
                yield tuple(range(start, start + count))
