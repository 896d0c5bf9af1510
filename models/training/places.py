"""Fit the weights by which the place of an article's event is chosen.

On the events of gold articles; writes ``lexicon/weights/places.toml``. Usage::

    python models/training/places.py corpus/gold/train
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from logit import Choice, fit, write

from communique.evaluate.gold import read_gold
from communique.evaluate.names import normal_name
from communique.event.place_signals import Places

if TYPE_CHECKING:
    from communique.evaluate.gold import GoldArticle


def choice(gold: GoldArticle) -> Choice:
    """The places of an article, and the right one of them."""
    places = Places(gold.record.article, gold.record.mentions)
    names = [normal_name(candidate.name) for candidate in places.candidates]
    wanted = normal_name(gold.record.event.place)
    right = names.index(wanted) if wanted in names else -1
    return Choice([places.signals(candidate) for candidate in places.candidates], right)


def main(folders: list[Path]) -> None:
    """Fit on gold folders and write the weights."""
    articles = [gold for folder in folders for gold, _ in read_gold(folder) if gold]
    choices = [choice(gold) for gold in articles if gold.has_event]
    choices = [choice for choice in choices if choice.options]
    write("places", fit(choices, none=True), f"{len(choices)} events")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
