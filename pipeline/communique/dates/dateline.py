"""The date that an article gives itself: in its dateline, or on a line of its own."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import Article, DateMention, Mention

# Characters within which a dateline names its place and its date
DATELINE = 60
# Words of a line that is a date and hardly more
_ALONE = 6
# Days from a dateline to the day on which the article is published, at most
_LATE = 7
# Characters in which an article's headline and dateline stand, and those of its last lines
_HEAD, _FOOT = 250, 120
# Words that stand with a date and a clock time on the line that says when a page was published
_STAMPED = 4
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?![\d])(?!\s?[–—-]\s?\d)")
# What counts readers or sets off a rubric: ``24.05.2019   👁 419``, ``News • 21 June 2023 • 3 min``
_COUNTER = re.compile(r"[•*|·👁💬]|\s{3}")
_BULLET = re.compile(r"^\s*[•*·-]\s*")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"[^\W\d_][^.!?:\n]{0,40}[,(–—-]\s*|\W*")
_BEHIND = re.compile(r"[^.\n]{0,25}?[.,/]?\s*(?:/|[–—-]\s)")
_STOP = re.compile(r"\s*(?:/[^/\n]{1,25}/)?\s*(?:\.(?:\s|$)|\n|$|[–—-]\s)")


def is_articles_own(article: Article, date: DateMention) -> bool:
    """Whether a date stands in a dateline or has its line to itself."""
    start, end = _line(article.text, date)
    in_dateline = date.start_char < DATELINE and bool(_BEHIND.match(article.text[date.end_char :]))
    return in_dateline or len(article.text[start:end].split()) <= _ALONE


def is_stamp(article: Article, date: DateMention) -> bool:
    """Whether a date says when the page was published: alone on a line, or with a clock time."""
    text = article.text
    if not _is_at_the_edge(article, date):
        return False
    start, end = _line(text, date)
    before = _BULLET.sub("", text[start : date.start_char], count=1)
    after = text[date.end_char : end]
    words = len(_WORD.findall(f"{before} {after}"))
    if _CLOCK.search(f"{before} {after}"):
        return words <= _STAMPED
    if not _YEAR.search(date.text):
        return False
    if words > _STAMPED:
        return False
    return not words or any(_COUNTER.search(side) for side in (before, after))


def is_published(article: Article, date: DateMention) -> bool:
    """Whether a date that is the article's own says so: in a dateline or at the head of a line."""
    return (
        article.published_on is not None
        and date.value == article.published_on.isoformat()
        and (
            is_articles_own(article, date)
            or is_dateline(article, date)
            or (_is_at_the_edge(article, date) and _heads_its_line(article, date))
        )
    )


def _heads_its_line(article: Article, date: DateMention) -> bool:
    """Whether a date with its year has nothing before it on its line but names and rubrics."""
    start, _ = _line(article.text, date)
    words = _WORD.findall(article.text, start, date.start_char)
    return _YEAR.search(date.text) is not None and all(word[0].isupper() for word in words)


def _is_at_the_edge(article: Article, date: DateMention) -> bool:
    return date.start_char < _HEAD or date.end_char >= len(article.text) - _FOOT


def is_dateline(article: Article, date: Mention | DateMention) -> bool:
    """Whether a date is that of a dateline: ``SUVA, 7 November 2024. The ...``."""
    start, _ = _line(article.text, date)
    return (
        date.start_char < _HEAD
        and any(char.isdigit() for char in date.text)
        and _BEFORE.fullmatch(article.text, start, date.start_char) is not None
        and _STOP.match(article.text, date.end_char) is not None
    )


def could_be_told_on(day: dt.date, published: dt.date) -> bool:
    """Whether an article of one day can be published on the other."""
    return dt.timedelta(0) <= published - day <= dt.timedelta(_LATE)


def _line(text: str, date: Mention | DateMention) -> tuple[int, int]:
    """Where the line begins and ends on which a date stands, in characters."""
    end = text.find("\n", date.end_char)
    return text.rfind("\n", 0, date.start_char) + 1, end if end >= 0 else len(text)
