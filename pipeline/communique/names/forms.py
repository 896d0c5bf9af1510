"""Dictionary forms (the nominative) of names, titles and institutions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.names.russian import nominative
from communique.names.suffixes import has_suffixes, without_suffix

if TYPE_CHECKING:
    from communique.records import Label

# A surname in capitals, as press offices write it: Ғалым АБДЫҒАЛИ
_WORD = re.compile(r"(?<![\w.-])[^\W\d_]{3,}(?![\w.-])")


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
    if language == "ru":
        return nominative(plain, label)
    return without_suffix(plain, label, language) if language and has_suffixes(language) else plain


def is_inflected(language: str | None) -> bool:
    """Whether names change with their place in the sentence in a language."""
    return language == "ru" or has_suffixes(language)


def _lower_capitals(word: re.Match[str]) -> str:
    return word.group().capitalize() if word.group().isupper() else word.group()
