"""What must hold for one annotated article, beyond being readable."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from babel import Locale

from communique.evaluate.gold_spans import GoldSpans, chain_note
from communique.evaluate.iso import is_iso
from communique.evaluate.schema import ARTICLE, POINT
from communique.ingest import make_article
from markup import size_note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.evaluate.brat import BratDocument, Problem, TextBound

_COUNTRIES = {str(code) for code in Locale("en").territories if len(str(code)) == 2}
_ISO_NOTES = ("published", "event_date", "deadline", "signed_on")


def check_article(document: BratDocument) -> Iterator[Problem]:
    """What is wrong with one article that was read without its unusable annotations."""
    spans = GoldSpans.of(document)
    yield from _text(spans)
    yield from _head(spans)
    yield from _overlaps(spans)
    yield from _values(spans)
    yield from _people(spans)
    yield from _institutions(spans)
    yield from _titles(spans)


def _language(spans: GoldSpans) -> str:
    heads = spans.labelled(ARTICLE)
    return (spans.attribute(heads[0], "Language") if heads else None) or ""


def _text(spans: GoldSpans) -> Iterator[Problem]:
    document = spans.document
    if make_article(document.text).text != document.text:
        yield document.problem("", "the text is not in Unicode NFC with \\n line ends")
    if note := size_note(document, _language(spans)):
        yield document.problem("", note)


def _head(spans: GoldSpans) -> Iterator[Problem]:
    document, heads = spans.document, spans.labelled(ARTICLE)
    first = re.search(r"\S+", document.text)
    if len(heads) != 1:
        yield document.problem("", f"{len(heads)} {ARTICLE} annotations in place of one")
    elif first and (heads[0].start, heads[0].end) != first.span():
        yield document.problem(heads[0].id, f"{ARTICLE} is not on the first word")
    folder = document.path.parent.name
    if heads and _language(spans) != folder:
        yield document.problem(heads[0].id, f"Language {_language(spans)} is in folder {folder}/")


def _overlaps(spans: GoldSpans) -> Iterator[Problem]:
    marked = [span for span in spans.ordered if span.label != ARTICLE]
    for one, other in combinations(marked, 2):
        crosses = other.start < one.end
        inside = one.label == POINT and other.label != POINT and other.end <= one.end
        # a mention that begins where its point does may come first in reading order
        around = (
            other.label == POINT
            and one.label != POINT
            and (other.start <= one.start and one.end <= other.end)
        )
        if crosses and not inside and not around:
            what = f"{other.label} {other.text[:40]!r} overlaps {one.label} {one.text[:40]!r}"
            yield spans.document.problem(other.id, what)
    for span in marked:
        if span.text != span.text.strip():
            message = f"{span.label} {span.text!r} has blanks at its edges"
            yield spans.document.problem(span.id, message)


def _values(spans: GoldSpans) -> Iterator[Problem]:
    for span in spans.ordered:
        for key, value in spans.note(span).items():
            if key in _ISO_NOTES and not is_iso(value):
                yield spans.document.problem(span.id, f"{key} {value!r} is not an ISO 8601 value")


def _people(spans: GoldSpans) -> Iterator[Problem]:
    for chain in spans.chains("PERSON"):
        official = any(spans.attribute(span, "Official") is not None for span in chain)
        if official and "name" not in spans.note(chain[0]):
            yield _lacks(spans, chain[0], "an official needs a note 'name: ...' at first mention")


def _institutions(spans: GoldSpans) -> Iterator[Problem]:
    for chain in spans.chains("ORG"):
        note, first = chain_note(spans, chain), chain[0]
        if "name" not in spans.note(first):
            yield _lacks(spans, first, "an institution needs a note 'name: ...' at first mention")
        country, acronym = note.get("country"), note.get("acronym")
        if country and country not in _COUNTRIES:
            yield _lacks(spans, first, f"country {country!r} is not ISO 3166-1 alpha-2")
        if acronym and acronym.casefold() not in spans.document.text.casefold():
            yield _lacks(spans, first, f"acronym {acronym!r} is not in the article")


def _titles(spans: GoldSpans) -> Iterator[Problem]:
    held = {link.target for link in spans.document.relations if link.type == "holds"}
    for span in spans.labelled("TITLE"):
        if span.id not in held:
            yield _lacks(spans, span, "no one holds it")
        if "form" not in spans.note(span):
            yield _lacks(spans, span, "a title needs a note 'form: ...' with its dictionary form")


def _lacks(spans: GoldSpans, span: TextBound, message: str) -> Problem:
    return spans.document.problem(span.id, f"{span.label} {span.text[:40]!r}: {message}")
