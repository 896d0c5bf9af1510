"""The commands ``communique annotations export`` and ``communique annotations import``."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  typer reads annotations at run time
from typing import TYPE_CHECKING, Annotated

import typer

from communique.evaluate.command import GoldFolder, check_folder
from communique.evaluate.interchange import label_studio
from communique.evaluate.interchange.named import read_folder, write_folder
from communique.evaluate.validate import drop_unusable

if TYPE_CHECKING:
    from communique.evaluate.brat import Problem
    from communique.evaluate.interchange.named import Named

ENDINGS = (
    "{path} must end in .json (Label Studio) or .spacy (spaCy DocBin): the ending says which it is."
)

annotations_app = typer.Typer(
    help="Take annotated articles to other tools and back.", no_args_is_help=True
)


@annotations_app.command("export")
def export_annotations(
    gold: GoldFolder,
    output: Annotated[
        Path,
        typer.Argument(help="File to write: NAME.json for Label Studio, NAME.spacy for spaCy."),
    ],
) -> None:
    """Write annotated articles for Label Studio or spaCy.

    For Label Studio the labelling interface is written beside the tasks, as NAME.xml.
    """
    _check_ending(output)
    check_folder(output)
    articles, problems = read_folder(gold)
    if not articles:
        raise typer.BadParameter(f"{gold} has no annotated articles.", param_hint="GOLD")
    if output.suffix == ".spacy":
        from communique.evaluate.interchange import docbin  # noqa: PLC0415 - spaCy is slow to load

        problems += docbin.dump(articles, output)
    else:
        output.write_text(label_studio.dump(articles), encoding="utf-8")
        output.with_suffix(".xml").write_text(label_studio.labeling_config(), encoding="utf-8")
    _finish(f"{len(articles)} articles written to {output}", problems)


@annotations_app.command("import")
def import_annotations(
    source: Annotated[
        Path,
        typer.Argument(
            help="File to read: NAME.json of Label Studio or NAME.spacy of spaCy.",
            exists=True,
            dir_okay=False,
        ),
    ],
    folder: Annotated[
        Path, typer.Argument(help="Folder for the articles; those of the same name are replaced.")
    ],
) -> None:
    """Read annotated articles from Label Studio or spaCy into a folder for brat and evaluation."""
    _check_ending(source)
    try:
        articles, problems = _load(source)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="SOURCE") from error
    for article in articles:
        problems += drop_unusable(article.document)
    write_folder(folder, articles)
    _finish(f"{len(articles)} articles written to {folder}", problems)


def _load(source: Path) -> tuple[list[Named], list[Problem]]:
    if source.suffix == ".json":
        return label_studio.load(source)
    from communique.evaluate.interchange import docbin  # noqa: PLC0415 - spaCy is slow to load

    return docbin.load(source)


def _check_ending(path: Path) -> None:
    if path.suffix not in {".json", ".spacy"}:
        raise typer.BadParameter(ENDINGS.format(path=path))


def _finish(message: str, problems: list[Problem]) -> None:
    for problem in problems:
        typer.secho(str(problem), err=True, fg=typer.colors.RED)
    typer.echo(message)
    if problems:
        raise typer.Exit(1)
