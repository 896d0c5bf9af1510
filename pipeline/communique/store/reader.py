"""Read records back, exactly as they were written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from communique.store.bulk import among, select_rows
from communique.store.entries import ArticleHeading
from communique.store.tables import COLUMNS, Rows, from_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duckdb import DuckDBPyConnection

    from communique.records import ArticleRecord

_READ_AT_ONCE = 500


def read_records(
    connection: DuckDBPyConnection, article_ids: Sequence[str]
) -> Iterator[ArticleRecord]:
    """The records of the articles, in the order of the ids; ids that are not there are left out."""
    for start in range(0, len(article_ids), _READ_AT_ONCE):
        some = article_ids[start : start + _READ_AT_ONCE]
        wanted, parameters = among(some)
        found = {article_id: _empty() for article_id in some}
        for table, columns in COLUMNS.items():
            # rows lie in the order in which the record had them
            query = (
                f"SELECT {', '.join(columns)} FROM {table} "
                f"WHERE article_id IN {wanted} ORDER BY rowid"
            )
            for row in select_rows(connection, query, parameters):
                found[row["article_id"]][table].append(row)
        for rows in found.values():
            if rows["articles"]:
                yield from_rows(rows)


def article_ids(connection: DuckDBPyConnection) -> list[str]:
    """The ids of all articles, in the order in which they were written."""
    rows = connection.execute("SELECT article_id FROM articles ORDER BY rowid").fetchall()
    return [article_id for (article_id,) in rows]


def find(connection: DuckDBPyConnection, name: str) -> list[ArticleHeading]:
    """The articles with this id, whose id begins so, or that are in the file of this path."""
    rows = select_rows(
        connection,
        """
        SELECT article_id, source_path, coalesce(title, left(text, 80)) AS title
        FROM articles
        WHERE starts_with(article_id, lower($name)) OR source_path = $name OR article_id IN (
            SELECT article_id FROM article_sources WHERE file = $file)
        ORDER BY rowid
        """,
        {"name": name, "file": str(Path(name).resolve())},
    )
    return [ArticleHeading(**row) for row in rows]


def counts(connection: DuckDBPyConnection, tables: Sequence[str]) -> dict[str, int]:
    """The number of rows of each table."""
    query = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables)
    return dict(connection.execute(query).fetchall())


def _empty() -> Rows:
    return {table: [] for table in COLUMNS}
