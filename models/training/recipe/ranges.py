"""Fixed ranges for the activations of a quantised model.

Dynamic quantisation takes the range of a tensor from what is in the batch, so an article's answer
would depend on the articles read beside it. Ranges measured once on training articles make every
answer the same whatever the batch, and are faster.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
import onnx
import onnxruntime
from onnx import helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from recipe.examples import Example

    Ranges = dict[str, tuple[float, float]]


def fix_ranges(model: onnx.ModelProto, source: Path, examples: Sequence[Example]) -> None:
    """Replace each dynamic quantisation of ``model`` by one with a range measured on ``source``.

    The range covers every value met: the rare large ones carry much of what the encoder knows.
    """
    dynamic = [node for node in model.graph.node if node.op_type == "DynamicQuantizeLinear"]
    ranges = _measure(source, [node.input[0] for node in dynamic], examples)
    for node in dynamic:
        at = list(model.graph.node).index(node)
        numbers, scale, zero = node.output
        low, high = ranges[node.input[0]]
        step = (high - low) / 255
        model.graph.initializer.extend(
            [
                numpy_helper.from_array(np.float32(step), scale),
                numpy_helper.from_array(np.uint8(round(-low / step)), zero),
            ]
        )
        fixed = helper.make_node("QuantizeLinear", [node.input[0], scale, zero], [numbers])
        model.graph.node.remove(node)
        model.graph.node.insert(at, fixed)


def _measure(source: Path, names: Sequence[str], examples: Sequence[Example]) -> Ranges:
    model = onnx.load(str(source))
    wanted = list(dict.fromkeys(names))
    model.graph.output.extend(onnx.ValueInfoProto(name=name) for name in wanted)
    session = onnxruntime.InferenceSession(model.SerializeToString())
    lows, highs = defaultdict(list), defaultdict(list)
    for example in examples:
        values = session.run(wanted, {"ids": example.ids[None]})
        for name, value in zip(wanted, values, strict=True):
            lows[name].append(min(float(value.min()), 0.0))
            highs[name].append(max(float(value.max()), 0.0))
    return {name: (min(lows[name]), max(highs[name])) for name in wanted}
