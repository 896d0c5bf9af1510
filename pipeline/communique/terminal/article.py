"""One article in the terminal: its text with the evidence, and what was read from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from communique.terminal.console import grid, print_hint, visible
from communique.terminal.marks import legend, marked_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from communique.records import ArticleRecord
    from communique.store import ArticleHeading

HEADINGS_SHOWN = 50


def print_record(console: Console, record: ArticleRecord) -> None:
    """Show an article with its evidence, and tables of its records."""
    colour = console.color_system is not None
    for line in _head(record):
        console.print(line)
    console.print()
    console.print(marked_text(record, colour=colour))
    console.print()
    if colour:
        console.print(legend())
        console.print()
    for title, columns, rows in _tables(record):
        table = grid(*columns, title=title)
        for row in rows:
            table.add_row(*(Text("" if cell is None else visible(str(cell))) for cell in row))
        if table.row_count:
            console.print(table)
            console.print()


def print_headings(console: Console, name: str, headings: Sequence[ArticleHeading]) -> None:
    """List the articles that a name stands for, to choose one of them."""
    table = grid("article_id", "source_path", "begins with")
    for one in headings[:HEADINGS_SHOWN]:
        cells = (one.article_id, one.source_path or "", one.title or "")
        table.add_row(*(Text(visible(cell)) for cell in cells))
    console.print(table)
    more = len(headings) - HEADINGS_SHOWN
    rest = f", {more:,} of them not shown" if more > 0 else ""
    print_hint(f"{name} stands for {len(headings):,} articles{rest}. Show one of them by its id.")


def _head(record: ArticleRecord) -> Iterable[Text]:
    article, event = record.article, record.event
    if article.title:
        yield Text(visible(article.title), style="bold")
    published = f"published {article.published_on}" if article.published_on else None
    origin = [article.article_id, article.language, article.site, published]
    yield Text(visible(" · ".join(filter(None, origin))), style="dim")
    for place in filter(None, (article.url, article.source_path)):
        yield Text(visible(place), style="dim")
    yield Text(visible(" · ".join(filter(None, [f"Event: {event.type}", event.date, event.place]))))


_Listing = tuple[str, tuple[str, ...], "Iterable[tuple[object, ...]]"]


def _tables(record: ArticleRecord) -> list[_Listing]:
    names = {one.institution_id: one.acronym or one.name for one in record.institutions}
    return [
        (
            "Officials",
            ("name", "title", "institution", "side"),
            ((one.name, one.title, one.institution, one.side) for one in record.officials),
        ),
        (
            "Institutions",
            ("name", "acronym", "country", "mentions"),
            (
                (one.name, one.acronym, one.country, len(one.mention_ids))
                for one in record.institutions
            ),
        ),
        (
            "Dates",
            ("text", "value", "role"),
            ((one.text, one.value, one.role) for one in record.dates),
        ),
        (
            "Instruments",
            ("text", "kind", "status", "signed"),
            ((one.text, one.kind, one.status, one.signed_on) for one in record.instruments),
        ),
        (
            "Agreement points",
            ("no", "topic", "status", "deadline", "parties", "text"),
            (
                (
                    one.point_no,
                    one.topic,
                    one.status,
                    one.deadline,
                    ", ".join(names.get(party.institution_id, "?") for party in one.parties),
                    one.text,
                )
                for one in record.points
            ),
        ),
    ]
