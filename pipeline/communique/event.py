"""What an article reports: type, date and place of the event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.names.countries import country_names
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

    from communique.mentions import EventKnowledge

# News tells what, when and where in its first sentences.
_LEAD_SENTENCES = 6
# Days within which news is news, and that an event lasts at most
_RECENT, _LONGEST_EVENT = 14, 45
# Characters within which a dateline names its place, and ends; words of a line that is a date
_OPENING, _DATELINE, _ALONE = 10, 60, 6


@dataclass(frozen=True)
class _Cues:
    types: dict[EventType, re.Pattern[str]]
    places: re.Pattern[str]
    past: re.Pattern[str]
    endings: tuple[str, ...]


@cache
def _cues(language: str | None) -> _Cues:
    files = lexicon.load("events")
    chosen = [files[language]] if language in files else list(files.values())
    return _Cues(
        {t: phrase_pattern(w for f in chosen for w in f["types"].get(t, ())) for t in EVENT_TYPES},
        phrase_pattern(word for f in chosen for word in f["places"]),
        phrase_pattern(word for f in chosen for word in f["past"]),
        tuple(ending for f in chosen for ending in f.get("place_endings", ())),
    )


def find_event(
    article: Article,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    instruments: Sequence[Instrument],
    known: EventKnowledge | None = None,
) -> tuple[Event, tuple[DateMention, ...]]:
    """The event, and the dates with the role that each has in it.

    ``known`` is what the engine says of the whole article.
    """
    date = _event_date(article, dates)
    roles = tuple(_with_role(found, date, article) for found in dates)
    event = Event(
        type=known["type"] if known else _type(article, instruments),
        is_cooperation=known["is_cooperation"] if known else None,
        date=date.value if date else None,
        place=_place(article, mentions),
    )
    return event, roles


def _event_date(article: Article, dates: Sequence[DateMention]) -> DateMention | None:
    """The first day (or range of days) told as news; that of a dateline only if there is no other.

    Yesterday's event is reported under today's dateline, so a day before the article's own, within
    two weeks, is the better one.
    """
    sentences = Sentences(article.text)
    told = [
        date
        for date in dates
        if sentences.number(date.start_char) < _LEAD_SENTENCES
        and _is_news(article, date, sentences)
    ]
    own = [date for date in told if _is_articles_own(article, date)]
    others = [date for date in told if date not in own]
    recent = [date for date in others if _days_before(article, date) <= _RECENT]
    return next(iter(recent or own or others), None)


def _is_news(article: Article, date: DateMention, sentences: Sentences) -> bool:
    """Whether a date can be the event's: a day or days, not to come, not told as past."""
    if date.granularity == "year" or (date.start_date and _days_before(article, date) < 0):
        return False
    days = (date.end_date - date.start_date).days if date.start_date and date.end_date else 0
    if days > _LONGEST_EVENT:
        return False
    start, end = sentences.at(date.start_char)
    told_as_past = _cues(article.language).past.search(article.text, start, end)
    return not told_as_past or _days_before(article, date) <= _RECENT


def _days_before(article: Article, date: DateMention) -> int:
    """Days from a date to the article's own; 0 where one of them is not known."""
    if not (article.published_on and date.start_date):
        return 0
    return (article.published_on - date.start_date).days


def _is_articles_own(article: Article, date: DateMention) -> bool:
    """Whether a date stands in a dateline or has its line to itself."""
    line_start = article.text.rfind("\n", 0, date.start_char) + 1
    line_end = article.text.find("\n", date.end_char)
    line = article.text[line_start : line_end if line_end >= 0 else None]
    in_dateline = date.start_char < _DATELINE and bool(
        re.match(r"[^.\n]{0,25}?[.,/]?\s*(?:/|[–—-]\s)", article.text[date.end_char :])
    )
    return in_dateline or len(line.split()) <= _ALONE


def _with_role(date: DateMention, event: DateMention | None, article: Article) -> DateMention:
    if event and date.value == event.value:
        return date.model_copy(update={"role": "event"})
    published = article.published_on and date.value == article.published_on.isoformat()
    if published and _is_articles_own(article, date):
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
    """The place of the first sentences that most looks like where it happened."""
    sentences = Sentences(article.text)
    places = [
        mention
        for mention in mentions
        if mention.label == "LOC" and sentences.number(mention.start_char) < _LEAD_SENTENCES
    ]
    scored = [
        (_likely_place(article, place) - number / 10, -number, place)
        for number, place in enumerate(places)
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    if best is None or best[0] <= 0:
        return None
    name = dictionary_form(best[2].text, "LOC", article.language)
    return name.title() if name.isupper() else name


def _likely_place(article: Article, place: Mention) -> float:
    """What speaks for a place: a word or ending for "in", a dateline; cities before countries."""
    cues = _cues(article.language)
    before = article.text[max(0, place.start_char - 25) : place.start_char]
    said = any(match.end() >= len(before.rstrip()) for match in cues.places.finditer(before))
    said = said or bool(cues.endings and place.text.casefold().endswith(cues.endings))
    opens = place.start_char < _DATELINE and bool(
        re.match(r"\s*[,.(/–—]|\s+-\s", article.text[place.end_char : place.end_char + 3])
    )
    is_country = place.text in country_names(article.language or "en")
    return 2.0 * said + 2.5 * (opens and place.start_char < _OPENING) - 1.0 * is_country - 0.5
