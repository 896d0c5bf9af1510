"""What a run tells the database besides records: itself, its inputs, and what failed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import ArticleRecord, Failure

RunStatus = Literal["running", "completed", "interrupted", "failed"]


@dataclass(frozen=True)
class Run:
    """One run of one engine."""

    run_id: str | None
    engine: str | None = None
    model: str | None = None
    version: str | None = None
    inputs: tuple[str, ...] = ()
    config: dict[str, Any] = field(default_factory=dict)


@dataclass
class Tally:
    """Numbers of articles; ``seen`` is the sum of the others."""

    done: int = 0
    skipped: int = 0
    failed: int = 0

    @property
    def seen(self) -> int:
        """Every article met, and every input that could not be read."""
        return self.done + self.skipped + self.failed


@dataclass(frozen=True)
class Source:
    """One input file as a run left it; ``file`` is its absolute path.

    ``content_hash`` is None while the file is only partly read.
    """

    file: str
    source_path: str
    content_hash: str | None
    articles: int = 0
    failures: int = 0
    fields: str | None = None


@dataclass(frozen=True)
class KnownSource:
    """One input file as the database knows it, with who read it."""

    content_hash: str | None
    articles: int
    failures: int
    fields: str | None
    engine: str | None
    model: str | None
    version: str | None


@dataclass(frozen=True)
class Link:
    """One article in one file; ``owner`` if the article's rows are read from this file."""

    file: str
    article_id: str
    fingerprint: str | None
    owner: bool = False


@dataclass(frozen=True)
class KnownArticle:
    """One article as the database knows it, seen from one file.

    ``run_id`` wrote its rows, ``owned`` tells whether they were read from that file.
    ``fingerprint`` and ``seen_by`` are the article's fingerprint in the file and the run that saw
    it there last; None where it was not seen there before.
    """

    run_id: str | None
    owned: bool
    fingerprint: str | None
    seen_by: str | None


@dataclass(frozen=True)
class FailedInput:
    """A failure with the file and, if it came that far, the article that it is about."""

    failure: Failure
    file: str
    article_id: str | None = None


@dataclass(frozen=True)
class Batch:
    """What is written in one transaction.

    There is at most one record an article and at most one link a pair of file and article.
    ``sources`` are the files that are begun or finished with the batch.
    """

    records: Sequence[ArticleRecord] = ()
    links: Sequence[Link] = ()
    sources: Sequence[Source] = ()
    failures: Sequence[FailedInput] = ()


@dataclass(frozen=True)
class ArticleHeading:
    """What tells one article from another in a list."""

    article_id: str
    source_path: str | None
    title: str | None
    """The headline, or how the text begins where there is none."""
