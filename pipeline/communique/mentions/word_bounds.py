"""Mentions up to the ends of words: with signs for letters, and without Korean particles.

As in Uzbek ``Azizxo | ‘jayev`` and in ``산림청 | 은``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.tokenizer import is_particle

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Characters of a word at most
_LONGEST = 40
# What stands before and behind a hyphen inside a word
_FIRST_PART, _SECOND_PART = re.compile(r"(?:[^\W\d_]+-)+\Z"), re.compile(r"(?:-[^\W\d_]+)+")
# Letters of a Korean name: 김가은 has no particle
_NAME = 3


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


def with_compounds(span: Span) -> Span:
    """The mention with all of the words with hyphens that it is cut in: ``Vice | -Rector``.

    (Of 30,123 titles of gold articles and passages none begins or ends inside such a word.)
    """
    text = span.doc._.article.text
    before = _FIRST_PART.search(text, max(0, span.start_char - _LONGEST), span.start_char)
    after = _SECOND_PART.match(text, span.end_char, span.end_char + _LONGEST)
    start = before.start() if before else span.start_char
    end = after.end() if after else span.end_char
    return span.doc.char_span(start, end, label=span.label_) or span


def with_particle(span: Span) -> Span:
    """The mention with the particle that is written on to its last word."""
    end = span.end
    if end < len(span.doc) and _has_particle(span.doc, end):
        return Span(span.doc, span.start, end + 1, label=span.label)
    return span


def without_particle(span: Span) -> Span:
    """The mention without the particle that its last word ends with.

    A range has one behind either of its ends, and keeps them: ``2일부터 12일까지``.
    """
    if len(span) == 1 or not _has_particle(span.doc, span.end - 1):
        return span
    if span.label_ == "PERSON" and len(span.text) == _NAME:
        return span
    ends = lexicon.of("particles", "ko")["of_range"]
    if span.label_ == "DATE" and span.doc[span.end - 1].text in ends:
        inside = range(span.start + 1, span.end - 1)
        if any(_has_particle(span.doc, number) for number in inside):
            return span
    return Span(span.doc, span.start, span.end - 1, label=span.label)


def _has_particle(doc: Doc, number: int) -> bool:
    """Whether a token is the particle of the one before it."""
    if number == 0 or doc[number - 1].whitespace_:
        return False
    return is_particle(doc[number].text, doc[number - 1].text)


@cache
def _words(language: str | None) -> re.Pattern[str] | None:
    """Words with such signs in them; None for a language without."""
    signs = lexicon.of("sentences", language).get("letter_signs")
    letters = r"[^\W\d_]+"
    return re.compile(rf"{letters}(?:[{re.escape(signs)}]{letters})+") if signs else None
