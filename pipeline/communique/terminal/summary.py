"""What a run found and could not read, and what to do next."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from rich.text import Text

from communique.terminal.console import grid, visible

if TYPE_CHECKING:
    from rich.console import Console

    from communique.batch import RunSummary

FAILURES_SHOWN = 20

_ROWS = {
    "mentions": "mentions",
    "article_institutions": "institutions",
    "officials": "officials",
    "dates": "dates",
    "instruments": "instruments",
    "agreement_points": "agreement points",
}
"""The tables that say something of the articles, under the name of what is in them."""


def print_summary(console: Console, summary: RunSummary) -> None:
    """The numbers of a run, its failures and the next commands to try."""
    speed = f", {summary.articles_per_second:,.1f} articles/s" if summary.articles_done else ""
    console.print(f"Run {summary.run_id} {summary.status} in {summary.seconds:,.1f} s{speed}")
    console.print()
    articles = grid("", "articles", "")
    articles.columns[1].justify = "right"
    for name, number, remark in _articles(summary):
        articles.add_row(name, f"{number:,}", Text(remark, style="dim"))
    console.print(articles)
    if summary.articles_done:
        console.print()
        found = grid("found", "rows")
        found.columns[1].justify = "right"
        for table, name in _ROWS.items():
            found.add_row(name, f"{summary.rows[table]:,}")
        console.print(found)
    _print_remarks(console, summary)
    if summary.articles_failed:
        console.print()
        print_failures(console, summary)
    if commands := _next(summary):
        console.print()
        console.print("Next:")
    for command in commands:
        console.print(f"  {command}", soft_wrap=True)


def _print_remarks(console: Console, summary: RunSummary) -> None:
    if summary.remarks:
        console.print()
    for remark in summary.remarks:
        console.print(visible(remark), soft_wrap=True)


def print_failures(console: Console, summary: RunSummary) -> None:
    """Every failure with its message; of many, the first ones and how to see the rest."""
    console.print("Could not be processed:", style="bold red")
    for failure in summary.failures[:FAILURES_SHOWN]:
        text = Text.assemble(
            "  ", (visible(failure.source_path), "bold"), ": ", visible(failure.message)
        )
        console.print(text, soft_wrap=True)
    more = summary.articles_failed - FAILURES_SHOWN
    if more > 0:
        query = f"SELECT source_path, message FROM failures WHERE run_id = '{summary.run_id}'"
        console.print(f"  … and {more:,} more: {_query(summary, query)}", soft_wrap=True)


def _articles(summary: RunSummary) -> list[tuple[str, int, str]]:
    copies = f"{summary.articles_copies:,} of them second copies" if summary.articles_copies else ""
    return [
        ("read", summary.articles_seen, ""),
        ("new", summary.articles_done, ""),
        ("skipped", summary.articles_skipped, copies),
        ("failed", summary.articles_failed, ""),
    ]


def _next(summary: RunSummary) -> list[str]:
    if summary.status == "interrupted":
        return ["run the same command again: it goes on where this run stopped"]
    if not (summary.articles_done or summary.articles_skipped):
        return []
    return [
        _query(summary, "SELECT * FROM agreements"),
        _query(summary, "SELECT * FROM meetings"),
        f"communique show FILE_OR_ARTICLE_ID --db {shlex.quote(str(summary.database))}",
    ]


def _query(summary: RunSummary, sql: str) -> str:
    return f'communique query {shlex.quote(str(summary.database))} "{sql}"'
