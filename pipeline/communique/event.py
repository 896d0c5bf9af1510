"""What an article reports: type, date and place of the event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.names.forms import dictionary_form
from communique.records import (
    EVENT_TYPES,
    Article,
    DateMention,
    Event,
    EventType,
    Instrument,
    Mention,
)
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

# News tells what, when and where in its first sentences.
_LEAD_SENTENCES = 4


@dataclass(frozen=True)
class _Cues:
    types: dict[EventType, re.Pattern[str]]
    places: re.Pattern[str]
    past: re.Pattern[str]


@cache
def _cues(language: str | None) -> _Cues:
    files = lexicon.load("events")
    chosen = [files[language]] if language in files else list(files.values())
    return _Cues(
        {t: phrase_pattern(w for f in chosen for w in f["types"].get(t, ())) for t in EVENT_TYPES},
        phrase_pattern(word for f in chosen for word in f["places"]),
        phrase_pattern(word for f in chosen for word in f["past"]),
    )


def find_event(
    article: Article,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    instruments: Sequence[Instrument],
) -> tuple[Event, tuple[DateMention, ...]]:
    """The event, and the dates with the role that each has in it."""
    date = _event_date(article, dates)
    roles = tuple(_with_role(found, date, article) for found in dates)
    event = Event(
        type=_type(article, instruments),
        date=date.value if date else None,
        place=_place(article, mentions),
    )
    return event, roles


def _event_date(article: Article, dates: Sequence[DateMention]) -> DateMention | None:
    """The first day (or range of days) of the first sentences that is not told as past."""
    sentences = Sentences(article.text)
    cues = _cues(article.language)
    for date in dates:
        if sentences.number(date.start_char) >= _LEAD_SENTENCES or date.granularity == "year":
            continue
        if article.published_on and date.start_date and date.start_date > article.published_on:
            continue
        start, end = sentences.at(date.start_char)
        if cues.past.search(article.text, start, end):
            continue
        return date
    return None


def _with_role(date: DateMention, event: DateMention | None, article: Article) -> DateMention:
    if event and date.value == event.value:
        return date.model_copy(update={"role": "event"})
    line_start = article.text.rfind("\n", 0, date.start_char) + 1
    line_end = article.text.find("\n", date.end_char)
    line = article.text[line_start : line_end if line_end >= 0 else None]
    published = article.published_on and date.value == article.published_on.isoformat()
    # a date that has its line to itself is the article's own
    if published and len(line.split()) <= 6:
        return date.model_copy(update={"role": "published"})
    return date


def _type(article: Article, instruments: Sequence[Instrument]) -> EventType:
    if any(instrument.status == "signed" for instrument in instruments):
        return "signing"
    cues = _cues(article.language)
    lead = article.text[:700]
    scored = [
        (len(pattern.findall(lead)), -(match.start()), kind)
        for kind, pattern in cues.types.items()
        if kind != "signing" and (match := pattern.search(lead))
    ]
    return max(scored)[2] if scored else "other"


def _place(article: Article, mentions: Sequence[Mention]) -> str | None:
    """The first place after a word for "in", else the place of a dateline."""
    places = [mention for mention in mentions if mention.label == "LOC"]
    cues = _cues(article.language)
    sentences = Sentences(article.text)
    for place in places:
        if sentences.number(place.start_char) >= _LEAD_SENTENCES:
            break
        before = article.text[max(0, place.start_char - 25) : place.start_char]
        if any(match.end() >= len(before.rstrip()) for match in cues.places.finditer(before)):
            return dictionary_form(place.text, "LOC", article.language)
    for place in places[:1]:
        if place.start_char < 5 and re.match(r"[\s,(]", article.text[place.end_char :]):
            return dictionary_form(place.text, "LOC", article.language)
    return None
