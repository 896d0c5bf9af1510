"""The bounds of persons that a model found: forms of address and countries are no part of a name.

A model knows the forms of address of the language it reads. What it takes for a name are those of
others, which stand in the text as they are: ``Дато Ахмад Фаиз``, ``Ibu Siti Rahayu``. And where a
name follows an institution's or a title's country with nothing between, the country may go with it:
``прокурор Гайаны Анил Нандлалл``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Span

from communique import lexicon
from communique.lexicon.phrases import has_no_blanks, name_variants, phrase_pattern
from communique.names.country_names import country_names
from communique.names.forms import dictionary_form, is_inflected

if TYPE_CHECKING:
    from collections.abc import Sequence

_BETWEEN = re.compile(r"[\s.]+")


@cache
def _addresses() -> re.Pattern[str]:
    """The forms of address of all languages that mean nothing else in another one."""
    tables = lexicon.every("honorifics")
    return phrase_pattern(name_variants(word for one in tables for word in one.get("foreign", ())))


@cache
def _abbreviated(language: str | None) -> re.Pattern[str]:
    """The forms of address of a language that a full stop tells from names: ``S. E.``, ``Dr.``."""
    before = lexicon.of("honorifics", language).get("before", ())
    return phrase_pattern(name_variants(form for form in before if form.endswith(".")))


@cache
def _behind(language: str | None) -> re.Pattern[str]:
    """A form of address that a name ends with, with no blank before it: ``…拉斯洛博士``."""
    after = lexicon.of("honorifics", language).get("after", ())
    unbound = [form for form in after if has_no_blanks(form) and len(form) > 1]
    return re.compile(rf"(?:{'|'.join(map(re.escape, unbound))})\Z" if unbound else r"(?!)")


def _behind_byline(text: str, start: int, end: int, language: str | None) -> int:
    """Where a name begins that is alone on its line behind a word for author: ``Von | Ann Lee``."""
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    word = _bylines(language).match(text, start, end) if alone else None
    gap = _BETWEEN.match(text, word.end(), end) if word else None
    return gap.end() if gap and text[gap.end() : gap.end() + 1].isupper() else start


@cache
def _bylines(language: str | None) -> re.Pattern[str]:
    """The words of a language for who has written an article."""
    return phrase_pattern(lexicon.of("links", language).get("bylines", ()))


def without_address(span: Span, language: str | None) -> Span:
    """The person without the forms of address that the name begins or ends with."""
    text, start, end = span.doc._.article.text, span.start_char, span.end_char
    while (
        address := _addresses().match(text, start, end)
        or _abbreviated(language).match(text, start, end)
    ) and (gap := _BETWEEN.match(text, address.end(), end)):
        if not text[gap.end() : gap.end() + 1].isupper():
            break
        start = gap.end()
    start = _behind_byline(text, start, end, language)
    address = _behind(language).search(text, start + 1, end)
    end = address.start() if address else end
    return span.doc.char_span(start, end, label=span.label_, alignment_mode="expand") or span


def without_countries(
    pairs: Sequence[tuple[Span, float | None]], language: str | None
) -> list[tuple[Span, float | None]]:
    """The spans in reading order, with countries in front of names given to what they belong to.

    That is the institution or title right before, or nothing: then the country is one by itself.
    """
    found: list[tuple[Span, float | None]] = []
    for span, score in pairs:
        before = found[-1] if found and found[-1][0].end == span.start else None
        before = before if before and before[0].label_ in ("ORG", "TITLE") else None
        if span.label_ != "PERSON" or not _begins_with_country(span, language, beside=bool(before)):
            found.append((span, score))
            continue
        if before:
            grown = Span(span.doc, before[0].start, span.start + 1, label=before[0].label)
            found[-1] = (grown, before[1])
        else:
            found.append((Span(span.doc, span.start, span.start + 1, label="LOC"), score))
        found.append((Span(span.doc, span.start + 1, span.end, label="PERSON"), score))
    return found


def _begins_with_country(span: Span, language: str | None, *, beside: bool) -> bool:
    """Whether a name of three words begins with a country, in a case of its own if not ``beside``.

    Cities are left alone: too many are called like persons.
    """
    words = [token for token in span if token.text[0].isupper()]
    if not is_inflected("PERSON", language) or len(words) < 3 or words[0].i != span.start:
        return False
    form = dictionary_form(span[0].text, "LOC", language)
    if form == span[0].text and not beside:
        return False
    return form in country_names(language or "")
