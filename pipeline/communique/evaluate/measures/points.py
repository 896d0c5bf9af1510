"""Agreement points: the span, then what is said about those that were found.

``points.exact`` wants the same boundaries, ``points.iou`` an intersection over union of at least
0.5 in characters, one prediction to one gold point. Topic, status, deadline and parties are
compared on the points that ``points.iou`` matches; a party is right if it has the right role and is
an institution that shares a mention with the gold one. An article without gold points is right if
it stays without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.measures.institutions import match_institutions
from communique.evaluate.spans import Span, extent, iou, match

if TYPE_CHECKING:
    from communique.evaluate.gold import GoldArticle
    from communique.evaluate.tally import Tally
    from communique.records import AgreementPoint, ArticleRecord

_ENOUGH = 0.5  # intersection over union


def score_points(gold: GoldArticle, predicted: ArticleRecord, tally: Tally) -> None:
    """Count the agreement points of an article."""
    pairing = match(gold.record.points, predicted.points, _similarity)
    exact = pairing.keep(lambda one, other: extent(one) == extent(other))
    for measure, right in (("points.exact", exact), ("points.iou", pairing)):
        tally.count(measure, len(right.pairs), len(pairing.predicted), len(pairing.gold))
    if not pairing.gold:
        tally.share("points.empty", int(not pairing.predicted), 1)
    names = _gold_institutions(gold.record, predicted)
    for one, other in pairing.matched:
        _score_pair(one, other, tally)
        _score_parties(one, other, names, tally)
    for column, point in enumerate(pairing.predicted):
        tally.grade("points", point.confidence, column in pairing.hits)
    tally.unmatched("points", "span", pairing, lambda point: point.text)


def _similarity(one: Span, other: Span) -> float:
    value = iou(one, other)
    return value if value >= _ENOUGH else 0.0


def _score_pair(gold: AgreementPoint, predicted: AgreementPoint, tally: Tally) -> None:
    for aspect in ("topic", "status"):
        right, said = getattr(gold, aspect), getattr(predicted, aspect)
        tally.share(f"points.{aspect}", int(right == said), 1)
        if right != said:
            tally.wrong("points", aspect, predicted, (right, said))
    correct = gold.deadline is not None and gold.deadline == predicted.deadline
    tally.count(
        "points.deadline",
        int(correct),
        int(predicted.deadline is not None),
        int(gold.deadline is not None),
    )
    if gold.deadline != predicted.deadline:
        deadlines = (gold.deadline or "no deadline", predicted.deadline or "no deadline")
        tally.wrong("points", "deadline", predicted, deadlines)


def _gold_institutions(gold: ArticleRecord, predicted: ArticleRecord) -> dict[str, str]:
    """The gold institution that each predicted one stands for, by id."""
    return {
        other.institution_id: one.institution_id
        for one, other in match_institutions(gold, predicted).matched
    }


def _score_parties(
    gold: AgreementPoint, predicted: AgreementPoint, names: dict[str, str], tally: Tally
) -> None:
    wanted = {(party.role, party.institution_id) for party in gold.parties}
    found = {(p.role, names.get(p.institution_id)) for p in predicted.parties}
    correct = wanted & found
    tally.count("points.parties", len(correct), len(set(predicted.parties)), len(wanted))
