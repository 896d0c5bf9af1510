"""What people see in the terminal: progress, summaries, articles with evidence, query results."""

from communique.terminal.article import print_headings, print_record
from communique.terminal.console import (
    err_console,
    grid,
    out_console,
    print_error,
    print_hint,
)
from communique.terminal.progress import RunProgress
from communique.terminal.rows import Format, print_rows
from communique.terminal.sql import list_tables, sql_error
from communique.terminal.summary import print_failures, print_summary

__all__ = [
    "Format",
    "RunProgress",
    "err_console",
    "grid",
    "list_tables",
    "out_console",
    "print_error",
    "print_failures",
    "print_headings",
    "print_hint",
    "print_record",
    "print_rows",
    "print_summary",
    "sql_error",
]
