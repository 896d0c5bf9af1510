"""Which institution a title belongs to.

The institutions of an article are scored by signals and by words (``links.ranking``), and by what
the engine says.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from communique.links.ranking import scores
from communique.links.scene import Scene
from communique.links.signals import Candidates, Option, Query, option_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from communique.mentions import SpanKnowledge
    from communique.records import Article, Institution, Mention

# What the engine's log-odds are worth against the score of the signals: it is far too sure of
# articles that it was not trained on. The least probability
_ENGINE, _LEAST = 0.2, 1e-4
# Log-odds behind the engine's best from which on an institution is out of the question
_HOPELESS = 9.0
# Above it an institution is taken: fewer titles have none than the score says (on dev, officials
# with title and institution are 82.6 per cent with it and 82.1 with 0)
_LEAST_SCORE = -0.5


class InstitutionLinks:
    """The institutions of one article as candidates for the titles in it.

    ``titles`` are those of the person mentions that have one, by the mention's id; ``spans`` is
    what the engine knows.
    """

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        institutions: Sequence[Institution],
        titles: Mapping[int, Mention],
        spans: SpanKnowledge | None = None,
    ) -> None:
        self.scene = Scene(article, mentions)
        self._spans = spans
        self._institutions = institutions
        self._titles = titles
        self._candidates = Candidates(self.scene, institutions, titles)
        self._previous: tuple[Mention, Mention, Institution | None] | None = None

    def pairs(self) -> list[tuple[Mention, Mention]]:
        """Each title with its holder, in reading order."""
        people = {person.mention_id: person for person in self.scene.labelled("PERSON")}
        found = [(title, people[person]) for person, title in self._titles.items()]
        return sorted(found, key=lambda pair: (min(m.start_char for m in pair), pair[1].start_char))

    def assign(self) -> dict[int, Institution | None]:
        """The institution of each person mention with a title, by the mention's id."""
        given: dict[int, Institution | None] = {}
        holders = Counter(title.mention_id for title in self._titles.values())
        for title, person in self.pairs():
            own = self._behind(person) if holders[title.mention_id] > 1 else None
            given[person.mention_id] = own or self.institution_of(title, person)
            self.give(title, person, given[person.mention_id])
        return given

    def _behind(self, person: Mention) -> Institution | None:
        """The institution right behind a name: ``Rectors Ann Lee (Hue) and Bo Wu (Osh)``."""
        behind = (m for m in self.scene.mentions if m.start_char >= person.end_char)
        following = next(behind, None)
        if following is None or following.label != "ORG":
            return None
        between = self.scene.text[person.end_char : following.start_char]
        if between.strip() != "(" and not self.scene.words.of.fullmatch(between):
            return None
        named = (one for one in self._institutions if following.mention_id in one.mention_ids)
        return next(named, None)

    def give(self, title: Mention, person: Mention, institution: Institution | None) -> None:
        """Take note of the institution of a title; that of the next one depends on it."""
        self._previous = (title, person, institution)

    def options(
        self,
        title: Mention | None,
        person: Mention,
        likely: Iterable[int] = (),
        hopeless: Container[int] = (),
    ) -> dict[int, Option]:
        """What speaks for each institution, by its number.

        In a long article those named far away are left out, unless ``likely`` has their numbers;
        so are the ``hopeless`` ones.
        """
        query = Query(title, person, self._previous if title else None)
        return {
            number: option_of(self._candidates, number, query)
            for number in sorted(self._candidates.near(query.anchor).union(likely))
            if number not in hopeless
        }

    def institution_of(self, title: Mention | None, person: Mention) -> Institution | None:
        """The institution that a person's title belongs to, if any is likely enough."""
        told = [0.0 for _ in self._institutions]
        if self._spans and told:
            told = self._told(self._spans, title or person)
        least = max([0.0, *told]) - _HOPELESS
        hopeless = {number for number, odds in enumerate(told) if odds < least}
        likely = [number for number, odds in enumerate(told) if odds > 0.0]
        options = self.options(title, person, likely, hopeless)
        if not options:
            return None
        found = {
            number: score + _ENGINE * told[number]
            for number, score in zip(options, scores(list(options.values())), strict=True)
        }
        best = max(found, key=lambda number: found[number])
        return self._institutions[best] if found[best] > _LEAST_SCORE else None

    def _told(self, spans: SpanKnowledge, holder: Mention) -> list[float]:
        """The engine's log-odds of each institution against none."""
        named = self.scene.labelled("ORG")
        likely = spans.institution(
            (holder.start_char, holder.end_char), [(m.start_char, m.end_char) for m in named]
        )
        none = max(1 - sum(likely), _LEAST)
        by_mention = {m.mention_id: p for m, p in zip(named, likely, strict=True)}
        shares = [sum(by_mention[m] for m in i.mention_ids) for i in self._institutions]
        return [math.log(max(share, _LEAST) / none) for share in shares]
