"""Calibration: scores become probabilities, by logistic regression on dev."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from communique.mentions.encoder_model import Calibration

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from recipe.measure import Predicted
    from recipe.samples import Sample

    Floats = NDArray[np.float64]

_IDENTITY = np.array([1.0, 0.0])
_ROUNDS = 50
_ROUNDING = 1e-9  # what the loss may grow by near its minimum, where only rounding moves it
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
    """Slope and offset by Newton's method, drawn towards the identity by a small ridge.

    A step that makes things worse is halved: far from the best curve, Newton's steps are too long.
    """
    if not graded:
        return Calibration()
    scores = np.clip([score for score, _ in graded], 1e-6, 1 - 1e-6)
    right = np.array([hit for _, hit in graded], dtype=float)
    inputs = np.stack([np.log(scores / (1 - scores)), np.ones(len(graded))], axis=1)
    weights = _IDENTITY.copy()
    for _ in range(_ROUNDS):
        likely = 1 / (1 + np.exp(-(inputs @ weights)))
        gradient = inputs.T @ (likely - right) + _RIDGE * (weights - _IDENTITY)
        curve = (inputs * (likely * (1 - likely))[:, None]).T @ inputs + _RIDGE * np.eye(2)
        step = np.linalg.solve(curve, gradient)
        while _loss(weights - step, inputs, right) > _loss(weights, inputs, right) + _ROUNDING:
            step /= 2
        weights -= step
    return Calibration(slope=round(float(weights[0]), 4), offset=round(float(weights[1]), 4))


def _loss(weights: Floats, inputs: Floats, right: Floats) -> float:
    logits = inputs @ weights
    fit_loss = np.logaddexp(0, logits).sum() - (right * logits).sum()
    return float(fit_loss + _RIDGE / 2 * ((weights - _IDENTITY) ** 2).sum())
