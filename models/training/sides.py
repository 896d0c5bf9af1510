"""Fit the weights by which an official is told to be a host, a guest or neither.

On the officials of gold articles; writes ``lexicon/weights/sides.toml``. Usage::

    python models/training/sides.py corpus/gold/train corpus/gold/passages
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from logit import Choice, fit, write

from communique.evaluate.gold import GoldArticle, read_gold
from communique.institutions import find_institutions
from communique.links import Sides
from communique.links.scene import Scene
from communique.records import SIDES

if TYPE_CHECKING:
    from collections.abc import Iterator


def choices_of(gold: GoldArticle) -> Iterator[Choice]:
    """For each official with a side the signals of all sides."""
    article, mentions = gold.record.article, gold.record.mentions
    institutions = find_institutions(article, mentions)
    place = gold.record.event.place
    sides = Sides(article, Scene(article, mentions), institutions, place=place)
    owner = {m: i for i in institutions for m in i.mention_ids}
    right = {i.institution_id: i.mention_ids[0] for i in gold.record.institutions}
    known = {mention.mention_id: mention for mention in mentions}
    for official in gold.record.officials:
        if official.side is None:
            continue
        ids = [*official.mention_ids[:2], *filter(None, [official.title_mention_id])]
        place = right.get(official.institution_id or "")
        signals = sides.signals(owner[place] if place else None, [known[one] for one in ids])
        options = [{f"{s}_{name}": v for name, v in signals.items()} for s in SIDES]
        yield Choice(options, SIDES.index(official.side))


def main(folders: list[Path]) -> None:
    """Fit on gold folders and write the weights."""
    articles = [gold for folder in folders for gold, _ in read_gold(folder) if gold]
    choices = [choice for gold in articles for choice in choices_of(gold)]
    write("sides", fit(choices, none=False), f"{len(choices)} officials")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
