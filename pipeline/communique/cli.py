"""The command ``communique``. Commands only translate between the terminal and the package.

Rooms that bring commands of their own register them at the end of this module.
"""

from __future__ import annotations

import shlex
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import duckdb
import typer

from communique import terminal
from communique.errors import CommuniqueError
from communique.evaluate.command import evaluate
from communique.evaluate.interchange.command import annotations_app
from communique.models.command import models_app
from communique.records import Failure
from communique.store import Store, connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.store import ArticleHeading

SOME_FAILED = 1
BAD_USAGE = 2
INTERRUPTED = 130
"""Exit statuses; the last one is what shells give to a program that Ctrl-C ended."""

app = typer.Typer(
    name="communique",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)

Database = Annotated[Path, typer.Option("--db", metavar="DB", help="The database file.")]
DEFAULT_DATABASE = Path("coop.duckdb")


def _examples(*lines: str) -> str:
    """Lines for the end of a help text, which are not to be filled."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


@contextmanager
def plain_errors() -> Iterator[None]:
    """Tell what the user can mend in one sentence, and end with the status for bad usage."""
    try:
        yield
    except CommuniqueError as error:
        terminal.print_error(str(error))
        raise typer.Exit(BAD_USAGE) from error


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"communique {version('communique')}")
        raise typer.Exit


@app.callback(
    epilog=_examples(
        "communique run articles/ --db coop.duckdb        read a folder of articles",
        "communique query coop.duckdb                     what is in the database",
        'communique query coop.duckdb "FROM agreements"   what was agreed, by whom, when',
        "communique show articles/visit.txt               one article with its evidence",
    )
)
def main(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Turn news of institutions' cooperation into DuckDB tables."""


@app.command(
    epilog=_examples(
        "communique run articles/",
        "communique run news.jsonl extra/ --db coop.duckdb",
        "communique run export.csv --fields text=body,title=headline,date=pub_date",
        "communique run articles/ --engine encoder+spacy:en_core_web_sm",
    )
)
def run(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files and folders with articles.")
    ],
    db: Database = DEFAULT_DATABASE,
    engine: Annotated[
        str | None,
        typer.Option(
            help="Who labels the spans: encoder (the default), patterns, spacy:NAME, stanza, "
            "gliner, or several as in encoder+spacy:NAME."
        ),
    ] = None,
    fields: Annotated[
        str | None,
        typer.Option(help="Which JSON field or table column is what, e.g. text=body,date=pub."),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Show failures only: no progress, no summary.")
    ] = False,
) -> None:
    """Read articles into a database; a second run reads only what is new or has changed.

    Exit status: 0 if all is read, 1 if some inputs could not be read, 2 if the run could not start,
    130 if it was stopped with Ctrl-C. The same command again goes on where a run was stopped.
    """
    from communique.batch import run as run_batch  # noqa: PLC0415 - spaCy takes its time to load
    from communique.pipeline import DEFAULT_ENGINE  # noqa: PLC0415

    with plain_errors(), terminal.RunProgress(quiet=quiet) as bar:
        summary = run_batch(
            paths, db, engine=engine or DEFAULT_ENGINE, fields=fields, progress=bar.update
        )
    if not quiet:
        terminal.print_summary(terminal.out_console(), summary)
    elif summary.articles_failed:
        terminal.print_failures(terminal.err_console(), summary)
    if summary.status == "interrupted":
        raise typer.Exit(INTERRUPTED)
    if summary.articles_failed:
        raise typer.Exit(SOME_FAILED)


@app.command(
    epilog=_examples(
        "communique show 78dbb9                        an article by how its id begins",
        "communique show articles/visit.txt            an article by its file",
        "communique show new.txt                       a file that is in no database is read now",
        "communique show news.jsonl#3 --db my.duckdb   an article of another database",
    )
)
def show(
    article: Annotated[
        str, typer.Argument(help="An article id or how it begins, or the path of a file.")
    ],
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Show one article with its evidence marked, and what was read from it.

    Exit status: 0 if it was found, 1 if the file cannot be read, 2 if there is no such article.
    """
    with plain_errors():
        headings = _find(article, db)
        if len(headings) > 1:
            terminal.print_headings(terminal.out_console(), article, headings)
        elif headings:
            with Store(db, read_only=True) as store:
                record = store.read(headings[0].article_id)
            terminal.print_record(terminal.out_console(), record)
        else:
            _show_file(article, db)


def _find(article: str, db: Path) -> list[ArticleHeading]:
    if not db.exists():
        return []
    with Store(db, read_only=True) as store:
        return store.find(article)


def _show_file(name: str, db: Path) -> None:
    """Read a file that is in no database, and show its first article."""
    from communique.ingest import read_articles  # noqa: PLC0415 - spaCy takes its time to load
    from communique.pipeline import extract_articles, load  # noqa: PLC0415

    path = Path(name)
    if not path.is_file():
        where = f"{db} has no article {name}" if db.exists() else f"There is no database {db}"
        raise CommuniqueError(f"{where}, and there is no such file. Check the id or the path.")
    articles = read_articles(path)
    first = next(articles)
    if isinstance(first, Failure):
        terminal.print_error(f"{first.source_path}: {first.message}")
        raise typer.Exit(SOME_FAILED)
    (record,) = extract_articles(load(), [first])
    terminal.print_record(terminal.out_console(), record)
    if next(articles, None):
        terminal.print_hint(
            f"This is the first article of {path}. To read all of them: "
            f"communique run {shlex.quote(name)}"
        )


@app.command(
    epilog=_examples(
        "communique query coop.duckdb",
        "communique query coop.duckdb \"SELECT * FROM meetings WHERE partner_country = 'RU'\"",
        'communique query coop.duckdb "FROM agreements" --format csv > agreements.csv',
    )
)
def query(
    db: Annotated[Path, typer.Argument(metavar="DB", help="The database file.")],
    sql: Annotated[
        str | None, typer.Argument(help="The query; without it, tables and views are listed.")
    ] = None,
    form: Annotated[
        terminal.Format, typer.Option("--format", help="How the rows are written.")
    ] = terminal.Format.table,
) -> None:
    """Ask a database in SQL. Nothing can be changed this way, and no other file read or written.

    A table shows the first 100 rows and cuts long cells; csv, json and markdown give everything.
    Exit status: 0, 1 if the query is wrong, 2 if the database cannot be opened.
    """
    with plain_errors(), connect(db, read_only=True) as connection:
        # COPY and EXPORT would write files even from a database that is only read
        connection.execute("SET enable_external_access = false")
        try:
            result = connection.execute(sql) if sql else terminal.list_tables(connection)
            terminal.print_rows(terminal.out_console(), result, form)
        except duckdb.Error as error:
            terminal.print_error(terminal.sql_error(connection, error))
            raise typer.Exit(SOME_FAILED) from error


@app.command(
    "init-db",
    epilog=_examples(
        "communique init-db coop.duckdb",
        "communique query coop.duckdb",
    ),
)
def init_db(
    db: Annotated[Path, typer.Argument(metavar="DB", help="The database file to make.")],
) -> None:
    """Make an empty database, for example to look at its tables."""
    with plain_errors():
        existed = db.exists() and db.stat().st_size > 0
        with Store(db) as store:
            articles = store.counts()["articles"]
    if existed:
        typer.echo(f"{db} is a Communique database already, with {articles:,} articles.")
    else:
        typer.echo(f"Made {db}. Fill it with: communique run FOLDER --db {shlex.quote(str(db))}")


app.command()(evaluate)
app.add_typer(annotations_app, name="annotations")
app.add_typer(models_app, name="models")
