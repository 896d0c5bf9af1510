"""The commands ``communique models list`` and ``communique models pull``."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

from communique.errors import CommuniqueError
from communique.terminal import err_console, grid, out_console, print_error

BAD_USAGE = 2
_MEGABYTE = 1_000_000

models_app = typer.Typer(help="Models that engines use.", no_args_is_help=True)


class Source(enum.StrEnum):
    """Whose models can be fetched."""

    stanza = "stanza"


@models_app.command("list")
def list_models() -> None:
    """Show which models are installed: what to write after --engine, languages, size, licence."""
    from communique.models.installed import installed_models  # noqa: PLC0415 - loads spaCy

    table = grid("engine", "languages", "MB", "licence", "where")
    table.columns[2].justify = "right"
    for model in installed_models():
        table.add_row(
            model.engine,
            model.languages,
            f"{model.size / _MEGABYTE:,.1f}",
            model.licence,
            _short(model.folder),
        )
    table.add_row("patterns", "all with a lexicon", "", "Apache-2.0", "part of Communique")
    out_console().print(table)


@models_app.command("pull")
def pull(
    source: Annotated[Source, typer.Argument(help="Whose models: stanza.")],
    languages: Annotated[
        list[str],
        typer.Argument(metavar="LANG[=PACKAGE]...", help="As in: vi ru kk=kaznerd en=ontonotes."),
    ],
) -> None:
    """Fetch Stanza's tokenizer and NER model for each language into the user's cache.

    Exit status: 0 if all were fetched, 2 if not.
    """
    from communique.models.pull import pull_stanza  # noqa: PLC0415 - loads spaCy

    del source  # there is one so far; it is named so that others can come
    for one in languages:
        language, _, package = one.partition("=")
        try:
            folder = pull_stanza(language, package or None)
        except CommuniqueError as error:
            print_error(str(error))
            raise typer.Exit(BAD_USAGE) from error
        err_console().print(f"{one}: {_short(folder)}", soft_wrap=True)


def _short(path: Path) -> str:
    """A path with ~ for the user's folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
