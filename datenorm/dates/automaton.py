"""Automata: which symbol may follow, so that what a decoder writes is a target. Built from the end, minimal by making.

Merging equal rows is enough for an acyclic automaton: Revuz 1992, 'Minimisation of acyclic deterministic automata'.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FORBIDDEN = -1
DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # in a leap year

Row = Mapping[int, int]  # the state after each symbol that may follow


@dataclass(frozen=True, slots=True)
class Automaton:
    """The minimal deterministic automaton of all valid targets, each ended by <eot>.

    next_state: int16 (states, symbols), FORBIDDEN where a symbol may not follow. allowed: bool (states, symbols). end:
    the state after <eot>, which nothing follows.
    """

    next_state: NDArray[np.int16]
    allowed: NDArray[np.bool_]
    start: int
    end: int


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
        firsts = {}
        for digit in range(10):
            rest = {
                number - digit * size: state for number, state in after.items() if number // size == digit
            }
            if rest:
                firsts[digit] = self.number(rest, width - 1)
        return self.state(firsts)

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
        kept = sorted(reached)
        numbers = {state: number for number, state in enumerate(kept)}
        table = np.full((len(kept), len(self._ids)), FORBIDDEN, np.int16)
        for state, number in numbers.items():
            for symbol, after in self.rows[state].items():
                table[number, symbol] = numbers[after]
        allowed = table >= 0
        table.setflags(write=False)
        allowed.setflags(write=False)
        return Automaton(table, allowed, numbers[start], numbers[self.end])
