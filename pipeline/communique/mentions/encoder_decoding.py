"""Spans out of tag scores: the best BIO sequence in which no ``I`` lacks its ``B``.

The tags of ``n`` labels are numbered ``O, B-1 .. B-n, I-1 .. I-n``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Tags = NDArray[np.intp]

_NEVER = np.float32(-1e9)


@dataclass(frozen=True)
class UnitSpan:
    """Units ``[start, end)`` with the number of their label and how sure the tags are of it."""

    start: int
    end: int
    label: int
    score: float


def log_softmax(logits: Any) -> Floats:
    """Logarithms of probabilities over the last axis."""
    shifted = logits.astype(np.float32) - logits.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def best_tags(log_probabilities: Floats) -> Tags:
    """The most probable allowed sequence of tags for scores of shape (units, tags)."""
    tags: Tags = log_probabilities.argmax(-1)
    if _is_allowed(tags, labels := (log_probabilities.shape[1] - 1) // 2):
        return tags  # the usual case: the best tags of the units fit together
    return _viterbi(log_probabilities, labels)


def find_spans(log_probabilities: Floats) -> list[UnitSpan]:
    """The spans of the best tag sequence; the score is that of their least certain unit."""
    labels = (log_probabilities.shape[1] - 1) // 2
    tags = best_tags(log_probabilities)
    spans = []
    for start in np.flatnonzero((tags >= 1) & (tags <= labels)):
        label = int(tags[start]) - 1
        inside = label + 1 + labels
        end = int(start) + 1
        while end < len(tags) and tags[end] == inside:
            end += 1
        chosen = log_probabilities[np.arange(start, end), tags[start:end]]
        certainty = float(np.exp(chosen.min()))
        if end < len(tags):  # the span might have gone on
            certainty = min(certainty, 1.0 - float(np.exp(log_probabilities[end, inside])))
        spans.append(UnitSpan(int(start), end, label, certainty))
    return spans


def _is_allowed(tags: Tags, labels: int) -> bool:
    inside = tags > labels
    before = np.concatenate([[0], tags[:-1]])
    return bool(np.all(~inside | (before == tags) | (before == tags - labels)))


def _viterbi(scores: Floats, labels: int) -> Tags:
    """Only ``I-x`` looks back: it may follow ``B-x`` or ``I-x``; all other tags follow anything."""
    units, count = scores.shape
    came_from = np.zeros((units, count), dtype=np.intp)
    total = scores[0].copy()
    total[labels + 1 :] = _NEVER
    begin, inside = np.arange(1, labels + 1), np.arange(labels + 1, count)
    for unit in range(1, units):
        best = int(total.argmax())
        came_from[unit, : labels + 1] = best
        from_inside = total[inside] > total[begin]
        came_from[unit, inside] = np.where(from_inside, inside, begin)
        reached = np.full(count, total[best], dtype=np.float32)
        reached[inside] = np.maximum(total[inside], total[begin])
        total = reached + scores[unit]
    tags = np.zeros(units, dtype=np.intp)
    tags[-1] = total.argmax()
    for unit in range(units - 1, 0, -1):
        tags[unit - 1] = came_from[unit, tags[unit]]
    return tags
