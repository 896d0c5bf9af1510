"""What a model takes for the first and last words of an institution's name, and is none of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.mentions.org_words import (
    behind_in,
    cases,
    firsts,
    heads,
    kinds,
    lasts,
    origin_endings,
    unbound_posts,
)
from communique.names.country_names import country_names
from communique.names.country_words import countries_in, country_of_place
from communique.names.forms import dictionary_form

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

# Characters of a bare word for an institution that a name may run into, and of a post in a script
# without blanks
_LONGEST_HEAD, _LONGEST_POST = 20, 8
# Words of a name beyond which the first can be no part of it
_FEW = 2


def without_edges(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, institutions without words that no name begins or ends with.

    What a name begins with may say where somebody is from, or be the country that a university is
    in: then it is a place by itself (``Рештен | Гилян университетінің``).
    """
    return [
        (part, score)
        for span, score in pairs
        for part in (_parts(span, language) if span.label_ == "ORG" else [span])
    ]


def _parts(span: Span, language: str | None) -> list[Span]:
    """An institution without such words, and the places and the post that are at its edges."""
    whole = Span(span.doc, span.start, _before_cut_head(span, language), label="ORG")
    before = _before(whole, language)
    start = whole.start + len(before) if before else whole.start
    place = _place_behind(Span(span.doc, start, whole.end, label="ORG"), language)
    post = _cut_post(span, language)
    behind = [part for part in (place, post) if part]
    end = max(start + 1, min([whole.end, *(part.start for part in behind)]))
    start = _behind_description(Span(span.doc, start, end, label="ORG"), language)
    while end - start > 1 and firsts(language).fullmatch(span.doc[start].text):
        start += 1
    while end - start > 1 and (
        span.doc[end - 1].text == "," or _ends_wrongly(span.doc, end, language)
    ):
        end -= 1
    places = [before] if before and before.label_ == "LOC" else []
    return [*places, Span(span.doc, start, end, label="ORG"), *behind]


def _before(span: Span, language: str | None) -> Span | None:
    """What a name begins with and is no part of it: a place, or a word without a label."""
    if (country := _country_apart(span, language)) is not None:
        return country
    if len(span) <= _FEW:
        return None
    first = Span(span.doc, span.start, span.start + 1, label="LOC")
    if _tells_origin(first.text, language):
        return first if country_of_place(first.text, language) else span[:1]
    return first if _tells_place(first.text, language) else None


def _country_apart(span: Span, language: str | None) -> Span | None:
    """The country in the genitive before a name of a kind that stands by itself in a language."""
    apart = lexicon.of("institutions", language).get("apart", ())
    named = countries_in(span.text, language) if apart else ()
    end = span.text.find(" ", named[0].end - 1) if named and named[0].start == 0 else -1
    country = span.text[:end] if end > 0 else ""
    if not country or dictionary_form(country, "LOC", language) == country:
        return None
    if not kinds(language, *apart).search(span.text, end):
        return None
    return span.doc.char_span(span.start_char, span.start_char + end, label="LOC")


def _behind_description(span: Span, language: str | None) -> int:
    """The token that a name begins with, behind what it is: ``advisory association | Agridea``.

    Only where names have capitals throughout: the word for the kind has a small letter.
    """
    if not lexicon.of("institutions", language).get("described"):
        return span.start
    described = (
        token.i
        for token in span[:-1]
        if token.is_lower
        and span.doc[token.i + 1].is_title
        and kinds(language).fullmatch(token.text)
    )
    return max(described, default=span.start - 1) + 1


def _tells_origin(word: str, language: str | None) -> bool:
    """Whether a word is in the case of where somebody is from: Рештен, but not Қазақстан."""
    ends = word.casefold().endswith(origin_endings(language))
    return ends and dictionary_form(word, "LOC", language) != word


def _tells_place(word: str, language: str | None) -> bool:
    """Whether a word is a city in a case, or says that something is in one: ``Астанада(ғы)``."""
    located = tuple(lexicon.of("institutions", language).get("located", ()))
    endings = (*cases(language), *located)
    form = dictionary_form(word, "LOC", language)
    cities = {form, *(word.removesuffix(ending) for ending in located)} - {word}
    ends = bool(endings) and word.endswith(endings)
    return ends and any(city in lexicon.cities() for city in cities)


def _place_behind(span: Span, language: str | None) -> Span | None:
    """The city behind a word for "in", or the country behind a comma, that a name ends with."""
    _, comma, country = span.text.rpartition(", ")
    if comma and country in country_names(language or ""):
        return span.doc.char_span(span.end_char - len(country), span.end_char, label="LOC")
    city = behind_in(language).search(span.text)
    if city is None or kinds(language, "embassy").search(span.text):
        return None
    if not country_of_place(city["place"], language):
        return None
    return span.doc.char_span(span.start_char + city.start("place"), span.end_char, label="LOC")


def _cut_post(span: Span, language: str | None) -> Span | None:
    """The post that a name without blanks runs into: ``档案馆 | 馆长``."""
    text = span.doc._.article.text
    around = unbound_posts(language).finditer(text, span.start_char, span.end_char + _LONGEST_POST)
    cut = next((m for m in around if m.start() < span.end_char < m.end()), None)
    if cut is None or cut.start() == span.start_char:
        return None
    return span.doc.char_span(cut.start(), cut.end(), label="TITLE")


def _before_cut_head(span: Span, language: str | None) -> int:
    """The token that a name ends before, not inside a bare word for another: ``Học | viện``."""
    text = span.doc._.article.text
    around = heads(language).finditer(text, span.start_char, span.end_char + _LONGEST_HEAD)
    cut = next((m.start() for m in around if m.start() < span.end_char < m.end()), None)
    if cut is None or cut == span.start_char:
        return span.end
    return next((token.i for token in span if token.idx >= cut), span.end)


def _ends_wrongly(doc: Doc, end: int, language: str | None) -> bool:
    """Whether a name has a last word that none ends with; after a hyphen it is a case: NHI-мен."""
    last = doc[end - 1]
    if end > 1 and doc[end - 2].text == "-" and not doc[end - 2].whitespace_:
        return False
    if last.is_lower and last.is_alpha and lexicon.of("institutions", language).get("capital_ends"):
        return True
    ends = (last.text, doc[max(end - 2, 0) : end].text)  # as the two tokens of ``'s`` are
    return any(lasts(language).fullmatch(text) for text in ends)
