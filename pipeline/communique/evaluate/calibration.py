"""How far confidences are from the share of right answers.

Expected calibration error over ten bins of equal width (Guo et al., On Calibration of Modern Neural
Networks, 2017): the mean gap between confidence and accuracy, weighted by the size of the bins.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_BINS = 10


class Calibration(NamedTuple):
    """The calibration error of one record type, from ``items`` confidences."""

    items: int
    error: float


def calibrate(graded: Sequence[tuple[float, bool]]) -> Calibration | None:
    """The expected calibration error of confidences with whether each was right."""
    if not graded:
        return None
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in graded:
        bins[min(int(confidence * _BINS), _BINS - 1)].append((confidence, right))
    gaps = (
        abs(sum(confidence for confidence, _ in items) - sum(right for _, right in items))
        for items in bins.values()
    )
    return Calibration(len(graded), sum(gaps) / len(graded))
