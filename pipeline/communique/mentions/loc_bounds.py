"""The bounds of places that a model found: one name each, without the word for its kind.

A day of the week is no place, though it may stand where a dateline names one.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.dates.lexer import lex
from communique.dates.words import words_for
from communique.lexicon.phrases import phrase_pattern
from communique.mentions.word_bounds import without_particle
from communique.names.country_names import country_names
from communique.names.country_words import countries_in
from communique.names.forms import dictionary_form
from communique.names.suffixes import has_suffixes

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from spacy.tokens import Doc

_TWO, _WEEKDAY = 2, "W"
# Letters between the halves of a country's name: Bosnia | and | Herzegovina
_LONGEST_GAP = 6


def places_of(span: Span, language: str | None) -> list[Span]:
    """The places in a span: ``Қызылорда | қаласы``, ``Жапонияның | Обихиро``.

    Where only the last word of a name is inflected, a name ends with the first inflected word.
    """
    if lex(span.text.capitalize(), words_for(language), in_running_text=False).kinds == _WEEKDAY:
        return []
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


def with_halves(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions in reading order, the two halves of a country's name joined."""
    joined: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        before = joined[-1][0] if joined else None
        if before is not None and span.label_ == before.label_ == "LOC":
            whole = Span(span.doc, before.start, span.end, label="LOC")
            near = 0 <= span.start_char - before.end_char <= _LONGEST_GAP
            if near and _is_country(whole.text, language):
                joined[-1] = (whole, joined[-1][1])
                continue
        joined.append((span, score))
    return joined


def countries_again(doc: Doc, taken: Sequence[Span], language: str | None) -> list[Span]:
    """The countries that a text names outside mentions, where its language always means them.

    As in Chinese, where one is a place wherever its signs stand (``always_places``), unless such
    follow as make a people or its language of it (``of_a_people``).
    """
    data = lexicon.of("countries", language)
    if not data.get("always_places"):
        return []
    of_a_people = tuple(data.get("of_a_people", ()))
    named = (word for word in countries_in(doc.text, language))
    spans = (doc.char_span(word.start, word.end, label="LOC") for word in named)
    return [
        span
        for span in map(without_particle, filter(None, spans))
        if len(span.text) > 1
        and span.text in country_names(language or "")
        and not doc[span.end : span.end + 1].text.startswith(of_a_people)
        and not any(one.start < span.end and span.start < one.end for one in taken)
    ]


def _is_country(name: str, language: str | None) -> bool:
    """Whether a name is that of one country as a whole."""
    return [(word.start, word.end) for word in countries_in(name, language)] == [(0, len(name))]


@cache
def _kinds(language: str | None) -> re.Pattern[str]:
    """Words behind the name of a place that are no part of it, as "city" is."""
    return phrase_pattern(lexicon.of("countries", language).get("place_words", ()))
