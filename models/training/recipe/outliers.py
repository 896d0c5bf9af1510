"""The few numbers of a layer that reach far, set apart from the others or made smaller.

One scale is to serve all 1,536 numbers between the two halves of a feed-forward block. One to four
of them reach ten times as far as the rest, which then have next to nothing of the 256 steps of an
int8. Set apart, and multiplied as floats, they cost little, and the others get a scale that fits
them (after Dettmers and others, LLM.int8(), 2022).

Of the 384 numbers that go into a block, one or two reach five times as far as the rest. They are
divided, and the weights they meet multiplied by as much (after Xiao and others, SmoothQuant, 2023).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from recipe.examples import Example
    from recipe.network import Layer, Network

WIDE = 8
"""How many are set apart."""


_FAR = 16
"""As far as so many numbers reach, all may: those that reach farther are divided."""
_SHARE = 0.8
"""The exponent of how much farther they reach; the rest of it is left to the weights."""


def set_apart(network: Network, examples: Sequence[Example]) -> None:
    """Put those that reach farthest on the examples at the end of every layer, in place.

    Those that go into a feed-forward block are divided if they reach far. The network's answers
    stay what they were.
    """
    inner = _reach(network, examples, lambda layer: layer.down)
    entering = _reach(network, examples, lambda layer: layer.up)
    with torch.no_grad():
        for layer, farthest, reach in zip(network.layers, inner, entering, strict=True):
            order = farthest.argsort()
            layer.up.weight.copy_(layer.up.weight[order])
            layer.up.bias.copy_(layer.up.bias[order])
            layer.down.weight.copy_(layer.down.weight[:, order])
            usual = reach.topk(_FAR).values[-1]
            layer.divisor.copy_((reach / usual).clamp(min=1) ** _SHARE)
            layer.up.weight.mul_(layer.divisor)


def _reach(
    network: Network, examples: Sequence[Example], part: Callable[[Layer], nn.Module]
) -> list[Tensor]:
    """The largest absolute value of each number that goes into a part of each layer."""
    found: dict[nn.Module, Tensor] = {}

    def keep(module: nn.Module, entering: tuple[Tensor]) -> None:
        values = entering[0].abs().amax(dim=(0, 1))
        found[module] = torch.maximum(found.get(module, values), values)

    parts = [part(layer) for layer in network.layers]
    hooks = [module.register_forward_pre_hook(keep) for module in parts]
    network.eval()
    with torch.inference_mode():
        for example in examples:
            network(torch.from_numpy(example.ids)[None], torch.from_numpy(example.edges)[None])
    for hook in hooks:
        hook.remove()
    return [found[module].clone() for module in parts]
