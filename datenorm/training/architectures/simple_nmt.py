"""A decoder of the GRU kind whose every gate sees the context (Bahdanau et al. 2015, appendix A.2.2; simpleNMT)."""

from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.training.architectures.decoder import (
    Decoder,
    masked_softmax,
    masked_softmax_graph,
    register,
)
from datenorm.training.graph import Graph, Weights


@register("simple-nmt")
class SimpleNMTDecoder(Decoder):
    """Reset, update and proposal, each fed by the previous symbol y, the state s and the context c.

    c from score(s, h) = v . tanh(W s + U h), as in `additive`; r, z = sigmoid(A [y, c] + B s + b);
    p = tanh(P [y, c] + Q (r * s) + q); s' = (1 - z) * s + z * p; output = softmax(O [s', c, y]). The cell state that
    other decoders have is passed on untouched.
    """

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(units, **kwargs)
        self.query = keras.layers.Dense(units, use_bias=False, name="query")
        self.keys = keras.layers.Dense(units, name="keys")
        self.energy = keras.layers.Dense(1, use_bias=False, name="energy")
        self.gates = keras.layers.Dense(2 * units, name="gates")
        self.gates_recurrent = keras.layers.Dense(2 * units, use_bias=False, name="gates_recurrent")
        self.proposal = keras.layers.Dense(units, name="proposal")
        self.proposal_recurrent = keras.layers.Dense(units, use_bias=False, name="proposal_recurrent")

    def call(self, memory: Any, mask: Any, hidden: Any, cell: Any, previous: Any) -> dict[str, Any]:
        keys = self.keys(memory)  # (batch, source, units)
        states, seen, alignments = [], [], []
        for symbol in ops.unstack(self.symbols(previous), axis=1):
            energy = self.energy(ops.tanh(self.query(hidden)[:, None] + keys))[..., 0]  # (batch, source)
            alignment = masked_softmax(energy, mask)
            context = ops.matmul(ops.cast(alignment, self.compute_dtype)[:, None], memory)[:, 0]
            inputs = ops.concatenate([symbol, context], axis=-1)
            gates = ops.sigmoid(self.gates(inputs) + self.gates_recurrent(hidden))
            reset, update = ops.split(gates, 2, axis=-1)
            proposed = ops.tanh(self.proposal(inputs) + self.proposal_recurrent(reset * hidden))
            hidden = (1 - update) * hidden + update * proposed
            states.append(hidden)
            seen.append(ops.concatenate([hidden, context, symbol], axis=-1))
            alignments.append(alignment)
        return {
            "logits": self.output_layer(ops.stack(seen, axis=1)),
            "alignment": ops.stack(alignments, axis=1),
            "states": ops.stack(states, axis=1),
        }

    @staticmethod
    def memory_graph(graph: Graph, weights: Weights, memory: str, hidden: str) -> None:
        graph.output("memory", memory, axes=3)
        graph.output("memory_keys", graph.dense(memory, weights["keys/kernel"], weights["keys/bias"]), axes=3)

    @staticmethod
    def step_graph(graph: Graph, weights: Weights) -> None:
        units = weights["proposal/bias"].shape[0]
        graph.input("memory", graph.FLOAT, ("batch", "source", 2 * units))
        graph.input("memory_keys", graph.FLOAT, ("batch", "source", units))
        axis = graph.constant(np.array([1]))
        query = graph.node("MatMul", "state_hidden", graph.constant(weights["query/kernel"]))
        summed = graph.node("Tanh", graph.node("Add", graph.node("Unsqueeze", query, axis), "memory_keys"))
        energy = graph.node("MatMul", summed, graph.constant(weights["energy/kernel"][:, 0]))
        alignment = masked_softmax_graph(graph, energy, "alignment")
        row = graph.node("Unsqueeze", alignment, axis)
        context = graph.node("Squeeze", graph.node("MatMul", row, "memory"), axis)  # (batch, 2 * units)
        symbol = graph.node("Gather", graph.constant(weights["symbols/embeddings"]), "previous")
        inputs = graph.node("Concat", symbol, context, axis=-1)
        recurrent = graph.node("MatMul", "state_hidden", graph.constant(weights["gates_recurrent/kernel"]))
        gates = graph.node(
            "Add", graph.dense(inputs, weights["gates/kernel"], weights["gates/bias"]), recurrent
        )
        reset, update = graph.split(graph.node("Sigmoid", gates), (units, units))
        kept = graph.node("Mul", reset, "state_hidden")
        recurrent = graph.node("MatMul", kept, graph.constant(weights["proposal_recurrent/kernel"]))
        fed = graph.dense(inputs, weights["proposal/kernel"], weights["proposal/bias"])
        proposed = graph.node("Tanh", graph.node("Add", fed, recurrent))
        change = graph.node("Mul", update, graph.node("Sub", proposed, "state_hidden"))
        hidden = graph.node("Add", "state_hidden", change, name="state_hidden_next")
        graph.node("Identity", "state_cell", name="state_cell_next")
        seen = graph.node("Concat", hidden, context, symbol, axis=-1)
        graph.dense(seen, weights["output/kernel"], weights["output/bias"], name="logits")
