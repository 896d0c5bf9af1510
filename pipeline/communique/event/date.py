"""When the event took place."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from communique.dates.calendar import NOTHING_KNOWN
from communique.dates.dateline import is_articles_own, is_dateline, is_published, is_stamp
from communique.event.cues import LEAD_SENTENCES, event_cues
from communique.event.days import first_and_last, with_next_days
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from communique.mentions import SpanKnowledge
    from communique.records import Article, DateMention, EventType

# Days within which news is news, and that an event lasts at most
_RECENT, _LONGEST_EVENT = 14, 45
# Days by which an event can be announced
_AHEAD = 14
# What the choice of the rules is worth against an engine's log-odds
_RULES = 2.0
# The log-odds from which on a day of the last days before publication is the event's: news is of
# something, and such a day is seldom that of something else
_LATELY, _LEAST_LATELY = 7, -4.0
# What a range of days is worth beside one day in it that is likelier: a meeting has its day within
# a visit, what lasts is told day by day
_LASTS: dict[EventType, float] = {"meeting": 3.0, "signing": 3.0}
_LASTS_ELSE = 7.0
# Types of events whose first and last day are often named apart, and the log-odds of such a day
_OF_DAYS: tuple[EventType, ...] = ("training", "conference", "visit")
_ONE_OF_DAYS = -1.0


def find_date(
    article: Article,
    dates: Sequence[DateMention],
    kind: EventType,
    spans: SpanKnowledge | None,
) -> tuple[DateMention, ...]:
    """What dates the event of this type: the likeliest for rules and engine together.

    Mostly it is one date or none; of an event whose first and last day are named apart these two.
    """
    chosen = _by_rules(article, dates)
    possible = [date for date in dates if _can_be(article, date)]
    if spans is None:
        return (_several(article, kind, chosen, possible, ()) or (chosen,)) if chosen else ()
    told = {
        date.mention_id: spans.log_odds("role", "event", (date.start_char, date.end_char))
        for date in possible
    }
    trusted = chosen if chosen and not is_published(article, chosen) else None
    scored = [
        (told[date.mention_id] + _RULES * (date is trusted), -number, date)
        for number, date in enumerate(possible)
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    if best is None or best[0] <= (_LEAST_LATELY if _is_of_late(article, best[2]) else 0.0):
        return ()
    if best[2].value == NOTHING_KNOWN:  # today, 5 September
        named = [item for item in scored if item[0] > 0 and item[2].value != NOTHING_KNOWN]
        best = max(named, key=lambda item: item[:2], default=best)
    least = best[0] - _LASTS.get(kind, _LASTS_ELSE)
    around = [item for item in scored if item[0] >= least and _is_around(item[2], best[2])]
    if around:
        return (max(around, key=lambda item: item[:2])[2],)
    likely = [date for date in possible if told[date.mention_id] > _ONE_OF_DAYS]
    return _several(article, kind, best[2], possible, likely) or (best[2],)


def _is_of_late(article: Article, date: DateMention) -> bool:
    """Whether a date is a day shortly before the article was published, or that same day."""
    known = article.published_on and date.start_date and date.granularity == "day"
    return bool(known) and 0 <= _days_before(article, date) <= _LATELY


def _several(
    article: Article,
    kind: EventType,
    date: DateMention,
    possible: Sequence[DateMention],
    likely: Sequence[DateMention],
) -> tuple[DateMention, ...]:
    """The first and the last day of an event of several that are told apart; else nothing."""
    days: tuple[DateMention, ...] = ()
    if kind != "signing":
        days = first_and_last(article, date, possible)
    if kind in _OF_DAYS and not days:
        days = with_next_days(article, date, possible) or _likely_days(article, date, likely)
    return days


def _likely_days(
    article: Article, date: DateMention, likely: Sequence[DateMention]
) -> tuple[DateMention, ...]:
    """The first and the last of the likely days, where the date is one of several; else nothing."""
    days = [day for day in likely if day.granularity == "day" and day.start_date]
    days = [day for day in days if day is date or not _is_today(article, day)]
    days.sort(key=lambda day: str(day.start_date))
    if date not in days or days[0].value == days[-1].value:
        return ()
    length = (days[-1].start_date or dt.date.min) - (days[0].start_date or dt.date.max)
    return (days[0], days[-1]) if length.days <= _LONGEST_EVENT else ()


def _is_today(article: Article, day: DateMention) -> bool:
    return article.published_on is not None and day.start_date == article.published_on


def event_value(dated: Sequence[DateMention]) -> str | None:
    """The ISO value of the date or dates of an event."""
    values = list(dict.fromkeys(date.value for date in dated if date.value != NOTHING_KNOWN))
    return "/".join(values) or None


def _is_around(days: DateMention, date: DateMention) -> bool:
    """Whether a range of days has a date in it."""
    if days.granularity != "range" or date.granularity != "day":
        return False
    if not (date.start_date and days.start_date and days.end_date):
        return False
    return days.start_date <= date.start_date <= days.end_date


def _by_rules(article: Article, dates: Sequence[DateMention]) -> DateMention | None:
    """The first day (or range of days) told as news; that of a dateline only if there is no other.

    Yesterday's event is reported under today's dateline, so a day before the article's own, within
    two weeks, is the better one.
    """
    sentences = Sentences(article.text)
    told = [
        date
        for date in dates
        if sentences.number(date.start_char) < LEAD_SENTENCES and _is_news(article, date, sentences)
    ]
    own = [d for d in told if is_articles_own(article, d) or is_dateline(article, d)]
    others = [date for date in told if date not in own]
    recent = [date for date in others if _days_before(article, date) <= _RECENT]
    return next(iter(recent or own or others), None)


def _can_be(article: Article, date: DateMention) -> bool:
    """Whether a date can be the event's: a day or days, past, today or announced."""
    if date.granularity == "year" or _days_before(article, date) < -_AHEAD:
        return False
    if is_stamp(article, date):
        return False
    days = (date.end_date - date.start_date).days if date.start_date and date.end_date else 0
    return days <= _LONGEST_EVENT


def _is_news(article: Article, date: DateMention, sentences: Sentences) -> bool:
    """Whether a date can be the event's and is told neither as past nor as to come."""
    if not _can_be(article, date) or _days_before(article, date) < 0:
        return False
    start, end = sentences.at(date.start_char)
    told_as_past = event_cues(article.language).past.search(article.text, start, end)
    return not told_as_past or _days_before(article, date) <= _RECENT


def _days_before(article: Article, date: DateMention) -> int:
    """Days from a date to the article's own; 0 where one of them is not known."""
    if not (article.published_on and date.start_date):
        return 0
    return (article.published_on - date.start_date).days


def with_role(date: DateMention, event: Collection[str], article: Article) -> DateMention:
    """The date with its role in the article; ``event`` are the values of what dates the event."""
    if is_stamp(article, date):
        return date.model_copy(update={"role": "published"})
    if date.value in event:
        return date.model_copy(update={"role": "event"})
    if is_published(article, date):
        return date.model_copy(update={"role": "published"})
    return date
