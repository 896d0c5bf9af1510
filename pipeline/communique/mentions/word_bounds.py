"""Mentions up to the ends of words that have signs for letters: Uzbek ``Azizxo | ‘jayev``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span

# Characters of a word at most
_LONGEST = 40


def to_word_ends(span: Span, language: str | None) -> Span:
    """The mention with all of the words that it begins and ends in.

    A sign between two letters is one where ``letter_signs`` of the language's ``sentences.toml``
    has it, as the apostrophe of Uzbek and Ukrainian is; a token of its own it is all the same.
    """
    words = _words(language)
    if words is None:
        return span
    start, end = span.start_char, span.end_char
    for word in words.finditer(span.doc._.article.text, max(0, start - _LONGEST), end + _LONGEST):
        if word.start() < span.start_char < word.end():
            start = word.start()
        if word.start() < span.end_char < word.end():
            end = word.end()
    if (start, end) == (span.start_char, span.end_char):
        return span
    return span.doc.char_span(start, end, label=span.label_) or span


@cache
def _words(language: str | None) -> re.Pattern[str] | None:
    """Words with such signs in them; None for a language without."""
    signs = lexicon.of("sentences", language).get("letter_signs")
    letters = r"[^\W\d_]+"
    return re.compile(rf"{letters}(?:[{re.escape(signs)}]{letters})+") if signs else None
