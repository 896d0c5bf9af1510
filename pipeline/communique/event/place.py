"""Where the event took place.

The places of an article, and the cities in the names of its institutions, are scored by signals
whose weights were fitted on the training articles of ``corpus/gold``
(``models/training/places.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique import lexicon
from communique.event.place_signals import Places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.event.place_signals import Candidate, Signals
    from communique.mentions import SpanKnowledge
    from communique.records import Article, Mention

# What an engine's log-odds are worth against the score of the signals
_ENGINE = 0.7


def find_place(
    article: Article, mentions: Sequence[Mention], spans: SpanKnowledge | None
) -> str | None:
    """The place that most looks like where it happened, in its dictionary form."""
    places = Places(article, mentions)
    scores = [
        score(places.signals(candidate)) + _ENGINE * _told(candidate, spans)
        for candidate in places.candidates
    ]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return places.candidates[best].name if best is not None and scores[best] > 0 else None


def score(signals: Signals) -> float:
    """The weighted sum of a place's signals; above 0 it is likelier than not."""
    weights = lexicon.weights("places")
    return sum(weights.get(name, 0.0) * value for name, value in signals.items())


def _told(candidate: Candidate, spans: SpanKnowledge | None) -> float:
    """What the engine says of the mentions of a place."""
    if spans is None or not candidate.mentions:
        return 0.0
    return max(
        spans.log_odds("place", "yes", (mention.start_char, mention.end_char))
        for mention in candidate.mentions
    )
