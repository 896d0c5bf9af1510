"""Conditional logit (McFadden 1974): weights by which one of several options is chosen.

What the scripts that weigh signals share (``countries.py``, ``sides.py`` and others). Needs SciPy.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from communique import lexicon

STEPS = 500
RIDGE = 0.0008  # keeps rare signals from running away
SMALLEST = 0.005  # smaller weights are left out

Signals = dict[str, float]
Floats = NDArray[np.float64]


class Choice(NamedTuple):
    """The signals of each option, and the number of the right one; -1 is none of them."""

    options: list[Signals]
    right: int


def fit(choices: list[Choice], *, none: bool) -> Signals:
    """Weights that make the right choices likely; with ``none``, that has the score 0."""
    names = sorted({name for choice in choices for one in choice.options for name in one})
    table, open_, right = _pack(choices, names, none=none)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table @ weights + open_
        scores -= scores.max(axis=1, keepdims=True)
        sums = np.exp(scores).sum(axis=1)
        rows = np.arange(len(right))
        likely = (scores[rows, right] - np.log(sums)).mean()
        gradient = np.exp(scores) / sums[:, None]
        gradient[rows, right] -= 1
        slope = np.einsum("nkf,nk->f", table, gradient) / len(right)
        return -likely + RIDGE * weights @ weights, slope + 2 * RIDGE * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, options={"maxiter": STEPS})
    return {n: round(float(w), 3) for n, w in zip(names, best.x, strict=True) if abs(w) > SMALLEST}


def _pack(
    choices: list[Choice], names: list[str], *, none: bool
) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """Signals by choice, option and name; what closes options that are not there; the right."""
    column = {name: number for number, name in enumerate(names)}
    most = max(len(choice.options) for choice in choices) + none
    table = np.zeros((len(choices), most, len(names)))
    closed = np.full((len(choices), most), -1e4)
    for row, choice in enumerate(choices):
        for number, signals in enumerate(choice.options):
            closed[row, number] = 0.0
            for name, value in signals.items():
                table[row, number, column[name]] = value
    if none:
        closed[:, -1] = 0.0
    return table, closed, np.array([choice.right % most for choice in choices])


def write(topic: str, weights: Signals, made_from: str) -> None:
    """Write ``lexicon/weights/<topic>.toml``."""
    path = Path(str(lexicon.__file__)).parent / "weights" / f"{topic}.toml"
    rows = "".join(f"{name} = {value}\n" for name, value in sorted(weights.items()))
    head = (
        f"# Made by models/training/{Path(sys.argv[0]).name} from {made_from} of gold articles.\n"
    )
    path.write_text(f"{head}[weights]\n{rows}", encoding="utf-8")
    sys.stdout.write(path.read_text(encoding="utf-8"))
