"""From documents to what the encoder says about them: windows, and the way back."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from communique.mentions.encoder_decoding import find_spans, log_softmax
from communique.mentions.encoder_pieces import join, words_of
from communique.mentions.encoder_threads import Threads
from communique.mentions.encoder_tidying import tidy
from communique.mentions.encoder_windows import find_windows
from communique.mentions.encoder_words import join_rows, word_rows
from communique.mentions.knowledge import SpanKnowledge
from communique.records import EVENT_TYPES, LABELS, POINT_STATUSES, TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from communique.mentions.encoder_decoding import Floats
    from communique.mentions.encoder_pieces import Unit
    from communique.mentions.encoder_threads import Asked, Integers, Run
    from communique.mentions.encoder_windows import Window
    from communique.records import EventType, Label, PointStatus, Topic

# Only Kazakh puts two names of a kind side by side, and not often; something stands between any
# two agreement points: a mark, a conjunction, a line break.
_MENTION_SPLIT_COST = 4.0
_POINT_SPLIT_COST = 20.0
# What is about something else altogether has no agreement points.
_LEAST_COOPERATION = 0.2

TASKS = (
    "mentions", "points", "topics", "statuses", "classes", "links", "word_mentions", "word_points",
    "event",
)  # fmt: skip
"""What the networks answer; the network of words has its own say of mentions and points."""


class Shares(NamedTuple):
    """What the network of words weighs against the encoder, in logarithms of probabilities.

    The values are the best of some tried on the development articles.
    """

    mentions: float = 0.5
    points: float = 0.3


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
    topics: dict[Topic, float]
    """The probability of each topic."""
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
class _Part:
    """One window of a document, and the rows of its answers that are kept."""

    asked: Asked
    kept: slice


@dataclass(frozen=True)
class _Pending:
    """A document that is being read."""

    doc: Doc
    starts: list[int]
    """Where each unit begins, in tokens; many documents wait, so their units are not kept."""
    ends: list[int]
    parts: list[_Part]
    shares: Shares

    def result(self, threads: Threads) -> tuple[Doc, Reading]:
        """The document with its reading, once the encoder is through."""
        parts = [_kept(threads.answers(part.asked), part.kept) for part in self.parts]
        return self.doc, _read(self.doc, self.starts, self.ends, parts, self.shares)


class Reader:
    """Reads documents window by window, several windows at a time.

    A window is read by itself, on one processor: padding or sharing the work costs more than it
    saves.

    Args:
        run: the network.
        pieces: cuts documents into units.
        size: pieces a window may have, without its first and last.
        overlap: pieces that neighbouring windows share.
        threads: windows read at a time, one of them by the caller's thread when it has to wait.
        shares: what the network of words weighs in a document.
    """

    def __init__(  # noqa: PLR0913 - each has its name
        self,
        run: Run,
        pieces: Callable[[Doc], list[Unit]],
        *,
        size: int,
        overlap: int,
        threads: int = 1,
        shares: Callable[[Doc], Shares] = lambda _doc: Shares(),
    ) -> None:
        self._run = run
        self._shares = shares
        self._pieces = pieces
        self._size = size
        self._overlap = overlap
        self._threads = threads

    def __call__(self, docs: Iterable[Doc], ahead: int = 32) -> Iterator[tuple[Doc, Reading]]:
        """Each document with its reading, in their order; ``ahead`` of them are read beforehand."""
        waiting: deque[_Pending] = deque()
        with Threads(self._run, self._threads) as threads:
            for doc in docs:
                waiting.append(self._start(doc, threads))
                if len(waiting) > ahead:
                    yield waiting.popleft().result(threads)
            while waiting:
                yield waiting.popleft().result(threads)

    def _start(self, doc: Doc, threads: Threads) -> _Pending:
        units = self._pieces(doc)
        rows = word_rows(doc, units)
        windows = find_windows([len(unit.pieces) for unit in units], self._size, self._overlap)
        parts = [self._part(units, rows, window, threads) for window in windows]
        starts, ends = [unit.start for unit in units], [unit.end for unit in units]
        return _Pending(doc, starts, ends, parts, self._shares(doc))

    def _part(
        self, units: Sequence[Unit], rows: Integers, window: Window, threads: Threads
    ) -> _Part:
        inside = slice(window.start, window.end)
        ids, edges = join(units[inside])
        asked = threads.ask(ids[None], edges[None], join_rows(rows[inside])[None])
        # the first row is that of the piece before the window
        first = 1 - window.start
        return _Part(asked, slice(first + window.keep_start, first + window.keep_end))


def _kept(answers: list[Floats], kept: slice) -> list[Floats]:
    """The logits of a window's kept units, and of its event."""
    *tagged, event = answers
    return [*(scores[0, kept] for scores in tagged), event[0]]


def _read(
    doc: Doc, starts: list[int], ends: list[int], parts: list[list[Floats]], shares: Shares
) -> Reading:
    """One document's reading; ``parts`` are the kept answers of its windows."""
    if not parts:
        return Reading()
    words = words_of(doc)
    mentions, points, topics, statuses, classes, links, word_mentions, word_points = (
        # most documents are one window, whose many numbers need no copy
        parts[0][task] if len(parts) == 1 else np.concatenate([part[task] for part in parts])
        for task in range(len(TASKS) - 1)
    )
    event = parts[0][-1]  # the beginning tells what an article reports
    cooperation = float(np.exp(log_softmax(event[-2:])[1]))
    found_mentions = find_spans(
        _together(mentions, word_mentions, shares.mentions), _MENTION_SPLIT_COST
    )
    found_points = find_spans(_together(points, word_points, shares.points), _POINT_SPLIT_COST)
    return Reading(
        tuple(
            FoundMention(*place, LABELS[span.label], span.score)
            for span in found_mentions
            if (place := _place(words, starts[span.start], ends[span.end - 1]))
        ),
        tuple(
            FoundPoint(
                *place,
                _topics(topics[span.start : span.end].mean(0)),
                POINT_STATUSES[int(statuses[span.start : span.end].mean(0).argmax())],
                span.score,
            )
            for span in found_points
            if cooperation >= _LEAST_COOPERATION
            and (place := _place(words, starts[span.start], ends[span.end - 1]))
        ),
        dict(zip(EVENT_TYPES, map(float, np.exp(log_softmax(event[:-2]))), strict=True)),
        cooperation,
        SpanKnowledge(_first_characters(doc, starts), classes, links),
    )


def _together(one: Floats, other: Floats, share: float) -> Floats:
    """Logarithms of probabilities, from the logits of two networks.

    What turns logits into logarithms of probabilities is one figure a unit, and cancels out.
    """
    return log_softmax(one.astype(np.float32) + share * other.astype(np.float32))


def _topics(logits: Floats) -> dict[Topic, float]:
    return dict(zip(TOPICS, map(float, np.exp(log_softmax(logits))), strict=True))


def _first_characters(doc: Doc, tokens: list[int]) -> NDArray[np.int64]:
    """Where some tokens begin, in characters."""
    widths = doc.to_array(["LENGTH", "SPACY"]).sum(1).astype(np.int64)
    starts: NDArray[np.int64] = (widths.cumsum() - widths)[tokens]
    return starts


def _place(words: list[str], first: int, last: int) -> tuple[int, int] | None:
    """The tokens of a span ``[first, last)`` set right; None for one that says nothing."""
    start, end = tidy(words, first, last)
    return (start, end) if any(word[0].isalnum() for word in words[start:end]) else None
