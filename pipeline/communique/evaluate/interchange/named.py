"""Annotated articles with the names they go by in a file that holds many of them."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from communique.evaluate.brat import BratDocument, Problem, read_brat, write_brat
from communique.evaluate.validate import drop_unusable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.evaluate.brat import TextBound


class Named(NamedTuple):
    """An annotated article and its path below the gold folder, without ending."""

    name: str
    document: BratDocument


def read_folder(folder: Path) -> tuple[list[Named], list[Problem]]:
    """The annotated articles below a folder, without what is wrong with them."""
    articles, problems = [], []
    for path in sorted(folder.rglob("*.ann")):
        document, found = read_brat(path)
        problems += [*found, *drop_unusable(document)]
        if document.text:
            name = path.relative_to(folder).with_suffix("").as_posix()
            articles.append(Named(name, document))
    return articles, problems


def write_folder(folder: Path, articles: Iterable[Named]) -> None:
    """Write annotated articles below a folder; articles of the same name are replaced."""
    for article in articles:
        write_brat(article.document, folder / f"{safe_name(article.name)}.ann")


def safe_name(name: str) -> str:
    """A name as a path that stays below the folder it is put in."""
    parts = [re.sub(r"[^\w.-]+", "-", part) for part in PurePosixPath(name).parts]
    return "/".join(part for part in parts if part.strip(".-")) or "article"


def renumbered(document: BratDocument) -> BratDocument:
    """The document with brat's ids ``T1``, ``T2``, ... where it has ids of another tool."""
    if all(re.fullmatch(r"T\d+", span_id) for span_id in document.spans):
        return document
    ordered = sorted(document.spans.values(), key=lambda span: (span.start, -span.end))
    ids = {span.id: f"T{number}" for number, span in enumerate(ordered, start=1)}
    result = BratDocument(document.path, document.text)
    result.spans = {ids[span.id]: _with_id(span, ids[span.id]) for span in ordered}
    result.relations = [
        type(link)(link.type, ids[link.source], ids[link.target]) for link in document.relations
    ]
    result.attributes.update({ids[key]: value for key, value in document.attributes.items()})
    result.notes = {ids[key]: note for key, note in document.notes.items()}
    return result


def _with_id(span: TextBound, span_id: str) -> TextBound:
    return type(span)(span_id, span.label, span.start, span.end, span.text)
