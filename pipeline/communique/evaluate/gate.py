"""The accuracy gate: floors under the scores of an engine, kept in a file beside the tests.

A floor is the F1, or the share of right answers, that the engine reached when the floor was set, by
language and measure. The test suite fails when a score falls below its floor or when the gold
samples are not those that the floors were set on. From the root of the repository::

    python -m communique.evaluate.gate update                  # raise floors to today's scores
    python -m communique.evaluate.gate update --allow-lower    # set them to today's scores
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from communique.evaluate.gold import gold_hash, read_gold
from communique.evaluate.measures import HEADLINES
from communique.evaluate.predictions import from_engine
from communique.evaluate.scores import evaluate
from communique.pipeline import DEFAULT_ENGINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Floors = dict[str, dict[str, float]]
"""Language (``all`` for all articles) to measure to the least score."""

GOLD = Path("corpus/gold/test")
BASELINE = Path("tests/accuracy_baseline.json")
CHANGED = (
    "The samples in {gold} are not those that the floors were set on. If the change is meant, set "
    "the floors anew with: python -m communique.evaluate.gate update --allow-lower, and commit the "
    "baseline with the samples."
)
TOLERANCE = 0.005
"""How far below its floor a score may be: models round differently on other processors."""


@dataclass(frozen=True)
class Baseline:
    """The floors of one engine, and the hash of the gold samples they were set on."""

    engine: str
    gold_sha256: str
    floors: Floors


def read_baseline(path: Path) -> Baseline | None:
    """The baseline in a file; None if there is none yet."""
    return Baseline(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else None


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write a baseline as JSON."""
    content = json.dumps(asdict(baseline), indent=2, sort_keys=True)
    path.write_text(content + "\n", encoding="utf-8")


def measure(gold: Path, engine: str) -> Floors:
    """The scores of an engine on a gold folder, cut to three decimals."""
    articles = [article for article, _ in read_gold(gold) if article]
    results, _ = from_engine(engine, articles)
    figures = evaluate(engine, results).figures
    return {
        language: {
            name: math.floor(1000 * (values[name].counts.f1 or 0.0)) / 1000
            for name in HEADLINES
            if name in values
        }
        for language, values in figures.items()
    }


def check(baseline: Baseline, gold: Path) -> list[str]:
    """What keeps the gate shut, in words; empty if nothing does."""
    if gold_hash(gold) != baseline.gold_sha256:
        return [CHANGED.format(gold=gold)]
    return list(shortfalls(baseline.floors, measure(gold, baseline.engine)))


def shortfalls(floors: Floors, scores: Floors) -> Iterator[str]:
    """The floors that scores do not reach."""
    for language, values in floors.items():
        for name, least in values.items():
            score = scores.get(language, {}).get(name)
            if score is None:
                yield f"{language} {name}: no score, floor {least:.3f}"
            elif score < least - TOLERANCE:
                yield f"{language} {name}: {score:.3f} is below the floor {least:.3f}"


def raised(floors: Floors, scores: Floors) -> Floors:
    """The floors, each as high as the score where that is higher, with those of new scores."""
    return {
        language: {
            name: max(score, floors.get(language, {}).get(name, 0.0))
            for name, score in values.items()
        }
        for language, values in scores.items()
    }


def update(path: Path, gold: Path, engine: str, *, allow_lower: bool) -> list[str]:
    """Set the floors to the scores of an engine.

    Returns:
        The floors that would fall; then nothing is written, unless ``allow_lower``.
    """
    old, scores = read_baseline(path), measure(gold, engine)
    floors = old.floors if old else {}
    falling = list(shortfalls(floors, scores))
    if falling and not allow_lower:
        return falling
    new = Baseline(engine, gold_hash(gold), scores)
    write_baseline(path, new if allow_lower else replace(new, floors=raised(floors, scores)))
    return []


def main(arguments: Sequence[str]) -> int:
    """The command; 1 if floors would fall, 2 if there is nothing to measure."""
    parser = argparse.ArgumentParser(
        prog="python -m communique.evaluate.gate", description="The accuracy gate's floors."
    )
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("update", help="raise the floors to today's scores")
    command.add_argument("--allow-lower", action="store_true", help="let floors fall as well")
    command.add_argument("--engine", default=DEFAULT_ENGINE, help="the engine to measure")
    chosen = parser.parse_args(arguments)
    if not any(GOLD.rglob("*.ann")):
        parser.exit(2, f"There are no samples in {GOLD}; run this from the repository's root.\n")
    falling = update(BASELINE, GOLD, chosen.engine, allow_lower=chosen.allow_lower)
    if falling:
        told = "\n".join(falling)
        parser.exit(1, f"{told}\nNothing was written. To let floors fall, add --allow-lower.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
