"""Plain text and Markdown files: one article a file, its text kept as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.ingest.article import make_article
from communique.ingest.decode import decode
from communique.ingest.fields import check_text
from communique.ingest.files import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from communique.records import Article

_HEADING = re.compile(r"\s*#\s+(?P<title>[^\n]+?)\s*#*\s*(?:\n|$)")


def read_text(path: Path, source_path: str) -> Article:
    """The article in a text file; the heading that opens a Markdown file is its title.

    Raises:
        BadInputError: if there is no text in it.
        OSError: if the file cannot be read.
    """
    text = decode(read_bytes(path))
    check_text(text)
    heading = _HEADING.match(text) if path.suffix.lower() == ".md" else None
    title = heading["title"] if heading else None
    return make_article(text, source_path=source_path, title=title)
