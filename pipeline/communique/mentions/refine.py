"""What patterns know better than a model, put right after it.

* Dates are a small language of their own, which the date patterns read almost without error: they
  take the place of the model's but for those that it alone finds and is sure of.
* An instrument's name has more than four letters, or is an acronym (MoU), and the bounds that the
  words of its language tell (``instrument_bounds``).
* A title neither begins nor ends with certain words (``title_bounds``); it has its territory and
  the unit that its holder heads in it, and no institution (``title_neighbours``).
* A person with the name of a country or a large city and no other is a place; a form of address or
  the country of what stands before is no part of a name (``person_bounds``).
* Two names of persons with nothing but a blank between them are one name, and two titles with a
  dash one title.
* An institution has both halves of its quotation marks, begins with what stands in them, and has
  none where all of it does; a word with a capital inside is no place (``org_bounds``). Certain
  words and places are no part of a name (``org_edges``), which goes on behind the words for
  "under" and "named after" and with the place right behind it (``org_joins``).
* What is an institution or a person elsewhere is one in a headline, at the end of a title, or by
  the surname alone (``elsewhere``).
* A place has one name, without the word for its kind; in Chinese a country is one wherever its
  signs stand (``loc_bounds``).
* No mention begins or ends inside a word with a sign for a letter, and no title inside one with a
  hyphen (``word_bounds``).
* Nothing is named inside the address of a web page or mailbox (``addresses``).
* Points have the bounds of list items, and ground in the article (``point_bounds``).
* A name that was recognised once is recognised wherever it stands again in the article, and an
  instrument where the bare word for its kind stands for it (``instrument_repeats``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Span

from communique import lexicon
from communique.mentions.addresses import in_address
from communique.mentions.date_patterns import find_dates
from communique.mentions.elsewhere import with_acronyms, with_surnames, without_known
from communique.mentions.instrument_bounds import bounded
from communique.mentions.instrument_repeats import instruments_again
from communique.mentions.loc_bounds import countries_again, places_of, with_halves
from communique.mentions.org_bounds import (
    is_brand,
    split_by_case,
    with_quoted,
    with_quotes,
    with_whole_words,
    without_bare_heads,
    without_quotes,
)
from communique.mentions.org_edges import without_edges
from communique.mentions.org_joins import with_namesakes, with_parents, with_places
from communique.mentions.person_bounds import without_address, without_countries
from communique.mentions.point_bounds import refine_points
from communique.mentions.protocol import MENTIONS, set_mentions
from communique.mentions.title_bounds import trimmed, without_names
from communique.mentions.title_neighbours import with_offices, with_units, without_institutions
from communique.mentions.word_bounds import to_word_ends, with_compounds, without_particle
from communique.names.countries import country_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc

COMPONENT = "communique_refine"
# How sure a model has to be of a mention; one that is in doubt may still hold a person's title
_LEAST = {"ORG": 0.2}
# What stands between two halves of one mention: Nguyen | Van A, Board Member – | Vice-Rector
_JOINING = {"PERSON": re.compile(r"[^\S\n]+"), "TITLE": re.compile(r"[^\S\n]+[–—-][^\S\n]+")}
_SCRAP = 4
# How sure a model has to be of a date that the patterns do not find: ``Das Buch begann | 1902``
_SURE_DATE = 0.9
# The share of the dates found by patterns that are right on dev: their confidence
_DATES_RIGHT = 0.98
_REPEATED = ("PERSON", "ORG")
# Shorter names are too often a part of something else.
_SHORTEST_REPEAT = 4
_Scored = tuple[Span, float | None]
"""A span with its engine's confidence, if it gives any."""


@Language.component(COMPONENT)
def refine(doc: Doc) -> Doc:
    """Put the model's mentions and points right."""
    mentions = doc.spans.get(MENTIONS)
    if mentions is None:
        return doc
    scores = mentions.attrs.get("scores")
    scored: list[_Scored] = list(zip(mentions, scores or [None] * len(mentions), strict=True))
    certain = None if scores is None else _DATES_RIGHT
    dates = [(without_particle(span), certain) for span in find_dates(doc, doc._.article.language)]
    scored = [(without_particle(span), score) for span, score in scored]
    dates += [pair for pair in scored if _is_further_date(*pair, dates)]
    undated = (
        (_before_dates(span, dates), score)
        for span, score in scored
        if span.label_ != "DATE" and not in_address(span)
    )
    right = ((_put_right(span, score), score) for span, score in undated)
    named = _join_neighbours([(span, score) for span, score in right if span is not None])
    language = doc._.article.language
    named = without_countries(without_names(named, language), language)
    named = [(place, score) for span, score in named for place in _places(span, language)]
    named = with_halves(named, language)
    named = split_by_case(with_parents(without_institutions(named, language), language), language)
    named = without_bare_heads(with_offices(without_edges(named, language), language), language)
    named = with_units(with_namesakes(with_places(named, language), language), language)
    named = without_known(with_surnames(with_acronyms(named)), language)
    named = [(s, sure) for s, sure in named if sure is None or sure >= _LEAST.get(s.label_, 0.0)]
    kept = _without_overlaps([*dates, *named])
    again = [*_repeats(doc, kept), *instruments_again(doc, kept)]
    again += [(s, certain) for s in countries_again(doc, [s for s, _ in kept], language)]
    kept = _without_overlaps([*kept, *((s, sure) for s, sure in again if not in_address(s))])
    kept.sort(key=lambda pair: pair[0].start)
    set_mentions(
        doc,
        [span for span, _ in kept],
        None if scores is None else [score for _, score in kept],
    )
    refine_points(doc)
    return doc


def _is_further_date(span: Span, score: float | None, found: Sequence[_Scored]) -> bool:
    """Whether a model is sure of a date where the patterns find none."""
    if span.label_ != "DATE" or (score or 0.0) < _SURE_DATE:
        return False
    return not any(date.start < span.end and span.start < date.end for date, _ in found)


def _places(span: Span, language: str | None) -> list[Span]:
    return places_of(span, language) if span.label_ == "LOC" else [span]


def _before_dates(span: Span, dates: Sequence[_Scored]) -> Span:
    """An instrument as far as the first date in it, which is no part of its name."""
    if span.label_ != "DOC":
        return span
    end = min((d.start for d, _ in dates if span.start < d.start < span.end), default=span.end)
    links = lexicon.of("links", span.doc._.article.language)
    if end < span.end and end - 1 > span.start and span.doc[end - 1].lower_ in links.get("of", ()):
        end -= 1  # "of" in "Protocol of 5 May"
    return Span(span.doc, span.start, end, label="DOC")


def _without_overlaps(pairs: Iterable[_Scored]) -> list[_Scored]:
    """The pairs that do not overlap one before them."""
    taken: set[int] = set()
    kept = []
    for span, score in pairs:
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append((span, score))
    return kept


def _repeats(doc: Doc, known: Sequence[_Scored]) -> list[_Scored]:
    """Places where a name, or a surname, stands again, as sure as where it was surest.

    (In the training articles 3,020 last words of a person's name stand by themselves as persons,
    and 8 as nothing.)
    """
    scores: dict[tuple[str, str], float | None] = {}
    for span, score in known:
        for name in _names_in(span):
            key = (span.label_, name)
            scores[key] = max((score, scores.get(key)), key=lambda one: one or 0.0)
    taken = {span.start_char for span, _ in known}
    found: list[_Scored] = [
        (again, score)
        for (label, name), score in scores.items()
        for start in _occurrences(doc._.article.text, name)
        if start not in taken
        and (again := doc.char_span(start, start + len(name), label=label)) is not None
    ]
    return sorted(found, key=lambda pair: (-len(pair[0]), pair[0].start))


def _names_in(span: Span) -> Iterator[str]:
    """The name of a person or an institution, and the last word of a person's."""
    if span.label_ not in _REPEATED:
        return
    last = span.text.rpartition(" ")[2] if span.label_ == "PERSON" else span.text
    for name in dict.fromkeys((span.text, last)):
        if len(name) >= _SHORTEST_REPEAT and not name[0].islower():
            yield name


def _occurrences(text: str, name: str) -> Iterator[int]:
    """Where a name begins in a text."""
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + 1)


def _put_right(span: Span, score: float | None) -> Span | None:
    """The span with the label or the bounds that it should have; None if it is nothing."""
    language = span.doc._.article.language
    span = to_word_ends(span, language)
    if span.label_ == "PERSON" and country_named(span.text, language):
        return Span(span.doc, span.start, span.end, label="LOC")
    if span.label_ == "DOC":
        is_scrap = len(span.text) <= _SCRAP and span.text.islower()
        right = None if is_scrap else bounded(span, language)
        return without_particle(right) if right else None
    if span.label_ == "PERSON":
        return without_address(span, language)
    if span.label_ == "ORG":
        return without_quotes(with_quoted(with_quotes(with_whole_words(span, language))))
    if span.label_ == "LOC" and is_brand(span.text):
        return Span(span.doc, span.start, span.end, label="ORG")
    return trimmed(with_compounds(span), score, language) if span.label_ == "TITLE" else span


def _join_neighbours(pairs: Sequence[_Scored]) -> list[_Scored]:
    joined: list[_Scored] = []
    for span, score in pairs:
        before = joined[-1][0] if joined else None
        if before is not None and span.label_ == before.label_ and _is_one_with(before, span):
            whole = Span(span.doc, before.start, span.end, label=span.label)
            joined[-1] = (whole, min((score, joined[-1][1]), key=lambda one: one or 0.0))
        else:
            joined.append((span, score))
    return joined


def _is_one_with(before: Span, span: Span) -> bool:
    """Whether two mentions with the same label are one: names of a person, a title with a dash."""
    gap = span.doc._.article.text[before.end_char : span.start_char]
    joining = _JOINING.get(span.label_)
    return joining is not None and joining.fullmatch(gap) is not None
