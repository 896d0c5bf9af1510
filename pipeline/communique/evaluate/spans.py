"""Stretches of text: how two of them compare, and which of two lists belong together.

Scoring needs the pairs, not only their number: a topic or a status is compared on matched spans,
and the report shows what was taken for what. nervaluate, the usual span scorer, gives counts only,
and its greedy pairing depends on the order of the spans (MantisAI/nervaluate#40); the tests hold
the counts made here against it where both are defined.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


class Span(Protocol):
    """Anything with offsets, in Unicode code points, half-open."""

    @property
    def start_char(self) -> int:
        """Where it begins."""

    @property
    def end_char(self) -> int:
        """Where the text after it begins."""


class Extent(NamedTuple):
    """Offsets by themselves."""

    start_char: int
    end_char: int


def extent(span: Span) -> Extent:
    """The offsets of a span."""
    return Extent(span.start_char, span.end_char)


def overlap(one: Span, other: Span) -> int:
    """How many characters two spans share."""
    end = min(one.end_char, other.end_char)
    return max(0, end - max(one.start_char, other.start_char))


def iou(one: Span, other: Span) -> float:
    """Intersection over union of two spans, in characters."""
    shared = overlap(one, other)
    lengths = (one.end_char - one.start_char) + (other.end_char - other.start_char)
    return shared / (lengths - shared) if shared else 0.0


@dataclass(frozen=True)
class Pairing(Generic[Gold, Predicted]):
    """Two lists and which items of them belong together: ``pairs`` of indices, by gold index."""

    gold: Sequence[Gold]
    predicted: Sequence[Predicted]
    pairs: tuple[tuple[int, int], ...]

    @property
    def matched(self) -> list[tuple[Gold, Predicted]]:
        """The items that belong together."""
        return [(self.gold[row], self.predicted[column]) for row, column in self.pairs]

    @property
    def missed(self) -> list[Gold]:
        """The gold items without a partner."""
        rows = {row for row, _ in self.pairs}
        return [one for row, one in enumerate(self.gold) if row not in rows]

    @property
    def spurious(self) -> list[Predicted]:
        """The predicted items without a partner."""
        hits = self.hits
        return [one for column, one in enumerate(self.predicted) if column not in hits]

    @property
    def hits(self) -> set[int]:
        """The indices of predicted items with a partner."""
        return {column for _, column in self.pairs}

    def keep(self, good: Callable[[Gold, Predicted], bool]) -> Pairing[Gold, Predicted]:
        """The same lists with only the pairs that are good."""
        kept = (
            (row, column)
            for row, column in self.pairs
            if good(self.gold[row], self.predicted[column])
        )
        return Pairing(self.gold, self.predicted, tuple(kept))


def match(
    gold: Sequence[Gold],
    predicted: Sequence[Predicted],
    similarity: Callable[[Gold, Predicted], float],
) -> Pairing[Gold, Predicted]:
    """Pair two lists one to one: as many pairs as can be, none with similarity 0.

    Pairs of similarity 1 are kept; the others are chosen by augmenting paths (Kuhn's algorithm for
    a maximum bipartite matching), so their number does not depend on the order of the lists.
    """
    scores = [[similarity(one, other) for other in predicted] for one in gold]
    taken: dict[int, int] = {}
    for row, values in enumerate(scores):
        sure = (column for column, value in enumerate(values) if value >= 1.0)
        column = next((column for column in sure if column not in taken), None)
        if column is not None:
            taken[column] = row
    open_rows = [row for row in range(len(gold)) if row not in set(taken.values())]
    likely = {
        row: [column for column in _best_first(scores[row]) if column not in set(taken)]
        for row in open_rows
    }
    for row in open_rows:
        _place(row, likely, taken, set())
    return Pairing(gold, predicted, tuple(sorted((row, column) for column, row in taken.items())))


def _best_first(scores: Iterable[float]) -> list[int]:
    possible = [(-score, column) for column, score in enumerate(scores) if score > 0]
    return [column for _, column in sorted(possible)]


def _place(row: int, likely: dict[int, list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    """Give a row one of its likely columns, moving other rows if that makes room."""
    for column in likely[row]:
        if column not in seen:
            seen.add(column)
            if column not in taken or _place(taken[column], likely, taken, seen):
                taken[column] = row
                return True
    return False


_PIECE = re.compile(r"\d+|[^\W\d_]+|\S")
# Vietnamese, English, Russian, Kazakh; then further languages
_FRAMING_WORDS = """
    ngày mùng mồng tháng năm vào từ đến tới trong
    on in the of at from since by until till to between and during day month year years
    в во с со до к ко на от по из за год года году годом годы годов гг г
    жыл жылы жылғы жылдың жылдан жылға жылда жылдары жж ж күні айы айының айында айдың бастап дейін
    am im vom den der dem bis zum jahr jahre le la du au de en del el los año años día mes
    em no ano dia année mois pada tanggal bulan tahun kuni yil yili yilda yilning yilgi oyi oyida
    yılı yılında günü жылдын күнү року рік рр оны онд 年 月 日 년 월 일
"""
_FRAMING = frozenset(_FRAMING_WORDS.split())


def trim_date(text: str, span: Span) -> Extent:
    """A date without the words that only frame it, as the annotation standard compares dates.

    Words such as ``ngày``, ``on`` or ``года`` and signs at the edges go; a span of nothing else
    stays as it is.
    """
    stretch = text[span.start_char : span.end_char]
    pieces = [
        piece
        for piece in _PIECE.finditer(stretch)
        if piece.group().isalnum() and piece.group().casefold() not in _FRAMING
    ]
    if not pieces:
        return extent(span)
    return Extent(span.start_char + pieces[0].start(), span.start_char + pieces[-1].end())
