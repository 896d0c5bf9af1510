"""The way of an article from text to record, as a spaCy pipeline.

``load()`` gives an ordinary :class:`spacy.language.Language`; its documents carry the article they
were made from in ``doc._.article`` and the finished record in ``doc._.record``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from communique.dates import resolve_dates
from communique.event import find_event, with_publication_day
from communique.ingest import make_article
from communique.institutions import find_institutions, without_sources
from communique.instruments import find_instruments
from communique.language import with_language
from communique.mentions import (
    EVENT_KEY,
    MENTIONS,
    NO_KNOWLEDGE,
    POINTS,
    SPANS_KEY,
    Knowledge,
    SpanKnowledge,
    add_engines,
)
from communique.officials import find_officials
from communique.points import Actors, PointSpan, find_points
from communique.records import Article, ArticleRecord, Mention
from communique.signs import with_plain_signs
from communique.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import SpanGroup

DEFAULT_ENGINE = "encoder"


def load(engine: str = DEFAULT_ENGINE) -> Language:
    """A spaCy pipeline that turns a text into a record: ``load()(text)._.record``.

    Args:
        engine: who labels the spans: ``encoder``, ``patterns``, ``spacy:NAME_OR_FOLDER``,
            ``stanza``, ``gliner``, or several joined with ``+``; ``docs/engines.md`` explains them.

    Raises:
        UnknownEngineError: there is no engine of that name; the message lists those there are.
        EngineError: the engine or its model cannot be used; the message says what to do.
    """
    for name in ("article", "record"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": Tokenizer.NAME}}})
    nlp.max_length = 50_000_000  # records are made window by window; memory is the only limit
    nlp.add_pipe("communique_article")
    add_engines(nlp, engine)
    nlp.add_pipe("communique_records")
    return nlp


@cache
def _default_pipeline() -> Language:
    return load()


def extract(text: str, nlp: Language | None = None) -> ArticleRecord:
    """The record of one text, as a batch run would make it.

    Args:
        text: the article; it is normalised first, offsets count in ``record.article.text``.
        nlp: a pipeline of :func:`load`; without one, the default engine's is loaded once and kept.
    """
    return next(extract_articles(nlp or _default_pipeline(), [make_article(text)]))


def extract_articles(
    nlp: Language, articles: Iterable[Article], batch_size: int = 32
) -> Iterator[ArticleRecord]:
    """The records of many articles, in their order; ``batch_size`` are labelled at once."""
    for doc in nlp.pipe(_docs(nlp, articles), batch_size=batch_size):
        yield doc._.record


def _docs(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc._.article = article
        yield doc


@Language.component("communique_article")
def set_article(doc: Doc) -> Doc:
    """Give the document its article, with language and passages, if it does not have it yet."""
    article = doc._.article or make_article(doc.text).model_copy(update={"text": doc.text})
    doc._.article = with_language(article)
    return doc


@Language.component("communique_records")
def set_record(doc: Doc) -> Doc:
    """Assemble the record out of the labelled spans; they tell the day of publication, too."""
    told = doc.user_data.get(SPANS_KEY)
    spans = SpanKnowledge(**told) if told else None
    mentions = _mentions(doc.spans.get(MENTIONS))
    doc._.article = with_publication_day(doc._.article, mentions, spans)
    doc._.record = assemble(
        doc._.article,
        mentions,
        _points(doc.spans.get(POINTS)),
        Knowledge(doc.user_data.get(EVENT_KEY), spans),
    )
    return doc


def assemble(
    article: Article,
    mentions: tuple[Mention, ...],
    points: tuple[PointSpan, ...],
    known: Knowledge = NO_KNOWLEDGE,
) -> ArticleRecord:
    """Everything that an article says, out of what an engine found in it.

    Args:
        article: the article.
        mentions: its labelled spans, in reading order.
        points: its agreement points, in reading order.
        known: what the engine says of the article and of its spans beyond that.
    """
    # what stands between mentions is told by its signs, the same in every script
    plain = with_plain_signs(article)
    institutions = find_institutions(plain, mentions, known.spans)
    dates = resolve_dates(mentions, article, points)
    instruments = find_instruments(article, mentions, dates, known)
    event, dates = find_event(article, mentions, dates, instruments, known)
    acting = without_sources(plain, mentions, institutions)
    officials = find_officials(plain, mentions, acting, known.spans, event.place)
    actors = Actors(plain, mentions, acting, officials, known.spans)
    return ArticleRecord(
        article=article,
        mentions=mentions,
        institutions=institutions,
        officials=officials,
        dates=dates,
        instruments=instruments,
        points=find_points(article, points, actors, dates),
        event=event,
    )


def _mentions(group: SpanGroup | None) -> tuple[Mention, ...]:
    scores = _attribute(group, "scores")
    return tuple(
        Mention(
            mention_id=number,
            label=span.label_,
            text=span.text,
            start_char=span.start_char,
            end_char=span.end_char,
            confidence=score,
        )
        for number, (span, score) in enumerate(zip(group or (), scores, strict=True), start=1)
    )


def _points(group: SpanGroup | None) -> tuple[PointSpan, ...]:
    values = zip(
        group or (),
        *(_attribute(group, name) for name in ("scores", "topics", "statuses")),
        strict=True,
    )
    return tuple(PointSpan(span.start_char, span.end_char, *known) for span, *known in values)


def _attribute(group: SpanGroup | None, name: str) -> list[Any]:
    if group is None:
        return []
    values: list[Any] = group.attrs.get(name) or [None] * len(group)
    return values
