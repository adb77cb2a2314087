"""How a text stands on a line: which character comes where for the eye, and a shape for what cannot be seen.

The network reads characters in the order they are stored. Arabic and Hebrew run from right to left, with the numbers
inside them from left to right; a picture with one column for each character shows the order of the eye.
"""

import unicodedata
from collections.abc import Sequence
from itertools import groupby

DOTTED_CIRCLE = "\u25cc"  # what a combining mark stands on when it stands alone
OPEN_BOX = "\u2423"  # the usual sign for a space
_JOINERS_AND_MARKS = "\u200c\u200d\u200e\u200f\u061c"  # they shape and order the letters around them
_NUMBERS = ("EN", "AN")
_NEUTRALS = ("ON", "WS", "B", "S", "BN")


def is_right_to_left(text: Sequence[str]) -> bool:
    """Say whether the line runs from right to left: its first strong character decides.

    Source: Unicode Standard Annex 9, rules P2 and P3.

    >>> is_right_to_left("9 مايو 2018"), is_right_to_left("9 May")
    (True, False)
    """
    strong = (_bidi_class(character) for character in text)
    return next((kind != "L" for kind in strong if kind in ("L", "R", "AL")), False)


def visual_order(text: Sequence[str]) -> list[int]:
    """Return the index of the character in each place of the line, from left to right.

    Source: Unicode Standard Annex 9 without explicit embeddings and paired brackets, which no cleaned text needs.

    >>> visual_order("מ 12"), visual_order("12 m")
    ([2, 3, 1, 0], [0, 1, 2, 3])
    """
    base = int(is_right_to_left(text))
    kinds = _resolve_neutrals(_resolve_weak([_bidi_class(character) for character in text], base), base)
    levels = [_level(kind, base) for kind in kinds]
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):  # L2: turn every run of this level or higher
        runs = groupby(order, key=lambda i: levels[i] >= level)
        order = [i for turned, run in runs for i in (reversed(list(run)) if turned else run)]
    return order


def visible(character: str) -> str:
    """Return what to draw for one character: a space as an open box, a combining mark on a dotted circle.

    What has no shape of its own (controls, lone surrogates, unassigned) is named by its number.

    >>> visible(" "), visible("\\u0301") == "\\u25cc\\u0301", visible("\\u200f"), visible("m")
    ('␣', True, 'U+200F', 'm')
    """
    category = unicodedata.category(character)
    if character.isspace():
        return OPEN_BOX
    if category.startswith("M"):
        return DOTTED_CIRCLE + character
    if category.startswith("C"):
        return number(character)
    return character


def number(character: str) -> str:
    """Return the number Unicode gives the character: U+200F."""
    return f"U+{ord(character):04X}"


def shown(text: str) -> str:
    """Return `text` on one line as a title can show it: what joins and turns letters stays, U+FFFD for the shapeless.

    >>> shown("9 May\\n2018\\ud800\\ufeff")
    '9 May 2018\ufffd'
    """
    return "".join(map(_in_title, " ".join(text.split())))


def _in_title(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return character if character in _JOINERS_AND_MARKS else ""
    return "\ufffd" if category.startswith("C") else character


def _bidi_class(character: str) -> str:
    return unicodedata.bidirectional(character) or "L"


def _resolve_weak(kinds: list[str], base: int) -> list[str]:
    """Rules W1 to W7: what numbers, their signs and separators, and marks behave like."""
    start = "R" if base else "L"
    return _settle(_join_terminators(_join_separators(_follow_letters(kinds, start))), start)


def _follow_letters(kinds: list[str], start: str) -> list[str]:
    """Rules W1 and W2: a mark is what it stands on; numbers after Arabic letters are Arabic."""
    kinds = list(kinds)
    strong = previous = start
    for i, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kinds[i] = kind = previous
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[i] = "AN"
        previous = kinds[i]
    return kinds


def _join_separators(kinds: list[str]) -> list[str]:
    """Rule W4: one sign between two numbers of a kind is of that kind."""
    kinds = list(kinds)
    for i in range(1, len(kinds) - 1):
        before, kind, after = kinds[i - 1 : i + 2]
        if before == after and ((kind == "CS" and after in _NUMBERS) or (kind == "ES" and after == "EN")):
            kinds[i] = after
    return kinds


def _settle(kinds: list[str], start: str) -> list[str]:
    """Rules W3, W6 and W7: Arabic letters run as Hebrew ones; signs beside no number are neutral."""
    kinds = list(kinds)
    strong = start
    for i, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "AL":  # W3
            kinds[i] = "R"
        elif kind in ("ES", "ET", "CS"):  # W6
            kinds[i] = "ON"
        elif kind == "EN" and strong == "L":  # W7
            kinds[i] = "L"
    return kinds


def _join_terminators(kinds: list[str]) -> list[str]:
    """Rule W5: signs such as % and the degree belong to a European number they touch."""
    joined: list[str] = []
    runs = [(kind, len(list(run))) for kind, run in groupby(kinds)]
    for place, (kind, length) in enumerate(runs):
        neighbours = {runs[near][0] for near in (place - 1, place + 1) if 0 <= near < len(runs)}
        joined += ["EN" if kind == "ET" and "EN" in neighbours else kind] * length
    return joined


def _resolve_neutrals(kinds: list[str], base: int) -> list[str]:
    """Rules N1 and N2: spaces and punctuation go with both neighbours where those agree, else with the line."""
    line = "R" if base else "L"
    resolved: list[str] = []
    runs = [(neutral, list(run)) for neutral, run in groupby(kinds, key=lambda kind: kind in _NEUTRALS)]
    for place, (neutral, run) in enumerate(runs):
        before = _direction(runs[place - 1][1][-1]) if place else line
        after = _direction(runs[place + 1][1][0]) if place + 1 < len(runs) else line
        resolved += [before if before == after else line] * len(run) if neutral else run
    return resolved


def _direction(kind: str) -> str:
    return "L" if kind == "L" else "R"


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if kind == "R":
        return 1
    if kind in _NUMBERS:
        return 2
    return 2 if base else 0
