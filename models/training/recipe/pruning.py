"""A narrower network: the attention heads and inner units that matter least to the loss go.

Attention is a quarter of what reading costs, and costs by the head; what is between the two
matrices of a feed-forward block is half of it, and costs by the unit (after Michel, Levy and
Neubig, Are sixteen heads really better than one?, 2019, and Molchanov and others, Importance
estimation for neural network pruning, 2019).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from recipe.losses import to_batch, total_loss
from recipe.network import Network

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from recipe.examples import Example
    from recipe.network import Layer


def with_fewer_heads(
    network: Network, count: int, batches: Iterable[list[Example]], dropout: float
) -> Network:
    """The network with ``count`` heads in every layer.

    Those stay that change the loss on some batches most, as far as its slope tells.
    """
    shape = network.shape
    state = network.state_dict()
    weights = _weights(network, batches, lambda layer: layer.out, shape.head)
    for number, kept in enumerate(_largest(weights, count)):
        rows = (kept[:, None] * shape.head + torch.arange(shape.head)).flatten()
        name = f"layers.{number}"
        for part in ("weight", "bias"):
            whole = state[f"{name}.qkv.{part}"].unflatten(0, (3, -1))
            state[f"{name}.qkv.{part}"] = whole[:, rows].flatten(0, 1)
        state[f"{name}.out.weight"] = state[f"{name}.out.weight"][:, rows]
    smaller = Network(replace(shape, heads=count), dropout)
    smaller.load_state_dict(state)
    return smaller


def with_fewer_inner(
    network: Network, count: int, batches: Iterable[list[Example]], dropout: float
) -> Network:
    """The network with ``count`` inner units in every feed-forward block, chosen likewise."""
    state = network.state_dict()
    weights = _weights(network, batches, lambda layer: layer.down, 1)
    for number, kept in enumerate(_largest(weights, count)):
        name = f"layers.{number}"
        for part in ("up.weight", "up.bias"):
            state[f"{name}.{part}"] = state[f"{name}.{part}"][kept]
        state[f"{name}.down.weight"] = state[f"{name}.down.weight"][:, kept]
    smaller = Network(replace(network.shape, inner=count), dropout)
    smaller.load_state_dict(state)
    return smaller


def _largest(weights: list[Tensor], count: int) -> list[Tensor]:
    """The numbers of the ``count`` largest of each tensor, in order."""
    return [weight.topk(count).indices.sort().values for weight in weights]


def _weights(
    network: Network,
    batches: Iterable[list[Example]],
    part: Callable[[Layer], nn.Module],
    together: int,
) -> list[Tensor]:
    """How much the loss would change without what goes into a part of each layer.

    The numbers that go in are taken ``together`` so many at a time, so a layer's tensor is as long
    as it has heads, or inner units.
    """
    parts = [part(layer) for layer in network.layers]
    found = [torch.zeros(module.in_features // together) for module in parts]
    read: list[Tensor] = []

    def keep(_part: object, arguments: tuple[Tensor]) -> None:
        arguments[0].retain_grad()
        read.append(arguments[0])

    hooks = [module.register_forward_pre_hook(keep) for module in parts]
    network.eval()
    for examples in batches:
        read.clear()
        batch = to_batch(examples)
        total_loss(network(batch.ids, batch.edges), batch, 1.0).backward()
        for number, values in enumerate(read):
            slope = (values.detach() * values.grad).unflatten(2, (-1, together))
            found[number] += slope.sum((1, 3)).abs().sum(0)
    for hook in hooks:
        hook.remove()
    network.zero_grad()
    return found
