"""Additive attention inside the recurrence: the first attention there was (Bahdanau et al. 2015)."""

from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.training.architectures.decoder import (
    SYMBOL_EMBEDDING,
    Decoder,
    lstm_graph,
    masked_softmax,
    masked_softmax_graph,
    register,
    serving_order,
)
from datenorm.training.graph import Graph, Weights


@register("additive")
class AdditiveDecoder(Decoder):
    """score(s, h) = v . tanh(W s + U h), s the state before the step. Bahdanau et al. 2015, appendix A.1.2 and A.2.2.

    An LSTM cell in place of the paper's GRU, and a tanh layer in place of its maxout.
    """

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(units, **kwargs)
        self.cell = keras.layers.LSTMCell(units, name="cell")
        self.query = keras.layers.Dense(units, use_bias=False, name="query")
        self.keys = keras.layers.Dense(units, name="keys")
        self.energy = keras.layers.Dense(1, use_bias=False, name="energy")
        self.combine = keras.layers.Dense(units, activation="tanh", name="combine")

    def call(self, memory: Any, mask: Any, hidden: Any, cell: Any, previous: Any) -> dict[str, Any]:
        keys = self.keys(memory)  # (batch, source, units)
        states, contexts, alignments = [], [], []
        for symbol in ops.unstack(self.symbols(previous), axis=1):
            energy = self.energy(ops.tanh(self.query(hidden)[:, None] + keys))[..., 0]  # (batch, source)
            alignment = masked_softmax(energy, mask)
            weights = ops.cast(alignment, self.compute_dtype)[:, None]
            context = ops.matmul(weights, memory)[:, 0]  # (batch, 2 * units)
            hidden, (_, cell) = self.cell(ops.concatenate([symbol, context], axis=-1), [hidden, cell])
            states.append(hidden)
            contexts.append(context)
            alignments.append(alignment)
        seen = ops.concatenate([ops.stack(states, axis=1), ops.stack(contexts, axis=1)], axis=-1)
        return {
            "logits": self.output_layer(self.combine(seen)),
            "alignment": ops.stack(alignments, axis=1),
            "states": ops.stack(states, axis=1),
        }

    @staticmethod
    def memory_graph(graph: Graph, weights: Weights, memory: str, hidden: str) -> None:
        graph.output("memory", memory, axes=3)
        graph.output("memory_keys", graph.dense(memory, weights["keys/kernel"], weights["keys/bias"]), axes=3)

    @staticmethod
    def step_graph(graph: Graph, weights: Weights) -> None:
        units = weights["combine/bias"].shape[0]
        graph.input("memory", graph.FLOAT, ("batch", "source", 2 * units))
        graph.input("memory_keys", graph.FLOAT, ("batch", "source", units))
        axis = graph.constant(np.array([1]))
        query = graph.node("MatMul", "state_hidden", graph.constant(weights["query/kernel"]))
        summed = graph.node("Tanh", graph.node("Add", graph.node("Unsqueeze", query, axis), "memory_keys"))
        energy = graph.node(
            "MatMul", summed, graph.constant(weights["energy/kernel"][:, 0])
        )  # (batch, source)
        alignment = masked_softmax_graph(graph, energy, "alignment")
        row = graph.node("Unsqueeze", alignment, axis)
        context = graph.node("Squeeze", graph.node("MatMul", row, "memory"), axis)  # (batch, 2 * units)
        kernel = serving_order(weights["cell/kernel"])
        # Thirteen symbols: what each adds to the gates is a table.
        table = weights["symbols/embeddings"] @ kernel[:SYMBOL_EMBEDDING] + serving_order(
            weights["cell/bias"]
        )
        symbol = graph.node("Gather", graph.constant(table), "previous")
        seen = graph.node("MatMul", context, graph.constant(kernel[SYMBOL_EMBEDDING:]))
        gates = graph.node("Add", symbol, seen)
        hidden = lstm_graph(graph, gates, serving_order(weights["cell/recurrent_kernel"]))
        both = graph.node("Concat", hidden, context, axis=-1)
        combined = graph.node("Tanh", graph.dense(both, weights["combine/kernel"], weights["combine/bias"]))
        graph.dense(combined, weights["output/kernel"], weights["output/bias"], name="logits")
