"""The date records of an article, from its date mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.dates.value import date_value
from communique.records import Article, DateMention, Mention

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence


def resolve_dates(mentions: Sequence[Mention], article: Article) -> tuple[DateMention, ...]:
    """Give every date mention its value; mentions that the calendar does not have are left out.

    Missing years and relative expressions are read against the day the article was published or,
    where that is not known, the first full date or range of days in it. Every role is
    ``mentioned``.
    """
    dates = sorted((mention for mention in mentions if mention.label == "DATE"), key=_start)
    reference = article.published_on or _first_full_date(dates, article)
    return tuple(
        record for mention in dates if (record := _record(mention, article, reference)) is not None
    )


def _start(mention: Mention) -> int:
    return mention.start_char


def _first_full_date(dates: Sequence[Mention], article: Article) -> dt.date | None:
    for mention in dates:
        value = date_value(mention.text, _language(mention, article), None)
        if value and value.start and value.value.startswith(value.start.isoformat()):
            return value.start
    return None


def _record(mention: Mention, article: Article, reference: dt.date | None) -> DateMention | None:
    value = date_value(mention.text, _language(mention, article), reference)
    if value is None:
        return None
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
