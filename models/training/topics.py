"""Fit the weights by which the letters of an agreement point tell its topic.

Multinomial logistic regression over the groups of letters that ``communique.points.topic_letters``
counts, on the points of gold articles and passages. Writes ``lexicon/weights/topics.npz``, and says
how many points of the last folder it gets right, which it does not learn from. Usage::

    pip install scikit-learn
    python models/training/topics.py corpus/gold/train corpus/gold/passages corpus/gold/dev
"""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from communique import lexicon
from communique.evaluate.gold import read_gold
from communique.points.classify import OPENING, named_topic
from communique.points.topic_letters import FILE, ROWS, letter_rows
from communique.records import TOPICS

RIDGE = 1 / 30  # keeps rare groups from running away
ROUNDS = 200
STEPS = 127  # of a weight to either side of 0, in the file


class Points(NamedTuple):
    """Points as rows of counts, the number of each one's topic, and of that its words name."""

    counts: csr_matrix
    topics: list[int]
    named: list[int | None]


def read_points(folders: list[Path]) -> Points:
    """The agreement points of gold articles."""
    found = [
        (point, gold.language)
        for folder in folders
        for gold, _ in read_gold(folder)
        if gold is not None
        for point in gold.record.points
    ]
    rows = [letter_rows(point.text) for point, _ in found]
    ends = np.cumsum([0, *map(len, rows)])
    columns = [column for row in rows for column in row]
    values = [value for row in rows for value in row.values()]
    counts = csr_matrix((values, columns, ends), shape=(len(found), ROWS))
    topics = [TOPICS.index(point.topic) for point, _ in found]
    return Points(counts, topics, [_named(point.text, language) for point, language in found])


def _named(text: str, language: str) -> int | None:
    """The topic whose words open a point."""
    named = named_topic(text, language)
    return TOPICS.index(named[1]) if named and named[0] <= OPENING else None


def cue_weights(points: Points) -> list[float]:
    """For each topic the logarithm of its odds where its words open a point over its odds."""
    weights = []
    for topic in range(len(TOPICS)):
        here = [right == topic for right, named in zip(*points[1:], strict=True) if named == topic]
        share, before = (sum(here) + 1) / (len(here) + 2), points.topics.count(topic)
        odds = before / (len(points.topics) - before)
        weights.append(math.log(share / (1 - share) / odds) if here else 0.0)
    return weights


def main() -> None:
    """Fit, say how well, and write."""
    *folders, dev = map(Path, sys.argv[1:])
    points, held_out = read_points(folders), read_points([dev])
    model = LogisticRegression(C=1 / RIDGE, max_iter=ROUNDS).fit(*points[:2])
    right = model.score(*held_out[:2])
    print(f"{len(points.topics)} points; {right:.3f} of {len(held_out.topics)} in {dev} right")
    weights = model.coef_.T
    scales = np.abs(weights).max(axis=0) / STEPS
    target = Path(lexicon.__file__).parent / "weights" / FILE
    np.savez_compressed(
        target,
        steps=np.round(weights / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        bias=model.intercept_.astype(np.float32),
        cues=np.array(cue_weights(points), np.float32),
    )
    print(f"{target}: {target.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
