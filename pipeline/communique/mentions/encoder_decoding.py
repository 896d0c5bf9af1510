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
_CERTAIN = np.log(0.999)


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


def best_tags(log_probabilities: Floats, split_cost: float) -> Tags:
    """The most probable allowed sequence of tags for scores of shape (units, tags).

    ``split_cost`` is what it costs to begin a span right behind another of the same label.
    """
    tags: Tags = log_probabilities.argmax(-1)
    labels = (log_probabilities.shape[1] - 1) // 2
    # The best tags of the units nearly always fit together; where they do not, only the stretch
    # between two units that are outside any span for certain has to be searched.
    certain = np.flatnonzero(log_probabilities[:, 0] > _CERTAIN)
    bounds = np.concatenate([[-1], certain, [len(tags)]])
    for unit in _misfits(tags, labels):
        after = int(np.searchsorted(bounds, unit))
        stretch = slice(int(bounds[after - 1]) + 1, int(bounds[after]))
        tags[stretch] = _viterbi(log_probabilities[stretch], labels, split_cost)
    return tags


def find_spans(log_probabilities: Floats, split_cost: float) -> list[UnitSpan]:
    """The spans of the best tag sequence; the score is that of their least certain unit."""
    labels = (log_probabilities.shape[1] - 1) // 2
    tags = best_tags(log_probabilities, split_cost)
    chosen = log_probabilities[np.arange(len(tags)), tags]
    spans = []
    for start in np.flatnonzero((tags >= 1) & (tags <= labels)).tolist():
        label = int(tags[start]) - 1
        inside = label + 1 + labels
        end = start + 1
        while end < len(tags) and tags[end] == inside:
            end += 1
        certainty = float(np.exp(chosen[start:end].min()))
        if end < len(tags):  # the span might have gone on
            certainty = min(certainty, 1.0 - float(np.exp(log_probabilities[end, inside])))
        spans.append(UnitSpan(start, end, label, certainty))
    return spans


def _misfits(tags: Tags, labels: int) -> Tags:
    """Units whose tag should not follow the one before: ``I`` behind another label, ``B`` again."""
    before = np.concatenate([[0], tags[:-1]])
    inside = tags > labels
    orphan = inside & (before != tags) & (before != tags - labels)
    again = ~inside & (tags > 0) & ((before == tags) | (before == tags + labels))
    found: Tags = np.flatnonzero(orphan | again)
    return found


def _viterbi(scores: Floats, labels: int, split_cost: float) -> Tags:
    """``I-x`` follows only ``B-x`` or ``I-x``; ``B-x`` follows these two at a cost."""
    units, count = scores.shape
    begin, inside = np.arange(1, labels + 1), np.arange(labels + 1, count)
    # what each of O, B-1 .. B-n pays for following each tag
    cost = np.zeros((labels + 1, count), dtype=np.float32)
    cost[begin, begin] = cost[begin, inside] = split_cost
    came_from = np.zeros((units, count), dtype=np.intp)
    total = scores[0].copy()
    total[inside] = _NEVER
    for unit in range(1, units):
        reached = total - cost
        came_from[unit, : labels + 1] = reached.argmax(-1)
        came_from[unit, inside] = np.where(total[inside] > total[begin], inside, begin)
        total = np.concatenate([reached.max(-1), np.maximum(total[inside], total[begin])])
        total = total + scores[unit]
    tags = np.zeros(units, dtype=np.intp)
    tags[-1] = total.argmax()
    for unit in range(units - 1, 0, -1):
        tags[unit - 1] = came_from[unit, tags[unit]]
    return tags
