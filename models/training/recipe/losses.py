"""What a prediction costs, task by task."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from communique.mentions.encoder_pieces import PAD
from recipe.examples import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recipe.examples import Example
    from recipe.network import Scores

_WEIGHTS = {"mentions": 1.0, "points": 0.7, "topics": 0.15, "statuses": 0.15, "event": 0.1}


class Batch(NamedTuple):
    """Examples as tensors; ``rows`` and ``columns`` lead to the first piece of every unit."""

    ids: Tensor
    rows: Tensor
    columns: Tensor
    allowed: Tensor
    point_tags: Tensor
    points: list[tuple[int, Tensor, int, int]]
    events: Tensor
    cooperation: Tensor


def to_batch(examples: Sequence[Example]) -> Batch:
    """Pad the examples to the longest and join what is known of their units."""
    longest = max(len(example.ids) for example in examples)
    ids = torch.full((len(examples), longest), PAD)
    rows, points = [], []
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.from_numpy(example.ids)
        rows.append(np.full(len(example.first), row))
        points += [
            (row, torch.from_numpy(example.first[start:end]), topic, status)
            for start, end, topic, status in example.points
        ]
    return Batch(
        ids,
        torch.from_numpy(np.concatenate(rows)),
        torch.from_numpy(np.concatenate([example.first for example in examples])),
        torch.from_numpy(np.concatenate([example.allowed for example in examples])),
        torch.from_numpy(np.concatenate([example.point_tags for example in examples])),
        points,
        torch.tensor([example.event for example in examples]),
        torch.tensor([example.cooperation for example in examples]),
    )


def total_loss(scores: Scores, batch: Batch, class_weight: float) -> Tensor:
    """The weighted sum over all tasks; one that the batch knows nothing about costs nothing.

    ``class_weight`` is that of the classes of points and events against the spans.
    """
    mentions = scores.mentions[batch.rows, batch.columns].float().log_softmax(-1)
    # several tags may be right where a data set does not say which: their probabilities add up
    likely = mentions.masked_fill(~batch.allowed, -1e4).logsumexp(-1)
    loss = -_WEIGHTS["mentions"] * likely.mean()
    if (batch.point_tags != UNKNOWN).any():
        points = scores.points[batch.rows, batch.columns].float()
        loss = loss + _WEIGHTS["points"] * functional.cross_entropy(points, batch.point_tags)
    if batch.points:
        loss = loss + class_weight * _point_loss(scores, batch)
    for logits, targets in (
        (scores.event[:, :-2], batch.events),
        (scores.event[:, -2:], batch.cooperation),
    ):
        if (targets != UNKNOWN).any():
            cost = functional.cross_entropy(logits.float(), targets)
            loss = loss + class_weight * _WEIGHTS["event"] * cost
    return loss


def _point_loss(scores: Scores, batch: Batch) -> Tensor:
    topics = torch.stack([scores.topics[row, at].float().mean(0) for row, at, *_ in batch.points])
    states = torch.stack([scores.statuses[row, at].float().mean(0) for row, at, *_ in batch.points])
    topic = torch.tensor([topic for *_, topic, _ in batch.points])
    status = torch.tensor([status for *_, status in batch.points])
    return _WEIGHTS["topics"] * functional.cross_entropy(topics, topic) + _WEIGHTS[
        "statuses"
    ] * functional.cross_entropy(states, status)
