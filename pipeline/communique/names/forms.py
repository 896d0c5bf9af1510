"""Dictionary forms (the nominative) of names, titles and institutions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import LETTERS, folded
from communique.names.country_names import country_names
from communique.names.german import german_nominative
from communique.names.heads import has_heads, with_nominative_head
from communique.names.places import nominative_place
from communique.names.plurals import in_singular
from communique.names.russian import nominative, person_nominatives
from communique.names.suffixes import has_suffixes, without_suffix

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.records import Label

# A surname in capitals, as press offices write it: Ғалым АБДЫҒАЛИ
_WHOLE_WORD = re.compile(rf"{LETTERS}(?:['’]{LETTERS})*")
_WORD = re.compile(r"(?<![\w.-])[^\W\d_]{3,}(?![\w.-])")

# Two languages have rules of their own in code; the others have the heads or the endings of their
# file.
_RULES: dict[str, Callable[[str, Label], str]] = {"ru": nominative, "de": german_nominative}
_RULES_OF_PERSONS: dict[str, Callable[[str, str | None], dict[str, float]]] = {
    "ru": person_nominatives
}


@lru_cache(maxsize=1 << 14)  # a name stands several times in an article, and in many articles
def dictionary_form(text: str, label: Label, language: str | None) -> str:
    """The form that a dictionary or a business card gives: ``академией`` → ``академия``.

    Args:
        text: a name, title or institution as written.
        label: what it is; persons are inflected otherwise than institutions.
        language: ISO 639-1 code of the article; a language without cases leaves the text as it is.
    """
    plain = _plain(text, label, language)
    if label == "LOC" and plain in country_names(language or ""):
        return plain
    if rules := _RULES.get(language or ""):
        return rules(plain, label)
    if language and has_heads(language):
        if label == "LOC":
            return nominative_place(plain, language)
        return with_nominative_head(plain, label, language)
    if language and has_suffixes(language):
        return without_suffix(plain, label, language)
    return in_singular(plain, language) if label == "TITLE" else plain


def person_forms(text: str, language: str | None, title: str | None = None) -> dict[str, float]:
    """The dictionary forms that a person's name may have, with their probabilities.

    Args:
        text: the name as written.
        language: ISO 639-1 code of the article.
        title: a title beside the name, which is in the same case as the name.
    """
    if rules := _RULES_OF_PERSONS.get(language or ""):
        return rules(_plain(text, "PERSON", language), title)
    return {dictionary_form(text, "PERSON", language): 1.0}


def is_inflected(label: Label, language: str | None) -> bool:
    """Whether names of a label change with their place in the sentence in a language.

    German persons, for one, do not, while German institutions do.
    """
    rules = _RULES_OF_PERSONS if label == "PERSON" else _RULES
    of_heads = label in ("ORG", "TITLE") and has_heads(language)
    return language in rules or has_suffixes(language) or of_heads


def capitalised(word: str, language: str | None) -> str:
    """A word in capitals as running text has it: ``ASTANA`` → ``Astana``, ``YILDIZ`` → ``Yıldız``.

    Turkish and Azerbaijani have an i with and one without a dot, small and large.
    """
    rest = word[1:]
    if lexicon.of("forms", language).get("dotless_i"):
        rest = rest.replace("I", "ı")
    return word[:1] + folded(rest)


def in_small_letters(text: str, language: str | None) -> str:
    """Words in capitals as running text has names: ``NUKU'ALOFA``, ``Nuku'alofa``."""
    return _WHOLE_WORD.sub(lambda word: capitalised(word.group(), language), text)


def _plain(text: str, label: Label, language: str | None) -> str:
    plain = " ".join(text.split())
    if label != "PERSON":
        return plain
    return _WORD.sub(lambda word: _unless_acronym(word.group(), language), plain)


def _unless_acronym(word: str, language: str | None) -> str:
    return capitalised(word, language) if word.isupper() else word
