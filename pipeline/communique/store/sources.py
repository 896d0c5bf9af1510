"""Which file holds which article: what the next run may skip, and what has to go."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from communique.store.bulk import Types, delete, insert, rows_of, select_rows
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
    """Note how far files are read; what a file no longer holds is let go once it is read whole."""
    if not sources:
        return
    known = connection.execute(
        "SELECT file FROM sources WHERE file IN (SELECT unnest(?::VARCHAR[]))",
        [[source.file for source in sources]],
    ).fetchall()
    delete(connection, "sources", "file", [source.file for source in sources])
    origin = {
        "engine": run.engine,
        "model": run.model,
        "version": run.version,
        "run_id": run.run_id,
    }
    insert(connection, types, "sources", [{**asdict(source), **origin} for source in sources])
    # an article may go over to a file of this very batch, so the files are noted first
    for (file,) in known:
        if any(source.file == file and source.content_hash for source in sources):
            _release(connection, file, run.run_id)


def _release(connection: DuckDBPyConnection, file: str, run_id: str | None) -> None:
    """Part a file from the articles that this run did not find in it.

    An article that no other file holds is deleted. One that another file holds goes over to it with
    its rows as they are, so it loses its fingerprint: the rows are not of that file's form.
    """
    gone = [
        article_id
        for (article_id,) in connection.execute(
            "DELETE FROM article_sources WHERE file = ? AND run_id IS DISTINCT FROM ? "
            "RETURNING article_id",
            [file, run_id],
        ).fetchall()
    ]
    if not gone:
        return
    others = connection.execute(
        "SELECT article_id, min(file) FROM article_sources "
        "WHERE article_id IN (SELECT unnest(?::VARCHAR[])) GROUP BY article_id",
        [gone],
    ).fetchall()
    kept = {article_id for article_id, _ in others}
    delete_articles(connection, [article_id for article_id in gone if article_id not in kept])
    for article_id, other in others:
        connection.execute(
            "UPDATE articles SET file = $other, source_path = coalesce("
            "(SELECT source_path FROM sources WHERE file = $other), $other) "
            "WHERE article_id = $article_id AND file = $file",
            {"other": other, "article_id": article_id, "file": file},
        )
        connection.execute(
            "UPDATE article_sources SET fingerprint = NULL WHERE file = ? AND article_id = ?",
            [other, article_id],
        )


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
    connection.execute(
        "DELETE FROM failures WHERE run_id IS DISTINCT FROM ? "
        "AND file IN (SELECT unnest(?::VARCHAR[]))",
        [run.run_id, tried],
    )
    insert(connection, types, "failures", rows)
