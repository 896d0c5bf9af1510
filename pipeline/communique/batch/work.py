"""A run in progress: plan, read, extract, write, portion by portion."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from communique.batch.choice import Choice, choose, failed_articles, final_links
from communique.batch.lookahead import Lookahead
from communique.batch.plan import Input, absolute, field_names, plan
from communique.batch.reading import portions
from communique.batch.stop import StoppedError, StopSignal
from communique.batch.summary import Ledger, Progress, RunSummary
from communique.records import ArticleRecord, Failure
from communique.store import Batch, FailedInput

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from communique.batch.extraction import Extractor
    from communique.batch.lookahead import Result
    from communique.batch.reading import Portion
    from communique.batch.summary import Stage
    from communique.ingest import FieldMap
    from communique.store import Run, Store

Results = dict[str, ArticleRecord | Failure]
"""Article id: its record, or why there is none."""


@dataclass
class Work:
    """One run on an open database."""

    store: Store
    run: Run
    extractor: Extractor
    fields: FieldMap
    batch_size: int
    callback: Callable[[Progress], None] | None = None
    _progress: Progress = field(default_factory=Progress, init=False)
    _ledger: Ledger = field(default_factory=Ledger, init=False)
    _bytes_closed: int = field(default=0, init=False)
    _failures: Counter[str] = field(default_factory=Counter, init=False)
    """How many each file had."""

    def go(self, paths: Sequence[Path]) -> RunSummary:
        """The whole run, from its row in ``runs`` to the last word on it."""
        started = time.monotonic()
        roots = [absolute(path) for path in paths]
        self.store.begin_run(self.run)
        try:
            status = self._until_stopped(paths)
            self._report("finishing")
            self.store.end_run(self.run, status, roots if status == "completed" else ())
        except BaseException as error:
            stopped = isinstance(error, KeyboardInterrupt)
            with suppress(Exception):  # the first error is the one to tell
                self.store.end_run(self.run, "interrupted" if stopped else "failed")
            raise
        seconds = time.monotonic() - started
        self._ledger.remarks = self.extractor.remarks
        return self._ledger.summary(self.run, self.store.path, status, seconds)

    def _until_stopped(self, paths: Sequence[Path]) -> Literal["completed", "interrupted"]:
        with StopSignal(self._stopping) as stop:
            try:
                new = self._plan(paths, stop)
                alike = self.store.runs_of(self.run)
                parts = portions(new, self.fields, self.batch_size)
                choose_now = partial(self._choose, alike=alike)
                with closing(iter(Lookahead(parts, choose_now, self.extractor))) as ahead:
                    for portion, extracted in ahead:
                        results = self._take(extracted, stop)
                        self._process(portion, choose_now(portion), results)
            except StoppedError:
                return "interrupted"
        return "completed"

    def _plan(self, paths: Sequence[Path], stop: StopSignal) -> list[Input]:
        """The files that have to be read; those that cannot be are failures already."""
        self._report("planning")
        new, failures = [], []
        known = self.store.sources()
        for one in plan(paths, known, self.run, field_names(self.fields)):
            stop.check()
            if isinstance(one, Failure):
                failures.append(one)
            elif one.skipped is None:
                new.append(one)
            else:
                self._ledger.tally.skipped += one.skipped
                self._ledger.files_skipped += 1
        self._ledger.fail(failures)
        self._progress.files_total = len(new)
        self._progress.bytes_total = sum(one.size for one in new)
        entries = [FailedInput(failure, absolute(failure.source_path)) for failure in failures]
        self.store.write(Batch(failures=entries), self.run, self._ledger.tally)
        self._report("reading")
        return new

    def _choose(self, portion: Portion, alike: set[str]) -> Choice:
        """Sort the articles of a portion by what the database has of them now."""
        pairs = {(read.file.input.file, read.article.article_id) for read in portion.articles}
        known = self.store.articles_in(sorted(pairs))
        return choose(portion, known, self.run.run_id, alike)

    def _take(self, extracted: Iterator[Result], stop: StopSignal) -> Results:
        """The results of a portion's articles; progress is told after each of them."""
        results: Results = {}
        for article, result in extracted:
            results[article.article_id] = result
            self._progress.articles.done += 1
            self._progress.bytes_done += len(article.text)
            self._report()
            stop.check()
        return results

    def _process(self, portion: Portion, choice: Choice, extracted: Results) -> None:
        """Write all of a portion in one transaction.

        What was extracted ahead and is known by now, as a copy in the portion before, is left out;
        copies of what failed there are tried.
        """
        results = {
            key: extracted.get(key) or next(self.extractor.extract([read.article]))
            for key, read in choice.new.items()
        }
        failures = [*portion.failures, *failed_articles(portion, results)]
        self._failures.update(failure.file.input.file for failure in failures)
        self._count(portion, choice, results, [entry.failure for entry in failures])
        batch = Batch(
            records=[result for result in results.values() if isinstance(result, ArticleRecord)],
            links=final_links(choice, results),
            sources=[
                file.source(field_names(self.fields), self._failures[file.input.file])
                for file in portion.files
            ],
            failures=[failure.entry() for failure in failures],
        )
        self._ledger.rows.update(self.store.write(batch, self.run, self._ledger.tally))
        self._advance(portion)

    def _count(
        self, portion: Portion, choice: Choice, results: Results, failures: list[Failure]
    ) -> None:
        """Add a portion to the counts of the run."""
        failed = {key for key, result in results.items() if isinstance(result, Failure)}
        copies = sum(article_id not in failed for article_id in choice.copies)
        self._ledger.copies += copies
        self._ledger.tally.skipped += choice.unchanged + copies
        self._ledger.tally.done += len(results) - len(failed)
        self._ledger.fail(failures)
        self._ledger.files_read += sum(file.closed for file in portion.files)

    def _advance(self, portion: Portion) -> None:
        """Bring the progress up to what is written."""
        for file in portion.files:
            if file.closed:
                self._bytes_closed += file.input.size
        open_bytes = sum(
            min(file.characters, file.input.size) for file in portion.files if not file.closed
        )
        self._progress.bytes_done = self._bytes_closed + open_bytes
        self._progress.files_done = self._ledger.files_read
        self._progress.articles = replace(self._ledger.tally)
        self._report()

    def _stopping(self) -> None:
        self._progress.stopping = True
        self._report()

    def _report(self, stage: Stage | None = None) -> None:
        self._progress.stage = stage or self._progress.stage
        if self.callback:
            self.callback(self._progress)
