"""Training examples: windows of pieces with what each unit may be tagged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from spacy.vocab import Vocab

from communique.mentions.encoder_pieces import BEGIN, SEPARATOR, Pieces
from communique.mentions.encoder_windows import find_windows
from communique.records import EVENT_TYPES, LABELS, POINT_STATUSES, TOPICS
from communique.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from recipe.samples import Sample

TAGS = 1 + 2 * len(LABELS)
UNKNOWN = -100  # PyTorch's sign for a target that does not count
Span = tuple[int, int]


@dataclass
class Example:
    """One window.

    ``allowed[unit, tag]`` tells which mention tags a unit may have; ``point_tags`` are 0, 1, 2 for
    O, B, I. ``points`` are (first unit, end unit, topic, status) of the points that begin here.
    """

    sample: str
    language: str
    ids: NDArray[np.int64]
    first: NDArray[np.int64]
    allowed: NDArray[np.bool_]
    point_tags: NDArray[np.int64]
    points: list[tuple[int, int, int, int]]
    event: int
    cooperation: int


def make_examples(
    samples: Iterable[Sample], pieces: Pieces, size: int, overlap: int
) -> Iterator[Example]:
    """The windows of every sample, in order."""
    tokenizer = Tokenizer(Vocab())
    for sample in samples:
        yield from _of_sample(sample, tokenizer, pieces, size, overlap)


def _of_sample(
    sample: Sample, tokenizer: Tokenizer, pieces: Pieces, size: int, overlap: int
) -> Iterator[Example]:
    doc = tokenizer(sample.text)
    cuts = pieces(doc)
    units = [(token, cut) for token, cut in zip(doc, cuts, strict=True) if cut]
    places = [(token.idx, token.idx + len(token)) for token, _ in units]
    allowed, point_tags = _allowed(sample, places), _point_tags(sample, places)
    points = [
        (*_covered(places, point.start, point.end), TOPICS.index(point.topic),
         POINT_STATUSES.index(point.status))
        for point in sample.points or ()
    ]  # fmt: skip
    for window in find_windows([len(cut) for _, cut in units], size, overlap):
        ids, first = [BEGIN], []
        for _, cut in units[window.start : window.end]:
            first.append(len(ids))
            ids.extend(cut)
        ids.append(SEPARATOR)
        is_first = window.start == 0
        yield Example(
            sample.name,
            sample.language,
            np.array(ids),
            np.array(first),
            allowed[window.start : window.end],
            point_tags[window.start : window.end],
            [
                (start - window.start, min(end, window.end) - window.start, topic, status)
                for start, end, topic, status in points
                if window.start <= start < window.end
            ],
            EVENT_TYPES.index(sample.event) if sample.event and is_first else UNKNOWN,
            int(sample.cooperation) if sample.cooperation is not None and is_first else UNKNOWN,
        )


def _covered(places: list[Span], start: int, end: int) -> Span:
    """The units that overlap a stretch of the text."""
    touched = [n for n, (first, last) in enumerate(places) if first < end and start < last]
    return (touched[0], touched[-1] + 1) if touched else (0, 0)


def _allowed(sample: Sample, places: list[Span]) -> NDArray[np.bool_]:
    allowed = np.zeros((len(places), TAGS), dtype=np.bool_)
    allowed[:, 0] = True
    for label in sample.missing:
        allowed[:, _tags(label)] = True
    for start, end, labels in sample.unsure:
        first, last = _covered(places, start, end)
        for label in labels:
            allowed[first:last, _tags(label)] = True
    for start, end, label in sample.mentions:
        first, last = _covered(places, start, end)
        begin, inside = _tags(label)
        allowed[first:last] = False
        allowed[first : first + 1, begin] = True
        allowed[first + 1 : last, inside] = True
    return allowed


def _tags(label: str) -> list[int]:
    number = LABELS.index(label)  # type: ignore[arg-type]
    return [1 + number, 1 + len(LABELS) + number]


def _point_tags(sample: Sample, places: list[Span]) -> NDArray[np.int64]:
    if sample.points is None:
        return np.full(len(places), UNKNOWN)
    tags = np.zeros(len(places), dtype=np.int64)
    for point in sample.points:
        first, last = _covered(places, point.start, point.end)
        tags[first:last] = 2
        tags[first : first + 1] = 1
    return tags
