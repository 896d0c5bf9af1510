"""Dates by value: the same ISO value at the same place.

The place is the same if the spans overlap once framing words are taken off
(:func:`~communique.evaluate.spans.trim_date`); how exact they are is what the ``DATE`` mentions
say. The role is compared on dates with the right value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.spans import match, overlap, trim_date

if TYPE_CHECKING:
    from communique.evaluate.gold import GoldArticle
    from communique.evaluate.tally import Tally
    from communique.records import ArticleRecord, DateMention


def score_dates(gold: GoldArticle, predicted: ArticleRecord, tally: Tally) -> None:
    """Count the dates of an article."""
    text = gold.record.article.text

    def similarity(one: DateMention, other: DateMention) -> float:
        together = overlap(trim_date(text, one), trim_date(text, other))
        return float(together > 0 and one.value == other.value)

    pairing = match(gold.record.dates, predicted.dates, similarity)
    tally.count("dates.value", len(pairing.pairs), len(pairing.predicted), len(pairing.gold))
    for one, other in pairing.matched:
        tally.share("dates.role", int(one.role == other.role), 1)
        if one.role != other.role:
            tally.wrong("dates", "role", other, (one.role, other.role))
    tally.unmatched("dates", "value", pairing, lambda date: date.value)
