"""Writes an ONNX graph node by node; the names of tensors are its only state a caller sees."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Weights = Mapping[str, np.ndarray]  # a layer's weights, by path below that layer
OPSET = 17  # read by every ONNX Runtime that Python 3.11 has wheels of
IR_VERSION = 8


class Graph:
    """An ONNX graph in the making. Methods return the names of the tensors they add."""

    FLOAT, INT32, INT64, BOOL = TensorProto.FLOAT, TensorProto.INT32, TensorProto.INT64, TensorProto.BOOL

    def __init__(self, name: str) -> None:
        self._name = name
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []
        self._inputs: list[onnx.ValueInfoProto] = []
        self._outputs: list[onnx.ValueInfoProto] = []

    @property
    def tensors(self) -> set[str]:
        """The names of all tensors that nodes have made so far."""
        return {name for node in self._nodes for name in node.output}

    def input(self, name: str, kind: int, shape: tuple[int | str, ...]) -> str:
        self._inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, name: str, tensor: str, axes: int, kind: int = TensorProto.FLOAT) -> None:
        """Give out `tensor`, which has so many axes, batch first, under `name`."""
        if tensor != name:
            self._nodes.append(helper.make_node("Identity", [tensor], [name]))
        self._outputs.append(helper.make_tensor_value_info(name, kind, ("batch", *[None] * (axes - 1))))

    def constant(self, value: Any) -> str:
        """Add an array; float64 becomes float32."""
        array = np.asarray(value)
        array = array.astype(np.float32) if array.dtype == np.float64 else array
        name = f"constant_{len(self._constants)}"
        self._constants.append(
            numpy_helper.from_array(np.ascontiguousarray(array).reshape(array.shape), name)
        )
        return name

    def node(self, kind: str, *inputs: str, name: str = "", **attributes: Any) -> str:
        """Add a node with one output."""
        output = name or f"{kind.lower()}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def nodes(self, kind: str, inputs: tuple[str, ...], outputs: int, **attributes: Any) -> list[str]:
        """Add a node with several outputs."""
        names = [f"{kind.lower()}_{len(self._nodes)}_{index}" for index in range(outputs)]
        self._nodes.append(helper.make_node(kind, inputs, names, **attributes))
        return names

    def split(self, tensor: str, sizes: tuple[int, ...]) -> list[str]:
        """Cut the last axis into pieces of `sizes`."""
        return self.nodes("Split", (tensor, self.constant(np.array(sizes))), len(sizes), axis=-1)

    def dense(self, tensor: str, kernel: np.ndarray, bias: np.ndarray, name: str = "") -> str:
        """Add x W + b, over the last axis."""
        product = self.node("MatMul", tensor, self.constant(kernel))
        return self.node("Add", product, self.constant(bias), name=name)

    def to_bytes(self) -> bytes:
        """Return the checked model."""
        graph = helper.make_graph(self._nodes, self._name, self._inputs, self._outputs, self._constants)
        opset = helper.make_opsetid("", OPSET)
        model = helper.make_model(
            graph, opset_imports=[opset], ir_version=IR_VERSION, producer_name="datenorm"
        )
        onnx.checker.check_model(model, full_check=True)
        return bytes(model.SerializeToString())
