"""Scores of a model on annotated samples: strict F1 of mentions, points, topics, the event."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from communique.records import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recipe.samples import Sample

_MATCH = 0.5  # intersection over union from which a point counts as found


@dataclass
class Predicted:
    """What a model says about one text: character spans."""

    mentions: list[tuple[int, int, str, float]] = field(default_factory=list)
    points: list[tuple[int, int, str, str, float]] = field(default_factory=list)
    event: str | None = None
    cooperation: bool | None = None


@dataclass
class Tally:
    """True positives, predictions and gold spans."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find."""
        return 2 * self.hits / (self.predicted + self.gold) if self.predicted + self.gold else 1.0


def measure(samples: Iterable[Sample], answers: Iterable[Predicted]) -> dict[str, dict[str, Any]]:
    """Scores for each language and for ``all``: F1 a label, points, shares of right classes."""
    tallies: dict[str, dict[str, Tally]] = defaultdict(lambda: defaultdict(Tally))
    for sample, answer in zip(samples, answers, strict=True):
        for group in (tallies[sample.language], tallies["all"]):
            _count_mentions(group, sample, answer)
            _count_points(group, sample, answer)
            _count_class(group["event"], sample.event, answer.event)
            _count_class(group["cooperation"], sample.cooperation, answer.cooperation)
    return {
        language: {name: round(tally.f1, 4) for name, tally in group.items()}
        for language, group in tallies.items()
    }


def _count_mentions(group: dict[str, Tally], sample: Sample, answer: Predicted) -> None:
    gold = set(sample.mentions)
    found = {(start, end, label) for start, end, label, _ in answer.mentions}
    for name in ("mentions", *LABELS):
        tally = group[name]
        tally.hits += sum(name in {"mentions", label} for *_, label in gold & found)
        tally.predicted += sum(name in {"mentions", label} for *_, label in found)
        tally.gold += sum(name in {"mentions", label} for *_, label in gold)


def _count_points(group: dict[str, Tally], sample: Sample, answer: Predicted) -> None:
    gold = {(point.start, point.end): point for point in sample.points or ()}
    exact, near = group["points_exact"], group["points"]
    for tally in (exact, near):
        tally.predicted += len(answer.points)
        tally.gold += len(gold)
    taken = set()
    for start, end, topic, status, _ in answer.points:
        exact.hits += (start, end) in gold
        best = max(gold, key=lambda place: _overlap(place, (start, end)), default=None)
        if best is None or best in taken or _overlap(best, (start, end)) < _MATCH:
            continue
        taken.add(best)
        near.hits += 1
        _count_class(group["topic"], gold[best].topic, topic)
        _count_class(group["status"], gold[best].status, status)


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> float:
    common = min(first[1], second[1]) - max(first[0], second[0])
    whole = max(first[1], second[1]) - min(first[0], second[0])
    return max(0, common) / whole


def _count_class(tally: Tally, gold: object, found: object) -> None:
    tally.hits += gold == found
    tally.predicted += 1
    tally.gold += 1
