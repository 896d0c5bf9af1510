"""The way of an article from text to record, as a spaCy pipeline.

``load()`` gives an ordinary :class:`spacy.language.Language`; its documents carry the article they
were made from in ``doc._.article`` and the finished record in ``doc._.record``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc

import communique.tokenizer
from communique.ingest import make_article
from communique.records import Article, ArticleRecord

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_ENGINE = "patterns"

Doc.set_extension("article", default=None, force=True)
Doc.set_extension("record", default=None, force=True)


def load(engine: str = DEFAULT_ENGINE) -> Language:
    """A spaCy pipeline that turns a text into a :class:`~communique.records.ArticleRecord`."""
    return spacy.blank("xx")


def extract(text: str, nlp: Language | None = None) -> ArticleRecord:
    """The record of one text."""
    return next(extract_articles(nlp or load(), [make_article(text)]))


def extract_articles(
    nlp: Language, articles: Iterable[Article], batch_size: int = 32
) -> Iterator[ArticleRecord]:
    """The records of many articles, in their order."""
    for article in articles:
        yield ArticleRecord(article=article)
