"""The event of an article out of what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.event.cues import event_cues
from communique.event.date import event_value, find_date, with_role
from communique.event.place import find_place
from communique.event.weekday import day_of_weekday
from communique.mentions import NO_KNOWLEDGE
from communique.records import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.mentions import Knowledge
    from communique.records import Article, DateMention, EventType, Instrument, Mention

# What a type is worth that does not fit with there being a signed instrument, or none
_SIGNING_MISFIT = 0.1
# Characters in which an article says what it is about
_LEAD = 700


def find_event(
    article: Article,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    instruments: Sequence[Instrument],
    known: Knowledge = NO_KNOWLEDGE,
) -> tuple[Event, tuple[DateMention, ...]]:
    """The event, and the dates with the role that each has in it."""
    told = known.event
    kind = _likeliest(told["types"], instruments) if told else _type(article, instruments)
    dated = find_date(article, dates, kind, known.spans)
    day = day_of_weekday(article, dates, dated)
    event = Event(
        type=kind,
        is_cooperation=told["is_cooperation"] if told else None,
        date=day.isoformat() if day else event_value(dated),
        place=find_place(article, mentions, known.spans),
    )
    values = {day.isoformat()} if day else {date.value for date in dated}
    return event, tuple(with_role(found, values, article) for found in dates)


def _likeliest(types: dict[EventType, float], instruments: Sequence[Instrument]) -> EventType:
    """The engine's type; news of a signing has an instrument that is signed in it."""
    signed = _is_signed(instruments)
    weighed = {
        kind: likely * (1.0 if (kind == "signing") == signed else _SIGNING_MISFIT)
        for kind, likely in types.items()
    }
    return max(weighed, key=weighed.__getitem__, default="other")


def _type(article: Article, instruments: Sequence[Instrument]) -> EventType:
    """The type whose words the beginning has most of."""
    if _is_signed(instruments):
        return "signing"
    lead = article.text[:_LEAD]
    scored = [
        (len(pattern.findall(lead)), -(match.start()), kind)
        for kind, pattern in event_cues(article.language).types.items()
        if kind != "signing" and (match := pattern.search(lead))
    ]
    return max(scored)[2] if scored else "other"


def _is_signed(instruments: Sequence[Instrument]) -> bool:
    return any(instrument.status == "signed" for instrument in instruments)
