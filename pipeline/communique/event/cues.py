"""The words that tell of an event, by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.records import EVENT_TYPES

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping

    from communique.records import EventType

# News tells what, when and where in its first sentences.
LEAD_SENTENCES = 6


@dataclass(frozen=True)
class Cues:
    """The phrases and endings of one language.

    For the types of event; before a place, and the endings that say the same; endings for "city"
    that an event's place is named without; before where somebody is from, and the endings; for what
    happens at no one place; for the past; for the beginning, the end and a further day of what
    lasts; for "on Monday" (1) to "on Sunday" (7).
    """

    types: dict[EventType, re.Pattern[str]]
    places: re.Pattern[str]
    endings: tuple[str, ...]
    place_kinds: tuple[str, ...]
    origins: re.Pattern[str]
    origin_endings: tuple[str, ...]
    remote: re.Pattern[str]
    past: re.Pattern[str]
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    next_days: re.Pattern[str]
    on_weekdays: dict[int, re.Pattern[str]]


@cache
def event_cues(language: str | None) -> Cues:
    """A language's cues; for a language without a file, those of all files together."""
    chosen = lexicon.or_all("events", language)

    def words(key: str) -> Iterator[str]:
        return (word for file in chosen for word in file.get(key, ()))

    return Cues(
        {t: phrase_pattern(w for f in chosen for w in f["types"].get(t, ())) for t in EVENT_TYPES},
        phrase_pattern(words("places")),
        tuple(words("place_endings")),
        tuple(words("place_kinds")),
        phrase_pattern(words("origins")),
        tuple(words("origin_endings")),
        phrase_pattern(words("remote")),
        phrase_pattern(words("past")),
        phrase_pattern(words("begins")),
        phrase_pattern(words("ends")),
        phrase_pattern(words("next_days")),
        {day: phrase_pattern(_on_weekday(chosen, day)) for day in range(1, 8)},
    )


def _on_weekday(files: Iterable[Mapping[str, Any]], day: int) -> Iterator[str]:
    return (word for file in files for word in file.get("on_weekdays", {}).get(str(day), ()))
