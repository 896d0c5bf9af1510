"""Who is responsible for a point or party to it.

The institutions of an article are scored for each role by signals whose weights were fitted on the
training articles of ``corpus/gold`` (``models/training/parties.py``), together with what the engine
says.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from communique import lexicon
from communique.lexicon.phrases import either, phrase_pattern
from communique.records import PARTY_ROLES, PointParty
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.mentions import SpanKnowledge
    from communique.records import Article, Institution, Mention, Official, PartyRole

Signals = dict[str, float]

# Characters before a name that is the subject of a point, and before one that goes with it
_SUBJECT, _JOINED = 6, 10
# Characters before a name in which a word tells its role
_AHEAD = 24
# An agreement has two sides.
_SIDES = 2
# The engine's log-odds are bounded by
_MOST = 6.0
# The probability from which on an institution is a party, with an engine and without one
_LEAST, _LEAST_ALONE = 0.4, 0.5


class _Weights(NamedTuple):
    """What a role starts with, and what its score, the engine's log-odds of it are worth."""

    start: float
    score: float
    engine: float


# Fitted, with what the engine's log-odds of being responsible are worth for any role, on articles
# that were written after the engine was trained: on its own it is too sure of all but beneficiaries
_WEIGHTS: dict[PartyRole, _Weights] = {
    "responsible": _Weights(0.16, 0.82, 0.22),
    "partner": _Weights(0.65, 0.81, 0.37),
    "beneficiary": _Weights(1.19, 0.76, 0.53),
}
_RESPONSIBLE = 0.19


class Place(NamedTuple):
    """Where a point stands, in characters: the stretch that announces it, and itself."""

    lead: tuple[int, int]
    start: int
    end: int


class _Named(NamedTuple):
    """An institution named in the text, by itself or through its official."""

    start: int
    end: int
    institution: str
    by_official: bool


@dataclass(frozen=True)
class Actors:
    """Who acts in an article: its institutions, and the officials who speak for them.

    ``spans`` is what the engine knows.
    """

    article: Article
    mentions: Sequence[Mention]
    institutions: Sequence[Institution]
    officials: Sequence[Official]
    spans: SpanKnowledge | None = None

    def parties(
        self, place: Place, before: tuple[Place, Sequence[PointParty]] | None = None
    ) -> tuple[PointParty, ...]:
        """The parties of a point, each in its likeliest role.

        Args:
            place: where the point stands.
            before: the point before it with its parties.
        """
        signals = self.signals(place, before)
        told = self._told(place)
        least = _LEAST if told else _LEAST_ALONE
        found = []
        for number, institution in enumerate(self.institutions):
            says = {role: odds[number] for role, odds in told.items()}
            likely = _probabilities(signals[number], says)
            if sum(likely.values()) > least:
                role = max(likely, key=likely.__getitem__)
                found.append(PointParty(institution_id=institution.institution_id, role=role))
        return tuple(found)

    def signals(
        self, place: Place, before: tuple[Place, Sequence[PointParty]] | None
    ) -> list[Signals]:
        """What speaks for each institution as a party of a point."""
        around = self._around(place)
        led = around["lead"] or around["beside"]
        about: Signals = {
            "bias": 1.0,
            "two": len(self.institutions) == _SIDES,
            "only": len(self.institutions) == 1,
            "unled": not led,
            "unnamed": not led and not around["inside"],
            "nobody_inside": not around["inside"],
        }
        subjects = _subjects(around["inside"], place.start)
        both = self._tells_of_both(place)
        last = self._last_before(place.start)
        found = []
        for institution in self.institutions:
            one = institution.institution_id
            rank = f"rank_{min(self._rank[one], _SIDES)}"
            signals = about | {rank: 1.0, "last": last == one}
            for where, named in around.items():
                signals |= _named(where, one, named)
            signals["subject"] = one in subjects
            signals["object"] = signals.get("inside", False) and bool(subjects - {one})
            if both:
                signals[f"both_{rank}"] = 1.0
                signals["both_led"] = any(name.institution == one for name in around["lead"])
            signals |= self._words_beside(one, around["inside"]) | _inherited(one, place, before)
            found.append({name: float(value) for name, value in signals.items() if value})
        return found

    def _around(self, place: Place) -> dict[str, list[_Named]]:
        """Who is named in a point, in what announces it, and before and behind it in a sentence."""
        start, end = self._sentences.at(place.start)
        return {
            "inside": self._within(place.start, place.end),
            "lead": self._within(*place.lead),
            "beside": self._within(start, place.start),
            "behind": self._within(place.end, max(end, place.end)),
        }

    def _words_beside(self, institution: str, inside: Sequence[_Named]) -> Signals:
        """Words before an institution's names in the point, and their endings: ``with Y``."""
        words = _party_words(self.article.language)
        found: Signals = {}
        for named in inside:
            if named.institution == institution:
                ahead = self.article.text[max(0, named.start - _AHEAD) : named.start]
                name = self.article.text[named.start : named.end].casefold()
                for kind, (pattern, endings) in words.items():
                    if pattern.search(ahead) or name.endswith(endings):
                        found[f"word_{kind}"] = 1.0
        return found

    def _tells_of_both(self, place: Place) -> bool:
        """Whether a point, or what announces it, has words for the sides together."""
        pattern = _both_sides(self.article.language)
        stretches = (place.lead, (place.start, place.end))
        return any(pattern.search(self.article.text[slice(*one)]) for one in stretches)

    def _told(self, place: Place) -> dict[PartyRole, list[float]]:
        """The engine's log-odds of each institution in each role; nothing without an engine."""
        if self.spans is None:
            return {}
        named = [mention for mention in self.mentions if mention.label == "ORG"]
        extents = [(mention.start_char, mention.end_char) for mention in named]
        told: dict[PartyRole, list[float]] = {}
        for role in PARTY_ROLES:
            # all at once: a point in a long article has many institutions to ask
            likely = self.spans.parties(role, (place.start, place.end), extents)
            odds = {m.mention_id: _odds(p) for m, p in zip(named, likely, strict=True)}
            told[role] = [max(odds[m] for m in i.mention_ids) for i in self.institutions]
        return told

    @cached_property
    def _sentences(self) -> Sentences:
        return Sentences(self.article.text)

    @cached_property
    def _names(self) -> list[_Named]:
        """Every place where an institution is named, by itself or through an official."""
        owner = {m: (i.institution_id, False) for i in self.institutions for m in i.mention_ids}
        owner |= {
            m: (o.institution_id, True)
            for o in self.officials
            if o.institution_id
            for m in o.mention_ids
        }
        return sorted(
            _Named(mention.start_char, mention.end_char, *owner[mention.mention_id])
            for mention in self.mentions
            if mention.mention_id in owner
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [named.start for named in self._names]

    def _within(self, start: int, end: int) -> list[_Named]:
        first, last = bisect_right(self._starts, start - 1), bisect_right(self._starts, end)
        return [named for named in self._names[first:last] if named.end <= end]

    def _last_before(self, position: int) -> str | None:
        index = bisect_right(self._starts, position - 1)
        return self._names[index - 1].institution if index else None

    @cached_property
    def _rank(self) -> dict[str, int]:
        """The place of each institution among those with most officials and mentions."""
        weight = Counter({i.institution_id: len(i.mention_ids) for i in self.institutions})
        for official in self.officials:
            if official.institution_id:
                weight[official.institution_id] += _SIDES
        return {institution: rank for rank, (institution, _) in enumerate(weight.most_common())}


def _subjects(inside: Sequence[_Named], start: int) -> set[str]:
    """The institutions that begin a point, one after the other: ``X and the Y will``."""
    found: set[str] = set()
    end = start + _SUBJECT - _JOINED
    for named in inside:
        if named.start - end > _JOINED:
            break
        found.add(named.institution)
        end = named.end
    return found


def _named(where: str, institution: str, found: Sequence[_Named]) -> Signals:
    """Whether and how an institution is named in a stretch, and whether others are."""
    names = list(dict.fromkeys(named.institution for named in found))
    if institution not in names:
        return {f"{where}_others": bool(names)}
    return {
        where: True,
        f"{where}_alone": len(names) == 1,
        f"{where}_first": names[0] == institution and len(names) > 1,
        f"{where}_last": names[-1] == institution and len(names) > 1,
        f"{where}_official": all(n.by_official for n in found if n.institution == institution),
    }


def _inherited(
    institution: str, place: Place, before: tuple[Place, Sequence[PointParty]] | None
) -> Signals:
    """The institution's role in the point before, above all where that has the same lead-in."""
    if before is None:
        return {"first_point": True}
    where = "same" if before[0].lead == place.lead else "other"
    roles = [party.role for party in before[1] if party.institution_id == institution]
    return {f"{where}_{role}": True for role in roles or ("none",)}


def _odds(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return max(-_MOST, min(_MOST, math.log(bounded / (1 - bounded))))


def score(role: PartyRole, signals: Signals) -> float:
    """The weighted sum of an institution's signals for a role; above 0 it is likelier than none."""
    weights = lexicon.weights_for("parties", role)
    return sum(weights.get(name, 0.0) * value for name, value in signals.items())


def _probabilities(signals: Signals, told: dict[PartyRole, float]) -> dict[PartyRole, float]:
    """How likely each role is; the rest is that the institution has none."""
    odds = {role: score(role, signals) for role in PARTY_ROLES}
    if told:
        odds = {
            role: start + by_score * odds[role] + by_engine * told[role]
            for role, (start, by_score, by_engine) in _WEIGHTS.items()
        }
        odds = {role: value + _RESPONSIBLE * told["responsible"] for role, value in odds.items()}
    shares = {role: math.exp(value) for role, value in odds.items()}
    total = 1 + sum(shares.values())
    return {role: share / total for role, share in shares.items()}


@cache
def _party_words(language: str | None) -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    """By role, the words that stand right before such a name, and the endings of one."""
    data = lexicon.or_english("points", language)["parties"]
    return {
        kind: (
            re.compile(rf"(?:{either(data[kind])})\W*\Z", re.IGNORECASE),
            tuple(data[f"{kind}_endings"]),
        )
        for kind in ("partner", "beneficiary")
    }


@cache
def _both_sides(language: str | None) -> re.Pattern[str]:
    return phrase_pattern(lexicon.or_english("points", language)["both"])
