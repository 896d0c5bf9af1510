"""German titles and institutions in the nominative: an adjective goes with its noun's gender.

Only what stands before the first noun that the language's file knows changes, and that noun's
genitive; the names of places in -er (``Wiener``) never do.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from communique import lexicon

if TYPE_CHECKING:
    from communique.records import Label

_ENDINGS = {"masculine": "er", "feminine": "e", "neuter": "es"}
_CASE = re.compile(r"(?:e[nmrs]?)")
_GENITIVES = ("es", "s", "en")


class _Noun(NamedTuple):
    gender: str
    form: str


def german_nominative(text: str, label: Label) -> str:
    """``Eidgenössischen Amtes für Archivwesen`` → ``Eidgenössisches Amt für Archivwesen``.

    Args:
        text: a name, title or institution as written, without its article.
        label: what it is; persons and places stay as they are.
    """
    if label not in ("ORG", "TITLE"):
        return text
    words = text.split(" ")
    nouns = ((number, _noun(word)) for number, word in enumerate(words))
    number, noun = next(((n, found) for n, found in nouns if found), (0, None))
    if noun is None:
        return text
    before = [_adjective(word, noun.gender) for word in words[:number]]
    return " ".join([*before, noun.form, *words[number + 1 :]])


def _adjective(word: str, gender: str) -> str:
    """An adjective in the nominative; another word as it is."""
    case = next((word[-n:] for n in (2, 1) if _CASE.fullmatch(word[-n:])), "")
    stem = word[: len(word) - len(case)]
    stems, whole = _stems()
    if case and (stem.casefold() in whole or stem.casefold().endswith(stems)):
        return stem + _ENDINGS[gender]
    return word


def _noun(word: str) -> _Noun | None:
    """The gender and the nominative of a noun that the file knows."""
    if not word[:1].isupper():
        return None
    if gender := _gender(word):
        return _Noun(gender, word)
    for ending in _GENITIVES:
        bare = word.removesuffix(ending)
        gender = _gender(bare) if bare != word else None
        if gender in ("masculine", "neuter"):
            return _Noun(gender, bare)
    return None


@lru_cache(maxsize=1 << 14)
def _gender(word: str) -> str | None:
    """The gender of the longest ending that a word has."""
    genders: dict[str, list[str]] = lexicon.of("forms", "de")["genders"]
    lower = word.casefold()
    found = [
        (len(e), gender) for gender, ends in genders.items() for e in ends if lower.endswith(e)
    ]
    return max(found)[1] if found else None


@cache
def _stems() -> tuple[tuple[str, ...], frozenset[str]]:
    table = lexicon.of("forms", "de")["adjectives"]
    return tuple(table["stems"]), frozenset(table["whole"])
