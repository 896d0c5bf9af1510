"""The command ``communique evaluate``."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import CommuniqueError
from communique.evaluate.gold import read_gold
from communique.evaluate.predictions import from_database, from_engine
from communique.evaluate.report import write_report
from communique.evaluate.results import as_data
from communique.evaluate.scores import evaluate as score_engine
from communique.evaluate.tables import (
    calibration_table,
    comparison_table,
    difference_table,
    error_lines,
    score_table,
)
from communique.evaluate.worst import worst_errors
from communique.store import StoreError
from communique.terminal import out_console, print_hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from communique.evaluate.brat import Problem
    from communique.evaluate.gold import GoldArticle
    from communique.evaluate.predictions import Results
    from communique.evaluate.scores import Scores

GoldFolder = Annotated[
    Path,
    typer.Argument(
        help="Folder with annotated articles (NAME.txt and NAME.ann).",
        exists=True,
        file_okay=False,
    ),
]

NO_GOLD = (
    "{folder} has no gold samples. They are pairs of files NAME.txt (the text) and NAME.ann (its "
    "annotations in brat's standoff format), in the folder or in folders below it."
)
NO_FOLDER = "There is no folder {folder} to write {name} to. Make it first, or give another path."


def check_folder(path: Path | None) -> None:
    """Make sure, before any work is done, that a file can be written where it should be.

    Raises:
        typer.BadParameter: its folder is missing.
    """
    if path and not path.absolute().parent.is_dir():
        raise typer.BadParameter(NO_FOLDER.format(folder=path.parent, name=path.name))


def evaluate(  # noqa: PLR0913, PLR0917  a command has its options as parameters
    gold: GoldFolder,
    engine: Annotated[
        list[str] | None,
        typer.Option(
            help="Engine to run on the gold texts, as for `run`; give it again to compare engines."
        ),
    ] = None,
    db: Annotated[
        Path | None,
        typer.Option(help="Score what a run has written to this database.", exists=True),
    ] = None,
    json_path: Annotated[
        Path | None, typer.Option("--json", help="Write all figures to this file.")
    ] = None,
    html_path: Annotated[
        Path | None, typer.Option("--html", help="Write a report with every article to this file.")
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="How many of the worst errors to show.")] = 10,
) -> None:
    """Score engines, or a database that a run has filled, against annotated articles.

    Without --engine and --db it scores the default engine.
    """
    from communique.pipeline import DEFAULT_ENGINE  # noqa: PLC0415 - spaCy is slow to load

    for path in (json_path, html_path):
        check_folder(path)
    articles, problems = _read(gold)
    engines = [
        score_engine(name, _run(name, articles))
        for name in engine or ([] if db else [DEFAULT_ENGINE])
    ]
    if db:
        results, missing = _look_up(db, articles)
        problems += missing
        engines.append(score_engine(db.name, results))
    _show(out_console(), engines, errors)
    if json_path:
        data = as_data(gold, engines, problems, errors)
        json_path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    if html_path:
        write_report(html_path, gold, engines)
    if problems:
        _report(problems)
        raise typer.Exit(1)


def _read(folder: Path) -> tuple[list[GoldArticle], list[Problem]]:
    """The usable articles and what is wrong with the others."""
    found = list(read_gold(folder))
    articles = [article for article, _ in found if article]
    problems = [problem for _, group in found for problem in group]
    if not articles:
        _report(problems)
        raise typer.BadParameter(NO_GOLD.format(folder=folder), param_hint="GOLD")
    return articles, problems


def _run(engine: str, articles: Sequence[GoldArticle]) -> Results:
    print_hint(f"{engine} reads {len(articles)} annotated articles.")
    try:
        results, remarks = from_engine(engine, articles)
    except CommuniqueError as error:
        raise typer.BadParameter(str(error), param_hint="--engine") from error
    for remark in remarks:
        print_hint(f"{engine}: {remark}")
    return results


def _look_up(db: Path, articles: Sequence[GoldArticle]) -> tuple[Results, list[Problem]]:
    try:
        return from_database(db, articles)
    except StoreError as error:
        raise typer.BadParameter(str(error), param_hint="--db") from error


def _report(problems: Sequence[Problem]) -> None:
    for problem in problems:
        typer.secho(str(problem), err=True, fg=typer.colors.RED)
    if problems:
        message = f"{len(problems)} problems in the samples; everything else was evaluated."
        typer.secho(message, err=True, bold=True)


def _show(console: Console, engines: Sequence[Scores], errors: int) -> None:
    for scores in engines:
        console.print(score_table(scores))
        calibration = calibration_table(scores)
        if calibration:
            console.print(calibration)
    if len(engines) > 1:
        console.print(comparison_table(engines))
    for one, other in combinations(engines, 2):
        console.print(difference_table(one, other))
    for scores in engines if errors else ():
        console.print(f"{scores.name}: the worst errors", style="bold")
        for line in error_lines(worst_errors(scores.articles, errors)):
            console.print(line, soft_wrap=True)
