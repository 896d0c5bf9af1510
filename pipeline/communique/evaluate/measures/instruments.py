"""Agreement instruments: the span, then kind and status of those that were found.

Kind and status are compared on instruments whose spans overlap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.spans import extent, iou, match

if TYPE_CHECKING:
    from communique.evaluate.gold import GoldArticle
    from communique.evaluate.tally import Tally
    from communique.records import ArticleRecord


def score_instruments(gold: GoldArticle, predicted: ArticleRecord, tally: Tally) -> None:
    """Count the instruments of an article."""
    pairing = match(gold.record.instruments, predicted.instruments, iou)
    exact = pairing.keep(lambda one, other: extent(one) == extent(other))
    for rule, right in (("strict", exact), ("lenient", pairing)):
        tally.count(
            f"instruments.{rule}", len(right.pairs), len(pairing.predicted), len(pairing.gold)
        )
    for one, other in pairing.matched:
        for aspect in ("kind", "status"):
            values = getattr(one, aspect), getattr(other, aspect)
            tally.share(f"instruments.{aspect}", int(values[0] == values[1]), 1)
            if values[0] != values[1]:
                tally.wrong("instruments", aspect, other, values)
    tally.unmatched("instruments", "span", pairing, lambda one: one.text)
