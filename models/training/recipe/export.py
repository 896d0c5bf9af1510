"""Export: the trained network as an int8 ONNX file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from communique.mentions.encoder_reading import TASKS
from communique.mentions.encoder_words import PARTS
from recipe.outliers import WIDE

if TYPE_CHECKING:
    from pathlib import Path

    from recipe.network import Layer
    from recipe.words import Pair

_OPSET = 17


class _Attention(torch.autograd.Function):
    """ONNX Runtime's own attention, which never writes down what every piece has of every other.

    That is so only where nothing is masked; hence the exported network knows no padding.
    """

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:
        """The node that is written."""
        node = graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads)
        return node.setType(query.type())

    @staticmethod
    def forward(_context: Any, query: Tensor, *_: Any) -> Tensor:
        """Something of the right shape; only the node counts."""
        return query.clone()


class _Exported(nn.Module):
    """The network written in the few operations that ONNX Runtime fuses and quantises.

    It reads one window, without padding.
    """

    def __init__(self, networks: Pair) -> None:
        super().__init__()
        self.network = networks.encoder
        self.words = networks.words

    def forward(self, ids: Tensor, edges: Tensor, rows: Tensor) -> tuple[Tensor, ...]:
        network = self.network
        places = torch.arange(ids.shape[1])
        states = network.embedding_norm(network.words(ids) + network.places(places))
        for layer in network.layers[: network.shape.merged]:
            states = _layer(layer, states)
        states = _merge(states, edges)
        for layer in network.layers[network.shape.merged :]:
            states = _layer(layer, states)
        return (
            network.mentions(states),
            network.points(states),
            network.topics(states),
            network.statuses(states),
            network.classes(states),
            network.links(states),
            *self.words(rows),
            network.event(torch.cat([states[:, 0], states.mean(1)], dim=-1)),
        )


def _merge(states: Tensor, edges: Tensor) -> Tensor:
    """What ``recipe.network.merge`` does, for one window."""
    sums = functional.pad(states.cumsum(1), (0, 0, 1, 0))[:, edges[0]]
    counts = edges[0, 1:] - edges[0, :-1]
    return (sums[:, 1:] - sums[:, :-1]) / counts[None, :, None]


def _layer(layer: Layer, states: Tensor) -> Tensor:
    # matrices cut in parts beforehand: to cut what they give takes longer than to multiply twice
    matrices = zip(layer.qkv.weight.chunk(3), layer.qkv.bias.chunk(3), strict=True)
    parts = (functional.linear(states, *matrix) for matrix in matrices)
    seen = _Attention.apply(*parts, layer.heads)
    states = layer.attention_norm(states + layer.out(seen))
    up, weights = (layer.up.weight, layer.up.bias), layer.down.weight.t()
    divided = states * (1 / layer.divisor)
    narrow = functional.gelu(functional.linear(divided, *(part[:-WIDE] for part in up)))
    wide = functional.gelu(functional.linear(divided, *(part[-WIDE:] for part in up)))
    down = narrow @ weights[:-WIDE].contiguous() + layer.down.bias
    return layer.norm(states + (down + wide @ weights[-WIDE:].contiguous()))


def export_float(networks: Pair, target: Path) -> None:
    """Write the networks as they are, in 32-bit floats, as one."""
    exported = _Exported(networks).eval()
    axes = {"ids": {1: "pieces"}, "edges": {1: "edges"}, "rows": {1: "units"}}
    axes.update({task: {1: "units"} for task in TASKS[:-1]})
    torch.onnx.export(
        exported,
        (
            torch.full((1, 8), 5),
            torch.tensor([[0, 1, 3, 5, 7, 8]]),
            functional.pad(torch.full((1, 3, PARTS), 5), (0, 0, 1, 1)),
        ),
        str(target),
        input_names=["ids", "edges", "rows"],
        output_names=list(TASKS),
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )


def quantise(source: Path, target: Path) -> None:
    """Matrices to int8, one scale an output channel; embeddings to int8, one scale a piece.

    What is multiplied with a matrix is scaled by what is in the window: each is read by itself, so
    an article's answer does not depend on what is read beside it.
    """
    partial = target.with_suffix(".matrices.onnx")
    quantize_dynamic(
        str(source),
        str(partial),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=_wide_products(onnx.load(str(source))),
        extra_options={"MatMulConstBOnly": True},
    )
    model = onnx.load(str(partial))
    for name, node in zip(("pieces", "words"), _large_lookups(model), strict=True):
        _quantise_lookup(model, node, name)
    onnx.save(model, str(target))
    partial.unlink()


def _wide_products(model: onnx.ModelProto) -> list[str]:
    """The products of the few numbers that were set apart."""
    sizes = {tensor.name: tensor.dims[0] for tensor in model.graph.initializer if tensor.dims}
    products = (node for node in model.graph.node if node.op_type == "MatMul")
    return [node.name for node in products if sizes.get(node.input[1]) == WIDE]


def _large_lookups(model: onnx.ModelProto) -> list[onnx.NodeProto]:
    """Those in the tables of pieces and of word parts, the larger one first."""
    sizes = {
        tensor.name: np.prod(tensor.dims)
        for tensor in model.graph.initializer
        if tensor.data_type == TensorProto.FLOAT
    }
    lookups = [n for n in model.graph.node if n.op_type == "Gather" and n.input[0] in sizes]
    return sorted(lookups, key=lambda node: -sizes[node.input[0]])[:2]


def _quantise_lookup(model: onnx.ModelProto, node: onnx.NodeProto, name: str) -> None:
    """Look up int8 rows and their scales, and multiply, where there was a table of floats."""
    graph = model.graph
    tables = {tensor.name: tensor for tensor in graph.initializer}
    table = numpy_helper.to_array(tables[node.input[0]])
    scales = (np.abs(table).max(axis=1, keepdims=True) / 127).clip(1e-8).astype(np.float32)
    numbers = np.round(table / scales).clip(-127, 127).astype(np.int8)
    graph.initializer.remove(tables[node.input[0]])
    graph.initializer.append(numpy_helper.from_array(numbers, f"{name}.int8"))
    graph.initializer.append(numpy_helper.from_array(scales, f"{name}.scale"))
    ids, found, at = node.input[1], node.output[0], list(graph.node).index(node)
    graph.node.remove(node)
    new = [
        helper.make_node("Gather", [f"{name}.int8", ids], [f"{name}.rows"], axis=0),
        helper.make_node("Cast", [f"{name}.rows"], [f"{name}.floats"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}.scale", ids], [f"{name}.scales"], axis=0),
        helper.make_node("Mul", [f"{name}.floats", f"{name}.scales"], [found]),
    ]
    for offset, made in enumerate(new):
        graph.node.insert(at + offset, made)
