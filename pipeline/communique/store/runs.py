"""The rows of ``runs``: start, progress and end of a run."""

from __future__ import annotations

import datetime as dt
import json
import os
from typing import TYPE_CHECKING

from communique.store import schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duckdb import DuckDBPyConnection

    from communique.store.entries import Run, RunStatus, Tally


def begin(connection: DuckDBPyConnection, run: Run) -> None:
    """Note that a run has started.

    Only one program at a time has a database open for writing, so a run that still counts as
    running was killed.
    """
    connection.execute("UPDATE runs SET status = 'interrupted' WHERE status = 'running'")
    connection.execute(
        "INSERT INTO runs BY NAME SELECT $run_id AS run_id, $started_at AS started_at, "
        "'running' AS status, $engine AS engine, $model AS model, $version AS version, "
        "$inputs::VARCHAR[] AS inputs, $config::JSON AS config, 0 AS articles_seen, "
        "0 AS articles_done, 0 AS articles_skipped, 0 AS articles_failed",
        {
            "run_id": run.run_id,
            "started_at": dt.datetime.now(dt.UTC),
            "engine": run.engine,
            "model": run.model,
            "version": run.version,
            "inputs": list(run.inputs),
            "config": json.dumps(run.config, ensure_ascii=False),
        },
    )


def count(connection: DuckDBPyConnection, run: Run, tally: Tally) -> None:
    """Note how many articles the run has met so far."""
    connection.execute(
        "UPDATE runs SET articles_seen = ?, articles_done = ?, articles_skipped = ?, "
        "articles_failed = ? WHERE run_id = ?",
        [tally.seen, tally.done, tally.skipped, tally.failed, run.run_id],
    )


def end(connection: DuckDBPyConnection, run: Run, status: RunStatus) -> None:
    """Note that a run has ended."""
    connection.execute(
        "UPDATE runs SET status = ?, finished_at = ? WHERE run_id = ?",
        [status, dt.datetime.now(dt.UTC), run.run_id],
    )


def alike(connection: DuckDBPyConnection, run: Run) -> set[str]:
    """The ids of all runs, this one among them, that read articles the way this one does."""
    rows = connection.execute(
        "SELECT run_id FROM runs WHERE engine IS NOT DISTINCT FROM ? "
        "AND model IS NOT DISTINCT FROM ? AND version IS NOT DISTINCT FROM ?",
        [run.engine, run.model, run.version],
    ).fetchall()
    return {run_id for (run_id,) in rows}


def refresh(connection: DuckDBPyConnection) -> None:
    """Sum up ``institutions`` and ``persons`` anew from the tables of the articles."""
    connection.execute(schema.sql("refresh.sql"))


def forget_failures(connection: DuckDBPyConnection, run: Run, roots: Sequence[str]) -> None:
    """Delete failures of earlier runs under folders that this run went through whole."""
    for root in roots:
        connection.execute(
            "DELETE FROM failures WHERE run_id IS DISTINCT FROM ? "
            "AND (file = ? OR starts_with(file, ?))",
            [run.run_id, root, root.rstrip(os.sep) + os.sep],
        )
