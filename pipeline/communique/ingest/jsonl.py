"""JSON files: one object, a list of objects, or one object a line."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING, Any

from communique.ingest.decode import encoding_of
from communique.ingest.errors import MAX_ARTICLE_BYTES, MEGABYTE, BadInputError
from communique.ingest.fields import FieldMap, article_of, kind_of
from communique.ingest.json_stream import JsonStream, parse_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communique.records import Article, Failure

_HEAD = 200_000
_UNDECODED = re.compile("[\udc80-\udcff]")
# A line may have so many characters: the longest text, with every character escaped as six.
_LONGEST_LINE = 6 * MAX_ARTICLE_BYTES


def encoding_of_file(path: Path) -> str:
    """The encoding of a container, by its beginning; broken lines among others do not change it.

    Raises:
        BadInputError: if the file is empty, or no text.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head.strip():
        raise BadInputError("empty", what="white space" if head else "an empty file")
    lines = [line for line in head.split(b"\n") if not line.isascii()]
    good = sum(map(_is_utf8, lines))
    if good and good * 2 >= len(lines):
        return "utf-8-sig"
    return encoding_of(head)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def read_json(path: Path, fields: FieldMap, source_path: str) -> Iterator[Article | Failure]:
    """The article of a file with one object, or the articles of a list, as they are read."""
    with path.open(encoding=encoding_of_file(path), errors="replace") as file:
        stream = JsonStream(file)
        if stream.is_list():
            number = 0
            for number, record in enumerate(stream.elements(), 1):
                yield _article(record, fields, f"{source_path}#{number}")
            if not number:
                yield BadInputError("empty", what="an empty list").failure(source_path)
        else:
            yield _article(stream.value(), fields, source_path)
        stream.end()


def read_jsonl(path: Path, fields: FieldMap, source_path: str) -> Iterator[Article | Failure]:
    """The articles of a file with one object a line; blank lines are passed over."""
    found = False
    encoding = encoding_of_file(path)
    # Bytes that are no letters show as lone surrogates, line by line; UTF-16 cannot show them so.
    errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    with path.open(encoding=encoding, errors=errors, newline="\n") as file:
        for number, line in _lines(file):
            where = f"{source_path}#{number}"
            if line is None:
                found = True
                yield BadInputError("too-large", megabytes=_LONGEST_LINE / MEGABYTE).failure(where)
            elif line.strip():
                found = True
                yield _line_article(line, number, fields, where)
    if not found:
        yield BadInputError("empty", what="blank lines").failure(source_path)


def _lines(file: IO[str]) -> Iterator[tuple[int, str | None]]:
    """The numbered lines of a file; None for one that is too long to be an article."""
    number = 0
    while line := file.readline(_LONGEST_LINE):
        number += 1
        if len(line) < _LONGEST_LINE:
            yield number, line
            continue
        while line and not line.endswith("\n"):
            line = file.readline(_LONGEST_LINE)
        yield number, None


def _line_article(line: str, number: int, fields: FieldMap, where: str) -> Article | Failure:
    if _UNDECODED.search(line):
        return BadInputError("undecodable").failure(where)
    try:
        record = parse_json(line, number)
    except BadInputError as error:
        return error.failure(where)
    return _article(record, fields, where)


def _article(record: Any, fields: FieldMap, where: str) -> Article | Failure:
    if not isinstance(record, dict):
        return BadInputError("not-a-record", what=kind_of(record)).failure(where)
    try:
        return article_of(record, fields, where)
    except BadInputError as error:
        return error.failure(where)
