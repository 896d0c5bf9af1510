"""Confidence intervals by resampling articles.

Sentences and mentions of one article are alike, so whole articles are drawn, with replacement, as
many as there are; the percentiles 2.5 and 97.5 of the figure over all draws bound the interval
(Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Two engines are compared
on the same draws.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from communique.evaluate.tally import Counts

    Array = npt.NDArray[np.float64]

RESAMPLES = 1000
_SEED = 20241030
_PERCENTILES = (2.5, 97.5)

Interval = tuple[float, float] | None


def draw(articles: int, resamples: int = RESAMPLES) -> Array:
    """How often each article is in each draw, shape ``(resamples, articles)``; always the same."""
    rng = np.random.default_rng(_SEED)
    even = np.full(articles, 1 / articles)
    return rng.multinomial(articles, even, size=resamples).astype(np.float64)


def f1_interval(counts: Sequence[Counts], draws: Array) -> Interval:
    """The interval of F1 over articles with these counts; None where no draw has any item."""
    return _interval(_f1(counts, draws))


def difference_interval(one: Sequence[Counts], other: Sequence[Counts], draws: Array) -> Interval:
    """The interval of the difference in F1 of two engines on the same articles."""
    return _interval(_f1(one, draws) - _f1(other, draws))


def _f1(counts: Sequence[Counts], draws: Array) -> Array:
    """F1 of every draw; NaN where neither gold nor prediction has an item."""
    correct, predicted, gold = (draws @ np.array(counts, dtype=np.float64)).T
    total = predicted + gold
    values: Array = np.full_like(total, np.nan)
    np.divide(2 * correct, total, out=values, where=total > 0)
    return values


def _interval(values: Array) -> Interval:
    values = values[~np.isnan(values)]
    if not values.size:
        return None
    low, high = np.percentile(values, _PERCENTILES)
    return float(low), float(high)
