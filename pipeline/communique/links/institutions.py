"""Which institution a title belongs to.

The institutions of an article are scored by signals whose weights were fitted on the training
articles of ``corpus/gold`` (``models/training/links.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique import lexicon
from communique.links.scene import Scene
from communique.links.signals import InstitutionSignals, Signals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.records import Article, Institution, Mention


class InstitutionLinks:
    """The institutions of one article as candidates for the titles in it."""

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        institutions: Sequence[Institution],
        titles: Mapping[int, Mention],
    ) -> None:
        self.scene = Scene(article, mentions)
        self._signals = InstitutionSignals(self.scene, institutions, titles)
        self._institutions = institutions
        self._titles = titles
        self._previous: tuple[Mention, Mention, Institution | None] | None = None

    def pairs(self) -> list[tuple[Mention, Mention]]:
        people = {m.mention_id: m for m in self.scene.labelled("PERSON")}
        found = [(t, people[p]) for p, t in self._titles.items() if p in people]
        return sorted(found, key=lambda pair: (min(pair[0].start_char, pair[1].start_char), pair[1].start_char))

    def assign(self) -> dict[int, Institution | None]:
        """The institution of each titled person mention, by the mention's id."""
        given: dict[int, Institution | None] = {}
        for title, person in self.pairs():
            given[person.mention_id] = self.institution_of(title, person)
            self.give(title, person, given[person.mention_id])
        return given

    def give(self, title: Mention, person: Mention, institution: Institution | None) -> None:
        """Take note of the institution of a title; those of the titles after it depend on it."""
        self._previous = (title, person, institution)

    def options(self, title: Mention | None, person: Mention) -> list[Signals]:
        """The signals of each institution."""
        previous = self._previous if title else None
        return [self._signals.of(i, title, person, previous) for i in self._institutions]

    def institution_of(self, title: Mention | None, person: Mention) -> Institution | None:
        """The institution that a person's title belongs to, if any scores above none at all."""
        scored = [
            (score(signals), -number, institution)
            for number, (institution, signals) in enumerate(
                zip(self._institutions, self.options(title, person), strict=True)
            )
        ]
        best = max(scored, key=lambda item: item[:2], default=None)
        return best[2] if best and best[0] > 0 else None


def score(signals: Signals) -> float:
    """The weighted sum of an institution's signals; above 0 it is likelier than none."""
    weights = lexicon.weights("links")
    return sum(weights.get(name, 0.0) * value for name, value in signals.items())
