"""The DuckDB database that records end up in: tables, writer, reader."""

from communique.store.connection import connect
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
from communique.store.tables import ARTICLE_TABLES

__all__ = [
    "ARTICLE_TABLES",
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
    "connect",
]
