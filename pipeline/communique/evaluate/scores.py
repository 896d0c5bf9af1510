"""The figures of one engine on a gold folder, overall and by language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from communique.evaluate.bootstrap import Interval, difference_interval, draw, f1_interval
from communique.evaluate.calibration import Calibration, calibrate
from communique.evaluate.measures import MEASURES, score
from communique.evaluate.tally import Counts, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.evaluate.gold import GoldArticle
    from communique.records import ArticleRecord

ALL = "all"
"""The name of the column over all languages."""


@dataclass(frozen=True)
class ArticleScore:
    """One article with what an engine made of it."""

    gold: GoldArticle
    predicted: ArticleRecord
    tally: Tally


class Figure(NamedTuple):
    """A measure over a group of articles, with the 95 % interval of its F1."""

    counts: Counts
    interval: Interval


class Difference(NamedTuple):
    """F1 of one engine minus F1 of another, with the 95 % interval."""

    value: float
    interval: Interval


@dataclass(frozen=True)
class Scores:
    """All figures of one engine.

    ``figures[language][measure]`` and ``calibration[language][record]``; the language ``all`` is
    over all articles. Measures without any item, gold or predicted, are not there.
    """

    name: str
    articles: tuple[ArticleScore, ...]
    figures: dict[str, dict[str, Figure]]
    calibration: dict[str, dict[str, Calibration]]


def evaluate(name: str, results: Iterable[tuple[GoldArticle, ArticleRecord]]) -> Scores:
    """Score what an engine made of the gold articles.

    Args:
        name: What reports call the engine.
        results: The gold articles with the records of the engine; the text of both is the same.
    """
    articles = tuple(ArticleScore(gold, record, score(gold, record)) for gold, record in results)
    groups = group(articles)
    return Scores(
        name,
        articles,
        {language: _figures(members) for language, members in groups.items()},
        {language: _calibration(members) for language, members in groups.items()},
    )


def group(articles: Sequence[ArticleScore]) -> dict[str, list[ArticleScore]]:
    """All articles, then those of each language."""
    groups = {ALL: list(articles)}
    for language in sorted({article.gold.language for article in articles}):
        groups[language] = [article for article in articles if article.gold.language == language]
    return groups


def compare(one: Scores, other: Scores) -> dict[str, dict[str, Difference]]:
    """Where two engines differ on the same articles: ``[language][measure]``, one minus other."""
    groups, others = group(one.articles), group(other.articles)
    found: dict[str, dict[str, Difference]] = {}
    for language, members in groups.items():
        draws = draw(len(members))
        found[language] = {}
        for measure in MEASURES:
            mine, theirs = _column(members, measure), _column(others[language], measure)
            values = _total(mine).f1, _total(theirs).f1
            if values[0] is not None and values[1] is not None:
                interval = difference_interval(mine, theirs, draws)
                found[language][measure] = Difference(values[0] - values[1], interval)
    return found


def _figures(members: Sequence[ArticleScore]) -> dict[str, Figure]:
    if not members:
        return {}
    draws = draw(len(members))
    columns = {measure: _column(members, measure) for measure in MEASURES}
    return {
        measure: Figure(_total(column), f1_interval(column, draws))
        for measure, column in columns.items()
        if any(any(counts) for counts in column)
    }


def _column(members: Sequence[ArticleScore], measure: str) -> list[Counts]:
    return [member.tally.counts.get(measure, Counts()) for member in members]


def _total(column: Sequence[Counts]) -> Counts:
    return Counts(*(sum(values) for values in zip(*column, strict=True)))


def _calibration(members: Sequence[ArticleScore]) -> dict[str, Calibration]:
    records = sorted({record for member in members for record in member.tally.graded})
    found = {
        record: calibrate(
            [grade for member in members for grade in member.tally.graded.get(record, ())]
        )
        for record in records
    }
    return {record: value for record, value in found.items() if value}
