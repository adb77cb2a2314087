"""Scaled dot-product attention with queries, keys and values of their own (Vaswani et al. 2017, section 3.2.1)."""

import math
from typing import Any

import keras

from datenorm.training.architectures.decoder import register
from datenorm.training.architectures.dot import DotDecoder
from datenorm.training.graph import Graph, Weights


@register("scaled-dot")
class ScaledDotDecoder(DotDecoder):
    """score(s, h) = (Q s) . (K h) / sqrt(units): long vectors would leave the softmax without a gradient."""

    def __init__(self, units: int, **kwargs: Any) -> None:
        super().__init__(units, **kwargs)
        self.query = keras.layers.Dense(units, use_bias=False, name="query")

    def queries(self, states: Any) -> Any:
        return self.query(states) / math.sqrt(self.units)

    @staticmethod
    def query_graph(graph: Graph, weights: Weights, hidden: str) -> str:
        kernel = weights["query/kernel"]
        return graph.node("MatMul", hidden, graph.constant(kernel / math.sqrt(kernel.shape[1])))
