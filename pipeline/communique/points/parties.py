"""Who is responsible for a point or party to it, and until when."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.records import PointParty

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from communique.records import Article, DateMention, Institution, Mention

_DEFAULT_LANGUAGE = "en"
# Characters that may stand between a word for "by" and its date
_NEAR = 12
# A name that begins the point is its subject.
_SUBJECT = 3


def find_parties(
    start: int,
    end: int,
    mentions: Sequence[Mention],
    institutions: Sequence[Institution],
) -> tuple[PointParty, ...]:
    """Institutions named inside the point: the subject is responsible, the others are partners."""
    owner = {mention_id: i for i in institutions for mention_id in i.mention_ids}
    parties: dict[str, PointParty] = {}
    for mention in mentions:
        if mention.label != "ORG" or not (start <= mention.start_char and mention.end_char <= end):
            continue
        institution = owner[mention.mention_id].institution_id
        role = "responsible" if mention.start_char - start <= _SUBJECT else "partner"
        parties.setdefault(institution, PointParty(institution_id=institution, role=role))
    return tuple(parties.values())


def find_deadline(
    article: Article, start: int, end: int, dates: Sequence[DateMention]
) -> str | None:
    """The date inside a point that a word for "by" or "until" goes before or comes after."""
    before, after = _deadline_words(article.language)
    for date in dates:
        if not (start <= date.start_char and date.end_char <= end):
            continue
        ahead = article.text[max(start, date.start_char - 30) : date.start_char]
        near = any(len(ahead) - match.end() <= _NEAR for match in before.finditer(ahead))
        if near or after.match(article.text[date.end_char : end].lstrip()):
            return date.value
    return None


@cache
def _deadline_words(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    files = lexicon.load("points")
    data = files.get(language or "", files[_DEFAULT_LANGUAGE])["deadline"]
    return phrase_pattern(data["before"]), phrase_pattern(data["after"])
