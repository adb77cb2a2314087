"""Self-attention among the characters before the LSTM reads them (Vaswani et al. 2017, sections 3.2 and 3.5)."""

import math
from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.training.architectures.decoder import NEGATIVE, register
from datenorm.training.architectures.dot import DotDecoder
from datenorm.training.architectures.encoder import Encoder
from datenorm.training.graph import Graph, Weights

HEADS = 4
EPSILON = 1e-3  # Keras's own, of layer normalization
LONGEST = 128  # a text, its hints and what a batch pads them with, and some room


class SelfAttentionEncoder(Encoder):
    """x' = LayerNorm(x + MultiHead(x + p, x + p, x)), p the sinusoids of the positions; then the LSTM as ever.

    Positions go into queries and keys alone: they say where to look, and are no part of what is found there. The
    importance of a character is the attention it receives, summed over the characters that look, mean over the heads.
    """

    def __init__(self, vocabulary_size: int, embedding: int, units: int, **kwargs: Any) -> None:
        super().__init__(vocabulary_size, embedding, units, **kwargs)
        self.positions = positions(LONGEST, self.width)
        self.attention = keras.layers.MultiHeadAttention(
            HEADS, max(1, self.width // HEADS), name="attention", flash_attention=False
        )
        self.norm = keras.layers.LayerNormalization(epsilon=EPSILON, name="norm")

    def mix(self, embedded: Any, mask: Any) -> tuple[Any, dict[str, Any]]:
        """Return what the LSTM reads and `importance`, (batch, source): zero outside the text, its sum the length."""
        width = ops.shape(embedded)[1]
        placed = embedded + ops.cast(ops.convert_to_tensor(self.positions)[:width], embedded.dtype)
        attended, scores = self.attention(
            placed, embedded, key=placed, attention_mask=mask[:, None], return_attention_scores=True
        )  # (batch, source, embedding), (batch, heads, source, source)
        looking = ops.cast(mask, "float32")
        received = ops.mean(
            ops.cast(scores, "float32"), axis=1
        )  # (batch, source that looks, source looked at)
        importance = ops.sum(received * looking[:, :, None], axis=1) * looking
        return self.norm(embedded + attended), {"importance": importance}

    @staticmethod
    def mix_graph(graph: Graph, weights: Weights, embedded: str, mask: str) -> str:
        kernel = weights["attention/query/kernel"]  # (embedding, heads, size)
        embedding, heads, size = kernel.shape
        zero, one = graph.constant(np.array([0])), graph.constant(np.array([1]))
        width = graph.node("Gather", graph.node("Shape", embedded), one)
        table = graph.constant(positions(LONGEST, embedding))
        placed = graph.node("Add", embedded, graph.node("Slice", table, zero, width, zero))
        projected = {}
        for name, tensor, perm in (
            ("query", placed, [0, 2, 1, 3]),
            ("key", placed, [0, 2, 3, 1]),
            ("value", embedded, [0, 2, 1, 3]),
        ):
            scale = 1 / math.sqrt(size) if name == "query" else 1
            matrix = scale * weights[f"attention/{name}/kernel"].reshape(embedding, -1)
            flat = graph.dense(tensor, matrix, scale * weights[f"attention/{name}/bias"].reshape(-1))
            split = graph.node("Reshape", flat, graph.constant(np.array([0, 0, heads, size])))
            projected[name] = graph.node("Transpose", split, perm=perm)
        scores = graph.node("MatMul", projected["query"], projected["key"])  # (batch, heads, source, source)
        # Added to the scores, which is a third of the price of choosing between them and a constant.
        away = graph.node("Where", mask, graph.constant(np.float32(0)), graph.constant(np.float32(NEGATIVE)))
        masked = graph.node("Add", scores, graph.node("Unsqueeze", away, graph.constant(np.array([1, 2]))))
        weighed = graph.node("Softmax", masked, axis=-1)
        joined = graph.node("Transpose", graph.node("MatMul", weighed, projected["value"]), perm=[0, 2, 1, 3])
        flat = graph.node("Reshape", joined, graph.constant(np.array([0, 0, heads * size])))
        out = weights["attention/attention_output/kernel"].reshape(heads * size, embedding)
        attended = graph.dense(flat, out, weights["attention/attention_output/bias"])
        looking = graph.node("Cast", mask, to=graph.FLOAT)
        received = graph.node("ReduceMean", weighed, axes=[1], keepdims=0)
        column = graph.node("Unsqueeze", looking, graph.constant(np.array([2])))
        total = graph.node("ReduceSum", graph.node("Mul", received, column), one, keepdims=0)
        graph.output("memory_importance", graph.node("Mul", total, looking), axes=2)
        gamma, beta = graph.constant(weights["norm/gamma"]), graph.constant(weights["norm/beta"])
        mixed = graph.node("Add", embedded, attended)
        return graph.node("LayerNormalization", mixed, gamma, beta, axis=-1, epsilon=EPSILON)


def positions(count: int, width: int) -> np.ndarray:
    """Return the sinusoids of Vaswani et al. 2017, section 3.5, float32 (count, width): sines, then cosines."""
    half = (width + 1) // 2
    rates = 10_000.0 ** (-np.arange(half) / half)
    angles = np.arange(count)[:, None] * rates
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1)[:, :width].astype(np.float32)


@register("self-attention")
class SelfAttentionDecoder(DotDecoder):
    """`dot` from a memory whose characters have looked at each other first."""

    encoder = SelfAttentionEncoder
