"""The day of publication, where only a date in the text tells it.

A text file says no more of itself. Lines that are made of little but a date are read at ingest
(``communique.ingest.published``); the dates of datelines, credits and closing lines are those that
an engine knows by how they stand in the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.dates import date_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.mentions import SpanKnowledge
    from communique.records import Article, Mention


def with_publication_day(
    article: Article, mentions: Sequence[Mention], spans: SpanKnowledge | None
) -> Article:
    """The article, published on the whole day that is likeliest the one, if none is known yet.

    Args:
        article: the article; one whose day of publication is known stays as it is.
        mentions: its labelled spans.
        spans: what an engine knows of them; without it nothing is told.
    """
    if article.published_on or spans is None:
        return article
    days = []
    for date in mentions:
        value = date_value(date.text, article.language, None) if date.label == "DATE" else None
        if value and value.start and value.value == value.start.isoformat():
            likely = spans.log_odds("role", "published", (date.start_char, date.end_char))
            days.append((likely, -date.start_char, value.start))
    best = max(days, default=None)
    if best is None or best[0] <= 0:
        return article
    return article.model_copy(update={"published_on": best[2]})
