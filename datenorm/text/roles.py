"""Roles: what each character of a text does there, one letter for each character.

    9 May 2018, 10:30 Uhr     the text
    d mmm yyyyc HHcMM ccc     its roles

A space between two pieces has no role, and neither has a character of which nobody knows: both are a space. An ordinal
ending belongs to its number. Decades have no role of their own: their number is a year's.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from datenorm.text.characters import compose

# Sources of the names: CLDR's date fields; the rest is what stands around them. The order is that of a model's outputs.
LETTERS = {
    "year": "y", "month": "m", "day": "d", "weekday": "w", "hour": "H", "minute": "M", "second": "S", "fraction": "f",
    "dayperiod": "p", "zone": "z", "offset": "o", "era": "e", "week": "W", "quarter": "Q", "season": "s",
    "century": "C", "amount": "a", "unit": "u", "direction": ">", "range": "-", "alternative": "|", "bound": "<",
    "qualifier": "~", "unknown": "X", "label": "l", "connector": "c", "counted": "#", "prose": ".",
}  # fmt: skip
ROLES = tuple(LETTERS)
NAMES = {letter: name for name, letter in LETTERS.items()}
NONE = " "
FIELDS = ("year", "month", "day")
PROSE = LETTERS["prose"]
# A run is what has one role; prose goes on over the spaces between its words.
RUN = re.compile(rf"{re.escape(PROSE)}(?:[{re.escape(PROSE)} ]*{re.escape(PROSE)})?|(\S)\1*")

Span = tuple[int, int]  # half-open
Run = tuple[str, int, int]  # a role's name, and where it stands


def runs(roles: str) -> Iterator[Run]:
    """Yield each run of one role.

    >>> list(runs("d mmm yyyy"))
    [('day', 0, 1), ('month', 2, 5), ('year', 6, 10)]
    """
    for run in RUN.finditer(roles):
        yield NAMES[run[0][0]], *run.span()


def of_runs(found: Iterable[Run], text: str) -> str:
    """Return the roles of the characters of a text. Raises ValueError for no role, and for a place outside the text.

    >>> of_runs([("prose", 0, 6), ("day", 7, 8)], "so far 9 May")
    '.. ... d    '
    """
    length = len(text)
    roles = [NONE] * length
    for name, start, end in found:
        if name not in LETTERS:
            raise ValueError(f"{name!r} is no role; there are {', '.join(ROLES)}")
        if not 0 <= start < end <= length:
            raise ValueError(f"{name}={start}:{end} is no place in a text of {length} characters")
        letter = LETTERS[name]
        roles[start:end] = [
            NONE if letter == PROSE and sign.isspace() else letter for sign in text[start:end]
        ]
    return "".join(roles)


@lru_cache(1 << 16)
def span_of(roles: str, name: str) -> Span | None:
    """Return where the first run of a role stands; None where there is none.

    >>> span_of("d mmm yyyy", "year"), span_of("d mmm", "year")
    ((6, 10), None)
    """
    letter = LETTERS[name]
    start = roles.find(letter)
    if start < 0:
        return None
    return start, len(roles) - len(roles[start:].lstrip(letter))


def composed_roles(text: str, roles: str) -> str:
    """Return the roles of `compose(text)`, where accents typed apart have joined their letters.

    >>> composed_roles("1 fe\u0301v", "d mmmm")
    'd mmm'
    """
    if compose(text) == text:
        return roles
    ends = [len(compose(text[: place + 1])) for place in range(len(text))]
    starts = [place for place, end in enumerate(ends) if end > max([0, *ends[:place]])]
    return "".join([roles[place] for place in starts]) if len(starts) == ends[-1] else NONE * ends[-1]
