"""The error report: one HTML file, every article with gold and predictions side by side."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import jinja2

from communique.evaluate.marked_text import Piece, mark
from communique.evaluate.measures import ACCURACIES, HEADLINES, MEASURES
from communique.evaluate.scores import ALL, compare, group
from communique.evaluate.worst import RECORDS
from communique.records import LABELS, ArticleRecord

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.evaluate.scores import ArticleScore, Scores


def write_report(path: Path, folder: Path, engines: Sequence[Scores]) -> None:
    """Write the report of one or more engines on the same gold articles."""
    template = _environment().get_template("report.html.jinja")
    groups = group(engines[0].articles)
    page = template.render(
        folder=folder,
        engines=engines,
        languages=[language for language in groups if language != ALL],
        sizes={language: len(members) for language, members in groups.items()},
        measures=MEASURES,
        headlines=HEADLINES,
        accuracies=ACCURACIES,
        labels=LABELS,
        records=RECORDS,
        differences=[
            (one, other, compare(one, other)[ALL]) for one, other in combinations(engines, 2)
        ],
        articles=_articles(folder, engines),
    )
    path.write_text(page, encoding="utf-8")


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("communique.evaluate", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["figure"] = _percent
    return environment


def _percent(value: float | None, sign: str = "") -> str:
    return "–" if value is None else f"{100 * value:{sign}.1f}".replace("100.0", "100")


def _articles(folder: Path, engines: Sequence[Scores]) -> list[dict[str, Any]]:
    """What the template shows of each article, those with most errors first."""
    rows = [_article(folder, scores) for scores in zip(*(e.articles for e in engines), strict=True)]
    return sorted(rows, key=lambda row: -row["errors"])


def _article(folder: Path, scores: Sequence[ArticleScore]) -> dict[str, Any]:
    gold = scores[0].gold
    errors = [error for score in scores for error in score.tally.errors]
    return {
        "name": gold.path.relative_to(folder).with_suffix("").as_posix(),
        "language": gold.language,
        "errors": len(errors),
        "records": " ".join(sorted({error.record for error in errors})),
        "gold": {
            "record": gold.record,
            "pieces": _gold_pieces(scores),
            "parties": _parties(gold.record),
        },
        "engines": [
            {
                "record": score.predicted,
                "pieces": mark(score.predicted, _states(score)),
                "parties": _parties(score.predicted),
                "errors": [error for error in score.tally.errors if error.record != "mentions"],
            }
            for score in scores
        ],
    }


def _states(score: ArticleScore) -> dict[tuple[str, int, int], str]:
    """The state of each predicted span that is not right."""
    return {
        (error.record, error.start_char, error.end_char): error.kind
        for error in score.tally.errors
        if error.kind != "missed"
    }


def _gold_pieces(scores: Sequence[ArticleScore]) -> list[Piece]:
    """The gold text; what the first engine missed is marked."""
    states = {
        (error.record, error.start_char, error.end_char): "missed"
        for error in scores[0].tally.errors
        if error.kind == "missed"
    }
    return mark(scores[0].gold.record, states)


def _parties(record: ArticleRecord) -> dict[int, list[str]]:
    """The parties of each point, as ``role: institution``."""
    names = {one.institution_id: one.acronym or one.name for one in record.institutions}
    return {
        point.point_no: [
            f"{party.role}: {names.get(party.institution_id, party.institution_id)}"
            for party in point.parties
        ]
        for point in record.points
    }
