"""The network: a BERT encoder whose every piece gets scores for all tasks in one pass."""

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
    """Logits of one batch: (batch, pieces, classes), and (batch, classes) for the event."""

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
    heads: int = 12
    inner: int = 1536
    positions: int = 512


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT does."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.attention_norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """New states out of states (batch, pieces, hidden); ``bias`` keeps padding unread."""
        batch, pieces, hidden = states.shape
        qkv = self.qkv(states).view(batch, pieces, 3, self.heads, hidden // self.heads)
        query, key, value = qkv.permute(2, 0, 3, 1, 4).unbind(0)
        read = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=bias.to(query.dtype)
        )
        read = self.out(read.transpose(1, 2).reshape(batch, pieces, hidden))
        states = self.attention_norm(states + self.dropout(read))
        inner = self.down(functional.gelu(self.up(states)))
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
        self.dropout = nn.Dropout(dropout)
        self.mentions = nn.Linear(shape.hidden, 1 + 2 * len(LABELS))
        self.points = nn.Linear(shape.hidden, 3)
        self.topics = nn.Linear(shape.hidden, len(TOPICS))
        self.statuses = nn.Linear(shape.hidden, len(POINT_STATUSES))
        self.classes = nn.Linear(shape.hidden, CLASS_SCORES)
        self.links = nn.Linear(shape.hidden, LINK_SCORES)
        self.event = nn.Linear(2 * shape.hidden, len(EVENT_TYPES) + 2)
        for part in (self.words, self.places, self.embedding_norm):
            part.requires_grad_(False)

    def forward(self, ids: Tensor) -> Scores:
        """Logits for piece ids (batch, pieces)."""
        read = ids != PAD
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.embedding_norm(self.words(ids) + self.places(places))
        states = self.dropout(states)
        bias = torch.where(read, 0.0, -10000.0)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, bias)
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


def from_pretrained(file: PretrainedFile, kept: list[int], layers: int, dropout: float) -> Network:
    """A network with the pretrained weights of the lowest ``layers`` layers.

    Args:
        file: the pretrained encoder.
        kept: the pieces that stay in the vocabulary, by their old ids, in their new order.
        layers: how many layers.
        dropout: the probability with which training drops values.
    """
    shape = Shape(len(kept), layers, file.hidden, file.heads, file.inner, file.positions)
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
