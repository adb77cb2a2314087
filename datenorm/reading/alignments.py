"""Alignments: where the network looked while it wrote the readings of texts, their best one and the other good ones."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from datenorm.judging.answer import Terms, Translation
from datenorm.judging.judge import leading
from datenorm.network.search import Hypothesis, Network, align
from datenorm.pictures.alignment import Alignment, as_answer, cut_out
from datenorm.reading.passes import BATCH, each_batch
from datenorm.reading.questions import Questions
from datenorm.reading.reader import unread_row


def alignments(
    asked: Questions,
    hypotheses: Mapping[int, Sequence[Hypothesis]],
    told: Sequence[Translation],
    terms: Terms,
    network: Network,
    threads: int,
) -> list[Alignment]:
    """Return the alignment of each question with its best reading.

    hypotheses: of the rows that the network was shown. told: the answers to all rows.
    """
    aligned: dict[int, Alignment] = {}

    def align_batch(rows: NDArray[np.int64]) -> None:
        source = asked.source(rows)
        answers = [told[row] for row in rows.tolist()]
        readings = [
            leading(hypotheses[row], terms, asked.seen(row), answer)
            for row, answer in zip(rows.tolist(), answers, strict=True)
        ]
        owners = [index for index, found in enumerate(readings) for _ in found]
        targets = [network.targets.encode(target) for found in readings for _, target in found]
        symbols = [[network.targets.symbols[symbol] for symbol in target[:-1]] for target in targets]
        attention = align(network, source.tokens[owners], source.lengths[owners], targets)
        start = 0
        for index, (row, answer) in enumerate(zip(rows.tolist(), answers, strict=True)):
            end = start + len(readings[index])
            cut = partial(cut_out, asked.shown[row], source, index, attention)
            others = [
                cut(place, symbols[place], as_answer(answer, str(iso)))
                for place, (iso, _) in zip(range(start + 1, end), readings[index][1:], strict=True)
            ]
            aligned[row] = replace(cut(start, symbols[start], answer), others=tuple(others))
            start = end

    each_batch(align_batch, asked.readable(), BATCH, threads)
    return [aligned[row] if row in aligned else _unseen(asked, row) for row in range(len(asked))]


def _unseen(asked: Questions, row: int) -> Alignment:
    """Return the alignment of a text that the network is never shown."""
    return Alignment((), (), (), np.zeros((0, 0), np.float32), unread_row(asked, row))
