"""Until when a point is to be done."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from communique.records import Article, DateMention

# Characters that may stand between a word for "by" and its date
_NEAR = 12


def find_deadline(
    article: Article, start: int, end: int, dates: Sequence[DateMention]
) -> str | None:
    """The date or period inside a point that is still to come.

    Of several, one that a word for "by" or "until" goes before or comes after; else the last.
    """
    to_come = [
        date
        for date in dates
        if start <= date.start_char and date.end_char <= end and not _is_over(article, date)
    ]
    before, after = _deadline_words(article.language)
    for date in to_come:
        ahead = article.text[max(start, date.start_char - 30) : date.start_char]
        near = any(len(ahead) - match.end() <= _NEAR for match in before.finditer(ahead))
        if near or after.match(article.text[date.end_char : end].lstrip()):
            return date.value
    return to_come[-1].value if to_come else None


def _is_over(article: Article, date: DateMention) -> bool:
    return bool(article.published_on and date.end_date and date.end_date < article.published_on)


@cache
def _deadline_words(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = lexicon.or_english("points", language)["deadline"]
    return phrase_pattern(data["before"]), phrase_pattern(data["after"])
