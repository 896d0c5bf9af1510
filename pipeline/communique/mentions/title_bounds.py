"""The bounds of a title that a model found, put right by the words of its language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.mentions.title_words import TitleWords, title_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Span

_SURE = 0.9
# Characters of the longest post of several words
_POST = 20
# Characters of a name in a script without blanks
_NAME = range(2, 5)
_NOT_A_TITLE = re.compile(r"\W*")


def trimmed(span: Span, score: float | None, language: str | None) -> Span | None:
    """The title without words at its edges that are no part of one.

    None if it is a degree or form of address, unless the model is sure: one may stand for a post.
    """
    words = title_words(language)
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
    if head := words.bare_before.match(text, start, end):
        start = head.end()
    end = _without_head(text, start, _end(text, start, end, words.last), words.bare)
    if start >= end:
        return None
    start, end = _whole(text, start, end, words.whole)
    return span.doc.char_span(start, end, label="TITLE", alignment_mode="expand")


def _whole(text: str, start: int, end: int, whole: re.Pattern[str]) -> tuple[int, int]:
    """The bounds with all of a post of several words that they run through: ``Giám | đốc``."""
    for post in whole.finditer(text, max(0, start - _POST), end + _POST):
        if post.start() < start < post.end():
            start = post.start()
        if post.start() < end < post.end():
            end = post.end()
    return start, end


def _end(text: str, start: int, end: int, last: re.Pattern[str]) -> int:
    """Where the title ends without the last words that are no part of it."""
    while True:
        end = start + len(text[start:end].rstrip(" ,–—-"))
        words = (match for match in last.finditer(text, start, end) if match.end() == end)
        word = next(words, None)
        if word is None or word.start() == start:
            return end
        end = word.start()


def _without_head(text: str, start: int, end: int, bare: re.Pattern[str]) -> int:
    """Where the title ends without a bare word for an institution: ``директор | школы``."""
    heads = (match for match in bare.finditer(text, start, end) if match.end() == end)
    return next((match.end("post") for match in heads), end)


def without_names(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, a title cut behind its post: ``主任 | 单志国``.

    What stands behind the post is the person's name, or its beginning.
    """
    words = title_words(language)
    found: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        if found and found[-1][0].label_ == "TITLE" and span.label_ == "PERSON" and words:
            title, sure = found[-1]
            end = _behind_post(title, words.ends)
            if end < title.end_char == span.start_char:
                whole = span.doc.char_span(end, span.end_char, label="PERSON")
                post = span.doc.char_span(title.start_char, end, label="TITLE")
                if whole and post:
                    found[-1:] = [(post, sure), (whole, score)]
                    continue
        found.append((span, score))
    return [part for pair in found for part in _post_and_name(*pair, words)]


def _post_and_name(
    span: Span, score: float | None, words: TitleWords | None
) -> list[tuple[Span, float | None]]:
    """A title as it is, or its post and the name behind it."""
    end = _behind_post(span, words.ends) if words and span.label_ == "TITLE" else span.end_char
    if span.end_char - end not in _NAME:
        return [(span, score)]
    post = span.doc.char_span(span.start_char, end, label="TITLE")
    name = span.doc.char_span(end, span.end_char, label="PERSON")
    return [(post, score), (name, score)] if post and name else [(span, score)]


def _behind_post(title: Span, ends: re.Pattern[str]) -> int:
    """Where the last post in a title ends; the title's own end if it has none of the words."""
    last = max((match.end() for match in ends.finditer(title.text)), default=len(title.text))
    return title.start_char + last
