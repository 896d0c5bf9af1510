"""spaCy: annotated articles as a DocBin, the ``.spacy`` files that spaCy trains from.

Mentions are in ``doc.spans["mentions"]``, points in ``doc.spans["points"]``, the article's mark in
``doc.spans["article"]``; spans have their brat id, and ``doc.user_data["annotations"]`` has
attributes, notes and relations by those ids. A DocBin of another tool that has only entities
(``doc.ents``) can be read too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import DocBin

from communique.evaluate.brat import BratDocument, Problem, Relation, TextBound
from communique.evaluate.interchange.named import Named, renumbered
from communique.evaluate.schema import ARTICLE, POINT
from communique.mentions import MENTIONS, POINTS
from communique.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from spacy.tokens import Doc, Span

_ARTICLE_GROUP = "article"
_GROUPS = {ARTICLE: _ARTICLE_GROUP, POINT: POINTS}
_FACTS = "annotations"


def dump(articles: Iterable[Named], path: Path) -> list[Problem]:
    """Write the articles as one DocBin; a span that cuts a token is left out and reported."""
    tokenizer = Tokenizer(spacy.blank("xx").vocab)
    docs, problems = DocBin(store_user_data=True), []
    for article in articles:
        doc = tokenizer(article.document.text)
        problems += _add_spans(doc, article.document)
        doc.user_data[_FACTS] = _facts(article)
        docs.add(doc)
    docs.to_disk(path)
    return problems


def _add_spans(doc: Doc, document: BratDocument) -> list[Problem]:
    groups: dict[str, list[Span]] = {_ARTICLE_GROUP: [], MENTIONS: [], POINTS: []}
    problems = []
    for span in document.spans.values():
        found = doc.char_span(span.start, span.end, label=span.label, span_id=span.id)
        if found is None:
            message = f"{span.label} {span.text!r} begins or ends inside a token; it is left out"
            problems.append(document.problem(span.id, message))
        else:
            groups[_GROUPS.get(span.label, MENTIONS)].append(found)
    doc.spans.update(groups)
    return problems


def _facts(article: Named) -> dict[str, Any]:
    document = article.document
    return {
        "name": article.name,
        "attributes": {key: dict(value) for key, value in document.attributes.items() if value},
        "notes": dict(document.notes),
        "relations": [[link.type, link.source, link.target] for link in document.relations],
    }


def load(path: Path) -> tuple[list[Named], list[Problem]]:
    """Read a DocBin.

    Raises:
        ValueError: the file is not a DocBin.
    """
    try:
        docs = list(DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab))
    except Exception as error:  # spaCy lets through whatever zlib and msgpack raise
        raise ValueError(f"{path} is not a spaCy DocBin: {error}") from error
    return [_read(doc, path, number) for number, doc in enumerate(docs, start=1)], []


def _read(doc: Doc, path: Path, number: int) -> Named:
    facts = doc.user_data.get(_FACTS, {})
    document = BratDocument(path, doc.text)
    spans = [span for group in doc.spans.values() for span in group] or list(doc.ents)
    spans.sort(key=lambda span: (span.label_ != ARTICLE, span.start_char, -span.end_char))
    for index, span in enumerate(spans, start=1):
        span_id = span.id_ or f"T{index}"
        surface = span.text.replace("\n", " ")
        found = TextBound(span_id, span.label_, span.start_char, span.end_char, surface)
        document.spans[span_id] = found
    known = document.spans.keys()
    attributes = facts.get("attributes", {}).items()
    document.attributes.update({key: value for key, value in attributes if key in known})
    notes = facts.get("notes", {}).items()
    document.notes.update({key: note for key, note in notes if key in known})
    document.relations = [
        Relation(kind, source, target)
        for kind, source, target in facts.get("relations", ())
        if source in known and target in known
    ]
    name = facts.get("name") or f"{path.stem}-{number:04}"
    return Named(name, renumbered(document))
