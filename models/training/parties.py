"""Fit the weights by which institutions are told to be parties of an agreement point.

On the points of gold articles; writes ``lexicon/weights/parties.toml``. Usage::

    python models/training/parties.py corpus/gold/train
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from logit import Choice, fit, write

from communique.evaluate.gold import GoldArticle, read_gold
from communique.points import Actors
from communique.points.assemble import places_of
from communique.records import PARTY_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator


def choices_of(gold: GoldArticle) -> Iterator[Choice]:
    """For each institution and point the signals of all roles; none is right for most."""
    record = gold.record
    actors = Actors(record.article, record.mentions, record.institutions, record.officials)
    places = places_of(record.article.text, [(p.start_char, p.end_char) for p in record.points])
    before = None
    for point, place in zip(record.points, places, strict=True):
        roles = {party.institution_id: party.role for party in point.parties}
        signals = actors.signals(place, before)
        for institution, found in zip(record.institutions, signals, strict=True):
            options = [{f"{r}_{name}": v for name, v in found.items()} for r in PARTY_ROLES]
            role = roles.get(institution.institution_id)
            yield Choice(options, PARTY_ROLES.index(role) if role else -1)
        before = place, point.parties


def main(folders: list[Path]) -> None:
    """Fit on gold folders and write the weights."""
    articles = [gold for folder in folders for gold, _ in read_gold(folder) if gold]
    choices = [choice for gold in articles for choice in choices_of(gold)]
    write("parties", fit(choices, none=True), f"{len(choices)} institutions of points")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
