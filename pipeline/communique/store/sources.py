"""Which file holds which article: what the next run may skip, and what has to go."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from communique.store.bulk import Types, among, delete, insert, rows_of, select_rows
from communique.store.entries import KnownArticle, KnownSource
from communique.store.writer import delete_articles

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from duckdb import DuckDBPyConnection

    from communique.store.entries import Batch, Link, Run, Source

_KEY = {"file": "VARCHAR", "article_id": "VARCHAR"}


def known_sources(connection: DuckDBPyConnection) -> dict[str, KnownSource]:
    """Every file that the database knows, by absolute path."""
    rows = select_rows(
        connection,
        "SELECT file, content_hash, articles, failures, fields, engine, model, version "
        "FROM sources",
    )
    return {row.pop("file"): KnownSource(**row) for row in rows}


def known_articles(
    connection: DuckDBPyConnection, pairs: Collection[tuple[str, str]]
) -> dict[tuple[str, str], KnownArticle]:
    """What the database knows of the articles among pairs of file and article id."""
    if not pairs:
        return {}
    wanted, parameters = rows_of([{"file": f, "article_id": a} for f, a in pairs], _KEY)
    rows = select_rows(
        connection,
        f"""
        SELECT wanted.file AS seen_in, article_id, articles.run_id,
               articles.file IS NOT DISTINCT FROM wanted.file AS owned,
               link.fingerprint, link.run_id AS seen_by
        FROM {wanted} AS wanted
        JOIN articles USING (article_id)
        LEFT JOIN article_sources AS link
            ON link.file = wanted.file AND link.article_id = wanted.article_id
        """,
        parameters,
    )
    return {(row.pop("seen_in"), row.pop("article_id")): KnownArticle(**row) for row in rows}


def write_links(
    connection: DuckDBPyConnection, types: Types, links: Sequence[Link], run: Run
) -> None:
    """Note which file holds which article, in place of what was noted on the same pairs."""
    rows = [
        {
            "file": link.file,
            "article_id": link.article_id,
            "fingerprint": link.fingerprint,
            "run_id": run.run_id,
        }
        for link in links
    ]
    if rows:
        wanted, parameters = rows_of(rows, _KEY)
        connection.execute(
            f"DELETE FROM article_sources AS link USING {wanted} AS wanted "
            "WHERE link.file = wanted.file AND link.article_id = wanted.article_id",
            parameters,
        )
        insert(connection, types, "article_sources", rows)


def write_sources(
    connection: DuckDBPyConnection, types: Types, sources: Sequence[Source], run: Run
) -> None:
    """Note how far files are read."""
    origin = {
        "engine": run.engine,
        "model": run.model,
        "version": run.version,
        "run_id": run.run_id,
    }
    delete(connection, "sources", "file", [source.file for source in sources])
    insert(connection, types, "sources", [{**asdict(source), **origin} for source in sources])


def release_articles(connection: DuckDBPyConnection) -> None:
    """Part files from the articles that were not found in them when they were last read.

    An article that no other file holds is deleted; one that another file holds goes over to it with
    its rows as they are.
    """
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE gone AS
        SELECT link.file, link.article_id
        FROM article_sources AS link
        JOIN sources USING (file)
        WHERE sources.content_hash IS NOT NULL AND link.run_id IS DISTINCT FROM sources.run_id
    """)
    connection.execute(
        "DELETE FROM article_sources AS link USING gone "
        "WHERE link.file = gone.file AND link.article_id = gone.article_id"
    )
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE orphans AS
        SELECT article_id, min(link.file) AS heir
        FROM gone
        JOIN articles USING (article_id, file)
        LEFT JOIN article_sources AS link USING (article_id)
        GROUP BY article_id
    """)
    connection.execute("""
        UPDATE articles SET file = heir, source_path = sources.source_path
        FROM orphans JOIN sources ON sources.file = heir
        WHERE articles.article_id = orphans.article_id
    """)
    alone = connection.execute("SELECT article_id FROM orphans WHERE heir IS NULL").fetchall()
    delete_articles(connection, [article_id for (article_id,) in alone])


def write_failures(connection: DuckDBPyConnection, types: Types, batch: Batch, run: Run) -> None:
    """Note failures; those of earlier runs on the same files are past."""
    rows = [
        {
            "run_id": run.run_id,
            **failed.failure.model_dump(),
            "article_id": failed.article_id,
            "file": failed.file,
        }
        for failed in batch.failures
    ]
    tried = [source.file for source in batch.sources]
    tried += [failed.file for failed in batch.failures]
    wanted, parameters = among(tried)
    connection.execute(
        f"DELETE FROM failures WHERE run_id IS DISTINCT FROM ? AND file IN {wanted}",
        [run.run_id, *parameters],
    )
    insert(connection, types, "failures", rows)
