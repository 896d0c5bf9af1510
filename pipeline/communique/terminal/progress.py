"""The progress bar of a run."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from communique.terminal.console import err_console

if TYPE_CHECKING:
    from communique.batch import Progress as RunState

_STAGES = {
    "planning": "Looking through the inputs",
    "reading": "Reading",
    "finishing": "Summing up",
}


class RunProgress:
    """A progress bar on standard error, for the length of a ``with`` block.

    Nothing is shown where standard error is no terminal, or if ``quiet``.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        console = err_console()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.fields[articles]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=quiet or not console.is_terminal,
        )
        self._task = self._bar.add_task(_STAGES["planning"], total=None, articles="")
        self._reading_since: float | None = None

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def update(self, state: RunState) -> None:
        """Show how far the run is."""
        if self._reading_since is None and state.stage == "reading":
            self._reading_since = time.monotonic()
        self._bar.update(
            self._task,
            description="Stopping" if state.stopping else _STAGES[state.stage],
            total=state.bytes_total or None,
            completed=state.bytes_done,
            articles=self._articles(state),
        )

    def _articles(self, state: RunState) -> str:
        seconds = time.monotonic() - (self._reading_since or time.monotonic())
        if seconds < 1 or not state.articles.done:
            return f"{state.articles.done:,} articles"
        return f"{state.articles.done:,} articles, {state.articles.done / seconds:,.1f}/s"
