"""What a run says of itself, while it goes on and at its end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

from communique.records import Failure
from communique.store import ARTICLE_TABLES, Tally

if TYPE_CHECKING:
    from communique.store import Run

Stage = Literal["planning", "reading", "finishing"]

FAILURES_KEPT = 100
"""How many failures a summary has; the table ``failures`` has all of them."""


@dataclass
class Progress:
    """How far a run is. One object lives as long as the run and is brought up to date."""

    stage: Stage = "planning"
    files_total: int = 0
    """Input files that are to be read; files left as they are do not count."""
    files_done: int = 0
    bytes_total: int = 0
    bytes_done: int = 0
    """Bytes of these files that are read; within a file an estimate."""
    articles: Tally = field(default_factory=Tally)
    stopping: bool = False
    """The run was asked to stop and does so after what it has in hand."""


class RunSummary(BaseModel):
    """The outcome of a run."""

    model_config = ConfigDict(frozen=True)

    run_id: str
    database: Path
    status: Literal["completed", "interrupted"]
    engine: str
    model: str | None
    version: str
    files_read: int
    """Input files that were read in this run."""
    files_skipped: int
    """Input files that were left alone, because nothing about them is new."""
    articles_seen: int
    """Articles done, skipped and failed together; an unreadable input counts as one."""
    articles_done: int
    articles_skipped: int
    """Articles that earlier runs have done, and second copies."""
    articles_copies: int
    """Of the skipped: articles that another file of the database, or another place of the same
    file, has too. Copies in skipped files are not among them."""
    articles_failed: int
    seconds: float
    """Wall-clock time of the whole run."""
    articles_per_second: float
    """Articles done per second."""
    rows: dict[str, int] = Field(default_factory=dict)
    """Rows written in this run, by table."""
    failures: tuple[Failure, ...] = ()
    """The first 100 failures; the table ``failures`` has all of them."""
    remarks: tuple[str, ...] = ()
    """What the engines have to say of how they read: what their models lack or do not know."""


@dataclass
class Ledger:
    """The counts of a run: what is written, not what is in hand."""

    tally: Tally = field(default_factory=Tally)
    rows: Counter[str] = field(default_factory=lambda: Counter(dict.fromkeys(ARTICLE_TABLES, 0)))
    failures: list[Failure] = field(default_factory=list)
    remarks: tuple[str, ...] = ()
    copies: int = 0
    files_read: int = 0
    files_skipped: int = 0

    def fail(self, failures: list[Failure]) -> None:
        """Count failures, and keep the first of them."""
        self.tally.failed += len(failures)
        self.failures += failures[: FAILURES_KEPT - len(self.failures)]

    def summary(
        self, run: Run, database: Path, status: Literal["completed", "interrupted"], seconds: float
    ) -> RunSummary:
        """The summary of a run that has ended."""
        return RunSummary(
            run_id=run.run_id or "",
            database=database,
            status=status,
            engine=run.engine or "",
            model=run.model,
            version=run.version or "",
            files_read=self.files_read,
            files_skipped=self.files_skipped,
            articles_seen=self.tally.seen,
            articles_done=self.tally.done,
            articles_skipped=self.tally.skipped,
            articles_copies=self.copies,
            articles_failed=self.tally.failed,
            seconds=seconds,
            articles_per_second=self.tally.done / seconds if seconds else 0.0,
            rows=dict(self.rows),
            failures=tuple(self.failures),
            remarks=self.remarks,
        )
