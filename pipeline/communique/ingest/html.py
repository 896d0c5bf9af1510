"""Saved web pages: the article without the menus around it, and what the page says about it."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any

import trafilatura
from trafilatura.settings import Document, use_config

from communique.ingest.article import make_article
from communique.ingest.decode import encoding_of, unicode_encoding
from communique.ingest.errors import BadInputError
from communique.ingest.fields import check_text
from communique.ingest.files import read_bytes
from communique.ingest.stamps import day_of

if TYPE_CHECKING:
    from pathlib import Path

    from communique.records import Article

_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NO_CONTENT = re.compile(rb"<(script|style)\b.*?</\1\s*>|<[^>]*>?", re.IGNORECASE | re.DOTALL)
# Marks the number of a list item for trafilatura, which makes every item "- item".
_NUMBER_MARK = "\N{DOTTED FENCE}"
_NUMBERED_ITEM = re.compile(rf"^([ \t]*)- {_NUMBER_MARK}", re.MULTILINE)
# Shorter texts than this many characters make trafilatura take the whole page, menus and all, as
# one paragraph; its own limit of 250 is more than many a short report has.
_SETTINGS = use_config()
_SETTINGS.set("DEFAULT", "MIN_EXTRACTED_SIZE", "50")
_DATE_SETTINGS = {"original_date": True, "extensive_search": False}


def read_html(path: Path, source_path: str) -> Article:
    """The article on a saved page.

    Raises:
        BadInputError: if no article text is found.
        OSError: if the file cannot be read.
    """
    page = _decode_page(read_bytes(path))
    check_text(page)
    found = _extract(page)
    return make_article(found.pop("text"), source_path=source_path, **found)


def _decode_page(data: bytes) -> str:
    """The page by its own declaration, where that holds; else by what its words look like."""
    if encoding := unicode_encoding(data):
        return data.decode(encoding, "replace")
    if declared := _DECLARED.search(data[:4096]):
        try:
            return data.decode(codecs.lookup(declared[1].decode("ascii")).name)
        except (LookupError, UnicodeDecodeError):
            pass
    return data.decode(encoding_of(_NO_CONTENT.sub(b" ", data)), "replace")


def _extract(page: str) -> dict[str, Any]:
    """What :func:`make_article` takes, by the names it has there."""
    page = _DECLARATION.sub("", page)
    if "<html" not in page[:1000].lower():
        page = f"<html><body><div>{page}</div></body></html>"
    tree = trafilatura.load_html(page)
    if tree is None:
        raise BadInputError("no-article-text")
    _number_items(tree)
    document = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=_DATE_SETTINGS,
        config=_SETTINGS,
    )
    if not isinstance(document, Document) or not (document.text or "").strip():
        raise BadInputError("no-article-text")
    return {
        "text": _NUMBERED_ITEM.sub(r"\1", document.text or "").replace(_NUMBER_MARK, ""),
        "title": document.title,
        "url": document.url,
        "site": None if document.url else document.sitename,
        "published_on": day_of(document.date) if document.date else None,
    }


def _number_items(tree: Any) -> None:
    """Write the numbers of ordered lists into their items, where a reader of the page sees them."""
    for ordered in tree.iter("ol"):
        start = ordered.get("start", "1")
        first = int(start) if start.isascii() and start.isdecimal() else 1
        for number, item in enumerate(ordered.iterchildren("li"), first):
            first_text = next((part for part in item.iter() if (part.text or "").strip()), item)
            first_text.text = f"{_NUMBER_MARK}{number}. {(first_text.text or '').lstrip()}"
