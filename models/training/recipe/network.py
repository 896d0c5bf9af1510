"""The network: a BERT encoder whose every unit gets scores for all tasks in one pass.

The lowest layers read pieces. Then every unit goes on as the mean of its pieces, so that the layers
above have a third less to read (in the manner of Funnel-Transformer, Dai and others, 2020, but by
words).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.mentions.encoder_pieces import PAD
from communique.mentions.knowledge import CLASS_SCORES, LINK_SCORES
from communique.records import EVENT_TYPES, LABELS, POINT_STATUSES, TOPICS

if TYPE_CHECKING:
    from recipe.pretrained import PretrainedFile


class Scores(NamedTuple):
    """Logits of one batch: (batch, units, classes), and (batch, classes) for the event."""

    mentions: Tensor
    points: Tensor
    topics: Tensor
    statuses: Tensor
    classes: Tensor
    links: Tensor
    event: Tensor


@dataclass(frozen=True)
class Shape:
    """The sizes of an encoder."""

    vocabulary: int
    layers: int
    hidden: int = 384
    head: int = 32
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    merged: int = 2
    """The layers that read pieces; those above read units, which are fewer."""


class Dropout(nn.Module):
    """Dropout with a random byte a value: on a CPU, PyTorch's own draws take a tenth of a step."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.dropped = round(rate * 256)

    def forward(self, states: Tensor) -> Tensor:
        """The states, in training with some of them 0 and the others larger."""
        if not self.training:
            return states
        count = states.numel()
        drawn = torch.empty(-(-count // 4), dtype=torch.int32).random_(-(2**31), 2**31 - 1)
        keep = drawn.view(torch.uint8)[:count].view(states.shape) >= self.dropped
        return states * keep.to(states.dtype).mul_(256 / (256 - self.dropped))


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT does."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.heads * shape.head)
        self.out = nn.Linear(shape.heads * shape.head, shape.hidden)
        self.attention_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = Dropout(dropout)
        # what the numbers that go up are divided by, for the sake of int8 (``recipe.outliers``)
        self.register_buffer("divisor", torch.ones(shape.hidden), persistent=False)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """New states out of states (batch, pieces, hidden); ``bias`` keeps padding unread."""
        batch, pieces, _ = states.shape
        qkv = self.qkv(states).view(batch, pieces, 3, self.heads, -1)
        query, key, value = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        # written out: on a CPU, what PyTorch has for it takes three times as long to train
        weights = (query * query.shape[-1] ** -0.5) @ key.transpose(2, 3) + bias.to(query.dtype)
        read = weights.softmax(-1).to(value.dtype) @ value
        read = self.out(read.transpose(1, 2).flatten(2))
        states = self.attention_norm(states + self.dropout(read))
        inner = self.down(functional.gelu(self.up(states / self.divisor)))
        return self.norm(states + self.dropout(inner))


class Network(nn.Module):
    """Embeddings (frozen), transformer layers, and a linear head a task."""

    def __init__(self, shape: Shape, dropout: float = 0.0) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.places = nn.Embedding(shape.positions, shape.hidden)
        self.embedding_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.dropout = Dropout(dropout)
        self.mentions = nn.Linear(shape.hidden, 1 + 2 * len(LABELS))
        self.points = nn.Linear(shape.hidden, 3)
        self.topics = nn.Linear(shape.hidden, len(TOPICS))
        self.statuses = nn.Linear(shape.hidden, len(POINT_STATUSES))
        self.classes = nn.Linear(shape.hidden, CLASS_SCORES)
        self.links = nn.Linear(shape.hidden, LINK_SCORES)
        self.event = nn.Linear(2 * shape.hidden, len(EVENT_TYPES) + 2)
        for part in (self.words, self.places, self.embedding_norm):
            part.requires_grad_(False)

    def forward(self, ids: Tensor, edges: Tensor) -> Scores:
        """Logits for piece ids (batch, pieces), and where units begin and end in them.

        ``edges`` has the shape (batch, units + 1); a row with fewer units repeats its last edge.
        """
        read = ids != PAD
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.embedding_norm(self.words(ids) + self.places(places))
        states = self.dropout(states)
        for layer in self.layers[: self.shape.merged]:
            states = layer(states, _bias(read))
        read = edges.diff(dim=1) > 0
        states = merge(states, edges)
        for layer in self.layers[self.shape.merged :]:
            states = layer(states, _bias(read))
        states = self.dropout(states)
        weights = read[:, :, None].to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        return Scores(
            self.mentions(states),
            self.points(states),
            self.topics(states),
            self.statuses(states),
            self.classes(states),
            self.links(states),
            self.event(torch.cat([states[:, 0], mean], dim=-1)),
        )

    @property
    def heads(self) -> list[nn.Module]:
        """The parts that start from nothing."""
        return [
            self.mentions,
            self.points,
            self.topics,
            self.statuses,
            self.classes,
            self.links,
            self.event,
        ]


def merge(states: Tensor, edges: Tensor) -> Tensor:
    """The mean of every unit's pieces: from (batch, pieces, hidden) to (batch, units, hidden)."""
    sums = functional.pad(states.float().cumsum(1), (0, 0, 1, 0))
    until = sums.gather(1, edges[:, :, None].expand(-1, -1, states.shape[2]))
    counts = edges.diff(dim=1).clamp(min=1)[:, :, None]
    return until.diff(dim=1) / counts


def _bias(read: Tensor) -> Tensor:
    return torch.where(read, 0.0, -10000.0)[:, None, None, :]


def from_pretrained(
    file: PretrainedFile, kept: list[int], layers: int, merged: int, dropout: float
) -> Network:
    """A network with the pretrained weights of the lowest ``layers`` layers.

    Args:
        file: the pretrained encoder.
        kept: the pieces that stay in the vocabulary, by their old ids, in their new order.
        layers: how many layers.
        merged: after how many of them the pieces of a unit become one.
        dropout: the probability with which training drops values.
    """
    head = file.hidden // file.heads
    shape = Shape(
        *(len(kept), layers, file.hidden, head, file.heads, file.inner, file.positions, merged)
    )
    network = Network(shape, dropout)

    def copy(target: Tensor, source: object) -> None:
        target.data.copy_(torch.as_tensor(source).reshape(target.shape))

    copy(network.words.weight, file.matrix("emb.word", file.hidden)[kept])
    # e5 knows one segment only, whose embedding is the same everywhere
    first_type = file.floats("emb.type")[: file.hidden]
    copy(network.places.weight, file.floats("emb.pos").reshape(-1, file.hidden) + first_type)
    copy(network.embedding_norm.weight, file.floats("emb.ln.w"))
    copy(network.embedding_norm.bias, file.floats("emb.ln.b"))
    for number, layer in enumerate(network.layers):
        name = f"l{number}"
        for which, part in enumerate("qkv"):
            rows = slice(which * file.hidden, (which + 1) * file.hidden)
            copy(layer.qkv.weight[rows], file.matrix(f"{name}.{part}.w", file.hidden))
            copy(layer.qkv.bias[rows], file.floats(f"{name}.{part}.b"))
        linears = {"ao": layer.out, "fi": layer.up, "fo": layer.down}
        for part, linear in linears.items():
            copy(linear.weight, file.matrix(f"{name}.{part}.w", linear.in_features))
            copy(linear.bias, file.floats(f"{name}.{part}.b"))
        for part, norm in {"aln": layer.attention_norm, "oln": layer.norm}.items():
            copy(norm.weight, file.floats(f"{name}.{part}.w"))
            copy(norm.bias, file.floats(f"{name}.{part}.b"))
    return network
