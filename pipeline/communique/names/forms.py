"""Dictionary forms (the nominative) of names, titles and institutions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.names import kazakh, russian

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.records import Label

# A surname in capitals, as press offices write it: Ғалым АБДЫҒАЛИ
_WORD = re.compile(r"(?<![\w.-])[^\W\d_]{3,}(?![\w.-])")

# Languages whose nouns change with their place in the sentence, each with its own room here.
_INFLECTED: dict[str, Callable[[str, Label], str]] = {
    "kk": kazakh.dictionary_form,
    "ru": russian.nominative,
}


@lru_cache(maxsize=1 << 14)  # a name stands several times in an article, and in many articles
def dictionary_form(text: str, label: Label, language: str | None) -> str:
    """The form that a dictionary or a business card gives: ``академией`` → ``академия``.

    Args:
        text: a name, title or institution as written.
        label: what it is; persons are inflected otherwise than institutions.
        language: ISO 639-1 code of the article; a language without cases leaves the text as it is.
    """
    plain = " ".join(text.split())
    if label == "PERSON":
        plain = _WORD.sub(_lower_capitals, plain)
    inflected = _INFLECTED.get(language or "")
    return inflected(plain, label) if inflected else plain


def is_inflected(language: str | None) -> bool:
    """Whether names change with their place in the sentence in a language."""
    return language in _INFLECTED


def _lower_capitals(word: re.Match[str]) -> str:
    return word.group().capitalize() if word.group().isupper() else word.group()
