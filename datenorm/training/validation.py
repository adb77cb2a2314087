"""Exact match on held-out pairs, with the serving graphs and the constrained decoder: the way users will be served."""

from collections.abc import Sequence

import numpy as np

from datenorm.generation.dataset import Example, order_of
from datenorm.network.bundle import Bundle
from datenorm.network.runtime import Runtime
from datenorm.network.search import greedy
from datenorm.network.shown import MAX_CHARACTERS

BATCH = 256


def exact_match(bundle: Bundle, rows: Sequence[Example], order_hints: bool) -> float:
    """Return the share of `rows` whose target is written exactly. order_hints: give the order where a row knows it."""
    runtime = Runtime(bundle)
    tokens = bundle.vocabulary.tokenize([row.text for row in rows])
    orders = [order_of(row) if order_hints else None for row in rows]
    hints = bundle.vocabulary.hint_tokens(orders, [None] * len(rows))
    shown = [index for index in np.argsort(tokens.lengths) if 0 < tokens.lengths[index] <= MAX_CHARACTERS]
    right = 0
    for first in range(0, len(shown), BATCH):
        piece = np.array(shown[first : first + BATCH])
        source = tokens.batch(piece, *(hint[piece] for hint in hints))
        symbols = greedy(runtime, source.tokens, source.lengths, 1.0)[0]
        found = zip(bundle.targets.decode(symbols), piece, strict=True)
        right += sum(target == bundle.targets.known(rows[index].iso) for target, index in found)
    return right / len(rows)
