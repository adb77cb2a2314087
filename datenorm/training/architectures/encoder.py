"""The encoder of the architectures: character embedding and a bidirectional LSTM (Bahdanau et al. 2015, A.2.1)."""

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from keras import ops

from datenorm.network.shown import PREFIX
from datenorm.network.vocabulary import PADDING
from datenorm.training.graph import Graph, Weights


class Encoder(keras.layers.Layer):
    """Tokens to memory, and to the state that decoding starts from.

    embedding: numbers that stand for a character, learned; 0 for one of each character's own, which is not (one-hot).
    """

    def __init__(self, vocabulary_size: int, embedding: int, units: int, **kwargs: Any) -> None:
        super().__init__(name="encoder", **kwargs)
        self.width = embedding or vocabulary_size
        learned = {} if embedding else {"embeddings_initializer": "identity", "trainable": False}
        self.characters = keras.layers.Embedding(vocabulary_size, self.width, name="characters", **learned)
        lstm = keras.layers.LSTM(units, return_sequences=True, return_state=True, name="lstm")
        self.reader = keras.layers.Bidirectional(lstm, name="reader")
        self.bridge = keras.layers.Dense(2 * units, activation="tanh", name="bridge")

    def call(self, tokens: Any) -> tuple[Any, Any, Any, Any, dict[str, Any]]:
        """Return memory, mask, hidden and cell, and what `mix` has to show.

        memory: (batch, source, 2 * units). mask: bool (batch, source). hidden, cell: (batch, units) each.
        tokens: int (batch, source). The mask is true on characters: neither on padding nor on the hint tokens, which
        the LSTM reads but no symbol is aligned with. What the hints are embedded as is added to every character: each
        is read in the light of the language.
        """
        present = ops.not_equal(tokens, PADDING)
        mask = ops.logical_and(present, ops.arange(ops.shape(tokens)[1]) >= PREFIX)
        embedded = self.characters(tokens)  # (batch, source, embedding)
        embedded += ops.sum(embedded[:, :PREFIX], axis=1, keepdims=True)
        embedded, found = self.mix(embedded, mask)
        memory, forward, _, backward, _ = self.reader(embedded, mask=present)
        hidden, cell = ops.split(self.bridge(ops.concatenate([forward, backward], axis=-1)), 2, axis=-1)
        return memory, mask, hidden, cell, found

    def mix(self, embedded: Any, mask: Any) -> tuple[Any, dict[str, Any]]:
        """Return what the LSTM reads, (batch, source, embedding), and what else there is to show of it, by name."""
        return embedded, {}

    @staticmethod
    def mix_graph(graph: Graph, weights: Weights, embedded: str, mask: str) -> str:
        """Add `mix` to the encoder's graph; what there is to show becomes an output `memory_*`."""
        return embedded


def encoder_graph(
    encoder: type[Encoder], weights: Weights, memory_graph: Callable[[Graph, str, str], None]
) -> bytes:
    """Return the encoder as an ONNX model: tokens, lengths to mask, state_hidden, state_cell and memory*.

    weights: by path below the encoder. memory_graph: what is made of the memory and the first hidden state.
    """
    graph = Graph("encoder")
    tokens = graph.input("tokens", graph.INT32, ("batch", "source"))
    lengths = graph.input("lengths", graph.INT32, ("batch",))
    embedded = graph.node("Gather", graph.constant(weights["characters/embeddings"]), tokens)
    axis = graph.constant(np.array([1]))
    hints = graph.node(
        "Slice", embedded, graph.constant(np.array([0])), graph.constant(np.array([PREFIX])), axis
    )
    embedded = graph.node("Add", embedded, graph.node("ReduceSum", hints, axis))
    mask = _characters(graph, tokens, lengths)
    embedded = encoder.mix_graph(graph, weights, embedded, mask)
    input_weights, recurrent, bias = (graph.constant(array) for array in _onnx_lstm(weights))
    units = weights["reader/forward_lstm/lstm_cell/recurrent_kernel"].shape[0]
    outputs, last, _ = graph.nodes(
        "LSTM",
        (graph.node("Transpose", embedded, perm=[1, 0, 2]), input_weights, recurrent, bias, lengths),
        outputs=3,
        hidden_size=units,
        direction="bidirectional",
    )  # (source, 2, batch, units), (2, batch, units)
    memory = _side_by_side(graph, graph.node("Transpose", outputs, perm=[2, 0, 1, 3]), (0, 0, 2 * units))
    ends = _side_by_side(graph, graph.node("Transpose", last, perm=[1, 0, 2]), (0, 2 * units))
    bridge = graph.dense(ends, weights["bridge/kernel"], weights["bridge/bias"])
    hidden, cell = graph.split(graph.node("Tanh", bridge), (units, units))
    graph.output("state_hidden", hidden, axes=2)
    graph.output("state_cell", cell, axes=2)
    graph.output("mask", mask, axes=2, kind=graph.BOOL)
    memory_graph(graph, memory, hidden)
    return graph.to_bytes()


def _side_by_side(graph: Graph, tensor: str, shape: tuple[int, ...]) -> str:
    """Join the last two axes; 0 keeps an axis as it is."""
    return graph.node("Reshape", tensor, graph.constant(np.array(shape, np.int64)))


def _characters(graph: Graph, tokens: str, lengths: str) -> str:
    """Return the mask, bool (batch, source): PREFIX <= column < length."""
    zero, one = graph.constant(np.int64(0)), graph.constant(np.int64(1))
    width = graph.node("Gather", graph.node("Shape", tokens), one)
    column = graph.node("Range", zero, width, one)
    ends = graph.node("Unsqueeze", graph.node("Cast", lengths, to=graph.INT64), graph.constant(np.array([1])))
    inside = graph.node("Less", column, ends)
    behind_hints = graph.node("GreaterOrEqual", column, graph.constant(np.int64(PREFIX)))
    return graph.node("And", inside, behind_hints)


def _onnx_lstm(weights: Weights) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return W (2, 4u, in), R (2, 4u, u) and B (2, 8u) of ONNX's LSTM: gates i, o, f, c, where Keras has i, f, c, o."""
    input_weights, recurrent, bias = [], [], []
    for direction in ("forward_lstm", "backward_lstm"):
        kernel, recurrence, offset = (
            _onnx_order(weights[f"reader/{direction}/lstm_cell/{name}"])
            for name in ("kernel", "recurrent_kernel", "bias")
        )
        input_weights.append(kernel.T)
        recurrent.append(recurrence.T)
        bias.append(np.concatenate([offset, np.zeros_like(offset)]))  # Keras has one bias, ONNX two
    return np.stack(input_weights), np.stack(recurrent), np.stack(bias)


def _onnx_order(matrix: np.ndarray) -> np.ndarray:
    i, f, c, o = np.split(matrix, 4, axis=-1)
    return np.concatenate([i, o, f, c], axis=-1)
