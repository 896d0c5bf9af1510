"""The day of an event that is told by its weekday alone: ``The ministers met on Tuesday``.

By the annotation standard such a weekday is no date by itself, but with the day of publication it
says when the event was. (So it is in 20 of 22 gold articles whose lead has a weekday, and that give
no date of what they report.)
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from communique.dates.dateline import is_dateline, is_published
from communique.event.cues import event_cues
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.records import Article, DateMention

# Sentences and lines, lists and headlines among them, in which an article says when it was
_LEAD_SENTENCES = 10
# What is between a weekday and a date that it stands beside, in one line: ``on Tuesday, 3 May``
_BETWEEN = re.compile(r"(?:[^\S\n]|[,(])*")


def day_of_weekday(
    article: Article, dates: Sequence[DateMention], dated: Sequence[DateMention]
) -> dt.date | None:
    """The last day before the article's own that the first weekday of the lead can be, or that day.

    Args:
        article: the article; its day is that of publication or of its dateline.
        dates: all of its dates.
        dated: those that date the event; the weekday counts where they are only the article's own.
    """
    own = _own_day(article, dated)
    first = min(_weekdays(article, dates), default=None) if own else None
    if own is None or first is None:
        return None
    return own - dt.timedelta((own.isoweekday() - first[1]) % 7)


def _own_day(article: Article, dated: Sequence[DateMention]) -> dt.date | None:
    """The day of an article's publication or its dateline, where no other dates the event."""
    if article.published_on is not None:
        published = all(is_published(article, date) for date in dated)
        return article.published_on if published else None
    days = {date.start_date for date in dated if is_dateline(article, date)}
    return days.pop() if len(days) == len(dated) == 1 else None


def _weekdays(article: Article, dates: Sequence[DateMention]) -> Iterator[tuple[int, int]]:
    """Where the lead has weekdays that stand beside no date, and which (Monday is 1)."""
    sentences = Sentences(article.text)
    for weekday, pattern in event_cues(article.language).on_weekdays.items():
        for found in pattern.finditer(article.text):
            beside = any(_is_beside(article.text, found.span(), date) for date in dates)
            if not beside and sentences.number(found.start()) < _LEAD_SENTENCES:
                yield found.start(), weekday


def _is_beside(text: str, weekday: tuple[int, int], date: DateMention) -> bool:
    start, end = weekday
    left, right = min(end, date.end_char), max(start, date.start_char)
    return left >= right or _BETWEEN.fullmatch(text, left, right) is not None
