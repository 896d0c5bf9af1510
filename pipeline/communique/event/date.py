"""When the event took place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.dates.dateline import is_articles_own
from communique.event.cues import LEAD_SENTENCES, event_cues
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.mentions import SpanKnowledge
    from communique.records import Article, DateMention

# Days within which news is news, and that an event lasts at most
_RECENT, _LONGEST_EVENT = 14, 45
# What the choice of the rules is worth against an engine's log-odds
_RULES = 2.0


def find_date(
    article: Article, dates: Sequence[DateMention], spans: SpanKnowledge | None
) -> DateMention | None:
    """The date of the event: the likeliest for rules and engine together."""
    chosen = _by_rules(article, dates)
    if spans is None:
        return chosen
    scored = [
        (
            spans.log_odds("role", "event", (date.start_char, date.end_char))
            + _RULES * (date is chosen),
            -number,
            date,
        )
        for number, date in enumerate(dates)
        if _can_be(article, date)
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best and best[0] > 0 else None


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
    own = [date for date in told if is_articles_own(article, date)]
    others = [date for date in told if date not in own]
    recent = [date for date in others if _days_before(article, date) <= _RECENT]
    return next(iter(recent or own or others), None)


def _can_be(article: Article, date: DateMention) -> bool:
    """Whether a date can be the event's: a day or days, not to come."""
    if date.granularity == "year" or (date.start_date and _days_before(article, date) < 0):
        return False
    days = (date.end_date - date.start_date).days if date.start_date and date.end_date else 0
    return days <= _LONGEST_EVENT


def _is_news(article: Article, date: DateMention, sentences: Sentences) -> bool:
    """Whether a date can be the event's and is not told as past."""
    if not _can_be(article, date):
        return False
    start, end = sentences.at(date.start_char)
    told_as_past = event_cues(article.language).past.search(article.text, start, end)
    return not told_as_past or _days_before(article, date) <= _RECENT


def _days_before(article: Article, date: DateMention) -> int:
    """Days from a date to the article's own; 0 where one of them is not known."""
    if not (article.published_on and date.start_date):
        return 0
    return (article.published_on - date.start_date).days


def with_role(date: DateMention, event: DateMention | None, article: Article) -> DateMention:
    """The date with its role in the article."""
    if event and date.value == event.value:
        return date.model_copy(update={"role": "event"})
    published = article.published_on and date.value == article.published_on.isoformat()
    if published and is_articles_own(article, date):
        return date.model_copy(update={"role": "published"})
    return date
