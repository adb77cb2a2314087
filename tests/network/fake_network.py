"""A network that believes what a test tells it: for each text, the targets and their probabilities."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from datenorm.dates.calendar import ORDERS
from datenorm.dates.targets import DATES, SYMBOLS
from datenorm.network.shown import PREFIX
from datenorm.network.vocabulary import FIRST_ORDER, Vocabulary

LANGUAGES = ("de", "en", "hr", "pl")
VOCABULARY = Vocabulary("0123456789abcdefghijklmnopqrstuvwxyz -./,:'áüö年月日маяพฤษภาคม", LANGUAGES)

Belief = Mapping[str, float]
Beliefs = Mapping[Any, Belief]  # a key is a text, or a text with the hints it holds under


class FakeNetwork:
    """Knows `beliefs`: {text as the network sees it: {target: probability}}; any other text is no date.

    A key may be (text, order), (text, language) or (text, order, language) to hold under those hints only. What it is
    shown is kept in `seen`, one list of texts for each call of encode.
    """

    targets = DATES

    def __init__(self, beliefs: Beliefs) -> None:
        self.beliefs = {key: dict(belief) for key, belief in beliefs.items()}
        self.seen: list[list[str]] = []

    def encode(self, tokens: NDArray[np.int32], lengths: NDArray[np.int32]) -> dict[str, Any]:
        texts = [self._text(row, length) for row, length in zip(tokens, lengths, strict=True)]
        self.seen.append(texts)
        known = [self._belief(row, text) for row, text in zip(tokens, texts, strict=True)]
        beliefs = np.empty(len(known), object)
        beliefs[:] = known
        return {
            "memory": beliefs,
            "mask": np.arange(tokens.shape[1]) < lengths[:, None],
            "state_written": np.full(len(known), None, object),  # None: not even the start symbol
        }

    def step(
        self, state: dict[str, Any], previous: NDArray[np.int32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], dict[str, Any]]:
        logits = np.full((len(previous), len(SYMBOLS)), -30.0, np.float32)
        alignment = np.zeros(state["mask"].shape, np.float32)
        written = np.empty(len(previous), object)
        for row, (belief, before, symbol) in enumerate(
            zip(state["memory"], state["state_written"], previous, strict=True)
        ):
            # The start symbol is <eot>; it is no part of what is written.
            prefix = () if before is None else (*before, int(symbol))
            written[row] = prefix
            for target, probability in belief.items():
                symbols = tuple(DATES.encode(target))
                if symbols[: len(prefix)] == prefix and len(symbols) > len(prefix):
                    following = symbols[len(prefix)]
                    logits[row, following] = np.logaddexp(logits[row, following], np.log(probability))
            last = int(state["mask"][row].sum()) - 1
            alignment[row, min(PREFIX + len(prefix), last)] = 1
        return logits, alignment, {**state, "state_written": written}

    def _text(self, row: NDArray[np.int32], length: int) -> str:
        first = FIRST_ORDER + len(ORDERS) + len(LANGUAGES)
        return "".join(
            VOCABULARY.characters[token - first] if token >= first else "?" for token in row[PREFIX:length]
        )

    def _belief(self, row: NDArray[np.int32], text: str) -> Belief:
        order = dict(enumerate(ORDERS, FIRST_ORDER)).get(int(row[0]))
        language = dict(enumerate(LANGUAGES, FIRST_ORDER + len(ORDERS))).get(int(row[1]))
        for key in ((text, order, language), (text, order), (text, language), text):
            if key in self.beliefs:
                return self.beliefs[key]
        return {"<unk>": 1.0}
