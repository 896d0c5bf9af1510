"""Mentions of one word with the label that the word has elsewhere in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from communique.records import Label

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
