"""Labelled spans.

Strict: same label and same boundaries. Lenient: same label and any overlap, one prediction to one
gold span. Dates are compared without framing words (:func:`~communique.evaluate.spans.trim_date`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.spans import Extent, extent, iou, match, trim_date
from communique.records import LABELS, ArticleRecord, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.evaluate.gold import GoldArticle
    from communique.evaluate.tally import Tally


def score_mentions(gold: GoldArticle, predicted: ArticleRecord, tally: Tally) -> None:
    """Count the mentions of every label, and of all labels together."""
    text = gold.record.article.text
    for label in LABELS:
        wanted = [mention for mention in gold.record.mentions if mention.label == label]
        found = [mention for mention in predicted.mentions if mention.label == label]
        _score_label(text, label, wanted, found, tally)


def compared(text: str, mention: Mention) -> Extent:
    """The part of a mention that scores compare."""
    return trim_date(text, mention) if mention.label == "DATE" else extent(mention)


def _score_label(
    text: str, label: str, wanted: Sequence[Mention], found: Sequence[Mention], tally: Tally
) -> None:
    pairing = match(
        wanted, found, lambda one, other: iou(compared(text, one), compared(text, other))
    )
    exact = pairing.keep(lambda one, other: compared(text, one) == compared(text, other))
    for rule, right in (("strict", exact), ("lenient", pairing)):
        for measure in (f"mentions.{label}.{rule}", f"mentions.{rule}"):
            tally.count(measure, len(right.pairs), len(found), len(wanted))
    for column, mention in enumerate(found):
        tally.grade("mentions", mention.confidence, column in exact.hits)
    tally.unmatched("mentions", label, exact, lambda mention: mention.text)
