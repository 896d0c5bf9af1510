"""The bounds of institutions that a model found.

A name does not end on the word for "under", nor inside its quotation marks, nor begin right behind
what stands in such marks. (In the training articles 256 institutions begin with words in quotation
marks before others, as in ``«Даму» қоры``; behind such words begin 6.)
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.mentions.protocol import MENTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARENTS = ("ORG", "LOC")
_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
_LONGEST_QUOTED = 45
_QUOTED_BEFORE = re.compile(r"[«“„\"](?=[^\W\d_])[^«»“”„\"\n]{2,40}[»”“\"] $")
_INNER_CAPITAL = re.compile(r"(?!Mac)\w{2,}[a-zа-яё][A-ZА-ЯЁ]\w*")  # no McAllen, DeKalb


def with_quotes(span: Span) -> Span:
    """The institution with the quotation mark beside it whose other half is inside."""
    text, start, end = span.doc._.article.text, span.start_char, span.end_char
    for opening, closing in _QUOTES:
        opened, closed = (text.count(sign, start, end) for sign in (opening, closing))
        odd = opening == closing and opened % 2 == 1
        if (odd or closed > opened) and text[max(start - 1, 0) : start] == opening:
            start -= 1
        elif (odd or opened > closed) and text[end : end + 1] == closing:
            end += 1
    return span.doc.char_span(start, end, label="ORG", alignment_mode="expand") or span


def with_quoted(span: Span) -> Span:
    """The institution with the name in quotation marks right before it that is no other mention."""
    text, start = span.doc._.article.text, span.start_char
    quoted = _QUOTED_BEFORE.search(text[max(start - _LONGEST_QUOTED, 0) : start])
    if quoted is None:
        return span
    begin = start - len(quoted.group())
    named = span.doc.spans.get(MENTIONS, ())
    if any(begin < other.end_char and other.start_char < start for other in named):
        return span
    return span.doc.char_span(begin, span.end_char, label="ORG") or span


def is_brand(text: str) -> bool:
    """Whether a word has a capital inside, as names of institutions do and those of places do not.

    In the training articles 134 institutions are such a word (AstanaGenPlan), and no place.
    """
    return _INNER_CAPITAL.fullmatch(text) is not None


@cache
def _offices(language: str | None) -> re.Pattern[str]:
    return phrase_pattern(lexicon.load("institutions").get(language or "", {}).get("offices", ()))


@cache
def _joints(language: str | None) -> re.Pattern[str]:
    """The words of a language inside names that the name of the parent has to follow."""
    return phrase_pattern(lexicon.load("institutions").get(language or "", {}).get("joints", ()))


def with_parents(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, an institution cut at or in such words joined with the parent behind them.

    As in ``Học viện Hành chính công trực | thuộc | Tổng thống Liên bang Nga``. Where these words
    stand outside both, these are two institutions, unless the second is an office.
    """
    joined: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        before = joined[-1][0] if joined else None
        if (
            before is not None
            and before.label_ == "ORG"
            and span.label_ in _PARENTS
            and _is_cut(before, span, language)
        ):
            whole = Span(span.doc, before.start, span.end, label="ORG")
            joined[-1] = (whole, min((score, joined[-1][1]), key=lambda one: one or 0.0))
        else:
            joined.append((span, score))
    return joined


def _is_cut(institution: Span, parent: Span, language: str | None) -> bool:
    """Whether the last words before the parent begin inside the institution."""
    text = institution.doc._.article.text
    between = _joints(language).finditer(text, institution.start_char, parent.start_char)
    last = max(between, key=lambda match: match.end(), default=None)
    if last is None or text[last.end() : parent.start_char].strip():
        return False
    inside = institution.start_char < last.start() < institution.end_char
    beside = not text[institution.end_char : last.start()].strip()
    # an office is no institution by itself, so it belongs to the one that is under it
    return inside or (beside and _offices(language).match(parent.text) is not None)
