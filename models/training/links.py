"""Fit the weights by which an institution is chosen for an official's title.

On the officials of gold articles; writes ``lexicon/weights/links.toml``. Usage::

    python models/training/links.py corpus/gold/train corpus/gold/passages
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from logit import Choice, fit, write

from communique.evaluate.gold import GoldArticle, read_gold
from communique.evaluate.names import normal_name
from communique.institutions import find_institutions
from communique.links import InstitutionLinks, assign_titles
from communique.names.forms import dictionary_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.evaluate.gold_officials import Position
    from communique.records import Institution, Mention


class Links:
    """The links of one gold article, as the pipeline sees it and as they are right."""

    def __init__(self, gold: GoldArticle) -> None:
        record = gold.record
        self.gold = gold
        self.institutions = find_institutions(record.article, record.mentions)
        titles = assign_titles(record.article, record.mentions)
        self.links = InstitutionLinks(record.article, record.mentions, self.institutions, titles)
        self._titled = set(titles)
        self._owner = {m: i for i in self.institutions for m in i.mention_ids}
        self._right = {i.institution_id: i for i in record.institutions}
        self._official = {m: o.official_id for o in record.officials for m in o.mention_ids}

    def choices(self) -> Iterator[Choice]:
        """One choice for each title with its holder, and for each official without title."""
        for title, person in self.links.pairs():
            if position := self._position(title, person):
                right = self._institution(position)
                yield self._choice(title, person, right)
                self.links.give(title, person, right)
        mentions = {mention.mention_id: mention for mention in self.gold.record.mentions}
        for official in self.gold.record.officials:
            position = self.gold.positions[official.official_id][0]
            if position.title is None and not self._titled & set(official.mention_ids):
                person = mentions[official.mention_ids[0]]
                yield self._choice(None, person, self._institution(position))

    def _choice(self, title: Mention | None, person: Mention, right: Institution | None) -> Choice:
        number = self.institutions.index(right) if right else -1
        return Choice(self.links.options(title, person), number)

    def _position(self, title: Mention, person: Mention) -> Position | None:
        """What a person holds by this title, or by the same title elsewhere."""
        official = self._official.get(person.mention_id)
        held = self.gold.positions[official] if official else ()
        form = dictionary_form(title.text, "TITLE", self.gold.language)
        names = {normal_name(title.text), normal_name(form)}
        here = (one for one in held if one.mention_id == title.mention_id)
        same = (one for one in held if normal_name(one.title) in names)
        return next(here, None) or next(same, None)

    def _institution(self, position: Position) -> Institution | None:
        if position.institution_id is None:
            return None
        return self._owner[self._right[position.institution_id].mention_ids[0]]


def main(folders: list[Path]) -> None:
    """Fit on gold folders and write the weights."""
    articles = [gold for folder in folders for gold, _ in read_gold(folder) if gold]
    choices = [choice for gold in articles for choice in Links(gold).choices() if choice.options]
    write("links", fit(choices, none=True), f"{len(choices)} titles")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
