"""Gold samples: annotated articles as the records that a perfect engine would give."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from communique.evaluate.brat import BratDocument, Problem, TextBound, read_brat
from communique.evaluate.gold_officials import Position, read_officials
from communique.evaluate.gold_points import read_points
from communique.evaluate.gold_spans import (
    GoldSpans,
    read_dates,
    read_institutions,
    read_instruments,
)
from communique.evaluate.iso import granularity, is_iso
from communique.evaluate.schema import ARTICLE, is_language, parse_note
from communique.evaluate.validate import drop_unusable, find_incomplete
from communique.ingest import make_article
from communique.records import Article, ArticleRecord, Event, EventType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class GoldArticle:
    """One annotated article.

    ``positions`` has every accepted title of an official, with the institution it belongs to, by
    ``official_id``: the record itself has room for the first one only. ``has_event`` is false
    where the annotation does not say what the article reports.
    """

    path: Path
    record: ArticleRecord
    positions: dict[int, tuple[Position, ...]]
    has_event: bool

    @property
    def language(self) -> str:
        """The article's language, ``und`` where neither annotation nor folder tells it."""
        return self.record.article.language or "und"

    def source(self) -> Article:
        """The article as an engine gets it: the text and its day, no annotation."""
        return self.record.article.model_copy(update={"language": None})


def read_gold(folder: Path) -> Iterator[tuple[GoldArticle | None, list[Problem]]]:
    """Read every annotated article below a folder, in the order of the paths.

    What cannot be used of an article is reported and left out of it; an article without a readable
    text is reported and None.
    """
    for ann_path in sorted(folder.rglob("*.ann")):
        document, problems = read_brat(ann_path)
        problems += [*drop_unusable(document), *find_incomplete(document)]
        yield (from_brat(document) if document.text else None), problems
    for text_path in sorted(folder.rglob("*.txt")):
        if not text_path.with_suffix(".ann").exists():
            message = f"its annotations {text_path.stem}.ann are missing"
            yield None, [Problem(text_path, 0, message)]


def gold_hash(folder: Path) -> str:
    """SHA-256 over names and contents of all annotated articles below a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".ann", ".txt"):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def from_brat(document: BratDocument) -> GoldArticle:
    """The records that an annotated article states.

    Args:
        document: An article without problems, or with the unusable annotations taken out of it
            (see :func:`~communique.evaluate.validate.drop_unusable`).
    """
    head = next((span for span in document.spans.values() if span.label == ARTICLE), None)
    spans = GoldSpans.of(document)
    institutions, institution_of = read_institutions(spans)
    officials, positions = read_officials(spans, institutions, institution_of)
    record = ArticleRecord(
        article=_article(document, head),
        mentions=tuple(spans.mentions()),
        institutions=tuple(institutions),
        officials=tuple(officials),
        dates=tuple(read_dates(spans)),
        instruments=tuple(read_instruments(spans)),
        points=tuple(read_points(spans, institution_of)),
        event=_event(document, head),
    )
    stated = head is not None and "EventType" in document.attributes.get(head.id, {})
    return GoldArticle(document.path, record, positions, has_event=stated)


def _article(document: BratDocument, head: TextBound | None) -> Article:
    note = _head_note(document, head)
    published = note.get("published", "")
    fine = is_iso(published) and granularity(published) == "day" and "X" not in published
    article = make_article(
        document.text,
        source_path=str(document.path.with_suffix(".txt")),
        title=note.get("title"),
        published_on=dt.date.fromisoformat(published) if fine else None,
        language=_language(document, head),
    )
    # offsets of annotations count in the file's text, even where that is not in the normal form
    return article.model_copy(update={"text": document.text})


def _language(document: BratDocument, head: TextBound | None) -> str | None:
    attributes = document.attributes.get(head.id, {}) if head else {}
    folder = document.path.parent.name
    return attributes.get("Language") or (folder if is_language(folder) else None)


def _head_note(document: BratDocument, head: TextBound | None) -> dict[str, str]:
    return parse_note(document.notes.get(head.id, ""), ARTICLE) if head else {}


def _event(document: BratDocument, head: TextBound | None) -> Event:
    attributes = document.attributes.get(head.id, {}) if head else {}
    note = _head_note(document, head)
    return Event(
        type=cast("EventType", attributes.get("EventType", "other")),
        date=note.get("event_date"),
        place=note.get("event_place"),
        is_cooperation="Cooperation" in attributes if head else None,
    )
