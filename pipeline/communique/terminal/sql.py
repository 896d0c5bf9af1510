"""Help with SQL: what there is to ask for, and what was wrong with a query."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import duckdb

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_KIND = re.compile(r"^[\w ]+ Error: ")
"""DuckDB's own word for the kind of error, before its message."""

_RELATIONS = """
SELECT view_name AS name, 'view' AS kind, comment FROM duckdb_views() WHERE NOT internal
UNION ALL
SELECT table_name, 'table', comment FROM duckdb_tables() WHERE NOT internal
ORDER BY kind DESC, name
"""


def list_tables(connection: DuckDBPyConnection) -> DuckDBPyConnection:
    """Every view and table, with what it holds and the number of rows of tables."""
    names = connection.execute(
        "SELECT table_name FROM duckdb_tables() WHERE NOT internal"
    ).fetchall()
    counts = [
        "SELECT {}, (SELECT count(*) FROM {})".format(_quoted(name, "'"), _quoted(name, '"'))
        for (name,) in names
    ]
    numbers = " UNION ALL ".join(counts or ["SELECT NULL, NULL"])
    return connection.execute(
        f"""
        SELECT name, kind, rows, comment AS "what it holds"
        FROM ({_RELATIONS}) LEFT JOIN ({numbers}) AS counted(name, rows) USING (name)
        ORDER BY kind DESC, name
        """
    )


def _quoted(name: str, sign: str) -> str:
    return f"{sign}{name.replace(sign, sign * 2)}{sign}"


def sql_error(connection: DuckDBPyConnection, error: duckdb.Error) -> str:
    """What is wrong with a query, in DuckDB's words, and what there is instead."""
    said = _KIND.sub("", str(error).strip())
    if "read-only mode" in said or isinstance(error, duckdb.PermissionException):
        return (
            "communique query only reads this database. To change it, or to read and write other "
            "files (COPY, read_csv), open it with DuckDB itself; --format csv saves rows."
        )
    if isinstance(error, duckdb.CatalogException) and said.startswith("Table"):
        return f"{said}\n\n{_relations(connection)}"
    return said


def _relations(connection: DuckDBPyConnection) -> str:
    rows = connection.execute(
        "SELECT kind, string_agg(name, ', ' ORDER BY name) "
        f"FROM ({_RELATIONS}) GROUP BY kind ORDER BY kind DESC"
    ).fetchall()
    return "\n".join(f"{kind.capitalize()}s: {names}" for kind, names in rows)
