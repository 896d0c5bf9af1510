"""The DuckDB database that records end up in: tables, writer, reader."""

from communique.store.entries import (
    ArticleHeading,
    Batch,
    FailedInput,
    KnownArticle,
    KnownSource,
    Link,
    Run,
    RunStatus,
    Source,
    Tally,
)
from communique.store.errors import ArticleNotFoundError, DatabaseLockedError, StoreError
from communique.store.store import Store

__all__ = [
    "ArticleHeading",
    "ArticleNotFoundError",
    "Batch",
    "DatabaseLockedError",
    "FailedInput",
    "KnownArticle",
    "KnownSource",
    "Link",
    "Run",
    "RunStatus",
    "Source",
    "Store",
    "StoreError",
    "Tally",
]
