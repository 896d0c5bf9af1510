"""The articles of input files, in portions that fit in memory and in one transaction."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from communique.batch.errors import reading_failure
from communique.ingest import read_articles
from communique.records import Article, Failure
from communique.store import FailedInput, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.batch.plan import Input
    from communique.ingest import FieldMap

_MOST_CHARACTERS = 4_000_000
"""Texts of this length together fill a portion, however few articles they are."""


@dataclass
class OpenFile:
    """An input file that is being read, or was."""

    input: Input
    articles: int = 0
    characters: int = 0
    closed: bool = False

    def source(self, fields: str | None, failures: int) -> Source:
        """What the database is told of the file, in which there were so many failures."""
        return Source(
            file=self.input.file,
            source_path=self.input.source_path,
            content_hash=self.input.content_hash if self.closed else None,
            articles=self.articles,
            failures=failures,
            fields=fields,
        )


class ReadArticle(NamedTuple):
    """An article and the file that it was read from."""

    file: OpenFile
    article: Article


class ReadFailure(NamedTuple):
    """A failure and the file that it is about, with the article if it came that far."""

    file: OpenFile
    failure: Failure
    article_id: str | None = None

    def entry(self) -> FailedInput:
        """What the database is told of it."""
        return FailedInput(self.failure, self.file.input.file, self.article_id)


@dataclass
class Portion:
    """What is processed and written together.

    ``files`` are those it has anything of, each as far as it was read when the portion was done:
    reading goes on before it is written.
    """

    files: list[OpenFile] = field(default_factory=list)
    articles: list[ReadArticle] = field(default_factory=list)
    failures: list[ReadFailure] = field(default_factory=list)
    characters: int = 0

    def add(self, file: OpenFile, item: Article | Failure) -> None:
        """Add what was read next."""
        if isinstance(item, Failure):
            self.failures.append(ReadFailure(file, item))
            return
        file.articles += 1
        file.characters += len(item.text)
        self.characters += len(item.text)
        self.articles.append(ReadArticle(file, item))

    def full(self, size: int) -> bool:
        """Whether it has ``size`` articles, files or failures, or as much text as is wise."""
        closed = len(self.files) - 1  # the last one may still have to give its first article
        longest = max(len(self.articles), len(self.failures), closed)
        return longest >= size or self.characters >= _MOST_CHARACTERS

    def done(self) -> Portion:
        """The portion with its files as they are now."""
        return replace(self, files=[copy(file) for file in self.files])


def portions(inputs: Iterable[Input], fields: FieldMap, size: int) -> Iterator[Portion]:
    """Read the files one after the other; a file of many articles goes over several portions."""
    portion = Portion()
    for one in inputs:
        if portion.full(size):
            yield portion.done()
            portion = Portion()
        file = OpenFile(one)
        portion.files.append(file)
        for item in _read(one, fields):
            if portion.full(size):
                yield portion.done()
                portion = Portion(files=[file])
            portion.add(file, item)
        file.closed = True
    if portion.files:
        yield portion.done()


def _read(one: Input, fields: FieldMap) -> Iterator[Article | Failure]:
    try:
        yield from read_articles(one.path, fields)
    except Exception as error:  # noqa: BLE001 - one file must never end the run
        yield reading_failure(one.source_path, error)
