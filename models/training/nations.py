"""Fit the weights by which a person's name tells a country.

A logistic regression over pieces of names (``communique.names.nations``): the officials of gold
articles with the country of their institution, and names that the providers of Faker
(https://github.com/joke2k/faker, MIT) put together. Writes ``lexicon/weights/nations.tsv``. Usage::

    pip install faker scikit-learn
    python models/training/nations.py corpus/gold/train
"""

from __future__ import annotations

import importlib
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from faker.providers import person as person_names
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from communique import lexicon
from communique.evaluate.gold import read_gold
from communique.names.nations import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

Named = tuple[str, str]

MADE = 250  # names of each of Faker's locales
GOLD_WEIGHT, MADE_WEIGHT = 3.0, 0.3
RAREST = 5  # pieces that come less often say nothing
SMALLEST = 0.15  # smaller weights are left out
# Locales whose names are not those of the country, or are in its own script only
UNUSED = {"ar_AA", "en_TH", "fr_QC", "zh_TW"}


def gold_names(folder: Path) -> Iterator[Named]:
    """The officials of gold articles with the country of their institution."""
    for gold, _ in read_gold(folder):
        if gold is None:
            continue
        countries = {i.institution_id: i.country for i in gold.record.institutions}
        for official in gold.record.officials:
            if country := countries.get(official.institution_id or ""):
                yield official.name, country


def made_names() -> Iterator[Named]:
    """Given names with surnames of Faker's locales."""
    rng = random.Random(1)  # noqa: S311 - no secret
    for folder in sorted(Path(person_names.__file__).parent.iterdir()):
        if folder.name[2:3] != "_" or folder.name in UNUSED:
            continue
        provider = importlib.import_module(f"{person_names.__name__}.{folder.name}").Provider
        given = _names(provider, "first_romanized_names", "first_names")
        family = _names(provider, "last_romanized_names", "last_names")
        for _ in range(MADE if given and family else 0):
            yield f"{rng.choice(given)} {rng.choice(family)}", folder.name[3:]


def _names(provider: Any, *kinds: str) -> list[str]:
    for kind in kinds:
        lists = [getattr(provider, f"{kind}{sex}", ()) for sex in ("", "_male", "_female")]
        given = [names for names in lists if isinstance(names, list | tuple | dict)]
        if found := [name for names in given for name in names if isinstance(name, str)]:
            return found
    return []


def fit(names: list[tuple[str, str, float]]) -> dict[str, dict[str, int]]:
    """Weights in tenths by piece and country; the piece without letters is the bias."""
    found = [set(pieces(name)) for name, _, _ in names]
    counts = Counter(piece for one in found for piece in one)
    vectors = DictVectorizer()
    table = vectors.fit_transform({p: 1.0 for p in one if counts[p] >= RAREST} for one in found)
    model = LogisticRegression(C=0.3, max_iter=100)
    model.fit(table, [c for _, c, _ in names], sample_weight=[w for _, _, w in names])
    rows: dict[str, dict[str, int]] = {
        "": {c: round(10 * float(b)) for c, b in zip(model.classes_, model.intercept_, strict=True)}
    }
    for column, piece in enumerate(vectors.get_feature_names_out()):
        weights = zip(model.classes_, model.coef_[:, column], strict=True)
        kept = {c: round(10 * float(w)) for c, w in weights if abs(w) >= SMALLEST}
        if kept:
            rows[piece] = kept
    return rows


def main(folders: list[Path]) -> None:
    """Fit on gold folders and made names, and write the weights."""
    gold = [(name, code, GOLD_WEIGHT) for f in folders for name, code in gold_names(f)]
    rows = fit([*gold, *((name, code, MADE_WEIGHT) for name, code in made_names())])
    path = Path(str(lexicon.__file__)).parent / "weights" / "nations.tsv"
    lines = (
        "\t".join([piece, *(f"{code}{weight}" for code, weight in sorted(weights.items()))])
        for piece, weights in sorted(rows.items())
    )
    head = "# Made by models/training/nations.py from corpus/gold/train and names of Faker (MIT).\n"
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(rows)} pieces, {path.stat().st_size} bytes\n")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
