"""What the letters of an agreement point tell of its topic.

A linear model over groups of letters within words (as in fastText, Joulin et al. 2016), fitted on
the points of gold articles (``models/training/topics.py``). It remembers words, where the encoder
judges by what surrounds them: together they are right more often than either.
"""

from __future__ import annotations

import math
import re
import zlib
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

ROWS = 2**16
"""Groups of letters share so many rows of weights, by their CRC-32."""
FILE = "topics.npz"
_WORD = re.compile(r"\w+")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_BEGINNING = 85  # characters of a point that name what is done; the rest describes it
_LETTERS, _IDEOGRAPHS = (3, 4, 5), (1, 2, 3)


class _Weights(NamedTuple):
    """Shapes (ROWS, topics), and (topics,) for the others."""

    steps: Floats
    scales: Floats
    bias: Floats
    cues: Floats


def topic_scores(text: str) -> Floats:
    """The logarithm of each topic's probability, in the order of ``records.TOPICS``."""
    weights = _weights()
    rows = letter_rows(text)
    values = np.fromiter(rows.values(), np.float32, len(rows))
    scores = values @ weights.steps[list(rows)] * weights.scales + weights.bias
    scores -= scores.max()
    result: Floats = scores - np.log(np.exp(scores).sum())
    return result


def cue_weights() -> Floats:
    """How much likelier a topic gets where the lexicon's words for it open a point.

    The logarithm of its odds there over its odds anywhere, on the points of gold articles.
    """
    return _weights().cues


def letter_rows(text: str) -> Mapping[int, float]:
    """The rows of a text's groups of letters with what each counts; squares add up to 1.

    Each word stands between blanks; a group that comes often counts by its logarithm.
    """
    words = _WORD.findall(text[:_BEGINNING].casefold())
    rows = Counter(row for word in words for row in _rows_of_word(word))
    values = {row: 1.0 + math.log(count) for row, count in rows.items()}
    norm = sum(value * value for value in values.values()) ** 0.5
    return {row: value / norm for row, value in values.items()}


@lru_cache(maxsize=1 << 14)  # points share most of their words
def _rows_of_word(word: str) -> tuple[int, ...]:
    rows: list[int] = []
    ideographs = _IDEOGRAPH.search(word)
    framed = word if ideographs else f" {word} "
    letters = framed.encode("utf-16-le")  # two bytes each, but for the rarest
    for length in _IDEOGRAPHS if ideographs else _LETTERS:
        last = len(letters) - 2 * length
        rows += [
            zlib.crc32(letters[start : start + 2 * length]) % ROWS
            for start in range(0, max(1, last + 1), 2)
        ]
        if last <= 0:
            break
    return tuple(rows)


@cache
def _weights() -> _Weights:
    with as_file(files("communique.lexicon") / "weights" / FILE) as path:
        held = np.load(path)
        steps = held["steps"].astype(np.float32)  # 4 MB, and no copies for every point
        return _Weights(steps, held["scales"], held["bias"], held["cues"])
