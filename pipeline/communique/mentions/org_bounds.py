"""The bounds of an institution that a model found.

A name does not end inside its quotation marks or a word, nor begin right behind what stands in such
marks. (In the training articles 256 institutions begin with words in quotation marks before others,
as in ``«Даму» қоры``; behind such words begin 6.)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique.lexicon.phrases import has_no_blanks
from communique.mentions.org_words import cases, firsts, joints, kinds, no_names
from communique.mentions.protocol import MENTIONS
from communique.names.forms import dictionary_form

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"), ('"', '"'))
_LONGEST_QUOTED = 45
# Characters of a word for a kind of institution in a script without blanks
_LONGEST_KIND = 8
_QUOTED_BEFORE = re.compile(r"[«“„\"](?=[^\W\d_])[^«»“”„\"\n]{2,40}[»”“\"] $")
# The rest of a word after its hyphen or ampersand
_WORD_REST = re.compile(r"(?:[-&]|(?<=[^\W\d_]-))[^\W\d_]+")
_INNER_CAPITAL = re.compile(r"(?!Mac)\w{2,}[a-zа-яё][A-ZА-ЯЁ]\w*")  # no McAllen, DeKalb


def is_brand(text: str) -> bool:
    """Whether a word has a capital inside, as names of institutions do and those of places do not.

    In the training articles 134 institutions are such a word (AstanaGenPlan), and no place.
    """
    return _INNER_CAPITAL.fullmatch(text) is not None


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


def without_quotes(span: Span) -> Span:
    """The institution without the quotation marks that it stands in as a whole: ``«Казгидромет»``.

    (Of those in the gold articles and passages that do, 217 are annotated without and 1 with them.)
    """
    text, (first, last) = span.text[1:-1], (span.text[0], span.text[-1])
    if (first, last) not in _QUOTES or first in text or last in text:
        return span
    inner = span.doc.char_span(span.start_char + 1, span.end_char - 1, label="ORG")
    return inner or span


def with_whole_words(span: Span, language: str | None) -> Span:
    """The institution up to the end of a joined word: ``музей | -заповедник``, ``NHI- | дің``.

    Where there are no blanks also with the word for its kind: ``渔业股份 | 有限公司``.
    """
    text, end = span.doc._.article.text, span.end_char
    if rest := _WORD_REST.match(text, end):
        end = rest.end()
    elif has_no_blanks(text[end - 1 : end]):
        around = kinds(language).finditer(text, end - _LONGEST_KIND, end + _LONGEST_KIND)
        found = [kind.span() for kind in around if len(kind.group()) > 1]
        if not any(last == end for _, last in found):
            end = next((last for first, last in found if first <= end < last), end)
    if end == span.end_char:
        return span
    return span.doc.char_span(span.start_char, end, label="ORG") or span


def split_by_case(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, an institution cut behind its word in a case that ends a name.

    ``Жоғарғы Сотында | Грекия Мемлекеттік кеңесінің``: a name has such a case only at its end,
    or before the word for "under".
    """
    endings = cases(language)
    if not endings:
        return list(pairs)
    found: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        start = span.start
        for token in span[:-1] if span.label_ == "ORG" else ():
            if (
                token.lower_.endswith(endings)
                and kinds(language).fullmatch(token.text)
                and dictionary_form(token.text, "ORG", language) != token.text
                and not joints(language).match(span.doc[token.i + 1].text)
            ):
                found.append((Span(span.doc, start, token.i + 1, label="ORG"), score))
                start = token.i + 1
        found.append((Span(span.doc, start, span.end, label=span.label), score))
    return found


def without_bare_heads(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions less bare words for an institution named elsewhere: ``the | Academy``.

    And less forms of address that were taken for one: ``Acad`` of ``Acad. Dobreva``.
    """
    bare = no_names(language)
    return [
        (span, score)
        for span, score in pairs
        if span.label_ != "ORG"
        or not (firsts(language).fullmatch(span.text) or bare.fullmatch(span.text))
        or span.text.isupper()
    ]
