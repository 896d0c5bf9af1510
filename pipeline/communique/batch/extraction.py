"""Records out of articles, with a failing article kept apart from its neighbours."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING

from communique.batch.errors import extraction_failure, language_failure
from communique.errors import CommuniqueError
from communique.mentions import engine_remarks
from communique.pipeline import extract_articles, load

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from spacy.language import Language

    from communique.records import Article, ArticleRecord, Failure

_log = logging.getLogger(__name__)
# The confidence from which on a mention in a text of no known language means that it can be read
_LIKELY = 0.5


class Extractor:
    """The pipeline of one engine, made ready for a run.

    Args:
        engine: Who labels the spans, as :func:`communique.load` takes it.

    Raises:
        UnknownEngineError: There is no engine of that name.
        EngineError: The engine or its model cannot be used.
    """

    def __init__(self, engine: str) -> None:
        self._nlp: Language = load(engine)

    @property
    def model(self) -> str | None:
        """Name and version of the engine's model, several joined with ``+``; None without one."""
        return "+".join(self._nlp.meta["models"]) or None

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the user should know of how the articles so far were read."""
        return tuple(engine_remarks(self._nlp))

    def extract(self, articles: Iterable[Article]) -> Generator[ArticleRecord | Failure]:
        """The record of each article in turn, or why there is none.

        Some articles are taken before the record of the first one is given.

        Raises:
            CommuniqueError: The engine's model turns out to be unusable, which no article can help.
        """
        source = _Source(articles)
        while not source.ended:
            try:
                for record in extract_articles(self._nlp, source):
                    source.taken.popleft()
                    yield _readable(record)
            except CommuniqueError:
                raise
            except Exception:
                if source.broken:
                    raise
                if not source.taken:  # so that an engine that takes none comes to an end too
                    next(iter(source), None)
                # which article it was only shows when they are taken one by one
                _log.debug("some of %d articles failed", len(source.taken), exc_info=True)
            while source.taken:
                yield self._alone(source.taken.popleft())

    def _alone(self, article: Article) -> ArticleRecord | Failure:
        try:
            (record,) = extract_articles(self._nlp, [article])
        except Exception as error:  # noqa: BLE001 - one article must never end the run
            _log.debug("article %s failed", article.article_id, exc_info=True)
            return extraction_failure(article, error)
        return _readable(record)


class _Source:
    """Articles, as many as are asked for; ``taken`` are those that have no record yet."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = iter(articles)
        self.taken: deque[Article] = deque()
        self.ended = False
        self.broken = False

    def __iter__(self) -> Iterator[Article]:
        self.broken = True  # unless the next article comes
        for article in self._articles:
            self.broken = False
            self.taken.append(article)
            yield article
            self.broken = True
        self.broken = False
        self.ended = True


def _readable(record: ArticleRecord) -> ArticleRecord | Failure:
    """The record, unless its text is in no known language and says nothing to the engine either."""
    likely = (m.confidence is None or m.confidence > _LIKELY for m in record.mentions)
    if record.article.language is None and not any(likely):
        return language_failure(record.article)
    return record
