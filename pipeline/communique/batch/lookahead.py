"""Extraction that is at work on the next portion while one is assembled and written."""

from __future__ import annotations

from collections import deque
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from communique.batch.choice import Choice
    from communique.batch.extraction import Extractor
    from communique.batch.reading import Portion
    from communique.records import Article, ArticleRecord, Failure

    Result = tuple[Article, ArticleRecord | Failure]


class _Begun(NamedTuple):
    """A portion, and its articles that are under way."""

    portion: Portion
    articles: list[Article]


class Lookahead:
    """The portions of a run, in their order, each with the results of its new articles.

    Without it the engine would stand idle at the end of every portion.

    Args:
        portions: What is read.
        choose: Sorts the articles of a portion by what the database has of them.
        extractor: Makes the records.
    """

    def __init__(
        self,
        portions: Iterator[Portion],
        choose: Callable[[Portion], Choice],
        extractor: Extractor,
    ) -> None:
        self._portions = portions
        self._choose = choose
        self._extractor = extractor
        self._begun: deque[_Begun] = deque()

    def __iter__(self) -> Generator[tuple[Portion, Iterator[Result]]]:
        """Each portion with its results; those have to be taken before the next portion is."""
        for portion in self._portions:
            self._begin(portion)
            with closing(self._extractor.extract(self._articles())) as results:
                while self._begun:
                    first = self._begun[0]
                    yield first.portion, zip(first.articles, results, strict=False)
                    self._begun.popleft()

    def _articles(self) -> Iterator[Article]:
        """The new articles of the portion in hand, and of those after it as they are asked for."""
        yield from self._begun[0].articles
        for portion in self._portions:
            articles = self._begin(portion)
            if not articles:
                return  # portions of known articles must not pile up
            yield from articles

    def _begin(self, portion: Portion) -> list[Article]:
        """Take a portion in hand; what the ones before it hold is not extracted once more."""
        in_hand = {article.article_id for begun in self._begun for article in begun.articles}
        new = self._choose(portion).new
        articles = [read.article for key, read in new.items() if key not in in_hand]
        self._begun.append(_Begun(portion, articles))
        return articles
