"""Write articles: all rows of an article are replaced together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from communique.store.bulk import Types, among, delete, insert
from communique.store.tables import ARTICLE_TABLES, Row, to_rows

if TYPE_CHECKING:
    from collections.abc import Collection

    from duckdb import DuckDBPyConnection

    from communique.store.entries import Batch


def replace_articles(
    connection: DuckDBPyConnection, types: Types, batch: Batch, run_id: str | None
) -> Counter[str]:
    """Write the records of a batch, in place of what the database has of the same articles.

    Returns:
        The number of rows written, by table.
    """
    files = {link.article_id: link.file for link in batch.links if link.owner}
    tables: dict[str, list[Row]] = {table: [] for table in ARTICLE_TABLES}
    for record in batch.records:
        rows = to_rows(record)
        rows["articles"][0] |= {"run_id": run_id, "file": files.get(record.article.article_id)}
        for table, more in rows.items():
            tables[table] += more
    delete_articles(connection, [row["article_id"] for row in tables["articles"]])
    return Counter(
        {table: insert(connection, types, table, rows) for table, rows in tables.items() if rows}
    )


def delete_articles(connection: DuckDBPyConnection, article_ids: Collection[str]) -> None:
    """Delete all rows of the articles; an id that the database lacks is no error."""
    wanted, parameters = among(article_ids)
    known = connection.execute(
        f"SELECT article_id FROM articles WHERE article_id IN {wanted}", parameters
    ).fetchall()
    if known:
        # most batches are all new: only then is it worth to scan the large tables
        for table in ARTICLE_TABLES:
            delete(connection, table, "article_id", [article_id for (article_id,) in known])
