"""Reading: what the network makes of questions, in batches of similar length.

A greedy pass reads all of them. What it leaves open is read once more: with the other order, where day and month may
change places, or by a beam, where another reading may be a good one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.order import DAY_OR_MONTH, other_order, possible_orders, swapped
from datenorm.dates.targets import DATES
from datenorm.judging.answer import Terms
from datenorm.judging.readings import SURE, SURE_OF_A_NAME, contradicts_weekday
from datenorm.judging.rivals import both_ways, day_first, every_order, other_way, year_first
from datenorm.network.search import Arrays, Greedy, Hypothesis, Network, beam, greedy, take
from datenorm.network.vocabulary import Source, Vocabulary
from datenorm.reading.questions import Questions
from datenorm.text.names import is_open

BATCH = 64  # texts in one call of the network; see benchmarks/README.md, 'Batches'
FLOOR = 1e-3  # of a hypothesis' probability: far below what could be a good reading
BEAM_WIDTH = 6  # three orders, the year in two or four digits: what one text can really mean at once

Rows = NDArray[np.int64]
Take = Callable[[int, Sequence[Hypothesis]], None]


class Reading:
    """One reading of `asked`: `take` is called with each row the network may be shown and its hypotheses, best first.

    They are the greedy one alone where it leaves no room for another good reading and the text names no other weekday;
    both of a pair, where day and month may change places. Rows are taken on the thread that read them, while the
    network reads on in the others.
    """

    def __init__(
        self,
        asked: Questions,
        terms: Terms,
        take: Take,
        network: Network,
        vocabulary: Vocabulary,
        temperature: float = 1.0,
        threads: int = 1,
    ) -> None:
        self._asked = asked
        self._terms = terms
        self._take = take
        self._network = network
        self._vocabulary = vocabulary
        self._temperature = temperature
        self._threads = threads
        self._firsts: dict[int, Hypothesis] = {}
        self._again: dict[int, str] = {}  # the order to read a row with once more
        self._pairs: dict[int, tuple[Hypothesis, Hypothesis]] = {}
        self._open: list[int] = []  # what was read again, and only a beam can settle

    def read(self, rows: Sequence[int] | None = None) -> None:
        """Read all of it, or these rows of it."""
        asked = self._asked
        readable = asked.readable() if rows is None else asked.by_length(rows)
        each_batch(self._read_greedily, readable, BATCH, self._threads)
        each_batch(self._read_again, asked.by_length(list(self._again)), BATCH, self._threads)
        each_batch(self._read_widely, asked.by_length(self._open), BATCH, self._threads)

    def _read_greedily(self, rows: Rows) -> None:
        asked, source = self._asked, self._asked.source(rows)
        found = self._greedy(source)
        open_ones: list[int] = []
        for place, (row, first) in enumerate(zip(rows.tolist(), self._hypotheses(found), strict=True)):
            order = other_order(asked.shown[row], first.target) if asked.orders[row] is None else None
            if order:
                other = other_way(asked.shown[row], first)
                if other is None:
                    self._firsts[row], self._again[row] = first, order
                    continue
                self._pairs[row] = (first, other)
            if self._needs_a_beam(row, first):
                open_ones.append(place)
            else:
                self._done(row, (first,))
        if open_ones:
            places = np.array(open_ones)
            self._widely(rows[places], source.some(places), state=take(found.state, places))

    def _read_again(self, rows: Rows) -> None:
        hints, _ = self._vocabulary.hint_tokens([self._again[row] for row in rows.tolist()], [])
        found = self._greedy(self._asked.source(rows, hints))
        for row, other in zip(rows.tolist(), self._hypotheses(found), strict=True):
            first = self._firsts[row]
            if other.target == swapped(first.target):
                self._pairs[row] = (first, other)
            if self._needs_a_beam(row, first):
                self._open.append(row)
            else:
                self._done(row, (first,))

    def read_widely(self, count: int) -> None:
        """Read all of it by a beam at least `count` wide, whatever a greedy pass would leave open."""
        each_batch(
            partial(self._read_widely, width=count, floor=0.0),
            self._asked.readable(),
            BATCH,
            self._threads,
        )

    def _read_widely(self, rows: Rows, width: int = 0, floor: float = FLOOR) -> None:
        self._widely(rows, self._asked.source(rows), max(BEAM_WIDTH, width), floor)

    def _widely(
        self,
        rows: Rows,
        source: Source,
        width: int = BEAM_WIDTH,
        floor: float = FLOOR,
        state: Arrays | None = None,
    ) -> None:
        beams = beam(self._network, source.tokens, source.lengths, width, self._temperature, floor, state)
        for row, hypotheses in zip(rows.tolist(), beams, strict=True):
            self._done(row, self._as_dates(hypotheses))

    def _greedy(self, source: Source) -> Greedy:
        return greedy(self._network, source.tokens, source.lengths, self._temperature)

    def _hypotheses(self, found: Greedy) -> list[Hypothesis]:
        """Return the greedy hypothesis of each text of a batch."""
        targets = self._network.targets.decode(found.symbols)
        probabilities = np.exp(found.log_probability).tolist()
        rows = zip(targets, probabilities, map(tuple, found.looked.tolist()), found.roles, strict=True)
        return self._as_dates([Hypothesis(*row) for row in rows])

    def _as_dates(self, hypotheses: Sequence[Hypothesis]) -> list[Hypothesis]:
        """Return hypotheses in the language of dates, which is what is answered; most networks write no other."""
        if self._network.targets is DATES:
            return list(hypotheses)
        return [one.as_date() for one in hypotheses]

    def _needs_a_beam(self, row: int, first: Hypothesis) -> bool:
        text, paired = self._asked.shown[row], row in self._pairs
        if not paired and first.probability < SURE:
            return True
        by_name = SURE <= first.probability < SURE_OF_A_NAME and self._asked.languages[row] is None
        if by_name and is_open(self._asked.pages[row].tokens):
            return True
        # Two digits may also be a year that comes first: a third reading, which a beam finds. Without it, an order that
        # fits the weekday is among the pairs.
        if len(first.target) != len("18-05-09"):
            return False
        return (paired and possible_orders(text) != DAY_OR_MONTH) or contradicts_weekday(
            self._asked.pages[row], first.target, self._terms
        )

    def _done(self, row: int, hypotheses: Sequence[Hypothesis]) -> None:
        text, roles = self._asked.shown[row], hypotheses[0].roles
        if row in self._pairs:
            hypotheses = both_ways(hypotheses, self._pairs[row])
        if self._asked.orders[row] is None:
            hypotheses = every_order(text, hypotheses)
        if self._asked.origins[row] == "dots":
            hypotheses = day_first(text, hypotheses)
        found = year_first(text, hypotheses)
        self._take(row, [replace(one, roles=roles) for one in found] if roles else found)


def each_batch(work: Callable[[Rows], None], rows: Rows, size: int, threads: int) -> None:
    """Do `work` on `rows`, `size` at a time, on all threads; ONNX Runtime leaves the interpreter to the others."""
    batches = [rows[start : start + size] for start in range(0, len(rows), size)]
    if threads > 1 and len(batches) > 1:
        from concurrent.futures import ThreadPoolExecutor  # 4 ms that a single text need not wait for

        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(work, batches))
    else:
        for batch in batches:
            work(batch)
