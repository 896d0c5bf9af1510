"""The second, small network: what the words themselves tell, beside what the encoder reads.

The encoder's embeddings are frozen and it was trained on other texts before; it judges by what
surrounds a word and forgets which words it has seen. This one starts from nothing and remembers:
a table of word parts (``communique.mentions.encoder_words``) and a few convolutions over the units.
By itself it is worse, together with the encoder better than either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.mentions.encoder_words import PARTS, ROWS
from communique.records import LABELS
from recipe.examples import UNKNOWN
from recipe.losses import span_loss

if TYPE_CHECKING:
    from recipe.examples import Example
    from recipe.network import Network, Scores

SIZE, WIDTH = 48, 160
"""Numbers of a row of the table, and of a unit."""
_STEPS = (1, 2, 4, 1, 1)  # to the neighbours that each convolution sees
_FORGOTTEN = 0.05  # of the words in training: rows of a word's whole and its beginning
_WHOLE = (0, 2)
_TAGS = 1 + 2 * len(LABELS)


class Convolution(nn.Module):
    """Each unit with one neighbour to either side, ``step`` units away."""

    def __init__(self, step: int, dropout: float) -> None:
        super().__init__()
        self.step = step
        self.mix = nn.Linear(3 * WIDTH, 2 * WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor) -> Tensor:
        """New states, shape (batch, units, WIDTH)."""
        padded = functional.pad(states, (0, 0, self.step, self.step))
        last = states.shape[1]
        near = [padded[:, at * self.step : at * self.step + last] for at in range(3)]
        mixed = self.mix(torch.cat(near, dim=-1))
        gated = mixed[..., :WIDTH] * torch.sigmoid(mixed[..., WIDTH:])
        return self.norm(states + self.dropout(gated))


class Words(nn.Module):
    """From rows (batch, units, PARTS) to tags of mentions and of points, as logits."""

    def __init__(self, dropout: float = 0.0) -> None:
        super().__init__()
        self.table = nn.Embedding(ROWS, SIZE, padding_idx=0)
        nn.init.normal_(self.table.weight, std=0.1)
        self.enter = nn.Linear(PARTS * SIZE, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.convolutions = nn.ModuleList(Convolution(step, dropout / 2) for step in _STEPS)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(WIDTH, _TAGS + 3)

    def forward(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of shape (batch, units, tags) for mentions and for points."""
        real = (rows[:, :, :1] != 0).to(self.enter.weight.dtype)
        states = self.dropout(self.table(rows).flatten(2))
        states = self.norm(functional.gelu(self.enter(states))) * real
        for convolution in self.convolutions:
            states = convolution(states) * real
        tags = self.tags(self.dropout(states))
        return tags[..., :_TAGS], tags[..., _TAGS:]


class Pair(nn.Module):
    """The encoder and the network of words.

    Args:
        encoder: the encoder.
        words: the network of words; without it, it says nothing.
        alone: whether the encoder is to say nothing of mentions and points.
    """

    def __init__(self, encoder: Network, words: Words | None, *, alone: bool = False) -> None:
        super().__init__()
        self.encoder = encoder
        self.words = words
        self.alone = alone

    def forward(self, ids: Tensor, edges: Tensor, rows: Tensor) -> tuple[Tensor, ...]:
        """The logits of both for the same windows, in the order of ``TASKS``."""
        scores: Scores = self.encoder(ids, edges)
        nothing = torch.zeros_like(scores.mentions), torch.zeros_like(scores.points)
        spans = nothing if self.alone else (scores.mentions, scores.points)
        words = self.words(rows) if self.words else nothing
        return (*spans, *scores[2:-1], *words, scores.event)


def words_loss(words: Words, examples: list[Example]) -> Tensor:
    """What the tags cost, where they are known; some words are forgotten."""
    longest = max(len(example.rows) for example in examples)
    rows = torch.zeros(len(examples), longest, PARTS, dtype=torch.int64)
    allowed = torch.ones(len(examples), longest, _TAGS, dtype=torch.bool)
    point_tags = torch.full((len(examples), longest), UNKNOWN)
    for number, example in enumerate(examples):
        count = len(example.rows)
        rows[number, :count] = torch.from_numpy(example.rows)
        # the first and last row are those of the pieces around the window
        allowed[number, 1 : count - 1] = torch.from_numpy(example.allowed)
        point_tags[number, 1 : count - 1] = torch.from_numpy(example.point_tags)
    real = rows[:, :, 0] != 0
    for part in _WHOLE:
        rows[:, :, part][real & (torch.rand(real.shape) < _FORGOTTEN)] = 1
    with torch.autocast("cpu", torch.bfloat16):
        mentions, points = words(rows)
    return span_loss(mentions[real], allowed[real], points[real], point_tags[real])
