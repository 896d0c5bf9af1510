"""News agencies and papers that an article only names as where it comes from.

They stand between slashes, or in brackets or alone before the dash of a dateline: ``/Кабар/``,
``Manama (Gulf Wire) –``, ``АСТАНА. KAZINFORM –``. In the gold samples outside test none of
the 64 institutions named only so has a part in what is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Article, Institution, Mention

# Characters in which an article's datelines stand, and those of a place and date in one
_HEAD, _DATELINE = 300, 45
# Words of an agency that has neither slashes nor brackets around it
_SHORT = 2
# What stands before an agency and behind it: /Корр. БЕЛТА/, (TTXVN 12/9) –, ASTANA. KAZINFORM –
_Signs = tuple[re.Pattern[str], re.Pattern[str]]
_SLASHES: _Signs = (re.compile(r"(?<!\w)/(?:\w+\.?\s)?$"), re.compile(r"/(?!\w)"))
_BRACKETS: _Signs = (re.compile(r"\([^\d()]{0,8}$"), re.compile(r"[^()\n]{0,10}\)\.?\s*[–—-]\s"))
_ALONE: _Signs = (re.compile(r"[.,]\s*$"), re.compile(r"\s*[–—-]\s"))
# The same where there is a date before: 4 марта (АЗЕРТАДЖ). and 14 July – BelTA.
_DATED_BRACKETS: _Signs = (re.compile(r"\d.*\([^\d()]{0,8}$"), re.compile(r"\)\."))
_DATED: _Signs = (re.compile(r"\d.*[–—-]\s*$"), re.compile(r"\.\s"))


def without_sources(
    article: Article, mentions: Sequence[Mention], institutions: Sequence[Institution]
) -> tuple[Institution, ...]:
    """The institutions without those that are only named as the article's source."""
    named = {mention.mention_id: mention for mention in mentions}
    return tuple(
        institution
        for institution in institutions
        if not institution.mention_ids
        or not all(_is_source(article.text, named[number]) for number in institution.mention_ids)
    )


def _is_source(text: str, mention: Mention) -> bool:
    line = text[text.rfind("\n", 0, mention.start_char) + 1 : mention.start_char]
    after = text[mention.end_char : mention.end_char + _DATELINE]
    if _stands_in(_SLASHES, line, after):
        return True
    if mention.start_char >= _HEAD or len(line) > _DATELINE:
        return False
    if any(_stands_in(signs, line, after) for signs in (_BRACKETS, _DATED_BRACKETS)):
        return True
    short = len(mention.text.split()) <= _SHORT
    return short and any(_stands_in(signs, line, after) for signs in (_ALONE, _DATED))


def _stands_in(signs: _Signs, before: str, after: str) -> bool:
    return signs[0].search(before) is not None and signs[1].match(after) is not None
