"""How well an institution goes with a title, out of its signals and of the words of both.

A network with one hidden layer over the signals, and a weight for each pair of a title's and a
name's words (``Principal`` with ``College``), by CRC-32 in a table. Fitted on the titles of gold
articles (``models/training/links.py``).
"""

from __future__ import annotations

import zlib
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from communique.links.signals import Option

    Floats = NDArray[np.float32]

ROWS = 4096
"""Pairs of words share so many weights."""
FILE = "links.npz"


class _Weights(NamedTuple):
    """Shapes (signals, hidden) for ``enter``, (hidden,), (hidden,), (signals,), (ROWS,)."""

    columns: Mapping[str, int]
    enter: Floats
    bias: Floats
    leave: Floats
    plain: Floats
    pairs: Floats


def scores(options: Sequence[Option]) -> list[float]:
    """The log-odds of each option against there being no institution."""
    weights = _weights()
    signals = signal_table([option.signals for option in options], weights.columns)
    hidden = np.maximum(signals @ weights.enter + weights.bias, 0.0)
    found = hidden @ weights.leave + signals @ weights.plain
    found += [weights.pairs[list(option.pairs)].sum() for option in options]
    values: list[float] = found.tolist()
    return values


def signal_table(options: Sequence[Mapping[str, float]], columns: Mapping[str, int]) -> Floats:
    """The signals of options by row; those without a column are left out."""
    table = np.zeros((len(options), len(columns)), np.float32)
    for row, signals in enumerate(options):
        for name, value in signals.items():
            if name in columns:
                table[row, columns[name]] = value
    return table


def pair_rows(title: Iterable[str], name: Iterable[str]) -> tuple[int, ...]:
    """The rows of all pairs of a title's words with an institution's; a title may have none."""
    words = sorted(name)  # in one order, so that the sums are the same in every process
    return tuple(_row(one, other) for one in sorted(title) or [""] for other in words)


@lru_cache(maxsize=100_000)
def _row(one: str, other: str) -> int:
    return zlib.crc32(f"{one}|{other}".encode()) % ROWS


@cache
def _weights() -> _Weights:
    with as_file(files("communique.lexicon") / "weights" / FILE) as path:
        held = np.load(path)
        columns = {name: number for number, name in enumerate(held["names"].tolist())}
        return _Weights(columns, *(held[name].astype(np.float32) for name in _Weights._fields[1:]))
