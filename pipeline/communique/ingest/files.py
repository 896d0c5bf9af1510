"""The bytes of a file with one article in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.ingest.errors import MAX_ARTICLE_BYTES, MEGABYTE, BadInputError

if TYPE_CHECKING:
    from pathlib import Path


def read_bytes(path: Path) -> bytes:
    """The content of a file.

    Raises:
        BadInputError: if it has none, or more than one article may have.
        OSError: if the system does not hand it out.
    """
    size = path.stat().st_size
    if size > MAX_ARTICLE_BYTES:
        raise BadInputError("too-large", megabytes=size / MEGABYTE)
    data = path.read_bytes()
    if not data:
        raise BadInputError("empty", what="an empty file")
    return data
