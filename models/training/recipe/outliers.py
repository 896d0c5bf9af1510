"""The few inner numbers of a layer that reach far, set apart from the others.

One scale is to serve all 1,536 numbers between the two halves of a feed-forward block. One to four
of them reach ten times as far as the rest, which then have next to nothing of the 256 steps of an
int8. Set apart, and multiplied as floats, they cost little, and the others get a scale that fits
them (after Dettmers and others, LLM.int8(), 2022).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor
from torch.nn import functional

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recipe.examples import Example
    from recipe.network import Network

WIDE = 8
"""How many are set apart."""


def set_apart(network: Network, examples: Sequence[Example]) -> None:
    """Put those that reach farthest on the examples at the end of every layer, in place.

    The network's answers stay what they were.
    """
    reach = _reach(network, examples)
    with torch.no_grad():
        for layer, farthest in zip(network.layers, reach, strict=True):
            order = farthest.argsort()
            layer.up.weight.copy_(layer.up.weight[order])
            layer.up.bias.copy_(layer.up.bias[order])
            layer.down.weight.copy_(layer.down.weight[:, order])


def _reach(network: Network, examples: Sequence[Example]) -> list[Tensor]:
    """The largest absolute value of each inner number of each layer."""
    found = [torch.zeros(network.shape.inner) for _ in network.layers]

    def keep(number: int, answer: Tensor) -> None:
        values = functional.gelu(answer).abs().amax(dim=(0, 1))
        found[number] = torch.maximum(found[number], values)

    hooks = [
        layer.up.register_forward_hook(lambda _m, _i, answer, n=number: keep(n, answer))
        for number, layer in enumerate(network.layers)
    ]
    network.eval()
    with torch.inference_mode():
        for example in examples:
            network(torch.from_numpy(example.ids)[None])
    for hook in hooks:
        hook.remove()
    return [values.clone() for values in found]
