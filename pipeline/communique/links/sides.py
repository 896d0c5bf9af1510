"""Whether an official is on the host's side of an event, on a guest's, or on another.

The sides are scored by signals whose weights were fitted on the training articles of
``corpus/gold`` (``models/training/sides.py``).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, get_args

from communique import lexicon
from communique.names.countries import home_of
from communique.names.country_words import countries_in, country_of_place
from communique.names.nations import nations
from communique.records import Side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.links.scene import Scene
    from communique.links.signals import Signals
    from communique.mentions import SpanKnowledge
    from communique.records import Article, Institution, Mention

# Characters around a mention within which a word tells its side
_WINDOW = 45
# An article tells where its event is in its first characters.
_LEAD = 600
# Letters by which a place is known in all its cases
_STEM = 5
# The probability from which on a side counts as told
_SURE = 0.5


class Sides:
    """The sides of one article.

    ``spans`` is what the engine knows; ``place`` is where the event took place, in its dictionary
    form, if that is known.
    """

    def __init__(
        self,
        article: Article,
        scene: Scene,
        institutions: Sequence[Institution],
        spans: SpanKnowledge | None = None,
        place: str | None = None,
    ) -> None:
        self._spans = spans
        self._scene = scene
        self._institutions = institutions
        self._organisations = scene.labelled("ORG")
        self._words_around: dict[int, dict[str, bool]] = {}
        self._home = home_of(article.language, article.site)
        lead = [m.text for m in scene.labelled("LOC") if m.start_char < _LEAD]
        likely = [place, *lead] if place else lead
        found = (country_of_place(name, article.language) for name in likely)
        # an article that names no place tells of home
        self._here = next(filter(None, found), self._home)
        self._place = next(
            iter([place] if place else [m.text for m in scene.labelled("LOC")]), None
        )
        self._countries = {one.country for one in institutions if one.country}

    def side(self, institution: Institution | None, mentions: Sequence[Mention]) -> Side | None:
        """The side of an official with these mentions of name and title; None if not told."""
        likely = probabilities(self.signals(institution, mentions))
        if self._spans:
            likely = _weigh(self._spans, mentions, likely)
        best = max(likely, key=lambda side: likely[side])
        return best if likely[best] > _SURE else None

    def signals(self, institution: Institution | None, mentions: Sequence[Mention]) -> Signals:
        """What speaks for the sides of an official."""
        found: Signals = {
            "bias": 1.0,
            "alone": len(self._countries) < 2,
            "nowhere": institution is None,
            "first": institution in self._institutions[:1],
            "second": institution in self._institutions[1:2],
            "later": institution in self._institutions[2:],
            "international": institution is not None and institution.country is None,
            "city_here": institution is not None and self._in_place(institution),
        }
        found |= self._country(institution, mentions)
        found |= self._words("own", mentions)
        if institution:
            ids = set(institution.mention_ids)
            found |= self._words("its", [m for m in self._organisations if m.mention_id in ids])
        return {name: float(value) for name, value in found.items() if value}

    def _country(self, institution: Institution | None, mentions: Sequence[Mention]) -> Signals:
        """Whether an official is from the country where the event is, or the article."""
        country = institution.country if institution else None
        country = country or self._title_country(mentions)
        place = self._here
        found: Signals = {
            "unknown": country is None,
            "here": place is not None and country == place,
            "elsewhere": None not in (place, country) and country != place,
            "home": self._home is not None and country == self._home,
            "abroad": None not in (self._home, country) and country != self._home,
            "home_here": place is not None and place == self._home,
        }
        if place and self._countries:
            likely = nations(mentions[0].text)
            most = max(likely.get(code, 0.0) for code in {*self._countries, place})
            found["nation_here"] = likely.get(place, 0.0) / most if most else 0.0
        return found

    def _in_place(self, institution: Institution) -> bool:
        """Whether the name of an institution has the place of the event in it, or the first one."""
        stem = self._place[:_STEM].casefold() if self._place else None
        return stem is not None and stem in institution.name.casefold()

    def _title_country(self, mentions: Sequence[Mention]) -> str | None:
        language = self._scene.language
        titles = (countries_in(m.text, language) for m in mentions if m.label == "TITLE")
        return next((words[0].country for words in titles if words), None)

    def _words(self, kind: str, mentions: Sequence[Mention]) -> Signals:
        """Words for hosts and guests around some mentions."""
        found: Signals = {}
        for mention in mentions:
            if mention.mention_id not in self._words_around:
                self._words_around[mention.mention_id] = self._around(mention)
            around = self._words_around[mention.mention_id].items()
            found |= {f"{kind}_{name}": float(value) for name, value in around}
        return found

    def _around(self, mention: Mention) -> dict[str, bool]:
        """Words for hosts and guests around a mention; whether they introduce its list or not."""
        text, words = self._scene.text, self._scene.words
        line = text.rfind("\n", 0, mention.start_char) + 1
        before = text[max(line, mention.start_char - _WINDOW) : mention.start_char]
        after = text[mention.end_char : mention.end_char + _WINDOW].split("\n")[0]
        found = {
            f"{side}_{where}": True
            for side, pattern in (("host", words.host), ("guest", words.guest))
            for where, window in (("before", before), ("after", after))
            if pattern.search(window)
        }
        start, end = self._scene.sentence_range(mention)
        for verb, pattern in (("receives", words.receives), ("visits", words.visits)):
            if pattern.search(text, start, mention.start_char):
                found[f"{verb}_before"] = True
            if pattern.search(text, mention.end_char, end):
                found[f"{verb}_after"] = True
        if lead := self._scene.list_lead(mention.start_char):
            segment = text[lead[0] : lead[1]]
            found["lead_host"] = bool(words.host.search(segment))
            found["lead_guest"] = bool(words.guest.search(segment))
        return found


def _weigh(
    spans: SpanKnowledge, mentions: Sequence[Mention], likely: dict[Side, float]
) -> dict[Side, float]:
    """The probabilities with what the engine says of the names."""
    named = [(m.start_char, m.end_char) for m in mentions if m.label == "PERSON"]
    for span in named[:1]:
        told = spans.probabilities("side", span)
        likely = {side: p * told[side] for side, p in likely.items()}
        total = sum(likely.values()) + told["none"]
        likely = {side: p / total for side, p in likely.items()}
    return likely


def probabilities(signals: Signals) -> dict[Side, float]:
    """How likely each side is."""
    sides: tuple[Side, ...] = get_args(Side)
    scores = {side: _score(side, signals) for side in sides}
    top = max(scores.values())
    likely = {side: math.exp(score - top) for side, score in scores.items()}
    total = sum(likely.values())
    return {side: value / total for side, value in likely.items()}


def _score(side: Side, signals: Signals) -> float:
    weights = lexicon.weights_for("sides", side)
    return sum(weights.get(name, 0.0) * value for name, value in signals.items())
