"""Training examples: windows of pieces with what each unit may be tagged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from spacy.vocab import Vocab

from communique.mentions.encoder_pieces import Pieces, join
from communique.mentions.encoder_windows import find_windows
from communique.mentions.encoder_words import join_rows, word_rows
from communique.records import EVENT_TYPES, LABELS, POINT_STATUSES, TOPICS
from communique.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from communique.mentions.encoder_windows import Window
    from communique.mentions.knowledge import Kind
    from recipe.samples import Sample

TAGS = 1 + 2 * len(LABELS)
UNKNOWN = -100  # PyTorch's sign for a target that does not count
Span = tuple[int, int]


@dataclass
class UnitFacts:
    """``Facts`` of one window: spans are (first unit, end unit), ORG mentions by their place here.

    ``classes``: (span, kind, class). ``institutions``: (span, ORG mentions that are right, none
    for a holder without institution). ``parties``: (span, for each role the ORG mentions).
    ``places``: words that name countries; ``countries``: (span of an ORG, places by their number).
    """

    orgs: list[Span]
    classes: list[tuple[Span, Kind, int]]
    institutions: list[tuple[Span, list[int]]]
    parties: list[tuple[Span, list[list[int]]]]
    places: list[Span]
    countries: list[tuple[Span, list[int]]]


@dataclass
class Example:
    """One window: what ``join`` and ``join_rows`` say of it, and what is known of its units.

    ``allowed[unit, tag]`` tells which mention tags a unit may have; ``point_tags`` are 0, 1, 2 for
    O, B, I. ``points`` are (first unit, end unit, topic, status) of the points that begin here.
    ``facts`` are those of the spans that are whole in the window.
    """

    sample: str
    language: str
    ids: NDArray[np.int64]
    edges: NDArray[np.int64]
    rows: NDArray[np.int64]
    allowed: NDArray[np.bool_]
    point_tags: NDArray[np.int64]
    points: list[tuple[int, int, int, int]]
    event: int
    cooperation: int
    facts: UnitFacts


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
    units = pieces(doc)
    rows = word_rows(doc, units)
    ends = [(doc[unit.start], doc[unit.end - 1]) for unit in units]
    places = [(first.idx, last.idx + len(last)) for first, last in ends]
    allowed, point_tags = _allowed(sample, places), _point_tags(sample, places)
    points = [
        (*_covered(places, point.start, point.end), TOPICS.index(point.topic),
         POINT_STATUSES.index(point.status))
        for point in sample.points or ()
    ]  # fmt: skip
    mentions = [_covered(places, start, end) for start, end, _ in sample.mentions]
    named = [_covered(places, start, end) for start, end in sample.facts.places]
    for window in find_windows([len(unit.pieces) for unit in units], size, overlap):
        ids, edges = join(units[window.start : window.end])
        is_first = window.start == 0
        yield Example(
            sample.name,
            sample.language,
            ids,
            edges,
            join_rows(rows[window.start : window.end]),
            allowed[window.start : window.end],
            point_tags[window.start : window.end],
            [
                (start - window.start, min(end, window.end) - window.start, topic, status)
                for start, end, topic, status in points
                if window.start <= start < window.end
            ],
            EVENT_TYPES.index(sample.event) if sample.event and is_first else UNKNOWN,
            int(sample.cooperation) if sample.cooperation is not None and is_first else UNKNOWN,
            _facts(sample, mentions, [point[:2] for point in points], named, window),
        )


def _facts(
    sample: Sample, mentions: list[Span], points: list[Span], named: list[Span], window: Window
) -> UnitFacts:
    def inside(span: Span) -> bool:
        return window.start <= span[0] < span[1] <= window.end

    def here(span: Span) -> Span:
        return span[0] - window.start, span[1] - window.start

    numbers = [n for n, m in enumerate(sample.mentions) if m[2] == "ORG" and inside(mentions[n])]
    place = {number: at for at, number in enumerate(numbers)}
    here_named = [n for n, span in enumerate(named) if inside(span)]
    country = {number: at for at, number in enumerate(here_named)}
    facts = sample.facts
    return UnitFacts(
        [here(mentions[number]) for number in numbers],
        [
            (here(mentions[n]), kind, chosen)
            for n, kind, chosen in facts.classes
            if inside(mentions[n])
        ],
        [
            (here(mentions[n]), [place[org] for org in orgs if org in place])
            for n, orgs in facts.institutions
            # an institution named elsewhere is no sign that there is none
            if inside(mentions[n]) and (not orgs or orgs & place.keys())
        ],
        [
            (here(points[n]), [[place[org] for org in orgs if org in place] for orgs in roles])
            for n, roles in facts.parties
            if inside(points[n])
        ],
        [here(named[number]) for number in here_named],
        [
            (here(mentions[n]), [country[word] for word in words if word in country])
            for n, words in facts.countries
            if inside(mentions[n]) and (not words or words & country.keys())
        ],
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
