"""From documents to what the encoder says about them: windows, batches, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from communique.mentions.encoder_decoding import find_spans, log_softmax
from communique.mentions.encoder_pieces import BEGIN, PAD, SEPARATOR
from communique.mentions.encoder_tidying import tidy
from communique.mentions.encoder_windows import find_windows
from communique.mentions.knowledge import SpanKnowledge
from communique.records import EVENT_TYPES, LABELS, POINT_STATUSES, TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from communique.mentions.encoder_decoding import Floats, UnitSpan
    from communique.mentions.encoder_pieces import Pieces
    from communique.mentions.encoder_windows import Window
    from communique.records import EventType, Label, PointStatus, Topic

    # From ids, one row a window, to the logits of TASKS: classes for each piece of each window,
    # and for the event classes for each window.
    Run = Callable[[NDArray[np.int64]], list[Floats]]

# Only Kazakh puts two names of a kind side by side, and not often; something stands between any
# two agreement points: a mark, a conjunction, a line break.
_MENTION_SPLIT_COST = 4.0
_POINT_SPLIT_COST = 20.0
# What is about something else altogether has no agreement points.
_LEAST_COOPERATION = 0.2

TASKS = ("mentions", "points", "topics", "statuses", "classes", "links", "event")


class FoundMention(NamedTuple):
    """Tokens ``[start, end)`` of a document."""

    start: int
    end: int
    label: Label
    score: float


class FoundPoint(NamedTuple):
    """Tokens ``[start, end)`` of a document that are an agreement point."""

    start: int
    end: int
    topic: Topic
    status: PointStatus
    score: float


@dataclass(frozen=True)
class Reading:
    """What the encoder says about one document."""

    mentions: tuple[FoundMention, ...] = ()
    points: tuple[FoundPoint, ...] = ()
    event: dict[EventType, float] = field(default_factory=dict)
    """The probability of each type of event."""
    cooperation: float | None = None
    """Probability that the article is cooperation news."""
    spans: SpanKnowledge | None = None


@dataclass(frozen=True)
class _Job:
    """One window of one document."""

    doc: int
    window: Window
    ids: list[int]
    first: NDArray[np.int64]


class Reader:
    """Reads documents in windows, those of like length together.

    Args:
        run: the network.
        pieces: cuts documents into pieces.
        size: pieces a window may have, without its first and last.
        overlap: pieces that neighbouring windows share.
        pieces_per_batch: pieces read at once, padding included.
    """

    def __init__(
        self, run: Run, pieces: Pieces, *, size: int, overlap: int, pieces_per_batch: int = 4096
    ) -> None:
        self._run = run
        self._pieces = pieces
        self._size = size
        self._overlap = overlap
        self._pieces_per_batch = pieces_per_batch

    def __call__(self, docs: Sequence[Doc]) -> list[Reading]:
        """One reading a document, in their order."""
        units: list[list[int]] = []
        jobs: list[_Job] = []
        for number, doc in enumerate(docs):
            cuts = self._pieces(doc)
            units.append([token for token, cut in enumerate(cuts) if cut])
            jobs.extend(self._jobs(number, [cut for cut in cuts if cut]))
        parts: list[list[list[Floats]]] = [[] for _ in docs]
        answers = self._answers(jobs)
        for position, job in enumerate(jobs):
            parts[job.doc].append(answers[position])
        return [_read(*known) for known in zip(docs, units, parts, strict=True)]

    def _jobs(self, doc: int, cuts: list[tuple[int, ...]]) -> Iterator[_Job]:
        for window in find_windows([len(cut) for cut in cuts], self._size, self._overlap):
            ids, first = [BEGIN], []
            for cut in cuts[window.start : window.end]:
                first.append(len(ids))
                ids.extend(cut)
            ids.append(SEPARATOR)
            yield _Job(doc, window, ids, np.array(first))

    def _answers(self, jobs: Sequence[_Job]) -> dict[int, list[Floats]]:
        """The logits of each job's kept units, by the job's position."""
        answers: dict[int, list[Floats]] = {}
        for batch in self._batches(jobs):
            ids = np.full((len(batch), max(len(jobs[j].ids) for j in batch)), PAD, dtype=np.int64)
            for row, number in enumerate(batch):
                ids[row, : len(jobs[number].ids)] = jobs[number].ids
            *tagged, event = self._run(ids)
            for row, number in enumerate(batch):
                window = jobs[number].window
                kept = slice(window.keep_start - window.start, window.keep_end - window.start)
                at = jobs[number].first[kept]
                answers[number] = [*(scores[row, at] for scores in tagged), event[row]]
        return answers

    def _batches(self, jobs: Sequence[_Job]) -> Iterator[list[int]]:
        batch: list[int] = []
        for number in sorted(range(len(jobs)), key=lambda j: -len(jobs[j].ids)):
            # the first of a batch is its longest
            if batch and len(jobs[batch[0]].ids) * (len(batch) + 1) > self._pieces_per_batch:
                yield batch
                batch = []
            batch.append(number)
        if batch:
            yield batch


def _read(doc: Doc, tokens: list[int], parts: list[list[Floats]]) -> Reading:
    """One document's reading; ``tokens`` are the places of its units, ``parts`` its windows'."""
    if not parts:
        return Reading()
    mentions, points, topics, statuses, classes, links = (
        np.concatenate([part[task] for part in parts]) for task in range(len(TASKS) - 1)
    )
    event = parts[0][-1]  # the beginning tells what an article reports
    cooperation = float(np.exp(log_softmax(event[-2:])[1]))
    found_points = find_spans(log_softmax(points), _POINT_SPLIT_COST)
    return Reading(
        tuple(
            FoundMention(*place, LABELS[span.label], span.score)
            for span in find_spans(log_softmax(mentions), _MENTION_SPLIT_COST)
            if (place := _place(doc, tokens, span))
        ),
        tuple(
            FoundPoint(
                *place,
                TOPICS[int(topics[span.start : span.end].mean(0).argmax())],
                POINT_STATUSES[int(statuses[span.start : span.end].mean(0).argmax())],
                span.score,
            )
            for span in found_points
            if cooperation >= _LEAST_COOPERATION and (place := _place(doc, tokens, span))
        ),
        dict(zip(EVENT_TYPES, map(float, np.exp(log_softmax(event[:-2]))), strict=True)),
        cooperation,
        SpanKnowledge(np.array([doc[token].idx for token in tokens]), classes, links),
    )


def _place(doc: Doc, tokens: list[int], span: UnitSpan) -> tuple[int, int] | None:
    """The tokens of a span; None for one that says nothing."""
    start, end = tidy(doc, tokens[span.start], tokens[span.end - 1] + 1)
    return (start, end) if any(token.text[0].isalnum() for token in doc[start:end]) else None
