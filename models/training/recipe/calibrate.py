"""Calibration: scores become probabilities, by logistic regression on dev."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from communique.mentions.encoder_model import Calibration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recipe.measure import Predicted
    from recipe.samples import Sample

_ROUNDS = 50
_RIDGE = 1.0  # keeps the curve near the scores themselves where there are few spans


def calibrate(samples: Sequence[Sample], answers: Sequence[Predicted]) -> dict[str, Calibration]:
    """The curves for mentions and points.

    A mention is right if its bounds and label are; a point, if it overlaps a gold one by half.
    """
    mentions, points = [], []
    for sample, answer in zip(samples, answers, strict=True):
        gold = set(sample.mentions)
        mentions += [(score, (s, e, label) in gold) for s, e, label, score in answer.mentions]
        places = [(point.start, point.end) for point in sample.points or ()]
        points += [
            (score, any(_half(place, (start, end)) for place in places))
            for start, end, *_, score in answer.points
        ]
    return {"mentions": fit(mentions), "points": fit(points)}


def _half(first: tuple[int, int], second: tuple[int, int]) -> bool:
    common = min(first[1], second[1]) - max(first[0], second[0])
    return common >= 0.5 * (max(first[1], second[1]) - min(first[0], second[0]))


def fit(graded: Sequence[tuple[float, bool]]) -> Calibration:
    """Newton's method for slope and offset, drawn towards the identity by a small ridge."""
    if not graded:
        return Calibration()
    scores = np.clip([score for score, _ in graded], 1e-6, 1 - 1e-6)
    right = np.array([hit for _, hit in graded], dtype=float)
    inputs = np.stack([np.log(scores / (1 - scores)), np.ones(len(graded))], axis=1)
    start = np.array([1.0, 0.0])
    weights = start.copy()
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-(inputs @ weights)))
        gradient = inputs.T @ (likely - right) + _RIDGE * (weights - start)
        curve = (inputs * (likely * (1 - likely))[:, None]).T @ inputs + _RIDGE * np.eye(2)
        weights -= np.linalg.solve(curve, gradient)
    return Calibration(slope=round(float(weights[0]), 4), offset=round(float(weights[1]), 4))
