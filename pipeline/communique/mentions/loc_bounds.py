"""The bounds of places that a model found: one name each, without the word for its kind."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.names.forms import dictionary_form
from communique.names.suffixes import has_suffixes

if TYPE_CHECKING:
    import re

_TWO = 2

def places_of(span: Span, language: str | None) -> list[Span]:
    """The places in a span: ``Қызылорда | қаласы``, ``Жапонияның | Обихиро``.

    Where only the last word of a name is inflected, a name ends with the first inflected word.
    """
    start, end = span.start, span.end
    while end - start > 1 and _kinds(language).fullmatch(span.doc[end - 1].text):
        end -= 1
    are_two = end - start == _TWO and has_suffixes(language)
    if not are_two or not all(token.text[0].isupper() for token in span.doc[start:end]):
        return [Span(span.doc, start, end, label=span.label)]
    first = span.doc[start].text
    if dictionary_form(first, "LOC", language) == first:
        return [Span(span.doc, start, end, label=span.label)]
    return [Span(span.doc, one, one + 1, label=span.label) for one in range(start, end)]


@cache
def _kinds(language: str | None) -> re.Pattern[str]:
    """Words behind the name of a place that are no part of it, as "city" is."""
    return phrase_pattern(lexicon.load("countries").get(language or "", {}).get("place_words", ()))
