"""The bounds of instruments that a model found, put right by the words of their language.

A model cuts between words that belong together (``Kế | hoạch``, ``giai | đoạn``) more often than
between others. An instrument has a word for its kind in it, whole; it ends before a period, a party
or a verb, and in Kazakh it begins after them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern

if TYPE_CHECKING:
    import re

    from spacy.tokens import Span

# Characters beside a span in which a word may stand that it cuts
_BESIDE = 25
_EDGES = " \t\u00a0,;:–—-"


@dataclass(frozen=True)
class _Words:
    kinds: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _words(language: str | None) -> _Words | None:
    """A language's words; None for one whose file says nothing of bounds."""
    data = lexicon.load("instruments").get(language or "")
    if data is None or "bounds" not in data:
        return None
    return _Words(
        phrase_pattern(word for words in data["kinds"].values() for word in words),
        phrase_pattern(data["bounds"]["before"]),
        phrase_pattern(data["bounds"]["after"]),
    )


def bounded(span: Span, language: str | None) -> Span | None:
    """The instrument with its bounds put right; None if the span names no kind of instrument."""
    words = _words(language)
    if words is None:
        return span
    text, (start, end) = span.doc._.article.text, (span.start_char, span.end_char)
    kinds = [
        match.span()
        for match in words.kinds.finditer(text, max(0, start - _BESIDE), end + _BESIDE)
        if match.start() < end and start < match.end()
    ]
    if not kinds:
        return None
    start, end = min(start, kinds[0][0]), max(end, kinds[-1][1])
    for match in words.before.finditer(text, kinds[0][1], end + _BESIDE):
        if match.start() < end:
            end = match.start()
            break
    for match in words.after.finditer(text, start, kinds[-1][0]):
        start = match.end()
    start += len(text[start:end]) - len(text[start:end].lstrip(_EDGES))
    end = start + len(text[start:end].rstrip(_EDGES))
    return span.doc.char_span(start, end, label="DOC", alignment_mode="expand")
