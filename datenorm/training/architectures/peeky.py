"""No attention, but what the encoder ends with is given to every step (Cho et al. 2014, section 2.2)."""

from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.training.architectures.decoder import (
    SYMBOL_EMBEDDING,
    Decoder,
    evenly,
    evenly_graph,
    lstm_graph,
    register,
    serving_order,
)
from datenorm.training.graph import Graph, Weights


@register("peeky")
class PeekyDecoder(Decoder):
    """s = LSTM([y, c], s); output = softmax(O [s, c]), c the encoder's summary of the text, y the previous symbol.

    An LSTM cell in place of the paper's GRU. The alignment says that nothing is looked at, as in `seq2seq`.
    """

    attends = False

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(units, **kwargs)
        self.lstm = keras.layers.LSTM(units, return_sequences=True, name="lstm")

    def call(self, memory: Any, mask: Any, hidden: Any, cell: Any, previous: Any) -> dict[str, Any]:
        steps = previous.shape[1]
        summary = ops.repeat(hidden[:, None], steps, axis=1)  # (batch, target, units)
        inputs = ops.concatenate([self.symbols(previous), summary], axis=-1)
        states = self.lstm(inputs, initial_state=[hidden, cell])
        logits = self.output_layer(ops.concatenate([states, summary], axis=-1))
        return {"logits": logits, "alignment": evenly(mask, steps), "states": states}

    @staticmethod
    def memory_graph(graph: Graph, weights: Weights, memory: str, hidden: str) -> None:
        # What the summary adds to the gates and to the output is the same at each step.
        kernel = serving_order(weights["lstm/lstm_cell/kernel"])[SYMBOL_EMBEDDING:]
        units = kernel.shape[0]
        graph.output("memory_gates", graph.node("MatMul", hidden, graph.constant(kernel)), axes=2)
        seen = graph.dense(hidden, weights["output/kernel"][units:], weights["output/bias"])
        graph.output("memory_logits", seen, axes=2)

    @staticmethod
    def step_graph(graph: Graph, weights: Weights) -> None:
        kernel = serving_order(weights["lstm/lstm_cell/kernel"])[:SYMBOL_EMBEDDING]
        recurrent = serving_order(weights["lstm/lstm_cell/recurrent_kernel"])
        units = recurrent.shape[0]
        graph.input("memory_gates", graph.FLOAT, ("batch", 4 * units))
        graph.input("memory_logits", graph.FLOAT, ("batch", weights["output/bias"].shape[0]))
        evenly_graph(graph)
        table = weights["symbols/embeddings"] @ kernel + serving_order(weights["lstm/lstm_cell/bias"])
        symbol = graph.node("Gather", graph.constant(np.ascontiguousarray(table)), "previous")
        hidden = lstm_graph(graph, graph.node("Add", symbol, "memory_gates"), recurrent)
        own = graph.node("MatMul", hidden, graph.constant(weights["output/kernel"][:units]))
        graph.node("Add", own, "memory_logits", name="logits")
