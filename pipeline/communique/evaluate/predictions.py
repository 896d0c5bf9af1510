"""Where predictions come from: an engine run on the gold texts, or a database that a run filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.brat import Problem
from communique.records import ArticleRecord
from communique.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communique.evaluate.gold import GoldArticle

Results = list[tuple["GoldArticle", ArticleRecord]]


def from_engine(engine: str, gold: Sequence[GoldArticle]) -> tuple[Results, list[str]]:
    """Run an engine on the texts of gold articles; also what the engine has to remark."""
    from communique.mentions import engine_remarks  # noqa: PLC0415 - spaCy is slow to load
    from communique.pipeline import extract_articles, load  # noqa: PLC0415

    nlp = load(engine)
    records = extract_articles(nlp, [article.source() for article in gold])
    results = list(zip(gold, records, strict=True))
    return results, engine_remarks(nlp)


def from_database(path: Path, gold: Sequence[GoldArticle]) -> tuple[Results, list[Problem]]:
    """Look gold articles up in a database, by article id.

    An article that the database does not have counts as one with nothing found in it, and is
    reported; so does one whose text there is another, because offsets would not compare.
    """
    wanted = {article.record.article.article_id for article in gold}
    with Store(path, read_only=True) as store:
        stored = ((record.article.article_id, record) for record in store.records())
        records = {article_id: record for article_id, record in stored if article_id in wanted}
    results, problems = [], []
    for article in gold:
        record = records.get(article.record.article.article_id)
        if record and record.article.text.rstrip() == article.record.article.text.rstrip():
            results.append((article, record))
            continue
        what = "with other white space or line breaks" if record else "not at all"
        message = f"{path} has this article {what}; it counts as one with nothing found"
        problems.append(Problem(article.path, 0, message))
        results.append((article, ArticleRecord(article=article.source())))
    return results, problems
