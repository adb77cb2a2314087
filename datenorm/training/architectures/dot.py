"""Dot-product attention outside the recurrence (Luong et al. 2015, 'general' score, without input feeding).

The decoder's LSTM reads the previous symbols alone, so it runs over all target steps at once; attention then looks from
its states, all at once too. Cheapest to train and to serve.
"""

from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.training.architectures.decoder import (
    Decoder,
    masked_softmax,
    masked_softmax_graph,
    register,
    symbol_lstm_graph,
)
from datenorm.training.graph import Graph, Weights


@register("dot")
class DotDecoder(Decoder):
    """score(s, h) = s . W h; output = softmax(O tanh(C context + S s + b)). Luong et al. 2015, eqs. 5, 6 and 8.

    The C of the paper's eq. 5 is applied to the memory, before it is averaged into the context: the same number, and it
    is computed once for a text instead of once for a step.
    """

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(units, **kwargs)
        self.lstm = keras.layers.LSTM(units, return_sequences=True, name="lstm")
        self.keys = keras.layers.Dense(units, use_bias=False, name="keys")
        self.values = keras.layers.Dense(units, use_bias=False, name="values")
        self.combine = keras.layers.Dense(units, name="combine")

    def call(self, memory: Any, mask: Any, hidden: Any, cell: Any, previous: Any) -> dict[str, Any]:
        states = self.lstm(self.symbols(previous), initial_state=[hidden, cell])  # (batch, target, units)
        keys = ops.transpose(self.keys(memory), (0, 2, 1))
        alignment = masked_softmax(ops.matmul(self.queries(states), keys), mask[:, None])
        context = ops.matmul(
            ops.cast(alignment, self.compute_dtype), self.values(memory)
        )  # (batch, target, units)
        logits = self.output_layer(ops.tanh(context + self.combine(states)))
        return {"logits": logits, "alignment": alignment, "states": states}

    def queries(self, states: Any) -> Any:
        """Return what the keys are compared with, (batch, target, units): here the states themselves."""
        return states

    @staticmethod
    def query_graph(graph: Graph, weights: Weights, hidden: str) -> str:
        return hidden

    @staticmethod
    def memory_graph(graph: Graph, weights: Weights, memory: str, hidden: str) -> None:
        keys = graph.node("MatMul", memory, graph.constant(weights["keys/kernel"]))
        graph.output(
            "memory_keys", graph.node("Transpose", keys, perm=[0, 2, 1]), axes=3
        )  # (batch, units, source)
        values = graph.node("MatMul", memory, graph.constant(weights["values/kernel"]))
        graph.output("memory_values", values, axes=3)

    @classmethod
    def step_graph(cls, graph: Graph, weights: Weights) -> None:
        units = weights["combine/bias"].shape[0]
        graph.input("memory_keys", graph.FLOAT, ("batch", units, "source"))
        graph.input("memory_values", graph.FLOAT, ("batch", "source", units))
        hidden = symbol_lstm_graph(graph, weights)
        axis = graph.constant(np.array([1]))
        query = graph.node("Unsqueeze", cls.query_graph(graph, weights, hidden), axis)  # (batch, 1, units)
        scores = graph.node("Squeeze", graph.node("MatMul", query, "memory_keys"), axis)
        alignment = masked_softmax_graph(graph, scores, "alignment")  # (batch, source)
        row = graph.node("Unsqueeze", alignment, axis)
        context = graph.node("Squeeze", graph.node("MatMul", row, "memory_values"), axis)  # (batch, units)
        combined = graph.dense(hidden, weights["combine/kernel"], weights["combine/bias"])
        seen = graph.node("Tanh", graph.node("Add", context, combined))
        graph.dense(seen, weights["output/kernel"], weights["output/bias"], name="logits")
