"""What an architecture's decoder is to the rest: a Keras layer, and the same mathematics as a serving graph."""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

import keras
import numpy as np
from keras import ops

from datenorm.dates.targets import SYMBOLS
from datenorm.training.architectures.encoder import Encoder
from datenorm.training.graph import Graph, Weights

NEGATIVE = -1e9  # exp() of it is exactly 0 in float32
SYMBOL_EMBEDDING = 32

DECODERS: dict[str, type["Decoder"]] = {}
AnyDecoder = TypeVar("AnyDecoder", bound=type["Decoder"])


def register(name: str) -> Callable[[AnyDecoder], AnyDecoder]:
    """Make a decoder known as the architecture `name`."""

    def remember(decoder: AnyDecoder) -> AnyDecoder:
        decoder.architecture = name
        DECODERS[name] = decoder
        return decoder

    return remember


class Decoder(keras.layers.Layer):
    """Base of the decoders. units: of the LSTM and of the attention. attends: whether there is attention to guide.

    choices: how many symbols there are.

    encoder: what it reads the memory of.
    """

    architecture: ClassVar[str]
    encoder: ClassVar[type[Encoder]] = Encoder
    attends: ClassVar[bool] = True

    def __init__(self, units: int, choices: int = len(SYMBOLS), **kwargs: Any) -> None:
        super().__init__(name="decoder", **kwargs)
        self.supports_masking = True  # the mask is an argument of its own
        self.units = units
        self.symbols = keras.layers.Embedding(choices, SYMBOL_EMBEDDING, name="symbols")
        self.output_layer = keras.layers.Dense(choices, name="output", dtype="float32")

    def call(self, memory: Any, mask: Any, hidden: Any, cell: Any, previous: Any) -> dict[str, Any]:
        """Return logits (batch, target, choices), alignment (batch, target, source) and states (batch, target, units).

        memory: (batch, source, 2 * units). mask: bool (batch, source), true on characters. hidden, cell: the first
        state, (batch, units). previous: the symbol before each step, int (batch, target).
        """
        raise NotImplementedError

    @staticmethod
    def memory_graph(graph: Graph, weights: Weights, memory: str, hidden: str) -> None:
        """Add to the encoder's graph what can be computed once: the outputs `memory*` that the step needs, if any.

        memory: (batch, source, 2 * units). hidden: the first state, (batch, units).
        """
        raise NotImplementedError

    @staticmethod
    def step_graph(graph: Graph, weights: Weights) -> None:
        """Write one step, whose inputs previous, state_hidden, state_cell and mask are there already.

        Adds the inputs `memory*`; makes logits, alignment, state_hidden_next and state_cell_next.
        """
        raise NotImplementedError


def masked_softmax(scores: Any, mask: Any) -> Any:
    """Return softmax over the last axis, exactly zero where `mask` is not; computed in float32."""
    scores = ops.where(mask, ops.cast(scores, "float32"), NEGATIVE)
    return ops.softmax(scores, axis=-1) * ops.cast(
        mask, "float32"
    )  # the product matters where nothing is left


def masked_softmax_graph(graph: Graph, scores: str, name: str) -> str:
    """`masked_softmax` of scores (batch, source) under the graph's input `mask`."""
    scores = graph.node("Where", "mask", scores, graph.constant(np.float32(NEGATIVE)))
    weights = graph.node("Softmax", scores, axis=-1)
    return graph.node("Mul", weights, graph.node("Cast", "mask", to=graph.FLOAT), name=name)


def evenly(mask: Any, steps: int) -> Any:
    """Return the alignment of a decoder without attention: at each step every character counts the same.

    mask: bool (batch, source). Returns (batch, steps, source), each row summing to 1 over the characters.
    """
    present = ops.cast(mask, "float32")
    share = present / ops.maximum(ops.sum(present, axis=-1, keepdims=True), 1.0)
    return ops.repeat(share[:, None], steps, axis=1)


def evenly_graph(graph: Graph) -> None:
    """`evenly` for one step, as the graph's output alignment."""
    present = graph.node("Cast", "mask", to=graph.FLOAT)
    count = graph.node("ReduceSum", present, graph.constant(np.array([1])))
    graph.node("Div", present, graph.node("Max", count, graph.constant(np.float32(1))), name="alignment")


def symbol_lstm_graph(graph: Graph, weights: Weights) -> str:
    """Add one step of the layer `lstm`, which reads the previous symbol and nothing else; return its hidden state."""
    # Thirteen symbols: what each adds to the gates is a table.
    gates = weights["symbols/embeddings"] @ weights["lstm/lstm_cell/kernel"] + weights["lstm/lstm_cell/bias"]
    table = graph.constant(serving_order(gates))
    recurrent = serving_order(weights["lstm/lstm_cell/recurrent_kernel"])
    return lstm_graph(graph, graph.node("Gather", table, "previous"), recurrent)


def lstm_graph(graph: Graph, gates: str, recurrent: np.ndarray) -> str:
    """Add one LSTM step; return its hidden state.

    gates: (batch, 4 * units), the input's part of the gates, bias included, in the order i, f, o, c as `serving_order`
    makes it. recurrent: (units, 4 * units), in that order too.
    """
    units = recurrent.shape[0]
    total = graph.node("Add", gates, graph.node("MatMul", "state_hidden", graph.constant(recurrent)))
    open_gates, candidate = graph.split(total, (3 * units, units))
    input_gate, forget, output = graph.split(graph.node("Sigmoid", open_gates), (units,) * 3)
    kept = graph.node("Mul", forget, "state_cell")
    cell = graph.node(
        "Add", kept, graph.node("Mul", input_gate, graph.node("Tanh", candidate)), name="state_cell_next"
    )
    return graph.node("Mul", output, graph.node("Tanh", cell), name="state_hidden_next")


def serving_order(matrix: np.ndarray) -> np.ndarray:
    """Return Keras's gates i, f, c, o on the last axis as i, f, o, c: one sigmoid over the first three of them."""
    i, f, c, o = np.split(matrix, 4, axis=-1)
    return np.concatenate([i, f, o, c], axis=-1)
