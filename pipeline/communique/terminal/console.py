"""Consoles for the output and for messages, of sensible width when piped."""

from __future__ import annotations

import os

from rich.console import Console
from rich.table import Table
from rich.text import Text

PIPED_WIDTH = 120
"""Columns of output that goes to a file or another program, unless ``COLUMNS`` says otherwise."""


_CONTROL = dict.fromkeys([*range(9), *range(11, 32), *range(127, 160)], " ")


def visible(text: str) -> str:
    """The text with a blank for every sign that a terminal would act on instead of showing it."""
    return text.translate(_CONTROL)


def out_console() -> Console:
    """The console for what was asked for."""
    return _console(stderr=False)


def err_console() -> Console:
    """The console for progress and messages."""
    return _console(stderr=True)


def _console(*, stderr: bool) -> Console:
    console = Console(stderr=stderr, highlight=False, emoji=False, markup=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = PIPED_WIDTH
    return console


def print_error(message: str) -> None:
    """Tell on standard error what is wrong."""
    err_console().print(Text.assemble(("Error: ", "bold red"), message), soft_wrap=True)


def print_hint(message: str) -> None:
    """Say on standard error what else there is."""
    err_console().print(Text(message, style="dim"), soft_wrap=True)


def grid(*columns: str, title: str | None = None) -> Table:
    """An empty table with the given column headings, in the style of all our tables."""
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, header_style="dim", overflow="fold")
    return table
