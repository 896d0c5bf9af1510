"""Make the tables and views of a database, and tell whether it has them."""

from __future__ import annotations

import re
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING

from communique.store import errors

if TYPE_CHECKING:
    from pathlib import Path

    from duckdb import DuckDBPyConnection

SCHEMA_VERSION = 1
"""Goes up whenever a table, column or view changes."""

_CREATED = re.compile(r"^CREATE (?:TABLE|VIEW) (\w+)", re.MULTILINE)


def sql(name: str) -> str:
    """The text of one of the package's SQL files."""
    return files("communique.store").joinpath(name).read_text(encoding="utf-8")


def ensure(connection: DuckDBPyConnection, path: Path) -> None:
    """Make the tables and views, unless the database has them already.

    Raises:
        StoreError: The database is another program's, or of another table layout.
    """
    if _has_schema(connection):
        check(connection, path)
        return
    text = sql("schema.sql") + sql("views.sql")
    taken = sorted(set(_CREATED.findall(text)) & _relations(connection))
    if taken:
        raise errors.name_taken(path, taken)
    connection.begin()
    connection.execute(text)
    made_by = version("communique")
    connection.execute("INSERT INTO schema_info VALUES (?, ?)", [SCHEMA_VERSION, made_by])
    connection.commit()


def check(connection: DuckDBPyConnection, path: Path) -> None:
    """Make sure that the database has the tables of this version.

    Raises:
        StoreError: It is another program's, or of another table layout.
    """
    if not _has_schema(connection):
        raise errors.not_communique(path)
    row = connection.execute("SELECT max(version) FROM schema_info").fetchone()
    found = row[0] if row and row[0] is not None else 0
    if found != SCHEMA_VERSION:
        raise errors.other_version(path, found, SCHEMA_VERSION)


def _relations(connection: DuckDBPyConnection) -> set[str]:
    rows = connection.execute(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
    ).fetchall()
    return {name for (name,) in rows}


def _has_schema(connection: DuckDBPyConnection) -> bool:
    return {"schema_info", "articles"} <= _relations(connection)
