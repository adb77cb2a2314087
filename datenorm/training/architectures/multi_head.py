"""Several attentions side by side, each with a smaller query, key and value (Vaswani et al. 2017, section 3.2.2)."""

import math
from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.training.architectures.decoder import (
    NEGATIVE,
    Decoder,
    register,
    symbol_lstm_graph,
)
from datenorm.training.graph import Graph, Weights

HEADS = 4


@register("multi-head")
class MultiHeadDecoder(Decoder):
    """output = softmax(O tanh(MultiHead(s, H, H) + S s + b)), s an LSTM's state, H the memory.

    Each of HEADS heads has units / HEADS numbers, rounded up. The alignment is the mean of the heads'; each head's own
    is `heads`, (batch, target, heads, source).
    """

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(units, **kwargs)
        self.lstm = keras.layers.LSTM(units, return_sequences=True, name="lstm")
        self.attention = keras.layers.MultiHeadAttention(
            HEADS, units // HEADS, name="attention", flash_attention=False
        )
        self.combine = keras.layers.Dense(units, name="combine")

    def call(self, memory: Any, mask: Any, hidden: Any, cell: Any, previous: Any) -> dict[str, Any]:
        states = self.lstm(self.symbols(previous), initial_state=[hidden, cell])  # (batch, target, units)
        context, scores = self.attention(
            states, memory, attention_mask=mask[:, None], return_attention_scores=True
        )  # (batch, target, units), (batch, heads, target, source)
        heads = ops.cast(ops.transpose(scores, (0, 2, 1, 3)), "float32") * ops.cast(
            mask[:, None, None], "float32"
        )
        logits = self.output_layer(ops.tanh(context + self.combine(states)))
        return {"logits": logits, "alignment": ops.mean(heads, axis=2), "heads": heads, "states": states}

    @staticmethod
    def memory_graph(graph: Graph, weights: Weights, memory: str, hidden: str) -> None:
        for name, perm in (("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3])):
            kernel = weights[f"attention/{name}/kernel"]  # (2 * units, heads, size)
            width = kernel.shape[1] * kernel.shape[2]
            projected = graph.dense(
                memory, kernel.reshape(-1, width), weights[f"attention/{name}/bias"].reshape(width)
            )
            split = graph.node("Reshape", projected, graph.constant(np.array([0, 0, *kernel.shape[1:]])))
            graph.output(f"memory_{name}s", graph.node("Transpose", split, perm=perm), axes=4)

    @staticmethod
    def step_graph(graph: Graph, weights: Weights) -> None:
        kernel = weights["attention/query/kernel"]  # (units, heads, size)
        units, heads, size = kernel.shape
        graph.input("memory_keys", graph.FLOAT, ("batch", heads, size, "source"))
        graph.input("memory_values", graph.FLOAT, ("batch", heads, "source", size))
        hidden = symbol_lstm_graph(graph, weights)
        scale = 1 / math.sqrt(size)
        bias = weights["attention/query/bias"].reshape(-1)
        query = graph.dense(hidden, kernel.reshape(units, -1) * scale, bias * scale)
        query = graph.node("Reshape", query, graph.constant(np.array([0, heads, 1, size])))
        two, three = graph.constant(np.array([2])), graph.constant(np.array([1, 2]))
        scores = graph.node("MatMul", query, "memory_keys")  # (batch, heads, 1, source)
        shown = graph.node("Unsqueeze", "mask", three)
        masked = graph.node("Where", shown, scores, graph.constant(np.float32(NEGATIVE)))
        weighed = graph.node(
            "Mul", graph.node("Softmax", masked, axis=-1), graph.node("Cast", shown, to=graph.FLOAT)
        )
        each = graph.node("Squeeze", weighed, two, name="heads")  # (batch, heads, source)
        graph.node("ReduceMean", each, axes=[1], keepdims=0, name="alignment")
        context = graph.node("MatMul", weighed, "memory_values")  # (batch, heads, 1, size)
        joined = graph.node("Reshape", context, graph.constant(np.array([0, heads * size])))
        out = weights["attention/attention_output/kernel"].reshape(heads * size, -1)
        attended = graph.dense(joined, out, weights["attention/attention_output/bias"])
        combined = graph.dense(hidden, weights["combine/kernel"], weights["combine/bias"])
        seen = graph.node("Tanh", graph.node("Add", attended, combined))
        graph.dense(seen, weights["output/kernel"], weights["output/bias"], name="logits")
