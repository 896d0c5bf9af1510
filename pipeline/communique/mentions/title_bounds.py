"""The bounds of titles that a model found, put right by the words of their language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_SURE = 0.9
_DOUBTFUL = 0.5
_NOT_A_TITLE = re.compile(r"\W*")


@dataclass(frozen=True)
class _Words:
    first: re.Pattern[str]
    last: re.Pattern[str]
    offices: re.Pattern[str]
    posts: re.Pattern[str]
    of: frozenset[str]
    honorifics: frozenset[str]


@cache
def _words(language: str | None) -> _Words | None:
    """A language's words; None for one without a file."""
    data = lexicon.load("titles").get(language or "")
    if data is None:
        return None
    honorifics = lexicon.load("honorifics").get(language or "", {})
    forms = [*honorifics.get("before", ()), *honorifics.get("after", ())]
    return _Words(
        phrase_pattern(data["first"]),
        phrase_pattern(data["last"]),
        phrase_pattern(data.get("offices", ())),
        phrase_pattern(data.get("posts", ())),
        frozenset(data.get("of", ())),
        frozenset(form.casefold() for form in forms),
    )


def trimmed(span: Span, score: float | None, language: str | None) -> Span | None:
    """The title without words at its edges that are no part of one.

    None if it is a degree or form of address, unless the model is sure: one may stand for a post.
    """
    words = _words(language)
    if words is None:
        return span
    if span.text.casefold() in words.honorifics and (score or 0.0) < _SURE:
        return None
    text, start, end = span.doc._.article.text, span.start_char, span.end_char
    while first := words.first.match(text, start, end):
        after = _NOT_A_TITLE.match(text, first.end(), end)
        rest = after.end() if after else first.end()
        if rest >= end:
            break
        start = rest
    for last in words.last.finditer(text, start, end):
        if last.end() == end and last.start() > start:
            end = last.start()
    end -= len(text[start:end]) - len(text[start:end].rstrip(" ,–—-"))
    return span.doc.char_span(start, end, label="TITLE", alignment_mode="expand")


def with_offices(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, a title joined with the territory or office beside it that it belongs to.

    Right before, as in ``Шаньси провинциясының | вице-губернаторы``, or behind the post of a
    territory: ``Deputy Governor | of the | Tomsk Region for Economics``. A model may take these for
    places, or for institutions of which it is not sure.
    """
    words = _words(language)
    joined: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        before = joined[-1][0] if joined else None
        if (
            words
            and before is not None
            and (before.label_, span.label_) == ("ORG", "TITLE")
            and before.end == span.start
            and any(m.end() == len(before.text) for m in words.offices.finditer(before.text))
        ):
            joined[-1] = (Span(span.doc, before.start, span.end, label="TITLE"), score)
        elif before is not None and _is_its_territory(before, span, score, language):
            joined[-1] = (Span(span.doc, before.start, span.end, label="TITLE"), joined[-1][1])
        else:
            joined.append((span, score))
    return joined


def _is_its_territory(title: Span, span: Span, score: float | None, language: str | None) -> bool:
    """Whether a mention is the territory of the post that stands before it."""
    doubtful = span.label_ == "ORG" and score is not None and score < _DOUBTFUL
    if title.label_ != "TITLE" or not (span.label_ == "LOC" or doubtful):
        return False
    words = _words(language)
    if words is None or span.doc._.article.text[title.end_char : span.start_char] not in words.of:
        return False
    return words.posts.search(title.text) is not None
