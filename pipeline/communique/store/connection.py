"""Open a database file, with plain words for everything that can be wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from communique.store import errors

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"DUCK"
_MAGIC_AT = 8


def connect(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A connection to the database file at ``path``; a missing one is made unless read-only.

    Raises:
        StoreError: The file is locked, unreadable, unwritable, missing or no DuckDB database.
    """
    if path.is_dir():
        raise errors.is_folder(path)
    if path.is_file() and path.stat().st_size == 0 and not read_only:
        # what mktemp makes, or a run that was killed while DuckDB made the file
        path.unlink()
    if not path.exists():
        if read_only:
            raise errors.missing(path)
        if not path.parent.is_dir():
            raise errors.no_folder(path)
    elif not _is_duckdb(path):
        # DuckDB itself would try to download extensions for the formats of other databases
        raise errors.not_duckdb(path)
    try:
        return duckdb.connect(str(path), read_only=read_only)
    except duckdb.Error as error:
        raise errors.from_duckdb(path, error) from error


def _is_duckdb(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(_MAGIC_AT + len(_MAGIC))
    except OSError:
        return True  # DuckDB's own message tells why it cannot be read
    return head[_MAGIC_AT:] == _MAGIC
