"""The words that tell of an event, by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.records import EVENT_TYPES

if TYPE_CHECKING:
    import re

    from communique.records import EventType

# News tells what, when and where in its first sentences.
LEAD_SENTENCES = 6


@dataclass(frozen=True)
class Cues:
    """Phrases for the types of event, before a place, and for the past; endings of places."""

    types: dict[EventType, re.Pattern[str]]
    places: re.Pattern[str]
    past: re.Pattern[str]
    endings: tuple[str, ...]


@cache
def event_cues(language: str | None) -> Cues:
    """A language's cues; for a language without a file, those of all files together."""
    files = lexicon.load("events")
    chosen = [files[language]] if language in files else list(files.values())
    return Cues(
        {t: phrase_pattern(w for f in chosen for w in f["types"].get(t, ())) for t in EVENT_TYPES},
        phrase_pattern(word for f in chosen for word in f["places"]),
        phrase_pattern(word for f in chosen for word in f["past"]),
        tuple(ending for f in chosen for ending in f.get("place_endings", ())),
    )
