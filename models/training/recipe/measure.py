"""Scores of a model on annotated samples: strict F1 of mentions, points, topics, the event."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import astuple, dataclass, field
from typing import TYPE_CHECKING, Any

from communique.evaluate.bootstrap import draw, f1_interval
from communique.evaluate.tally import Counts
from communique.mentions.knowledge import CLASSES
from communique.records import LABELS, PARTY_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.mentions.knowledge import SpanKnowledge
    from recipe.samples import Sample

_MATCH = 0.5  # intersection over union from which a point counts as found


@dataclass
class Predicted:
    """What a model says about one text: character spans."""

    mentions: list[tuple[int, int, str, float]] = field(default_factory=list)
    points: list[tuple[int, int, str, str, float]] = field(default_factory=list)
    event: str | None = None
    cooperation: bool | None = None
    spans: SpanKnowledge | None = None


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


Tallies = dict[str, dict[str, list[Tally]]]  # language or ``all`` → measure → one an article


def measure(samples: Iterable[Sample], answers: Iterable[Predicted]) -> dict[str, dict[str, Any]]:
    """Scores for each language and for ``all``: F1 a label, points, shares of right classes."""
    return {
        language: {
            name: round(Tally(*map(sum, zip(*map(astuple, counts), strict=True))).f1, 4)
            for name, counts in group.items()
        }
        for language, group in _tallies(samples, answers).items()
    }


def intervals(
    samples: Iterable[Sample], answers: Iterable[Predicted]
) -> dict[str, dict[str, tuple[float, float]]]:
    """The 95 % intervals of what ``measure`` gives, by drawing articles anew."""
    found: dict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
    for language, group in _tallies(samples, answers).items():
        for name, tallies in group.items():
            counts = [Counts(*astuple(tally)) for tally in tallies]
            interval = f1_interval(counts, draw(len(counts)))
            if interval:
                found[language][name] = (round(interval[0], 3), round(interval[1], 3))
    return found


def _tallies(samples: Iterable[Sample], answers: Iterable[Predicted]) -> Tallies:
    found: Tallies = defaultdict(lambda: defaultdict(list))
    for sample, answer in zip(samples, answers, strict=True):
        group: dict[str, Tally] = defaultdict(Tally)
        _count_mentions(group, sample, answer)
        _count_points(group, sample, answer)
        _count_facts(group, sample, answer)
        _count_class(group["event"], sample.event, answer.event)
        _count_class(group["cooperation"], sample.cooperation, answer.cooperation)
        for language in (sample.language, "all"):
            for name, tally in group.items():
                found[language][name].append(tally)
    return found


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


def _count_facts(group: dict[str, Tally], sample: Sample, answer: Predicted) -> None:
    """Classes and links of gold spans: the share of right ones; F1 of parties."""
    if not answer.spans:
        return
    places = [(start, end) for start, end, _ in sample.mentions]
    for number, kind, chosen in sample.facts.classes:
        likely = answer.spans.probabilities(kind, places[number])
        _count_class(group[kind], CLASSES[kind][chosen], max(likely, key=lambda c: likely[c]))
    orgs = [number for number, mention in enumerate(sample.mentions) if mention[2] == "ORG"]
    extents = [places[org] for org in orgs]
    for number, right in sample.facts.institutions:
        likely = answer.spans.institution(places[number], extents)
        best = max([(1 - sum(likely), -1), *zip(likely, orgs, strict=True)])[1]
        _count_class(group["institution"], True, best in right if right else best < 0)
    for number, right in sample.facts.countries:
        likely = answer.spans.country(places[number], sample.facts.places)
        best = max([(1 - sum(likely), -1), *((p, n) for n, p in enumerate(likely))])[1]
        _count_class(group["country"], True, best in right if right else best < 0)
    for number, roles in sample.facts.parties:
        point = (sample.points or ())[number]
        for role, right in zip(PARTY_ROLES, roles, strict=True):
            likely = answer.spans.parties(role, (point.start, point.end), extents)
            found = {org for org, p in zip(orgs, likely, strict=True) if p > 0.5}
            tally = group[role]
            tally.hits += len(found & right)
            tally.predicted += len(found)
            tally.gold += len(right)


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> float:
    common = min(first[1], second[1]) - max(first[0], second[0])
    whole = max(first[1], second[1]) - min(first[0], second[0])
    return max(0, common) / whole


def _count_class(tally: Tally, gold: object, found: object) -> None:
    tally.hits += gold == found
    tally.predicted += 1
    tally.gold += 1
