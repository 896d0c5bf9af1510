"""What an engine knows of single spans beyond their labels: classes, and links between them.

The encoder gives every unit of a text scores for these classes and vectors for these links. A span
is asked by its characters, so it does not matter who drew its bounds.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from communique.records import DATE_ROLES, INSTRUMENT_STATUSES, PARTY_ROLES, SIDES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from communique.mentions.encoder_decoding import Floats
    from communique.mentions.protocol import EventKnowledge
    from communique.records import PartyRole

Kind = Literal["side", "official", "role", "instrument", "place"]
Extent = tuple[int, int]

CLASSES: dict[Kind, tuple[str, ...]] = {
    "side": ("none", *SIDES),  # of a PERSON
    "official": ("no", "yes"),  # of a PERSON
    "role": DATE_ROLES,  # of a DATE
    "instrument": INSTRUMENT_STATUSES,  # of a DOC
    "place": ("no", "yes"),  # of a LOC: whether it is where the event took place
}
"""The classes of each kind, in the order of the scores."""

LINK_SIZE = 64
"""Numbers of a link vector. A unit has one for each of ``LINKS``."""
LINKS = ("institution", *PARTY_ROLES, "key", "country", "place")
"""What a vector is for: a title asks for its institution, a point for its parties; an ORG is asked
by its key. An ORG asks for its country, of the words that name one by what place they are. The
inner product of the two tells how well they go together."""

_CLOSEST = 1e-6  # to 0 and 1, where log-odds have no value
CLASS_SCORES = sum(map(len, CLASSES.values()))
LINK_SCORES = LINK_SIZE * len(LINKS)


def class_slice(kind: Kind) -> slice:
    """Where a kind's classes stand among the scores."""
    names = list(CLASSES)
    start = sum(len(CLASSES[name]) for name in names[: names.index(kind)])
    return slice(start, start + len(CLASSES[kind]))


def link_slice(link: str) -> slice:
    """Where a link's vector stands among the numbers of a unit."""
    start = LINKS.index(link) * LINK_SIZE
    return slice(start, start + LINK_SIZE)


_CLASS_SLICES = {kind: class_slice(kind) for kind in CLASSES}
_LINK_SLICES = {link: link_slice(link) for link in LINKS}


@dataclass(frozen=True)
class SpanKnowledge:
    """Scores of the units of one text.

    Args:
        starts: where each unit begins, in characters, ascending; shape (units,).
        classes: logits, shape (units, ``CLASS_SCORES``).
        links: vectors, shape (units, ``LINK_SCORES``).
    """

    starts: NDArray[np.int64]
    classes: Floats
    links: Floats

    def probabilities(self, kind: Kind, span: Extent) -> dict[str, float]:
        """The probability of each class of a kind, for a span in characters."""
        logits = self._mean(self.classes, _CLASS_SLICES[kind], span).tolist()
        highest = max(logits)
        likely = [math.exp(logit - highest) for logit in logits]
        total = sum(likely)
        return {name: share / total for name, share in zip(CLASSES[kind], likely, strict=True)}

    def log_odds(self, kind: Kind, chosen: str, span: Extent) -> float:
        """How much likelier a class is than not, as a logarithm."""
        likely = min(max(self.probabilities(kind, span)[chosen], _CLOSEST), 1 - _CLOSEST)
        return math.log(likely / (1 - likely))

    def institution(self, holder: Extent, institutions: Sequence[Extent]) -> list[float]:
        """How probably each ORG mention is the institution of a title, or of a person without one.

        What is missing to 1 is the probability that the article names none.
        """
        return _shares(self._scores("institution", holder, institutions))

    def country(self, institution: Extent, places: Sequence[Extent]) -> list[float]:
        """How probably each of the words that name countries names that of an ORG mention.

        What is missing to 1 is the probability that none does.
        """
        return _shares(self._scores("country", institution, places, key="place"))

    def parties(
        self, role: PartyRole, point: Extent, institutions: Sequence[Extent]
    ) -> list[float]:
        """How probably each ORG mention names a party of this role to an agreement point."""
        return [1 / (1 + math.exp(-score)) for score in self._scores(role, point, institutions)]

    def _scores(
        self, link: str, asking: Extent, asked: Sequence[Extent], key: str = "key"
    ) -> list[float]:
        if not asked:
            return []
        scores = self._vectors(key, tuple(asked)) @ self._vector(link, asking)
        return [score / math.sqrt(LINK_SIZE) for score in scores.tolist()]

    def _vectors(self, link: str, spans: tuple[Extent, ...]) -> NDArray[np.float64]:
        """The vectors of several spans, shape (spans, ``LINK_SIZE``)."""
        # every title of an article asks the same institutions
        found = self._asked.get((link, spans))
        if found is None:
            found = np.array([self._vector(link, span) for span in spans])
            self._asked[link, spans] = found
        return found

    def _vector(self, link: str, span: Extent) -> NDArray[np.float64]:
        return self._mean(self.links, _LINK_SLICES[link], span)

    def _mean(self, of: Floats, columns: slice, span: Extent) -> NDArray[np.float64]:
        """The mean of some columns over the units of a span in characters."""
        first = max(bisect_right(self._starts, span[0]) - 1, 0)
        last = max(bisect_left(self._starts, span[1]), first + 1)
        total: NDArray[np.float64] = np.add.reduce(of[first:last, columns], dtype=np.float64)
        return total / (last - first)

    @cached_property
    def _starts(self) -> list[int]:
        starts: list[int] = self.starts.tolist()
        return starts

    @cached_property
    def _asked(self) -> dict[tuple[str, tuple[Extent, ...]], NDArray[np.float64]]:
        return {}


def _shares(scores: Sequence[float]) -> list[float]:
    """The probability of each option; that of none of them has the score 0."""
    highest = max(0.0, *scores) if scores else 0.0
    likely = [math.exp(score - highest) for score in (0.0, *scores)]
    total = sum(likely)
    return [share / total for share in likely[1:]]


class Knowledge(NamedTuple):
    """What an engine knows of an article beyond its spans; None for what it leaves out."""

    event: EventKnowledge | None = None
    spans: SpanKnowledge | None = None


NO_KNOWLEDGE = Knowledge()
"""That of an engine that only labels spans."""
