"""Articles out of one file of any kind that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.ingest import formats
from communique.ingest.errors import BadInputError, os_failure, printable
from communique.ingest.fields import FieldMap
from communique.ingest.jsonl import read_json, read_jsonl
from communique.ingest.table import read_table
from communique.ingest.text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.records import Article, Failure

_USUAL_FIELDS = FieldMap()


def read_articles(path: Path, fields: FieldMap = _USUAL_FIELDS) -> Iterator[Article | Failure]:
    """The articles of one file, and a failure for whatever of it cannot be read; it never raises.

    Articles of containers are named after their place: ``news.jsonl#12`` was on line 12,
    ``news.csv#12`` in row 12, ``news.json#3`` was third in the list.
    """
    source_path = printable(str(path))
    try:
        yield from _read(path, fields, source_path)
    except BadInputError as error:
        yield error.failure(source_path)
    except OSError as error:
        yield os_failure(error, source_path)


def _read(path: Path, fields: FieldMap, source_path: str) -> Iterator[Article | Failure]:
    suffix = path.suffix.lower()
    if suffix in formats.TEXT:
        yield read_text(path, source_path)
    elif suffix in formats.HTML:
        from communique.ingest.html import read_html  # noqa: PLC0415 - trafilatura is slow to load

        yield read_html(path, source_path)
    elif suffix == ".json":
        yield from read_json(path, fields, source_path)
    elif suffix == ".jsonl":
        yield from read_jsonl(path, fields, source_path)
    elif suffix in formats.TABLE:
        yield from read_table(path, fields, source_path)
    else:
        supported = formats.SUPPORTED_NAMES
        raise BadInputError("unsupported", suffix=suffix or path.name, supported=supported)
