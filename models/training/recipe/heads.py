"""Fewer attention heads in every layer: what matters least to the loss goes.

Attention is a third of what reading costs, and costs by the head (after Michel, Levy and Neubig,
Are sixteen heads really better than one?, 2019).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from recipe.losses import to_batch, total_loss
from recipe.network import Network

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recipe.examples import Example
    from recipe.network import Layer


def with_fewer_heads(
    network: Network, count: int, batches: Iterable[list[Example]], dropout: float
) -> Network:
    """The network with ``count`` heads in every layer.

    Those stay that change the loss on some batches most, as far as its slope tells.
    """
    shape = network.shape
    weights = _weights(network, batches)
    smaller = Network(replace(shape, heads=count), dropout)
    state = network.state_dict()
    for number, weight in enumerate(weights):
        kept = weight.topk(count).indices.sort().values
        rows = (kept[:, None] * shape.head + torch.arange(shape.head)).flatten()
        name = f"layers.{number}"
        for part in ("weight", "bias"):
            whole = state[f"{name}.qkv.{part}"].unflatten(0, (3, -1))
            state[f"{name}.qkv.{part}"] = whole[:, rows].flatten(0, 1)
        state[f"{name}.out.weight"] = state[f"{name}.out.weight"][:, rows]
    smaller.load_state_dict(state)
    return smaller


def _weights(network: Network, batches: Iterable[list[Example]]) -> list[Tensor]:
    """How much the loss would change without each head of each layer, shape (heads,) each."""
    layers: list[Layer] = list(network.layers)
    found = [torch.zeros(layer.heads) for layer in layers]
    read: list[Tensor] = []

    def keep(_part: object, arguments: tuple[Tensor]) -> None:
        arguments[0].retain_grad()
        read.append(arguments[0])

    hooks = [layer.out.register_forward_pre_hook(keep) for layer in layers]
    network.eval()
    for examples in batches:
        read.clear()
        batch = to_batch(examples)
        total_loss(network(batch.ids, batch.edges), batch, 1.0).backward()
        for number, values in enumerate(read):
            slope = (values.detach() * values.grad).unflatten(2, (layers[number].heads, -1))
            found[number] += slope.sum((1, 3)).abs().sum(0)
    for hook in hooks:
        hook.remove()
    network.zero_grad()
    return found
