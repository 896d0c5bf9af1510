"""A Communique database: one DuckDB file with the tables of ``schema.sql``."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

import duckdb

from communique.store import errors, reader, runs, schema, writer
from communique.store import sources as source_tables
from communique.store.bulk import column_types
from communique.store.connection import connect
from communique.store.entries import Run

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence
    from os import PathLike

    from communique.records import ArticleRecord
    from communique.store.entries import (
        ArticleHeading,
        Batch,
        KnownArticle,
        KnownSource,
        RunStatus,
        Tally,
    )

_NO_RUN = Run(run_id=None)


class Store:
    """A Communique database, open for as long as the ``with`` block that it is used in.

    Args:
        path: The database file; it is made if it is missing and not ``read_only``.
        read_only: Several programs may read a database at a time, only one may write it.

    Raises:
        StoreError: The file cannot be opened, or is no Communique database of this version.
    """

    def __init__(self, path: str | PathLike[str], *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.connection = connect(self.path, read_only=read_only)
        try:
            if read_only:
                schema.check(self.connection, self.path)
            else:
                schema.ensure(self.connection, self.path)
            self._types = column_types(self.connection)
        except BaseException:
            self.connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database file."""
        self.connection.close()

    def write(
        self, batch: Batch, run: Run | None = None, tally: Tally | None = None
    ) -> Counter[str]:
        """Write a batch in one transaction; writing the same thing twice changes nothing.

        Args:
            batch: Records, and where they and what failed come from.
            run: The run that writes, if there is one.
            tally: What the run has met so far, for its row in ``runs``.

        Returns:
            The number of rows written for the records, by table.

        Raises:
            StoreError: The database could not be written; the transaction is undone.
        """
        run = run or _NO_RUN
        with self._transaction() as connection:
            counts = writer.replace_articles(connection, self._types, batch, run.run_id)
            source_tables.write_links(connection, self._types, batch.links, run)
            source_tables.write_sources(connection, self._types, batch.sources, run)
            source_tables.write_failures(connection, self._types, batch, run)
            if tally:
                runs.count(connection, run, tally)
        return counts

    def begin_run(self, run: Run) -> None:
        """Note that a run starts; runs that were killed become ``interrupted``."""
        with self._transaction() as connection:
            runs.begin(connection, run)

    def end_run(self, run: Run, status: RunStatus, roots: Sequence[str] = ()) -> None:
        """Note that a run ends, and bring the tables across articles up to date.

        Once a run is completed, articles that the files it read hold no longer are deleted, unless
        another file holds them: only then is it known where every article is. ``roots`` are the
        absolute paths of the folders and files that the run went through whole.
        """
        with self._transaction() as connection:
            if status == "completed":
                source_tables.release_articles(connection)
                runs.forget_failures(connection, run, roots)
            runs.refresh(connection)
            runs.end(connection, run, status)

    def refresh(self) -> None:
        """Sum up ``institutions`` and ``persons`` anew; :meth:`end_run` does it too."""
        with self._transaction() as connection:
            runs.refresh(connection)

    def sources(self) -> dict[str, KnownSource]:
        """Every file that was read, by absolute path."""
        return source_tables.known_sources(self.connection)

    def articles_in(self, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], KnownArticle]:
        """What is known of articles, given as pairs of file and article id."""
        return source_tables.known_articles(self.connection, pairs)

    def runs_of(self, run: Run) -> set[str]:
        """The ids of all runs with the same engine, model and version as ``run``."""
        return runs.alike(self.connection, run)

    def read(self, article_id: str) -> ArticleRecord:
        """The record of an article, exactly as it was written.

        Raises:
            ArticleNotFoundError: There is no article with this id.
        """
        for record in reader.read_records(self.connection, [article_id]):
            return record
        raise errors.article_not_found(self.path, article_id)

    def records(self) -> Iterator[ArticleRecord]:
        """All records, in the order in which they were written."""
        return reader.read_records(self.connection, reader.article_ids(self.connection))

    def find(self, name: str) -> list[ArticleHeading]:
        """The articles that a name stands for: an id, the beginning of ids, or a file."""
        return reader.find(self.connection, name)

    def counts(self) -> dict[str, int]:
        """The number of rows of every table."""
        return reader.counts(self.connection, list(self._types))

    @contextmanager
    def _transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Commit what the block does as a whole, or nothing of it."""
        try:
            self.connection.begin()
            yield self.connection
            self.connection.commit()
        except BaseException as error:
            with suppress(duckdb.Error):
                self.connection.rollback()
            if isinstance(error, duckdb.Error):
                raise errors.from_duckdb(self.path, error) from error
            raise
