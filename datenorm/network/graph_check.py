"""What a bundle's ONNX graphs may be: the arithmetic of our architectures and nothing else.

A model file is data from elsewhere. Before ONNX Runtime is given it, its operators are compared with a list, and a
tensor whose numbers lie in another file, a subgraph or a function of its own is refused. The `onnx` package is not
needed for that: a few fields are read from Protocol Buffers' wire format.

Source: https://protobuf.dev/programming-guides/encoding and onnx.proto of https://github.com/onnx/onnx.
"""

from collections.abc import Iterator

OPERATORS = frozenset(
    "Add And Cast Concat Div Gather GreaterOrEqual Identity LSTM LayerNormalization Less MatMul Max Mul Range "
    "ReduceMean ReduceSum Reshape Shape Sigmoid Slice Softmax Split Squeeze Sub Tanh Transpose Unsqueeze Where".split()
)
OUR_DOMAIN = ("", "ai.onnx")
# Fields by their numbers in onnx.proto.
MODEL_GRAPH, MODEL_FUNCTIONS, MODEL_TRAINING = 7, 25, 20
GRAPH_NODE, GRAPH_INITIALIZER, GRAPH_SPARSE = 1, 5, 15
NODE_OPERATOR, NODE_ATTRIBUTE, NODE_DOMAIN = 4, 5, 7
ATTRIBUTE_TENSOR, ATTRIBUTE_GRAPH, ATTRIBUTE_SPARSE, ATTRIBUTE_TENSORS, ATTRIBUTE_GRAPHS = 5, 6, 22, 10, 11
TENSOR_EXTERNAL, TENSOR_LOCATION = 13, 14

Value = int | memoryview


def complaint(model: bytes) -> str | None:
    """Return what is wrong with an ONNX model, in words; None where it is one we run."""
    try:
        return _of_model(memoryview(model))
    except (IndexError, ValueError, RecursionError):
        return "is no ONNX model"


def _of_model(model: memoryview) -> str | None:
    graphs = 0
    for field, value in _fields(model):
        if field in (MODEL_FUNCTIONS, MODEL_TRAINING):
            return "has functions of its own"
        if field == MODEL_GRAPH:
            graphs += 1
            if found := _of_graph(_bytes(value)):
                return found
    return None if graphs == 1 else "is no ONNX model"


def _of_graph(graph: memoryview) -> str | None:
    for field, value in _fields(graph):
        if field == GRAPH_NODE and (found := _of_node(_bytes(value))):
            return found
        if field == GRAPH_INITIALIZER and _lies_elsewhere(_bytes(value)):
            return "has numbers in another file"
        if field == GRAPH_SPARSE:
            return "has sparse tensors"
    return None


def _of_node(node: memoryview) -> str | None:
    operator, domain = "", ""
    for field, value in _fields(node):
        if field == NODE_OPERATOR:
            operator = str(_bytes(value), "utf-8")
        elif field == NODE_DOMAIN:
            domain = str(_bytes(value), "utf-8")
        elif field == NODE_ATTRIBUTE:
            for kind, part in _fields(_bytes(value)):
                if kind in (ATTRIBUTE_GRAPH, ATTRIBUTE_GRAPHS, ATTRIBUTE_SPARSE):
                    return "has a graph inside its graph"
                if kind in (ATTRIBUTE_TENSOR, ATTRIBUTE_TENSORS) and _lies_elsewhere(_bytes(part)):
                    return "has numbers in another file"
    if operator not in OPERATORS or domain not in OUR_DOMAIN:
        return f"has the operator {'.'.join(filter(None, (domain, operator)))!r}, which no architecture of ours has"
    return None


def _lies_elsewhere(tensor: memoryview) -> bool:
    return any(
        field == TENSOR_EXTERNAL or (field == TENSOR_LOCATION and value) for field, value in _fields(tensor)
    )


def _bytes(value: Value) -> memoryview:
    if isinstance(value, int):
        raise ValueError("a number, where bytes should be")
    return value


def _fields(message: memoryview) -> Iterator[tuple[int, Value]]:
    """Yield the number and value of each field of a message. Raises ValueError and IndexError where it is none."""
    place, end = 0, len(message)
    while place < end:
        key, place = _varint(message, place)
        field, kind = key >> 3, key & 7
        if kind == 0:
            value, place = _varint(message, place)
            yield field, value
            continue
        size, place = _varint(message, place) if kind == 2 else ({1: 8, 5: 4}.get(kind, -1), place)
        if size < 0 or place + size > end:
            raise ValueError("the message ends too early")
        yield field, message[place : place + size]
        place += size


def _varint(message: memoryview, place: int) -> tuple[int, int]:
    """Return the number that starts at `place`, and where the next thing does."""
    number = 0
    for shift in range(0, 70, 7):
        byte = message[place]
        place += 1
        number |= (byte & 127) << shift
        if byte < 128:
            return number, place
    raise ValueError("a number of more than ten bytes")
