"""Encoder and decoder without attention: all that the decoder knows of a text is one state (Sutskever et al. 2014)."""

from typing import Any

import keras

from datenorm.training.architectures.decoder import (
    Decoder,
    evenly,
    evenly_graph,
    register,
    symbol_lstm_graph,
)
from datenorm.training.graph import Graph, Weights


@register("seq2seq")
class Seq2SeqDecoder(Decoder):
    """output = softmax(O s), s the state of an LSTM that starts from what the encoder ends with.

    The paper reads its input backwards; our encoder reads both ways. The alignment says that nothing is looked at: it
    is the same for every character.
    """

    attends = False

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(units, **kwargs)
        self.lstm = keras.layers.LSTM(units, return_sequences=True, name="lstm")

    def call(self, memory: Any, mask: Any, hidden: Any, cell: Any, previous: Any) -> dict[str, Any]:
        states = self.lstm(self.symbols(previous), initial_state=[hidden, cell])  # (batch, target, units)
        alignment = evenly(mask, previous.shape[1])
        return {"logits": self.output_layer(states), "alignment": alignment, "states": states}

    @staticmethod
    def memory_graph(graph: Graph, weights: Weights, memory: str, hidden: str) -> None:
        pass  # the first state is all

    @staticmethod
    def step_graph(graph: Graph, weights: Weights) -> None:
        evenly_graph(graph)
        hidden = symbol_lstm_graph(graph, weights)
        graph.dense(hidden, weights["output/kernel"], weights["output/bias"], name="logits")
