"""Fit the weights by which an institution is chosen for an official's title.

A multinomial logistic regression (McFadden 1974, conditional logit) over the institutions of an
article and "none", on the officials of the gold training articles. Writes
``lexicon/weights/links.toml``. Usage::

    python models/training/links.py corpus/gold/train
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from communique import lexicon
from communique.evaluate.gold import read_gold
from communique.institutions import find_institutions
from communique.links import InstitutionLinks, assign_titles
from communique.pipeline import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.records import ArticleRecord

STEPS = 3000
RATE = 0.05
RIDGE = 0.02  # keeps rare signals from running away

Signals = dict[str, float]


def choices(record: ArticleRecord) -> Iterator[tuple[list[Signals], int]]:
    """For each official, the signals of every institution and which one is right (-1: none)."""
    article = record.article
    institutions = find_institutions(article, record.mentions)
    titles = assign_titles(article, record.mentions)
    links = InstitutionLinks(article, record.mentions, institutions)
    owner = {m: n for n, i in enumerate(institutions) for m in i.mention_ids}
    gold = {i.institution_id: i for i in record.institutions}
    for official in record.officials:
        right = -1
        if official.institution_id:
            right = owner[gold[official.institution_id].mention_ids[0]]
        person = next(m for m in record.mentions if m.start_char == official.start_char)
        title = titles.get(person.mention_id)
        if (title is None) == (official.title is None) and institutions:
            yield [links.signals(i, title, person) for i in institutions], right


def fit(data: list[tuple[list[Signals], int]]) -> Signals:
    """Weights that make the right choices likely; "none" has the score 0."""
    names = sorted({name for options, _ in data for signals in options for name in signals})
    tables = [
        (np.array([[s.get(n, 0.0) for n in names] for s in options]), right)
        for options, right in data
    ]
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        gradient = -RIDGE * weights * len(tables) / 100
        for table, right in tables:
            scores = np.append(table @ weights, 0.0)
            likely = np.exp(scores - scores.max())
            likely /= likely.sum()
            wanted = np.zeros_like(likely)
            wanted[right] = 1.0  # -1 is "none", the last
            gradient += table.T @ (wanted - likely)[:-1]
        weights += RATE * gradient / len(tables) * 10
    return dict(zip(names, (round(float(w), 3) for w in weights), strict=True))


def main(folder: Path) -> None:
    """Fit on a gold folder and write the weights."""
    load()  # registers the extensions that records need
    records = [gold.record for gold, _ in read_gold(folder) if gold]
    data = [choice for record in records for choice in choices(record)]
    weights = fit(data)
    rows = "".join(f"{name} = {value}\n" for name, value in weights.items())
    path = Path(str(lexicon.__file__)).parent / "weights" / "links.toml"
    path.write_text(
        f"# Made by models/training/links.py from {len(data)} officials of corpus/gold/train.\n"
        f"[weights]\n{rows}",
        encoding="utf-8",
    )
    sys.stdout.write(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
