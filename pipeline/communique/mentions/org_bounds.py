"""The bounds of institutions that a model found.

A name does not end on the word for "under", nor inside its quotation marks or a word, nor begin
right behind what stands in such marks. (In the training articles 256 institutions begin with words
in quotation marks before others, as in ``«Даму» қоры``; behind such words begin 6.)
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.lexicon.phrases import either, has_no_blanks, phrase_pattern
from communique.mentions.protocol import MENTIONS
from communique.names.country_words import countries_in, country_of_place
from communique.names.forms import dictionary_form

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Doc

_PARENTS = ("ORG", "LOC")
_NAMESAKES = frozenset({"ORG", "PERSON", "LOC"})
_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"), ('"', '"'))
_LONGEST_QUOTED = 45
# Characters of a bare word for an institution that a name may run into, and of one for a kind in a
# script without blanks
_LONGEST_HEAD, _LONGEST_KIND = 20, 8
_QUOTED_BEFORE = re.compile(r"[«“„\"](?=[^\W\d_])[^«»“”„\"\n]{2,40}[»”“\"] $")
# The rest of a word after its hyphen or ampersand
_WORD_REST = re.compile(r"(?:[-&]|(?<=[^\W\d_]-))[^\W\d_]+")
# Words of a name beyond which the first can be no part of it
_FEW = 2
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


def with_whole_words(span: Span, language: str | None) -> Span:
    """The institution up to the end of a joined word: ``музей | -заповедник``, ``NHI- | дің``.

    Where there are no blanks also with the word for its kind: ``渔业股份 | 有限公司``.
    """
    text, end = span.doc._.article.text, span.end_char
    if rest := _WORD_REST.match(text, end):
        end = rest.end()
    elif has_no_blanks(text[end - 1 : end]):
        around = _kinds(language).finditer(text, end - _LONGEST_KIND, end + _LONGEST_KIND)
        kinds = [kind.span() for kind in around if len(kind.group()) > 1]
        if not any(last == end for _, last in kinds):
            end = next((last for first, last in kinds if first <= end < last), end)
    if end == span.end_char:
        return span
    return span.doc.char_span(span.start_char, end, label="ORG") or span


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
    while end - start > 1 and _firsts(language).fullmatch(span.doc[start].text):
        start += 1
    while end - start > 1 and _ends_wrongly(span.doc, end, language):
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


def _place_behind(span: Span, language: str | None) -> Span | None:
    """The city behind a word for "in" that a name ends with, where it is no part of one."""
    city = _behind_in(language).search(span.text)
    if city is None or _kinds(language, "embassy").search(span.text):
        return None
    if not country_of_place(city["place"], language):
        return None
    return span.doc.char_span(span.start_char + city.start("place"), span.end_char, label="LOC")


def _cut_post(span: Span, language: str | None) -> Span | None:
    """The post that a name without blanks runs into: ``档案馆 | 馆长``."""
    text = span.doc._.article.text
    around = _posts(language).finditer(text, span.start_char, span.end_char + _LONGEST_KIND)
    cut = next((m for m in around if m.start() < span.end_char < m.end()), None)
    if cut is None or cut.start() == span.start_char:
        return None
    return span.doc.char_span(cut.start(), cut.end(), label="TITLE")


@cache
def _posts(language: str | None) -> re.Pattern[str]:
    """The posts of a language without blanks between words."""
    return phrase_pattern(
        post for post in lexicon.of("titles", language).get("ends", ()) if has_no_blanks(post)
    )


@cache
def _behind_in(language: str | None) -> re.Pattern[str]:
    """A word for "in" and a name at the end of another."""
    words = lexicon.of("institutions", language).get("place_behind", ())
    return re.compile(rf"\s(?:{either(words)})\s(?P<place>[^\W\d_]\w+)\Z")


def _country_apart(span: Span, language: str | None) -> Span | None:
    """The country in the genitive before a name of a kind that stands by itself in a language."""
    kinds = lexicon.of("institutions", language).get("apart", ())
    named = countries_in(span.text, language) if kinds else ()
    end = span.text.find(" ", named[0].end - 1) if named and named[0].start == 0 else -1
    country = span.text[:end] if end > 0 else ""
    if not country or dictionary_form(country, "LOC", language) == country:
        return None
    if not _kinds(language, *kinds).search(span.text, end):
        return None
    return span.doc.char_span(span.start_char, span.start_char + end, label="LOC")


def _before_cut_head(span: Span, language: str | None) -> int:
    """The token that a name ends before, not inside a bare word for another: ``Học | viện``."""
    text = span.doc._.article.text
    around = _heads(language).finditer(text, span.start_char, span.end_char + _LONGEST_HEAD)
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
    return _lasts(language).fullmatch(last.text) is not None


def split_by_case(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions, an institution cut behind its word in a case that ends a name.

    ``Жоғарғы Сотында | Грекия Мемлекеттік кеңесінің``: a name has such a case only at its end,
    or before the word for "under".
    """
    cases = _cases(language)
    if not cases:
        return list(pairs)
    found: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        start = span.start
        for token in span[:-1] if span.label_ == "ORG" else ():
            if (
                token.lower_.endswith(cases)
                and _kinds(language).fullmatch(token.text)
                and dictionary_form(token.text, "ORG", language) != token.text
                and not _joints(language).match(span.doc[token.i + 1].text)
            ):
                found.append((Span(span.doc, start, token.i + 1, label="ORG"), score))
                start = token.i + 1
        found.append((Span(span.doc, start, span.end, label=span.label), score))
    return found


def is_brand(text: str) -> bool:
    """Whether a word has a capital inside, as names of institutions do and those of places do not.

    In the training articles 134 institutions are such a word (AstanaGenPlan), and no place.
    """
    return _INNER_CAPITAL.fullmatch(text) is not None


@cache
def _lasts(language: str | None) -> re.Pattern[str]:
    """The words of a language that no name ends with."""
    known = lexicon.of("institutions", language)
    return phrase_pattern([*known.get("joints", ()), *known.get("not_last", ())])


@cache
def _firsts(language: str | None) -> re.Pattern[str]:
    """The words of a language that no name begins with, and that are none."""
    return phrase_pattern(lexicon.of("institutions", language).get("not_first", ()))


def _tells_origin(word: str, language: str | None) -> bool:
    """Whether a word is in the case of where somebody is from: Рештен, but not Қазақстан."""
    ends = word.casefold().endswith(_origin_endings(language))
    return ends and dictionary_form(word, "LOC", language) != word


def _tells_place(word: str, language: str | None) -> bool:
    """Whether a word is a city in a case, or says that something is in one: ``Астанада(ғы)``."""
    located = tuple(lexicon.of("institutions", language).get("located", ()))
    endings = (*_cases(language), *located)
    form = dictionary_form(word, "LOC", language)
    cities = {form, *(word.removesuffix(ending) for ending in located)} - {word}
    ends = bool(endings) and word.endswith(endings)
    return ends and any(city in lexicon.cities() for city in cities)


@cache
def _origin_endings(language: str | None) -> tuple[str, ...]:
    """Endings that say where somebody is from; nothing where words have none."""
    endings = lexicon.of("events", language).get("origin_endings", ())
    return tuple(endings) or ("\n",)


@cache
def _cases(language: str | None) -> tuple[str, ...]:
    """The endings of cases in which a word for an institution ends its name."""
    return tuple(lexicon.of("institutions", language).get("cases", ()))


@cache
def _kinds(language: str | None, *chosen: str) -> re.Pattern[str]:
    """The words for institutions of some kinds, or of any."""
    kinds = lexicon.of("institutions", language).get("kinds", {})
    return phrase_pattern([word for kind in chosen or kinds for word in kinds[kind]])


@cache
def _heads(language: str | None) -> re.Pattern[str]:
    """The bare words that stand for an institution named before."""
    return phrase_pattern(lexicon.of("links", language).get("heads", ()))


@cache
def _no_names(language: str | None) -> re.Pattern[str]:
    """Words that are no institution's name by themselves."""
    heads = lexicon.of("links", language).get("heads", ())
    return phrase_pattern([*heads, *lexicon.of("honorifics", language).get("before", ())])


@cache
def _offices(language: str | None) -> re.Pattern[str]:
    return phrase_pattern(lexicon.of("institutions", language).get("offices", ()))


@cache
def _joints(language: str | None) -> re.Pattern[str]:
    """The words of a language inside names that the name of the parent has to follow."""
    return phrase_pattern(lexicon.of("institutions", language).get("joints", ()))


def without_bare_heads(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The mentions less bare words for an institution named elsewhere: ``the | Academy``.

    And less forms of address that were taken for one: ``Acad`` of ``Acad. Dobreva``.
    """
    bare = _no_names(language)
    return [
        (span, score)
        for span, score in pairs
        if span.label_ != "ORG"
        or not (_firsts(language).fullmatch(span.text) or bare.fullmatch(span.text))
        or span.text.isupper()
    ]


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
    return _named_after(language).fullmatch(between.strip()) is not None


@cache
def _named_after(language: str | None) -> re.Pattern[str]:
    """The words for "named after" of a language."""
    return phrase_pattern(lexicon.of("institutions", language).get("named_after", ()))


def _is_cut(institution: Span, parent: Span, *, language: str | None) -> bool:
    """Whether the last words before the parent begin inside the institution."""
    if institution.label_ != "ORG" or parent.label_ not in _PARENTS:
        return False
    text = institution.doc._.article.text
    between = _joints(language).finditer(text, institution.start_char, parent.start_char)
    last = max(between, key=lambda match: match.end(), default=None)
    if last is None or text[last.end() : parent.start_char].strip():
        return False
    inside = institution.start_char < last.start() < institution.end_char
    beside = not text[institution.end_char : last.start()].strip()
    # an office is no institution by itself, so it belongs to the one that is under it
    return inside or (beside and _offices(language).match(parent.text) is not None)
