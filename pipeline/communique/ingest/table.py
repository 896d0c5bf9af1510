"""Tables with one article a row: CSV, TSV and Parquet, read by DuckDB a few rows at a time."""

from __future__ import annotations

import csv
import glob
import tempfile
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from communique.ingest.errors import MAX_ARTICLE_BYTES, BadInputError, printable
from communique.ingest.fields import FieldMap, article_of, missing_text
from communique.ingest.jsonl import encoding_of_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.records import Article, Failure

_BATCH = 200
_DELIMITERS = {".tsv": "\t", ".csv": ",;\t|"}
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {"threads": 1, "memory_limit": "512MB"}
_CSV = f"""
    SELECT {{columns}} FROM read_csv(
        ?, delim = ?, columns = {{types}}, header = true, auto_detect = false, quote = '"',
        escape = '"', max_line_size = {MAX_ARTICLE_BYTES + 1_000_000}, store_rejects = true
    )
"""
_REJECTS = "SELECT line, any_value(error_message) FROM reject_errors GROUP BY line ORDER BY line"


def read_table(path: Path, fields: FieldMap, source_path: str) -> Iterator[Article | Failure]:
    """The articles of a table, a row each.

    Raises:
        BadInputError: if it is no table, or has no column with texts.
        OSError: if the file cannot be read.
    """
    read = _read_parquet if path.suffix.lower() == ".parquet" else _read_csv
    with path.open("rb"):
        pass  # DuckDB's own errors do not tell a file that is forbidden from one that is missing.
    try:
        with duckdb.connect(config=_SETTINGS) as connection:
            empty = True
            for item in read(connection, path, fields, source_path):
                empty = False
                yield item
            if empty:
                raise BadInputError("empty", what="the names of the columns")
    except duckdb.Error as error:
        raise BadInputError("broken-table", reason=_reason(error)) from None


def _read_parquet(
    connection: duckdb.DuckDBPyConnection, path: Path, fields: FieldMap, source_path: str
) -> Iterator[Article | Failure]:
    if not path.stat().st_size:
        raise BadInputError("empty", what="an empty file")
    file = _literal(path)
    described = connection.execute("SELECT * FROM read_parquet(?) LIMIT 0", [file]).description
    names = [column[0] for column in described or ()]
    wanted = _wanted(names, fields)
    columns = ", ".join('"' + name.replace('"', '""') + '"' for name in wanted)
    connection.execute(f"SELECT {columns} FROM read_parquet(?)", [file])
    yield from _articles(connection, wanted, fields, source_path)


def _read_csv(
    connection: duckdb.DuckDBPyConnection, path: Path, fields: FieldMap, source_path: str
) -> Iterator[Article | Failure]:
    with _as_utf8(path) as file:
        delimiter, names = _header(file, _DELIMITERS[path.suffix.lower()], fields)
        wanted = _wanted(names, fields)
        types = ", ".join(f"'c{number}': 'VARCHAR'" for number in range(len(names)))
        columns = ", ".join(f"c{names.index(name)}" for name in wanted)
        query = _CSV.format(columns=columns, types=f"{{{types}}}")
        connection.execute(query, [_literal(file), delimiter])
        yield from _articles(connection, wanted, fields, source_path)
        for line, reason in connection.execute(_REJECTS).fetchall():
            yield BadInputError("broken-row", line=line, reason=reason.rstrip(".")).failure(
                source_path
            )


def _articles(
    connection: duckdb.DuckDBPyConnection, names: Sequence[str], fields: FieldMap, source_path: str
) -> Iterator[Article | Failure]:
    """The articles of the rows of the query that is running."""
    numbers = count(1)
    while rows := connection.fetchmany(_BATCH):
        for row, number in zip(rows, numbers, strict=False):
            where = f"{source_path}#{number}"
            record: dict[str, Any] = dict(zip(names, row, strict=True))
            try:
                yield article_of(record, fields, where)
            except BadInputError as error:
                yield error.failure(where)


def _wanted(names: Sequence[str], fields: FieldMap) -> list[str]:
    """The columns that something is read from, the text among them."""
    if "text" not in fields.columns(names):
        raise missing_text(fields, names, column=True)
    return [name for name in names if name.casefold() in fields.names()]


def _header(file: Path, delimiters: str, fields: FieldMap) -> tuple[str, list[str]]:
    """The sign between columns and their names: the one that shows a text, or the most columns."""
    best: tuple[bool, int] = (False, 0)
    found = (delimiters[0], [""])
    for delimiter in delimiters:
        with file.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
            try:
                names = next(csv.reader(lines, delimiter=delimiter), [])
            except csv.Error:
                continue
        merit = ("text" in fields.columns(names), len(names))
        if merit > best:
            best, found = merit, (delimiter, names)
    return found


@contextmanager
def _as_utf8(path: Path) -> Iterator[Path]:
    """The file itself if it is UTF-8, or a copy of it in UTF-8 that is there for a while."""
    encoding = encoding_of_file(path)
    if encoding.startswith("utf-8"):
        yield path
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "table.csv")
        with (
            path.open(encoding=encoding, errors="replace", newline="") as source,
            copy.open("w", encoding="utf-8", newline="") as target,
        ):
            while part := source.read(1_000_000):
                target.write(part)
        yield copy


def _literal(path: Path) -> str:
    """The path as DuckDB takes it for this one file, whatever signs are in its name."""
    name = str(path)
    if printable(name) != name:
        raise BadInputError("broken-table", reason="its name is not valid UTF-8; rename it")
    return glob.escape(name)


def _reason(error: duckdb.Error) -> str:
    """The first line of what DuckDB says, which is the one that is about the file."""
    return str(error).strip().partition("\n")[0].rstrip(".")
