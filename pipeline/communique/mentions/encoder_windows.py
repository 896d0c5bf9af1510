"""Windows over a long text: what the encoder reads at once, with nothing left out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Window:
    """Units ``[start, end)`` are read together; the answers for ``[keep_start, keep_end)`` count.

    The kept stretches of a text's windows follow each other without gap or overlap.
    """

    start: int
    end: int
    keep_start: int
    keep_end: int


def find_windows(lengths: Sequence[int], size: int, overlap: int) -> list[Window]:
    """Windows of at most ``size`` pieces over units of ``lengths`` pieces each.

    Neighbours share about ``overlap`` pieces; each keeps its half of what is shared, so that every
    unit is labelled where it has context on both sides. A unit longer than ``size`` stands alone.
    """
    bounds = _bounds(lengths, size, overlap)
    cuts = [0]
    for (_, end), (start, _) in pairwise(bounds):
        cuts.append((start + end + 1) // 2)
    cuts.append(len(lengths))
    return [
        Window(start, end, cuts[number], cuts[number + 1])
        for number, (start, end) in enumerate(bounds)
    ]


def _bounds(lengths: Sequence[int], size: int, overlap: int) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    start = 0
    while start < len(lengths):
        end, used = start, 0
        while end < len(lengths) and (used + lengths[end] <= size or end == start):
            used += lengths[end]
            end += 1
        bounds.append((start, end))
        if end == len(lengths):
            break
        back, shared = end, 0
        while back - 1 > start and shared + lengths[back - 1] <= overlap:
            back -= 1
            shared += lengths[back]
        start = back
    return bounds
