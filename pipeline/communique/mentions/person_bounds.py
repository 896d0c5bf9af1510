"""The bounds of persons that a model found: forms of address are no part of a name.

A model knows those of the language it reads. What it takes for a name are those of others, which
stand in the text as they are: ``Дато Ахмад Фаиз``, ``Ibu Siti Rahayu``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import name_variants, phrase_pattern

if TYPE_CHECKING:
    from spacy.tokens import Span

_BETWEEN = re.compile(r"[\s.]+")


@cache
def _addresses() -> re.Pattern[str]:
    """The forms of address of all languages that mean nothing else in another one."""
    files = lexicon.load("honorifics").values()
    return phrase_pattern(name_variants(word for data in files for word in data.get("foreign", ())))


def without_address(span: Span) -> Span:
    """The person without the forms of address that the name begins with."""
    text, start, end = span.doc._.article.text, span.start_char, span.end_char
    while (address := _addresses().match(text, start, end)) and (
        gap := _BETWEEN.match(text, address.end(), end)
    ):
        if not text[gap.end() : gap.end() + 1].isupper():
            break
        start = gap.end()
    return span.doc.char_span(start, end, label=span.label_, alignment_mode="expand") or span
