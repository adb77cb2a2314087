"""The target language: thirteen output symbols and the automaton of what they may spell.

    YYYY-MM-DD   a full date                   ISO 8601, years 0001 to 9999
    YY-MM-DD     ... with a two-digit year     ISO 8601:2000, truncated representation
    YYYY-MM      month and year                ISO 8601
    YY-MM        ... with a two-digit year     ISO 8601:2000, truncated representation
    YYYY         a year                        ISO 8601
    --MM-DD      a date without a year         XML Schema gMonthDay
    <unk>        not a date

A decoder that follows the automaton can write nothing else: no 31 April, no 29 February 2019, no half a date.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SYMBOLS = (*"0123456789", "-", "<unk>", "<eot>")
DASH, UNK, EOT = 10, 11, 12
NOT_A_DATE = "<unk>"
MAX_STEPS = 11  # the longest target, YYYY-MM-DD, and its <eot>
AUTOMATON_VERSION = 1
FORBIDDEN = -1
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # in a leap year

Row = tuple[int, ...]  # the state after each symbol


class Target(NamedTuple):
    """The fields of a target as it spells them, '' for what it lacks: a year in two digits or four, a month, a day."""

    year: str
    month: str
    day: str

    @classmethod
    def of(cls, target: str) -> "Target":
        """Return the fields of a target; none for `<unk>`.

        >>> Target.of("18-05-09"), Target.of("--05-09")
        (Target(year='18', month='05', day='09'), Target(year='', month='05', day='09'))
        """
        if target == NOT_A_DATE:
            return cls("", "", "")
        return cls(*(*target.removeprefix("-").split("-"), "", "")[:3])

    @property
    def short_year(self) -> bool:
        """Whether the year has two digits, whose century is computed later."""
        return len(self.year) == 2


@dataclass(frozen=True, slots=True)
class Automaton:
    """The minimal deterministic automaton of all valid targets, each ended by <eot>.

    next_state: int16 (states, 13), FORBIDDEN where a symbol may not follow. allowed: bool (states, 13). end: the state
    after <eot>, which nothing follows.
    """

    next_state: NDArray[np.int16]
    allowed: NDArray[np.bool_]
    start: int
    end: int

    def accepts(self, target: str) -> bool:
        """Return whether `target` is a valid target.

        >>> [AUTOMATON.accepts(target) for target in ("2020-02-29", "2019-02-29", "--02-29", "<unk>", "2018-5")]
        [True, False, True, True, False]
        """
        try:
            encode_target(target)
        except ValueError:
            return False
        return True


class _Builder:
    """Adds states bottom-up; a state equal to one that is there already is that one, so the result is minimal.

    Merging equal rows is enough for an acyclic automaton: Revuz 1992, 'Minimisation of acyclic deterministic automata'.
    """

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._known: dict[Row, int] = {}
        self.end = self.state({})
        self.ended = self.state({EOT: self.end})
        self.days = {last: self._day(last) for last in sorted({*DAYS, 28})}

    def state(self, after: dict[int, int]) -> int:
        row = tuple([after.get(symbol, FORBIDDEN) for symbol in range(len(SYMBOLS))])
        if row not in self._known:
            self._known[row] = len(self.rows)
            self.rows.append(row)
        return self._known[row]

    def two_digits(self, after: dict[int, int]) -> int:
        """Return the state before two digits; `after[number]` is the state behind each number that may stand there."""
        tens = {}
        for ten in range(10):
            units = {unit: after[10 * ten + unit] for unit in range(10) if 10 * ten + unit in after}
            if units:
                tens[ten] = self.state(units)
        return self.state(tens)

    def _day(self, last: int) -> int:
        return self.two_digits(dict.fromkeys(range(1, last + 1), self.ended))

    def month_day(self, leap: bool, day_needed: bool) -> int:
        """Return the state before `MM-DD`, or before `MM` with or without a day."""
        after = {}
        for month, days in enumerate(DAYS, 1):
            day = self.days[days if leap or month != 2 else 28]
            after[month] = self.state({DASH: day} if day_needed else {DASH: day, EOT: self.end})
        return self.two_digits(after)


def _build() -> Automaton:
    build = _Builder()
    dated = {leap: build.month_day(leap, day_needed=False) for leap in (False, True)}
    four_digits = {leap: build.state({DASH: dated[leap], EOT: build.end}) for leap in (False, True)}
    # 0 lacks its year 0; 0, 4, 8... begin with a leap year; the others are alike. These three stand for all centuries.
    centuries = {century: _century(build, century, four_digits, dated) for century in (0, 1, 4)}
    starts: dict[int, int] = {}
    for first in range(10):
        after_first = {}
        for second in range(10):
            century = 10 * first + second
            after_first[second] = centuries[century and (1 if century % 4 else 4)]
        starts[first] = build.state(after_first)
    without_year = build.state({DASH: build.month_day(leap=True, day_needed=True)})
    start = build.state(starts | {DASH: without_year, UNK: build.ended})
    next_state = np.array(build.rows, np.int16)
    return Automaton(*_without_orphans(next_state, start, build.end))


def _century(build: _Builder, century: int, four_digits: dict[bool, int], dated: dict[bool, int]) -> int:
    """Return the state behind the first two digits of a year; they may also be the whole of a two-digit one."""
    # A year is leap when four divides it; of the centuries, when four hundred does. There is no year 0.
    years = {
        year: four_digits[year % 4 == 0 and (year != 0 or century % 4 == 0)]
        for year in range(100)
        if century or year
    }
    rest = build.rows[build.two_digits(years)]
    # Two digits alone are a year whose century is computed later: 29 February where some century has it.
    short = {DASH: dated[century % 4 == 0]}
    return build.state({symbol: state for symbol, state in enumerate(rest) if state >= 0} | short)


def _without_orphans(
    next_state: NDArray[np.int16], start: int, end: int
) -> tuple[NDArray[np.int16], NDArray[np.bool_], int, int]:
    """Drop states nothing leads to any more, and number the rest anew in the order they were built."""
    reached = {start}
    todo = [start]
    while todo:
        found = {int(state) for state in next_state[todo.pop()] if state >= 0} - reached
        reached |= found
        todo += found
    kept = sorted(reached)
    renumbered = np.full(len(next_state) + 1, FORBIDDEN, np.int16)  # the last entry serves FORBIDDEN itself
    renumbered[kept] = np.arange(len(kept))
    table = renumbered[next_state[kept]]
    table.setflags(write=False)
    allowed = table >= 0
    allowed.setflags(write=False)
    return table, allowed, int(renumbered[start]), int(renumbered[end])


AUTOMATON = _build()
_SYMBOL_IDS = {symbol: index for index, symbol in enumerate(SYMBOLS)}
_NO_LETTER = "?"
_LETTERS = np.array([*SYMBOLS[:UNK], _NO_LETTER, "\0"])


def encode_target(target: str) -> list[int]:
    """Return the symbols of a valid target and <eot>. Raises ValueError where the automaton does not accept it.

    >>> encode_target("--05-09")
    [10, 10, 0, 5, 10, 0, 9, 12]
    """
    characters: Sequence[str] = (target,) if target == NOT_A_DATE else target
    state = AUTOMATON.start
    symbols = [_SYMBOL_IDS.get(character, FORBIDDEN) for character in characters] + [EOT]
    for symbol in symbols:
        state = int(AUTOMATON.next_state[state, symbol]) if symbol >= 0 else FORBIDDEN
        if state < 0:
            raise ValueError(f"{target!r} is no valid target")
    return symbols


def decode_rows(symbols: NDArray[np.int8]) -> list[str]:
    """Return what each row of symbols, (rows, steps), spells; behind an <eot> there must be nothing but <eot>.

    >>> decode_rows(np.array([[2, 0, 1, 8, 12], [11, 12, 12, 12, 12]], np.int8))
    ['2018', '<unk>']
    """
    # NumPy takes the zero characters at the end of a string for its end.
    spelled = _LETTERS[symbols].view(f"U{symbols.shape[1]}").ravel().tolist()
    return [NOT_A_DATE if text == _NO_LETTER else text for text in spelled]
