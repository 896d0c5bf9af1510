"""Which errors to show first, and in what context."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.evaluate.scores import ArticleScore
    from communique.evaluate.tally import Error

RECORDS = ("points", "officials", "institutions", "event", "instruments", "dates", "mentions")
"""The record types, in the order in which their errors matter."""
_KINDS = {"spurious": 1.0, "missed": 0.9, "wrong": 0.6}
_CONTEXT = 60  # characters on each side


class Located(NamedTuple):
    """An error with the article it is in and the text around it."""

    article: ArticleScore
    error: Error
    before: str
    inside: str
    after: str


def worst_errors(articles: Sequence[ArticleScore], limit: int) -> list[Located]:
    """The errors that cost most, taking the record types in turn.

    Something made up is worse than something missed, and both are worse than something found with
    a detail wrong; of two alike, the one that the engine was surer of is worse.
    """
    by_record: dict[str, list[tuple[float, int, ArticleScore, Error]]] = {r: [] for r in RECORDS}
    everything = ((article, error) for article in articles for error in article.tally.errors)
    for number, (article, error) in enumerate(everything):
        sure = 1.0 if error.confidence is None else error.confidence
        by_record[error.record].append((-_KINDS[error.kind] * sure, number, article, error))
    columns = [sorted(errors, key=lambda item: item[:2]) for errors in by_record.values()]
    in_turn = filter(None, chain.from_iterable(zip_longest(*columns)))
    chosen = [item for item, _ in zip(in_turn, range(limit), strict=False)]
    return [_locate(article, error) for _, _, article, error in chosen]


def _locate(article: ArticleScore, error: Error) -> Located:
    text = article.gold.record.article.text
    start, end = error.start_char, error.end_char
    return Located(
        article,
        error,
        text[max(0, start - _CONTEXT) : start],
        text[start:end],
        text[end : end + _CONTEXT],
    )
