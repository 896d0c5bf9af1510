"""The rows of a query: as a table for people, or as CSV, JSON or Markdown."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import math
import sys
from collections import Counter
from decimal import Decimal
from enum import StrEnum
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from rich.text import Text

from communique.terminal.console import grid, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from duckdb import DuckDBPyConnection
    from rich.console import Console

ROWS_SHOWN = 100
_FETCHED_AT_ONCE = 1000
_LONGEST_CELL = 300
_READABLE = 26
"""Columns of text in which a cell can be read; a shorter one is never broken."""

Row = tuple[Any, ...]


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"
    markdown = "markdown"


def print_rows(console: Console, result: DuckDBPyConnection, form: Format) -> None:
    """Write the rows of a result.

    A table for people has the first 100 rows, and long cells are cut; the other forms have all.
    """
    names = _distinct([column[0] for column in result.description or []])
    if form is Format.table:
        _print_table(console, names, _rows(result))
        return
    writers = {Format.csv: _csv, Format.json: _json, Format.markdown: _markdown}
    for line in writers[form](names, _rows(result)):
        sys.stdout.write(line)


def _rows(result: DuckDBPyConnection) -> Iterator[Row]:
    while rows := result.fetchmany(_FETCHED_AT_ONCE):
        yield from rows


def _distinct(names: list[str]) -> list[str]:
    """The names with numbers behind those that come more than once, as DuckDB does it."""
    seen: Counter[str] = Counter()
    distinct = []
    for name in names:
        distinct.append(f"{name}_{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return distinct


def _print_table(console: Console, names: list[str], rows: Iterator[Row]) -> None:
    shown = [[_cell(value) for value in row] for row in islice(rows, ROWS_SHOWN)]
    more = next(rows, None) is not None
    longest = [max(map(len, column)) for column in zip(names, *shown, strict=True)]
    if sum(min(length, _READABLE) + 1 for length in longest) > console.width:
        _print_sheets(console, names, shown)
    else:
        table = grid(*names)
        for column, length in zip(table.columns, longest, strict=True):
            column.no_wrap = length <= _READABLE
        for row in shown:
            table.add_row(*(Text(cell) for cell in row))
        console.print(table)
    if more:
        end = f"The first {len(shown)} rows. All: --format csv, json or markdown."
    else:
        end = f"{len(shown)} row{'' if len(shown) == 1 else 's'}"
    console.print(end, style="dim")


def _print_sheets(console: Console, names: list[str], rows: list[list[str]]) -> None:
    """One block a row, for rows with too many columns to stand side by side."""
    for number, row in enumerate(rows, start=1):
        console.print(f"— {number} —", style="dim")
        table = grid("", "")
        table.show_header = False
        for name, cell in zip(names, row, strict=True):
            if cell:
                table.add_row(Text(name, style="dim"), Text(cell))
        console.print(table)


def _cell(value: object) -> str:
    text = visible(" ".join(_text(value).split()))
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(value)
    if isinstance(value, list | dict | bool):
        return json.dumps(_plain(value), ensure_ascii=False)
    return str(value)


def _plain(value: object) -> object:
    """The value in the terms of JSON."""
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        value = float(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _csv(names: list[str], rows: Iterable[Row]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    for row in chain([tuple(names)], rows):
        writer.writerow(_csv_cell(value) for value in row)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _csv_cell(value: object) -> object:
    if isinstance(value, list | dict | bool):
        return json.dumps(_plain(value), ensure_ascii=False)
    return value


def _json(names: list[str], rows: Iterable[Row]) -> Iterator[str]:
    yield "["
    before = "\n"
    for row in rows:
        values = {name: _plain(value) for name, value in zip(names, row, strict=True)}
        yield before + json.dumps(values, ensure_ascii=False)
        before = ",\n"
    yield "\n]\n"


def _markdown(names: list[str], rows: Iterable[Row]) -> Iterator[str]:
    yield _markdown_line(names)
    yield _markdown_line(["---"] * len(names))
    for row in rows:
        yield _markdown_line(" ".join(_text(value).split()) for value in row)


def _markdown_line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"
