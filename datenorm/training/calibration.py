"""Calibration: the temperature at which confidence is worth what it says, found on pairs training never saw.

Temperature scaling, Guo et al. 2017, 'On Calibration of Modern Neural Networks', section 4.2: one number divides the
logits; it changes no answer, only how sure it is.
"""

from collections.abc import Sequence
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.automaton import Automaton
from datenorm.dates.targets import EOT
from datenorm.generation.dataset import Example, hints_for
from datenorm.network.bundle import Bundle
from datenorm.network.runtime import Runtime
from datenorm.network.search import log_probabilities
from datenorm.network.shown import MAX_CHARACTERS
from datenorm.training.batches import padded_symbols

BATCH = 256
TEMPERATURES = np.round(np.geomspace(0.5, 4.0, 85), 3)
SEED = 7  # of the hints that the rows are read with


def calibrate(bundle: Bundle, rows: Sequence[Example]) -> float:
    """Return the temperature under which the true targets of `rows` are likeliest.

    The rows are read with the hints of training, some with none, so that what is open stays open.
    """
    forced, automaton = teacher_forced(bundle, rows), bundle.targets.automaton
    return float(min(TEMPERATURES, key=lambda temperature: _loss(*forced, temperature, automaton)))


def teacher_forced(
    bundle: Bundle, rows: Sequence[Example]
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Return the logits (steps, symbols) towards the true targets, the automaton's states, the true symbols.

    states, symbols: (steps,). Texts the network is never shown are left out.
    """
    runtime, rng, language = Runtime(bundle), Random(SEED), bundle.targets
    tokens = bundle.vocabulary.tokenize([row.text for row in rows])
    hints = bundle.vocabulary.hint_tokens(*zip(*(hints_for(row, rng) for row in rows), strict=True))
    targets = np.array([padded_symbols(row.iso, language) for row in rows], np.int32)  # (rows, target)
    shown = [index for index in np.argsort(tokens.lengths) if 0 < tokens.lengths[index] <= MAX_CHARACTERS]
    found: list[tuple[NDArray[Any], NDArray[Any], NDArray[Any]]] = []
    for first in range(0, len(shown), BATCH):
        piece = np.array(shown[first : first + BATCH])
        source = tokens.batch(piece, *(hint[piece] for hint in hints))
        state = runtime.encode(source.tokens, source.lengths)
        automaton, previous = (
            np.full(len(piece), language.automaton.start),
            np.full(len(piece), EOT, np.int32),
        )
        going = np.ones(len(piece), bool)
        for symbols in targets[piece].T:
            logits, _, state = runtime.step(state, previous)
            found.append((logits[going], automaton[going], symbols[going]))
            after = language.automaton.next_state[automaton, symbols]
            automaton = np.where(going, after, language.automaton.start)
            going &= symbols != EOT
            previous = np.ascontiguousarray(symbols)
    logits, states, symbols = zip(*found, strict=True)
    return np.concatenate(logits), np.concatenate(states), np.concatenate(symbols)


def _loss(
    logits: NDArray[Any],
    states: NDArray[Any],
    symbols: NDArray[Any],
    temperature: float,
    automaton: Automaton,
) -> float:
    scores = log_probabilities(logits, states, temperature, automaton)
    return -float(scores[np.arange(len(symbols)), symbols].mean())
