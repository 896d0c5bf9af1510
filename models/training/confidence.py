"""Fit the weights by which the confidence of an official is a probability.

A logistic regression on what the default engine says of articles that its model was not trained
on; writes ``lexicon/weights/officials.toml``. Usage::

    python models/training/confidence.py corpus/gold/dev
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from logit import Choice, fit, write

from communique import officials
from communique.evaluate.gold import GoldArticle, read_gold
from communique.evaluate.names import same_name
from communique.evaluate.spans import match
from communique.officials import confidence_signals
from communique.persons import find_persons
from communique.pipeline import extract_articles, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.records import ArticleRecord


def choices_of(gold: GoldArticle, found: ArticleRecord) -> Iterator[Choice]:
    """For each official found the signals, and whether gold has one of that name."""
    pairing = match(
        gold.record.officials,
        found.officials,
        lambda one, other: float(same_name(one.name, other.name)),
    )
    mentions = {mention.mention_id: mention for mention in found.mentions}
    persons = {p.mentions[0].mention_id: p for p in find_persons(found.article, found.mentions)}
    for number, official in enumerate(found.officials):
        title = mentions.get(official.title_mention_id or 0)
        signals = confidence_signals(found.article, persons[official.mention_ids[0]], title)
        yield Choice([signals], 0 if number in pairing.hits else -1)


def main(folders: list[Path]) -> None:
    """Fit on gold folders and write the weights."""
    articles = [gold for folder in folders for gold, _ in read_gold(folder) if gold]
    officials.LEAST_CONFIDENCE = 0.0  # what it leaves out counts here
    found = extract_articles(load(), [gold.source() for gold in articles])
    pairs = zip(articles, found, strict=True)
    choices = [choice for gold, record in pairs for choice in choices_of(gold, record)]
    write("officials", fit(choices, none=True), f"{len(choices)} officials")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
