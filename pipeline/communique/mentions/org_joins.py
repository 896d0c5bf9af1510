"""Institutions that a model has cut in two, or parted from what their names go on with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.mentions.org_words import joints, named_after, offices

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PARENTS = ("ORG", "LOC")
_NAMESAKES = frozenset({"ORG", "PERSON", "LOC"})


def with_parents(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, an institution cut at or in such words joined with the parent behind them.

    As in ``Học viện Hành chính công trực | thuộc | Tổng thống Liên bang Nga``. Where these words
    stand outside both, these are two institutions, unless the second is an office.
    """
    return _joined(pairs, partial(_is_cut, language=language))


def with_places(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, an institution joined with the place right behind it: ``Viện Y học | Antwerp``.

    Where names do not end with their kind such a place is part of the name. (In the training
    articles of these languages an institution and a place stand so 11 times as two.) Where they
    do, a name in small letters is the rest of one: ``Farg'ona | tibbiyot instituti``.
    """
    head_last = lexicon.of("institutions", language).get("head") == "last"
    return _joined(pairs, _is_rest if head_last else _is_beside)


def with_namesakes(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, an institution joined with whom it is named after.

    As in ``И. В. Савицкий | атындағы | музей`` and ``музей | имени | И. В. Савицкого``.
    """
    return _joined(pairs, partial(_is_named_after, language=language))


def _joined(
    pairs: Sequence[tuple[Span, float | None]], belong: Callable[[Span, Span], bool]
) -> list[tuple[Span, float | None]]:
    """The mentions, those neighbours joined to an institution that belong together."""
    joined: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        if joined and belong(joined[-1][0], span):
            before, sure = joined.pop()
            whole = Span(span.doc, before.start, span.end, label="ORG")
            joined.append((whole, min((score, sure), key=lambda one: one or 0.0)))
        else:
            joined.append((span, score))
    return joined


def _is_cut(institution: Span, parent: Span, *, language: str | None) -> bool:
    """Whether the last words before the parent begin inside the institution."""
    if institution.label_ != "ORG" or parent.label_ not in _PARENTS:
        return False
    text = institution.doc._.article.text
    between = joints(language).finditer(text, institution.start_char, parent.start_char)
    last = max(between, key=lambda match: match.end(), default=None)
    if last is None or text[last.end() : parent.start_char].strip():
        return False
    inside = institution.start_char < last.start() < institution.end_char
    beside = not text[institution.end_char : last.start()].strip()
    # an office is no institution by itself, so it belongs to the one that is under it
    return inside or (beside and offices(language).match(parent.text) is not None)


def _is_rest(place: Span, institution: Span) -> bool:
    """Whether an institution in small letters stands behind a place with a blank between."""
    between = place.doc._.article.text[place.end_char : institution.start_char]
    labels = (place.label_, institution.label_)
    return (*labels, between) == ("LOC", "ORG", " ") and institution.text[0].islower()


def _is_beside(institution: Span, place: Span) -> bool:
    """Whether a place stands behind an institution with nothing but a blank between."""
    between = institution.doc._.article.text[institution.end_char : place.start_char]
    return (institution.label_, place.label_, between) == ("ORG", "LOC", " ")


def _is_named_after(one: Span, other: Span, *, language: str | None) -> bool:
    """Whether nothing but the words for "named after" stands between two mentions."""
    labels = {one.label_, other.label_}
    if "ORG" not in labels or not labels <= _NAMESAKES:
        return False
    between = one.doc._.article.text[one.end_char : other.start_char]
    return named_after(language).fullmatch(between.strip()) is not None
