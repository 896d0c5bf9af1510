"""Matrix products of a quantised model in the one operation that ONNX Runtime has for them.

ONNX Runtime fuses them itself only where ranges are dynamic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onnx import helper

if TYPE_CHECKING:
    from onnx import GraphProto, ModelProto, NodeProto


def fuse(model: ModelProto) -> None:
    """Integer product, cast, scaling and bias become ``MatMulIntegerToFloat``."""
    graph = model.graph
    for product in [node for node in graph.node if node.op_type == "MatMulInteger"]:
        cast = _reader(graph, product.output[0])
        scaled = _reader(graph, cast.output[0])
        scales = next(n for n in graph.node if n.output[0] in scaled.input and n is not cast)
        added = _reader(graph, scaled.output[0])
        bias = [name for name in added.input if name != scaled.output[0]]
        numbers, weights, zero, weight_zero = product.input
        node = helper.make_node(
            "MatMulIntegerToFloat",
            [numbers, weights, *scales.input, zero, weight_zero, *bias],
            [added.output[0]],
            domain="com.microsoft",
        )
        graph.node.insert(list(graph.node).index(product), node)
        for old in (product, cast, scaled, scales, added):
            graph.node.remove(old)


def _reader(graph: GraphProto, name: str) -> NodeProto:
    """The one node that reads a tensor."""
    (found,) = (node for node in graph.node if name in node.input)
    return found
