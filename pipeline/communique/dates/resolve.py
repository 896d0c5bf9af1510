"""The date records of an article, from its date mentions."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Protocol

from communique.dates.calendar import NOTHING_KNOWN, Moment, value_of
from communique.dates.dateline import could_be_told_on, is_dateline
from communique.dates.value import date_value
from communique.records import Article, DateMention, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.dates.calendar import DateValue


class Plan(Protocol):
    """A stretch of the text that tells what is to come."""

    @property
    def start_char(self) -> int:
        """Where it begins."""

    @property
    def end_char(self) -> int:
        """Where the text after it begins."""


# What stands between "today" and the day it is: a comma, a bracket, a word such as "ngày"
_BESIDE = re.compile(r"[,(–—-]?[^\S\n]?(?:[^\W\d_]{2,5} )?\(?|[^\S\n][(–—-][^\S\n]?")
# Characters in which an article without a day of its own tells the day it is to be read against
_HEAD = 500
# XXXX and XX are the annotation standard's year and month that nobody can tell
_DAY_ALONE = re.compile(r"XXXX-XX-(?P<day>\d\d)")
_DAY = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>\d\d)-(?P<day>\d\d)")
_HALF_A_YEAR = dt.timedelta(days=183)


def resolve_dates(
    mentions: Sequence[Mention], article: Article, plans: Sequence[Plan] = ()
) -> tuple[DateMention, ...]:
    """Give every date mention its value; mentions that the calendar does not have are left out.

    Missing years and relative expressions are read against the day of the article's dateline, the
    day it was published or, where neither is known, the first full date or range at its beginning;
    "today, 5 September" is that day. Where none of these is known, a day without its month is of
    the month of the day named before it. A date without a year in one of the ``plans`` (agreement
    points) is one to come. Every role is ``mentioned``.
    """
    dates = sorted((mention for mention in mentions if mention.label == "DATE"), key=_start)
    reference = _dateline(dates, article) or article.published_on
    reference = reference or _first_full_date(dates, article)
    found: list[DateMention] = []
    for number, mention in enumerate(dates):
        value = date_value(mention.text, _language(mention, article), reference)
        if value and value.value == NOTHING_KNOWN:
            value = _named_beside(mention, dates[number + 1 : number + 2], article) or value
        elif value and found and (day := _DAY_ALONE.fullmatch(value.value)):
            value = _later_in_month(int(day["day"]), found[-1]) or value
        if value and reference and any(_stands_in(mention, plan) for plan in plans):
            value = _to_come(mention, article, reference) or value
        if value:
            found.append(_record(mention, value))
    return tuple(found)


def _named_beside(
    mention: Mention, following: Sequence[Mention], article: Article
) -> DateValue | None:
    """The day named right behind "today" or "yesterday": ``Сегодня, | 5 сентября``."""
    for named in following:
        if _BESIDE.fullmatch(article.text, mention.end_char, named.start_char):
            value = date_value(named.text, _language(named, article), None)
            return value if value and value.granularity == "day" else None
    return None


def _later_in_month(day: int, before: DateMention) -> DateValue | None:
    """A day without its month, behind one that has it: ``17 июня ... | 18-го``."""
    named = _DAY.fullmatch(before.value)
    if named is None or int(named["day"]) >= day:
        return None
    year = int(named["year"]) if named["year"].isdigit() else None
    return value_of(Moment("day", year, int(named["month"]), day))


def _stands_in(mention: Mention, plan: Plan) -> bool:
    return plan.start_char <= mention.start_char and mention.end_char <= plan.end_char


def _to_come(mention: Mention, article: Article, reference: dt.date) -> DateValue | None:
    """The next such date, where the text leaves the year open."""
    language = _language(mention, article)
    unread = date_value(mention.text, language, None)
    if unread is None or unread.start is not None:
        return None
    for day in (reference, reference + _HALF_A_YEAR):
        value = date_value(mention.text, language, day)
        if value and value.end and value.end >= reference:
            return value
    return None


def _start(mention: Mention) -> int:
    return mention.start_char


def _dateline(dates: Sequence[Mention], article: Article) -> dt.date | None:
    """The day of the dateline, where the article was published a little later."""
    published = article.published_on
    if published is None:
        return None
    for mention in dates:
        if is_dateline(article, mention):
            value = date_value(mention.text, _language(mention, article), published)
            if value and value.granularity == "day" and value.start == value.end and value.start:
                return value.start if could_be_told_on(value.start, published) else None
    return None


def _first_full_date(dates: Sequence[Mention], article: Article) -> dt.date | None:
    for mention in dates:
        if mention.start_char > _HEAD:
            return None
        value = date_value(mention.text, _language(mention, article), None)
        if value and value.start and value.value.startswith(value.start.isoformat()):
            return value.start
    return None


def _record(mention: Mention, value: DateValue) -> DateMention:
    return DateMention(
        mention_id=mention.mention_id,
        text=mention.text,
        start_char=mention.start_char,
        end_char=mention.end_char,
        value=value.value,
        start_date=value.start,
        end_date=value.end,
        granularity=value.granularity,
        role="mentioned",
    )


def _language(mention: Mention, article: Article) -> str | None:
    """The language of the passage that the mention stands in, or of the article."""
    for passage in article.passages:
        if passage.start_char <= mention.start_char < passage.end_char and passage.language:
            return passage.language
    return article.language
