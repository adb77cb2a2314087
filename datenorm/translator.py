"""Translator: text to Translation. text -> vocabulary -> runtime -> search -> calendar -> Translation.

Texts are read once each, in batches of similar length; a greedy pass reads all, a beam only those it left open.
"""

import functools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from datenorm.alignment import Alignment, as_answer, cut_out
from datenorm.bundle import load_bundle
from datenorm.calendar import default_pivot
from datenorm.names import is_open
from datenorm.order import (
    DAY_OR_MONTH,
    both_ways,
    day_first,
    every_order,
    other_order,
    other_way,
    possible_orders,
    swapped,
    year_first,
)
from datenorm.questions import Hint, Question, Questions, hinted, strings
from datenorm.runtime import Runtime
from datenorm.search import Hypothesis, Network, align, beam, greedy
from datenorm.targets import decode_rows, encode_target
from datenorm.translation import (
    MIN_CONFIDENCE,
    SURE,
    SURE_OF_A_NAME,
    Terms,
    Translation,
    contradicts_weekday,
    judge,
    leading,
    unread,
)
from datenorm.vocabulary import Source, Vocabulary

if TYPE_CHECKING:
    from datenorm.series import Column

BATCH = 128  # texts in one call of the network; see benchmarks/README.md, 'Batches'
BEAM_BATCH = 64  # each of them is several hypotheses wide
FLOOR = 1e-3  # of a hypothesis' probability: far below what could be a good reading
BEAM_WIDTH = 6  # three orders, the year in two or four digits: what one text can really mean at once
SLAB = 32_768  # texts turned into tokens at a time, so that a long list needs no more memory than a short one


class Translator:
    """Reads dates with one model. Usable from several threads at once.

    network: anything with Runtime's `encode` and `step`. threads: batches read side by side in one call.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        network: Network,
        *,
        temperature: float = 1.0,
        min_confidence: float = MIN_CONFIDENCE,
        threads: int = 1,
    ) -> None:
        self.vocabulary = vocabulary
        self.network = network
        self.temperature = temperature
        self.min_confidence = min_confidence
        self.threads = threads

    @classmethod
    def load(cls, bundle: str | Path | None = None, threads: int = 1) -> "Translator":
        """Return the Translator of a model bundle, the shipped one by default. Raises BundleError."""
        loaded = load_bundle(bundle)
        calibration = loaded.config.get("calibration", {})
        # One thread for each batch, and several batches: LSTM steps are too small to be shared out.
        return cls(
            loaded.vocabulary,
            Runtime(loaded, threads=1),
            temperature=loaded.temperature,
            min_confidence=calibration.get("min_confidence", MIN_CONFIDENCE),
            threads=threads,
        )

    def translate(
        self,
        text: str,
        *,
        order: str | None = None,
        locale: str | None = None,
        top: int | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
    ) -> Translation:
        """Return the answer to one text; the hints are those of `translate_many`."""
        terms = self._terms(top, min_confidence, pivot_year, year)
        return self._answer(hinted(strings([text]), order, locale), terms)[0]

    def translate_many(
        self,
        texts: Iterable[str | None],
        *,
        order: Hint = None,
        locale: Hint = None,
        top: int | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
    ) -> list[Translation]:
        """Return the answers to `texts`, in their order.

        texts: any sequence of strings: list, NumPy or Arrow array, pandas or Polars series. None and NaN are empty.
        order: 'DMY', 'MDY' or 'YMD', the field order of numeric dates; 'open' where not even dots tell it. locale: a
        CLDR or BCP 47 identifier, which gives the language and, where `order` does not, the order. Both may be one for
        all texts or one for each.
        top: report up to so many readings. min_confidence: reject below it. pivot_year: the last year a two-digit year
        may mean, 20 years from now by default. year: the year of dates that have none.
        Raises LocaleError for a locale CLDR does not have.
        """
        terms = self._terms(top, min_confidence, pivot_year, year)
        return self._answer(hinted(strings(texts), order, locale), terms)

    def translate_column(
        self,
        texts: Iterable[str | None],
        *,
        order: str | None = None,
        locale: str | None = None,
        top: int | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
    ) -> "Column":
        """Return the answers to a whole column, whose cells decide its order and language unless one is given.

        texts and the other options are those of `translate_many`. A column is taken to be written in one order: see
        `datenorm.columns`. Dates, statuses and confidences come back as the kind of column that was given.
        """
        from datenorm.series import Column, gather  # what no single text needs

        cells = strings(texts)
        evidence = None if order or locale else gather(cells)
        languages: Hint = locale
        if evidence:
            order = evidence.numbers.hint
            if evidence.names.language:
                languages = [evidence.language_of(cell) for cell in cells]
        terms = self._terms(top, min_confidence, pivot_year, year)
        return Column(texts, self._answer(hinted(cells, order, languages), terms), evidence)

    def align(
        self,
        text: str,
        *,
        order: str | None = None,
        locale: str | None = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
    ) -> Alignment:
        """Return where the network looked while it read `text`; the options are those of `translate_many`."""
        return self.align_many(
            [text],
            order=order,
            locale=locale,
            min_confidence=min_confidence,
            pivot_year=pivot_year,
            year=year,
        )[0]

    def align_many(
        self,
        texts: Iterable[str | None],
        *,
        order: Hint = None,
        locale: Hint = None,
        min_confidence: float | None = None,
        pivot_year: int | None = None,
        year: int | None = None,
    ) -> list[Alignment]:
        """Return the alignment of each text with its best reading, in the order of `texts`."""
        terms = self._terms(None, min_confidence, pivot_year, year)
        asked = Questions.of(hinted(strings(texts), order, locale), self.vocabulary)
        hypotheses: dict[int, Sequence[Hypothesis]] = {}
        self._read(asked, terms, hypotheses.__setitem__)
        aligned: dict[int, Alignment] = {}

        def align_batch(rows: NDArray[np.int64]) -> None:
            source = asked.source(rows)
            answers = [_judged(asked, row, hypotheses[row], terms) for row in rows.tolist()]
            readings = [
                leading(hypotheses[row], terms, asked.shown[row], answer)
                for row, answer in zip(rows.tolist(), answers, strict=True)
            ]
            owners = [index for index, found in enumerate(readings) for _ in found]
            targets = [encode_target(target) for found in readings for _, target in found]
            attention = align(self.network, source.tokens[owners], source.lengths[owners], targets)
            start = 0
            for index, (row, answer) in enumerate(zip(rows.tolist(), answers, strict=True)):
                end = start + len(readings[index])
                cut = partial(cut_out, asked.shown[row], source, index, attention)
                others = [
                    cut(place, targets[place], as_answer(answer, str(iso)))
                    for place, (iso, _) in zip(range(start + 1, end), readings[index][1:], strict=True)
                ]
                aligned[row] = replace(cut(start, targets[start], answer), others=tuple(others))
                start = end

        self._each(align_batch, asked.readable(), BATCH)
        return [aligned[row] if row in aligned else _unseen(asked, row) for row in range(len(asked))]

    def _terms(
        self, top: int | None, min_confidence: float | None, pivot: int | None, year: int | None
    ) -> Terms:
        if top is not None and top < 1:
            raise ValueError(f"top must be at least 1, not {top}")
        if pivot is not None and pivot < 100:
            raise ValueError(f"pivot_year must be at least 100, not {pivot}")
        return Terms(
            pivot=default_pivot(date.today()) if pivot is None else pivot,
            year=year,
            min_confidence=self.min_confidence if min_confidence is None else min_confidence,
            top=top,
        )

    def _answer(self, asked: Sequence[Question], terms: Terms) -> list[Translation]:
        """Read each distinct question once, a slab of them at a time."""
        distinct = list(dict.fromkeys(asked))
        answers: list[Translation] = []
        for start in range(0, len(distinct), SLAB):
            slab = Questions.of(distinct[start : start + SLAB], self.vocabulary)
            answers += self._translate(slab, terms)
        known = dict(zip(distinct, answers, strict=True))
        return [known[question] for question in asked]

    def _translate(self, asked: Questions, terms: Terms) -> list[Translation]:
        """Return the answer to each question."""
        answers: dict[int, Translation] = {}

        def take(row: int, hypotheses: Sequence[Hypothesis]) -> None:
            answers[row] = _judged(asked, row, hypotheses, terms)

        self._read(asked, terms, take)
        return [answers[row] if row in answers else _unread(asked, row) for row in range(len(asked))]

    def _read(
        self, asked: Questions, terms: Terms, take: Callable[[int, Sequence[Hypothesis]], None]
    ) -> None:
        """Call `take` with each row the network may be shown and its hypotheses, best first.

        The greedy one alone where it leaves no room for another good reading, the text names no other weekday and
        nobody asked for more; both of a pair, where day and month may change places. Rows are taken on the thread that
        read them, while the network reads on in the others.
        """
        firsts: dict[int, Hypothesis] = {}
        pairs: dict[int, tuple[Hypothesis, Hypothesis]] = {}
        again: dict[int, str] = {}  # the order to read a row with once more
        wide: list[int] = []

        def done(row: int, hypotheses: Sequence[Hypothesis]) -> None:
            if row in pairs:
                hypotheses = both_ways(hypotheses, pairs[row])
            if asked.orders[row] is None:
                hypotheses = every_order(asked.shown[row], hypotheses)
            if asked.implied[row]:
                hypotheses = day_first(asked.shown[row], hypotheses)
            take(row, year_first(asked.shown[row], hypotheses))

        def settle(row: int, first: Hypothesis) -> None:
            # Two digits may also be a year that comes first: a third reading, which a beam finds. Without it, an order
            # that fits the weekday is among the pairs.
            two_digit_year = len(first.target) == len("18-05-09")
            if (
                terms.top is not None
                or (row not in pairs and first.probability < SURE)
                or (
                    SURE <= first.probability < SURE_OF_A_NAME
                    and asked.languages[row] is None
                    and is_open(asked.shown[row])
                )
                or (two_digit_year and row in pairs and possible_orders(asked.shown[row]) != DAY_OR_MONTH)
                or (two_digit_year and contradicts_weekday(asked.shown[row], first.target, terms))
            ):
                wide.append(row)
            else:
                done(row, (first,))

        def read_greedily(rows: NDArray[np.int64]) -> None:
            for row, first in zip(rows.tolist(), self._greedy(asked.source(rows)), strict=True):
                if asked.orders[row] is None and (order := other_order(asked.shown[row], first.target)):
                    other = other_way(asked.shown[row], first)
                    if other is None:
                        firsts[row], again[row] = first, order
                        continue
                    pairs[row] = (first, other)
                settle(row, first)

        def read_again(rows: NDArray[np.int64]) -> None:
            hints, _ = self.vocabulary.hint_tokens([again[row] for row in rows.tolist()], [])
            for row, other in zip(rows.tolist(), self._greedy(asked.source(rows, hints)), strict=True):
                if other.target == swapped(firsts[row].target):
                    pairs[row] = (firsts[row], other)
                settle(row, firsts[row])

        def read_widely(rows: NDArray[np.int64]) -> None:
            source = asked.source(rows)
            width, floor = max(BEAM_WIDTH, terms.top or 0), FLOOR if terms.top is None else 0.0
            beams = beam(self.network, source.tokens, source.lengths, width, self.temperature, floor)
            for row, hypotheses in zip(rows.tolist(), beams, strict=True):
                done(row, hypotheses)

        self._each(read_greedily, asked.readable(), BATCH)
        self._each(read_again, asked.by_length(list(again)), BATCH)
        self._each(read_widely, asked.by_length(wide), BEAM_BATCH)

    def _greedy(self, source: Source) -> list[Hypothesis]:
        """Return the greedy hypothesis of each text of a batch."""
        symbols, logs = greedy(self.network, source.tokens, source.lengths, self.temperature)
        return [Hypothesis(*found) for found in zip(decode_rows(symbols), np.exp(logs).tolist(), strict=True)]

    def _each(self, work: Callable[[NDArray[np.int64]], None], rows: NDArray[np.int64], size: int) -> None:
        """Do `work` on `rows`, `size` at a time, on all threads; ONNX Runtime leaves the interpreter to the others."""
        batches = [rows[start : start + size] for start in range(0, len(rows), size)]
        if self.threads > 1 and len(batches) > 1:
            from concurrent.futures import ThreadPoolExecutor  # 4 ms that a single text need not wait for

            with ThreadPoolExecutor(self.threads) as pool:
                list(pool.map(work, batches))
        else:
            for batch in batches:
                work(batch)


def _judged(asked: Questions, row: int, hypotheses: Sequence[Hypothesis], terms: Terms) -> Translation:
    return judge(
        asked.texts[row],
        hypotheses,
        terms,
        asked.orders[row],
        asked.shown[row],
        asked.languages[row],
    )


def _unread(asked: Questions, row: int) -> Translation:
    return unread(asked.texts[row], int(asked.tokens.lengths[row]), asked.orders[row])


def _unseen(asked: Questions, row: int) -> Alignment:
    return Alignment((), (), (), np.zeros((0, 0), np.float32), _unread(asked, row))


@functools.cache
def default_translator() -> Translator:
    """Return the shipped model's Translator, loaded when it is first asked for. Raises BundleError."""
    return Translator.load()


def _in_a_notebook(answer: Translation) -> str:
    """Return an answer as HTML: its heatmap, where the shipped model gives the same answer."""
    alignment = default_translator().align(answer.text, order=answer.order)
    if (alignment.translation.iso, alignment.translation.status) == (answer.iso, answer.status):
        return alignment._repr_html_()
    from html import escape

    return f"<pre>{escape(repr(answer))}</pre>"


Translation.in_a_notebook = _in_a_notebook
