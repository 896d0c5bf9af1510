"""The figures of an evaluation as plain data, for JSON."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from communique.evaluate.gold import gold_hash
from communique.evaluate.scores import ALL, compare, group
from communique.evaluate.worst import worst_errors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.evaluate.bootstrap import Interval
    from communique.evaluate.brat import Problem
    from communique.evaluate.scores import Figure, Scores


def as_data(
    folder: Path, engines: Sequence[Scores], problems: Sequence[Problem], errors: int
) -> dict[str, Any]:
    """Everything that was measured.

    Args:
        folder: The gold folder.
        engines: The figures of each engine on it.
        problems: What could not be used.
        errors: How many of the worst errors of each engine to give.
    """
    groups = group(engines[0].articles)
    counts = {language: len(members) for language, members in groups.items() if language != ALL}
    return {
        "gold": {
            "folder": str(folder),
            "sha256": gold_hash(folder),
            "articles": len(groups[ALL]),
            "languages": counts,
        },
        "problems": [str(problem) for problem in problems],
        "engines": [_engine(scores, errors) for scores in engines],
        "differences": [_difference(one, other) for one, other in combinations(engines, 2)],
    }


def _engine(scores: Scores, errors: int) -> dict[str, Any]:
    return {
        "name": scores.name,
        "scores": {
            language: {measure: _figure(figure) for measure, figure in figures.items()}
            for language, figures in scores.figures.items()
        },
        "calibration": {
            language: {
                record: {"items": value.items, "expected_calibration_error": value.error}
                for record, value in values.items()
            }
            for language, values in scores.calibration.items()
        },
        "errors": _errors(scores, errors),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    counts = figure.counts
    return {
        "f1": counts.f1,
        "precision": counts.precision,
        "recall": counts.recall,
        **_bounds(figure.interval),
        **counts._asdict(),
    }


def _bounds(interval: Interval) -> dict[str, float | None]:
    low, high = interval or (None, None)
    return {"low": low, "high": high}


def _errors(scores: Scores, limit: int) -> list[dict[str, Any]]:
    return [
        {
            "article": str(place.article.gold.path),
            "language": place.article.gold.language,
            "record": place.error.record,
            "aspect": place.error.aspect,
            "kind": place.error.kind,
            "start_char": place.error.start_char,
            "end_char": place.error.end_char,
            "gold": place.error.gold,
            "predicted": place.error.predicted,
            "confidence": place.error.confidence,
        }
        for place in worst_errors(scores.articles, limit)
    ]


def _difference(one: Scores, other: Scores) -> dict[str, Any]:
    return {
        "one": one.name,
        "other": other.name,
        "f1": {
            language: {
                measure: {"difference": value.value, **_bounds(value.interval)}
                for measure, value in values.items()
            }
            for language, values in compare(one, other).items()
        },
    }
