"""Topic and status of a point: by an engine, by letters, and by the words of the lexicon files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.points.topic_letters import cue_weights, topic_scores
from communique.records import POINT_STATUSES, TOPICS, PointStatus, Topic

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence


# Within so many characters a topic's words name the activity itself, not what it is about.
OPENING = 16
# What the letters weigh, and the words of the lexicon, against what an engine says (the best of
# some tried on the development articles), and without an engine: there languages that the letters
# do not know depend on the words.
_BESIDE, _ALONE = (1.5, 1.0), (1.0, 1.5)
_LEAST = 1e-6


def topic_of(text: str, language: str | None, known: Mapping[Topic, float] | None = None) -> Topic:
    """The likeliest topic by the point's letters, the lexicon's words and an engine.

    The first words name the activity, what follows describes it. Of what follows the lexicon has a
    say only where no engine gives a probability of each topic (``known``).
    """
    letters, words = _BESIDE if known else _ALONE
    scores = letters * topic_scores(text)
    if known:
        scores += np.log([max(known.get(topic, 0.0), _LEAST) for topic in TOPICS])
    named = named_topic(text, language)
    if named and (not known or named[0] <= OPENING):
        scores[TOPICS.index(named[1])] += words * cue_weights()[TOPICS.index(named[1])]
    return TOPICS[int(scores.argmax())]


def named_topic(text: str, language: str | None) -> tuple[int, Topic] | None:
    """The topic whose words stand first, and how many characters into the point.

    Where two begin at the same place, the longer phrase is the more specific.
    """
    openers = [match.end() for match in _openers(language).finditer(text)]
    found = [
        (_depth(match.start(), openers), match.start() - match.end(), topic)
        for topic, pattern in _patterns(language, "topics").items()
        if (match := pattern.search(text))
    ]
    if not found:
        return None
    depth, _, named = min(found)
    return depth, next(topic for topic in TOPICS if topic == named)


def _depth(position: int, openers: Sequence[int]) -> int:
    """Characters to the beginning of the point, or to a verb that only introduces the activity."""
    return position - max((end for end in openers if end <= position), default=0)


@cache
def _openers(language: str | None) -> re.Pattern[str]:
    return phrase_pattern(lexicon.or_english("points", language).get("openers", ()))


def status_of(text: str, lead: str, language: str | None) -> PointStatus:
    """What the lead-in says of the point, else what the point says itself; else ``agreed``.

    The cue that stands nearest to the point decides.
    """
    for section, where in (("leads", lead), ("status", text)):
        found = [
            (match.start(), status)
            for status, pattern in _patterns(language, section).items()
            for match in pattern.finditer(where)
        ]
        if found:
            last = max(found)[1] if section == "leads" else min(found)[1]
            return next(status for status in POINT_STATUSES if status == last)
    return "agreed"


@cache
def _patterns(language: str | None, section: str) -> Mapping[str, re.Pattern[str]]:
    data: dict[str, Any] = lexicon.or_english("points", language)
    phrases: dict[str, list[str]] = {key: list(words) for key, words in data[section].items()}
    if section == "leads":
        for extra in ("clauses", "closers"):
            for key, words in data.get(extra, {}).items():
                phrases.setdefault(key, []).extend(words)
    return {key: phrase_pattern(words) for key, words in phrases.items()}
