"""Mentions put right by what stands elsewhere in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique.mentions.title_bounds import trimmed

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from communique.records import Label

# An institution's name has more letters than this
_SHORT = 2

Pairs = list[tuple[Span, float | None]]


def with_acronyms(pairs: Sequence[tuple[Span, float | None]]) -> Pairs:
    """The mentions, in capitals alone one that is an institution elsewhere in the text, too.

    As in a headline: ``GPHA AND TNPA AT ONE TABLE``.
    """
    known = {span.text for span, _ in pairs if span.label_ == "ORG" and span.text.isupper()}
    return _labelled(pairs, ("PERSON", "LOC"), "ORG", known)


def with_surnames(pairs: Sequence[tuple[Span, float | None]]) -> Pairs:
    """The mentions, the last word of a person's name by itself a person.

    (In the gold articles and passages 2,830 such words are persons, and one is a place.)
    """
    people = (span.text for span, _ in pairs if span.label_ == "PERSON")
    known = {name.rpartition(" ")[2] for name in people if " " in name}
    return _labelled(pairs, ("ORG", "LOC"), "PERSON", known)


def without_known(pairs: Sequence[tuple[Span, float | None]], language: str | None) -> Pairs:
    """The mentions, an institution that is one elsewhere cut off the title that ends with it.

    As in ``Head of | EJTM``. (Of 29,000 titles in the gold articles and passages, 3 hold the name
    of an institution of their article.)
    """
    named = {span.text for span, _ in pairs if span.label_ == "ORG" and len(span.text) > _SHORT}
    found: Pairs = []
    for span, score in pairs:
        begin = _where_known(span, named) if span.label_ == "TITLE" else span.end
        post = Span(span.doc, span.start, begin, label="TITLE")
        rest = trimmed(post, score, language) if begin < span.end else None
        found.append((rest or span, score))
        if rest:
            found.append((Span(span.doc, begin, span.end, label="ORG"), score))
    return found


def _where_known(title: Span, names: Container[str]) -> int:
    """The token where one of the names begins that a title ends with; else the title's end."""
    text = title.doc._.article.text
    behind = (t for t in title[1:] if text[t.idx - 1].isspace())
    return next((t.i for t in behind if text[t.idx : title.end_char] in names), title.end)


def _labelled(
    pairs: Sequence[tuple[Span, float | None]],
    labels: Container[str],
    right: Label,
    words: Container[str],
) -> Pairs:
    """The mentions, those with one of the labels that are one of the words with the right label."""
    return [
        (Span(span.doc, span.start, span.end, label=right), score)
        if span.label_ in labels and span.text in words
        else (span, score)
        for span, score in pairs
    ]
