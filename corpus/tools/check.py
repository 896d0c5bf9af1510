"""Check the gold samples: every file by itself, then the corpus as a whole.

Usage::

    python corpus/tools/check.py [GOLD_FOLDER]    # with train/, dev/, test/ in it; corpus/gold

Prints what the corpus holds, what may be wrong (notes), and what is wrong, with file and line; exit
status 1 if anything is wrong. What is checked of one article is in ``check_article.py``, of several
in ``check_splits.py``.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from brat_config import configuration
from check_article import check_article
from check_splits import Sample, check_splits
from communique.evaluate.brat import Problem, read_brat
from communique.evaluate.gold import from_brat
from communique.evaluate.validate import drop_unusable, find_incomplete
from communique.records import (
    DATE_ROLES,
    EVENT_TYPES,
    INSTRUMENT_KINDS,
    INSTRUMENT_STATUSES,
    POINT_STATUSES,
    TOPICS,
)
from markup import length, unmarked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from communique.records import ArticleRecord

GOLD = Path(__file__).parents[1] / "gold"

_COVERAGE: dict[str, tuple[tuple[str, ...], Callable[[ArticleRecord], list[str]]]] = {
    "topic": (TOPICS, lambda record: [point.topic for point in record.points]),
    "point status": (POINT_STATUSES, lambda record: [point.status for point in record.points]),
    "instrument": (INSTRUMENT_KINDS, lambda record: [one.kind for one in record.instruments]),
    "instrument status": (
        INSTRUMENT_STATUSES,
        lambda record: [one.status for one in record.instruments],
    ),
    "event": (EVENT_TYPES, lambda record: [record.event.type]),
    "date role": (DATE_ROLES, lambda record: [date.role for date in record.dates]),
}


def check_corpus(folder: Path) -> tuple[list[Sample], list[Problem]]:
    """Read a gold folder: the usable articles, and everything that is wrong with it."""
    samples, problems = [], []
    for path in sorted(folder.rglob("*.ann")):
        document, found = read_brat(path)
        problems += found
        if document.text:
            problems += drop_unusable(document)
            problems += find_incomplete(document)
            problems += check_article(document)
            split = path.relative_to(folder).parts[0]
            samples.append(Sample(split, from_brat(document)))
    problems += check_splits(samples)
    problems += _configuration(folder)
    return samples, problems


def _configuration(folder: Path) -> Iterator[Problem]:
    for name, content in configuration(folder).items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            message = f"is not up to date; run: python corpus/tools/brat_config.py {folder}"
            yield Problem(path, 0, message)


def _notes(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*.ann")):
        document, _ = read_brat(path)
        for note in unmarked(document):
            yield path, note


def size_table(samples: Sequence[Sample]) -> Table:
    """Articles and words, and the share without points and without cooperation, by split."""
    table = Table(title="Samples", title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("split")
    table.add_column("language")
    for heading in ("articles", "words", "no points", "no cooperation", "mentions", "points"):
        table.add_column(heading, justify="right")
    groups = sorted({(sample.split, sample.language) for sample in samples})
    for split, language in groups:
        chosen = [one.record for one in samples if (one.split, one.language) == (split, language)]
        empty = sum(not record.points for record in chosen)
        other = sum(record.event.is_cooperation is False for record in chosen)
        table.add_row(
            split,
            language,
            str(len(chosen)),
            str(sum(length(record.article.text, language) for record in chosen)),
            f"{empty / len(chosen):.0%}",
            f"{other / len(chosen):.0%}",
            str(sum(len(record.mentions) for record in chosen)),
            str(sum(len(record.points) for record in chosen)),
        )
    return table


def coverage_table(samples: Sequence[Sample]) -> Table:
    """How often each value of the closed lists occurs, by language."""
    languages = sorted({sample.language for sample in samples})
    table = Table(title="Coverage", title_justify="left", box=None, padding=(0, 2, 0, 0))
    table.add_column("")
    table.add_column("")
    for language in languages:
        table.add_column(language, justify="right")
    for name, (values, read) in _COVERAGE.items():
        counts = {language: Counter[str]() for language in languages}
        for sample in samples:
            counts[sample.language].update(read(sample.record))
        for value in values:
            table.add_row(name, value, *(str(counts[language][value]) for language in languages))
    return table


def main(arguments: list[str]) -> int:
    """Run the command; 1 if anything is wrong, 2 if there is nothing to check."""
    folder = Path(arguments[0]) if arguments else GOLD
    if len(arguments) > 1 or not folder.is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    samples, problems = check_corpus(folder)
    if not samples:
        print(f"{folder} has no gold samples (NAME.txt with NAME.ann)", file=sys.stderr)
        return 2
    console = Console()
    console.print(size_table(samples))
    console.print(coverage_table(samples))
    for path, note in _notes(folder):
        print(f"{path}: note: {note}")
    for problem in problems:
        print(problem)
    print(f"{len(samples)} articles, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
