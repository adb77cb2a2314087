"""CLDR's patterns of dates: their fields, and the text between them.

Source: Unicode Technical Standard 35, part 4, 'Date Format Patterns'.
"""

import re
from functools import lru_cache

FIELD = re.compile(r"'((?:[^']|'')*)'|([A-Za-z])\2*")


@lru_cache(maxsize=1 << 14)
def order_of(pattern: str) -> str:
    """Return which of year, month and day a pattern names, in its order.

    >>> order_of("EEEE, d 'de' MMMM 'de' y"), order_of("y.MM.dd"), order_of("LLLL y")
    ('DMY', 'YMD', 'MY')
    """
    letters = (field[0] for literal, field in _fields(pattern) if not literal)
    return "".join(
        dict.fromkeys({"y": "Y", "M": "M", "L": "M", "d": "D"}.get(letter, "") for letter in letters)
    )


def split_pattern(pattern: str) -> list[tuple[str, str]]:
    """Return a pattern's pieces as (literal, '') or ('', field), quotes resolved.

    Source: Unicode Technical Standard 35, part 4, 'Date Format Patterns'.

    >>> split_pattern("d 'de' MMMM")
    [('', 'd'), (' de ', ''), ('', 'MMMM')]
    """
    pieces: list[tuple[str, str]] = []
    for literal, name in _fields(pattern):
        if literal and pieces and pieces[-1][0]:
            pieces[-1] = (pieces[-1][0] + literal, "")
        else:
            pieces.append((literal, name))
    return pieces


def _fields(pattern: str) -> list[tuple[str, str]]:
    pieces, end = [], 0
    for match in FIELD.finditer(pattern):
        if match.start() > end:
            pieces.append((pattern[end : match.start()], ""))
        end = match.end()
        if match.group(2):
            pieces.append(("", match.group()))
        else:
            pieces.append((match.group(1).replace("''", "'") or "'", ""))
    if end < len(pattern):
        pieces.append((pattern[end:], ""))
    return pieces
