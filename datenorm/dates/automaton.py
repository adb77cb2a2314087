"""Automata: which symbol may follow, so that what a decoder writes is a target. Built from the end, minimal by making.

Merging equal rows is enough for an acyclic automaton: Revuz 1992, 'Minimisation of acyclic deterministic automata'.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORBIDDEN = -1
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # in a leap year

Row = Mapping[int, int]  # the state after each symbol that may follow


@dataclass(frozen=True, eq=False)  # there is one of each
class Automaton:
    """The minimal deterministic automaton of all valid targets, each ended by <eot>.

    rows: of each state, the state after each symbol that may follow. symbols: how many there are. end: the state after
    <eot>, which nothing follows.
    """

    rows: Sequence[Row]
    symbols: int
    start: int
    end: int

    @cached_property
    def next_state(self) -> "NDArray[np.int16]":
        """The rows as a search wants them, int16 (states, symbols): FORBIDDEN where a symbol may not follow."""
        import numpy as np  # takes longer to import than a text that needs no network to read

        table = np.full((len(self.rows), self.symbols), FORBIDDEN, np.int16)
        for state, row in enumerate(self.rows):
            table[state, list(row)] = list(row.values())
        table.setflags(write=False)
        return table

    @cached_property
    def allowed(self) -> "NDArray[np.bool_]":
        """Which symbols may follow each state, bool (states, symbols)."""
        allowed: NDArray[np.bool_] = self.next_state >= 0
        allowed.setflags(write=False)
        return allowed


class Builder:
    """Adds states bottom-up; a state equal to one that is there already is that one, so the result is minimal.

    symbols: their names, one character each but for <unk> and <eot>. end: the state behind <eot>; ended: before it.
    """

    def __init__(self, symbols: Sequence[str], eot: int) -> None:
        self.rows: list[Row] = []
        self._ids = {symbol: number for number, symbol in enumerate(symbols)}
        self._known: dict[tuple[tuple[int, int], ...], int] = {}
        self._merged: dict[tuple[int, int], int] = {}
        self.end = self.state({})
        self.ended = self.state({eot: self.end})

    def state(self, after: Mapping[int, int]) -> int:
        """Return the state that each symbol of `after` leads on from."""
        row = tuple(sorted(after.items()))
        if row not in self._known:
            self._known[row] = len(self.rows)
            self.rows.append(dict(row))
        return self._known[row]

    def spelled(self, text: str, after: int) -> int:
        """Return the state before `text`, a symbol for each character."""
        for sign in reversed(text):
            after = self.state({self._ids[sign]: after})
        return after

    def any_of(self, *states: int) -> int:
        """Return the state from which all goes on that goes on from one of `states`."""
        found = states[0]
        for other in states[1:]:
            found = self._both(found, other)
        return found

    def _both(self, one: int, other: int) -> int:
        if one == other:
            return one
        pair = (min(one, other), max(one, other))
        if pair not in self._merged:
            a, b = self.rows[one], self.rows[other]
            shared = {symbol: self._both(a[symbol], b[symbol]) for symbol in a.keys() & b.keys()}
            self._merged[pair] = self.state({**a, **b, **shared})
        return self._merged[pair]

    def number(self, after: Mapping[int, int], width: int = 2) -> int:
        """Return the state before `width` digits; `after[number]` is the state behind a number that may stand there."""
        if width == 0:
            return after[0]
        size = 10 ** (width - 1)
        rests: dict[int, dict[int, int]] = {}
        for number, state in after.items():
            rests.setdefault(number // size, {})[number % size] = state
        return self.state({digit: self.number(rest, width - 1) for digit, rest in rests.items()})

    def day(self, last: int, after: int) -> int:
        """Return the state before the days 01 to `last`."""
        return self.number(dict.fromkeys(range(1, last + 1), after))

    def month(self, leap: bool, after: Callable[[int], int]) -> int:
        """Return the state before the months 01 to 12; after: the state behind a month of so many days."""
        lasts = [days if leap or month != 2 else 28 for month, days in enumerate(DAYS, 1)]
        behind = {last: after(last) for last in set(lasts)}
        return self.number({month: behind[last] for month, last in enumerate(lasts, 1)})

    def year(self, after: Callable[[bool], int], short: Callable[[bool], int] | None = None) -> int:
        """Return the state before the years 0001 to 9999; after: the state behind a leap year, or another one.

        short: the same behind a year of two digits, which is leap where some century makes it so.
        """
        # 0 lacks its year 0; 0, 4, 8... begin with a leap year; the others are alike. These three stand for all.
        behind = {leap: after(leap) for leap in (False, True)}
        behind_short = {leap: short(leap) for leap in (False, True)} if short else {}
        kinds = {century: self._century(century, behind, behind_short) for century in (0, 1, 4)}
        return self.number({century: kinds[century and (1 if century % 4 else 4)] for century in range(100)})

    def _century(self, century: int, after: Mapping[bool, int], short: Mapping[bool, int]) -> int:
        """Return the state behind the first two digits of a year; they may also be the whole of a two-digit one."""
        # A year is leap when four divides it; of the centuries, when four hundred does. There is no year 0.
        years = {
            year: after[year % 4 == 0 and (year != 0 or century % 4 == 0)]
            for year in range(100)
            if century or year
        }
        rest = self.number(years)
        return self.any_of(rest, short[century % 4 == 0]) if short else rest

    def automaton(self, start: int) -> Automaton:
        """Return the automaton of all that goes on from `start`; states that nothing leads to are left out."""
        reached, todo = {start}, [start]
        while todo:
            found = set(self.rows[todo.pop()].values()) - reached
            reached |= found
            todo += found
        numbers = {state: number for number, state in enumerate(sorted(reached))}
        rows = [{symbol: numbers[after] for symbol, after in self.rows[state].items()} for state in numbers]
        return Automaton(rows, len(self._ids), numbers[start], numbers[self.end])
