"""Which names only sign an article, its photos or its contact lines."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Article, Mention

# Letters beside the name and the words for author that a line of authors has at most
_FEW = 14
# Characters of a signature's line, and lines at an article's end that can be one
_SHORT, _LAST = 45, 3
_END = re.compile(r"[.!?…»”\")]\s*$")


def is_byline(article: Article, person: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a name signs the article: alone on its line, or beside a word for author."""
    text = article.text
    start = text.rfind("\n", 0, person.start_char) + 1
    end = text.find("\n", person.end_char)
    end = end if end >= 0 else len(text)
    others = [m for m in mentions if start <= m.start_char < end and m.label != "PERSON"]
    before = _without(text, start, person.start_char, others)
    after = _without(text, person.end_char, end, others)
    if not before.strip(_SIGNS) and not after.strip(_SIGNS):
        return True
    captions = list(_words(article.language, "captions").finditer(text, start, person.start_char))
    from_here = captions[-1].end() if captions else start
    credit = list(_words(article.language, "credits").finditer(text, from_here, person.start_char))
    if credit and not text[credit[-1].end() : person.start_char].strip(_SIGNS):
        return True
    if captions:
        return False
    words = _words(article.language, "bylines")
    alone = ":" in before or _letters(after) <= _FEW
    if words.search(before) and alone and _letters(words.sub(" ", before)) <= _FEW:
        return True
    if words.search(after) and _letters(words.sub(" ", before + after)) <= _FEW:
        return True
    titled = any(m.label == "TITLE" for m in others)
    return not titled and not before.strip(_SIGNS) and _is_last(text, start, end)


_SIGNS = " .,()[]-–—:/•\t\u00a0"


def _is_last(text: str, start: int, end: int) -> bool:
    """Whether a short line after a finished one is among the last of the article."""
    rest = [line for line in text[end:].split("\n") if line.strip()]
    before = text[:start].rstrip()
    return (
        end - start <= _SHORT
        and len(rest) < _LAST
        and bool(_END.search(before))
        and not text[start:end].rstrip().endswith((".", ";", ","))
    )


def _without(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    """A stretch of a text without the mentions in it."""
    pieces = []
    for mention in mentions:
        if start <= mention.start_char and mention.end_char <= end:
            pieces.append(text[start : mention.start_char])
            start = mention.end_char
    return " ".join([*pieces, text[start:end]])


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


@cache
def _words(language: str | None, kind: str) -> re.Pattern[str]:
    return phrase_pattern(lexicon.or_english("links", language).get(kind, ()))
