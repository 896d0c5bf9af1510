"""How fast whole runs are: files in, DuckDB tables out.

From the root of the repository, with nothing else running::

    python -m tests.benchmarks.speed

The articles of the demonstration folder forty times over, and those of another folder if one is
given, each read several times by each engine in a process of its own; the figures and the machine
go to ``speed.md`` beside this file. A copy ends with its number, because the same article twice is
read once.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.machine import processor

ROOT = Path(__file__).parents[2]
RESULT = Path(__file__).with_suffix(".md")
DEMONSTRATION = ROOT / "corpus" / "articles"
COPIES, FURTHER_COPIES = 40, 200
ENGINES = ("encoder", "patterns")
_KILO = 1024
HEADER = """# How fast whole runs are

`{command}`: from files to DuckDB, {cores} of {processor}, Python {python}. Each line is
{rounds} runs, each in a process of its own: the mean, and in brackets the slowest and the fastest. Words are what stands
between blanks. Memory is the most of any run.

| articles | engine | articles | words | articles a second | words a second | peak memory |
| --- | --- | --- | --- | --- | --- | --- |
"""


class Measured(NamedTuple):
    """One run."""

    articles: int
    words: int
    seconds: float
    megabytes: float


def read(folder: Path, engine: str) -> Measured:
    """Read a folder into a new database, in this process."""
    import duckdb  # noqa: PLC0415 - what a run imports belongs to its time

    from communique import run  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "speed.duckdb"
        summary = run(folder, db=file, engine=engine)
        with duckdb.connect(str(file), read_only=True) as database:
            texts = database.execute("SELECT text FROM articles").fetchall()
    words = sum(len(text.split()) for (text,) in texts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILO
    return Measured(summary.articles_done, words, summary.seconds, memory)


def measure(folder: Path, engine: str, rounds: int) -> list[Measured]:
    """Read a folder several times, each in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.speed", "--read", str(folder)]
    found = []
    for _ in range(rounds):
        done = subprocess.run(
            [*command, "--engine", engine], capture_output=True, text=True, check=True, cwd=ROOT
        )
        found.append(Measured(*json.loads(done.stdout.splitlines()[-1])))
    return found


def copied(source: Path, target: Path, copies: int) -> Path:
    """The articles of a folder as text files, some copies of each."""
    from communique.ingest import read_articles  # noqa: PLC0415 - not in the measured processes
    from communique.records import Article  # noqa: PLC0415

    files = sorted(file for file in source.rglob("*") if file.is_file())
    found = (item for file in files for item in read_articles(file))
    texts = [item.text for item in found if isinstance(item, Article)]
    for number in range(copies):
        place = target / f"{number:03}"
        place.mkdir(parents=True)
        for index, text in enumerate(texts):
            file = place / f"{index:02}.txt"
            file.write_text(f"{text}\n\n{number}-{index}\n", encoding="utf-8")
    return target


def row(name: str, engine: str, runs: list[Measured]) -> str:
    """A line of the table."""
    rates = [one.articles / one.seconds for one in runs]
    words = [one.words / one.seconds for one in runs]
    cells = [
        name,
        f"`{engine}`",
        f"{runs[0].articles:,}",
        f"{runs[0].words:,}",
        f"{statistics.mean(rates):.1f} [{min(rates):.1f}, {max(rates):.1f}]",
        f"{statistics.mean(words):,.0f} [{min(words):,.0f}, {max(words):,.0f}]",
        f"{max(one.megabytes for one in runs):.0f} MB",
    ]
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure and write the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.speed", description=__doc__)
    parser.add_argument("--read", type=Path, help="read one folder and print its figures")
    parser.add_argument("--engine", default=ENGINES[0])
    parser.add_argument("--rounds", type=int, default=4, help="runs of each")
    parser.add_argument("--further", type=Path, help="another folder to read")
    chosen = parser.parse_args()
    for folder in filter(None, (chosen.read, chosen.further)):
        if not folder.is_dir():
            parser.error(f"{folder} is no folder: give a folder of articles")
    if chosen.read:
        print(json.dumps(read(chosen.read, chosen.engine)))
        return
    cores = len(os.sched_getaffinity(0))
    text = HEADER.format(
        cores=f"{cores} cores",
        processor=processor(),
        python=platform.python_version(),
        rounds=chosen.rounds,
        command=" ".join(["python -m tests.benchmarks.speed", *sys.argv[1:]]),
    )
    with tempfile.TemporaryDirectory() as place:
        folders = {
            f"demonstration, {COPIES} times": copied(
                DEMONSTRATION, Path(place) / "demonstration", COPIES
            )
        }
        if chosen.further:
            name = f"`{chosen.further.name}`, {FURTHER_COPIES} times"
            folders[name] = copied(chosen.further, Path(place) / "further", FURTHER_COPIES)
        for name, folder in folders.items():
            for engine in ENGINES:
                line = row(name, engine, measure(folder, engine, chosen.rounds))
                print(line, flush=True)
                text += line + "\n"
    RESULT.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
