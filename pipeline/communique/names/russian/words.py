"""Word forms of Russian, by pymorphy3: the OpenCorpora dictionary and its predictor."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pymorphy3

from communique import lexicon

_MODIFIERS = ("ADJF", "PRTF", "NUMR")
# Adjectives of places that the dictionary lacks or takes for surnames: declined like римский
_OF_PLACE = re.compile(r"(?P<stem>\w{2,}[сц])(?=к(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$)")
_LIKE_OF_PLACE = "римс"


@cache
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=50_000)
def parses(word: str) -> tuple[Any, ...]:
    """Every reading of a word, the likeliest first."""
    return tuple(_analyzer().parse(word))


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word; the predictor guesses at the others."""
    return bool(_analyzer().word_is_known(word.lower()))


def is_noun(word: str) -> bool:
    """Whether the dictionary has the word as the nominative of a noun."""
    return is_known(word) and any(
        "NOUN" in parse.tag and parse.tag.case == "nomn" and parse.tag.number == "sing"
        for parse in parses(word)
    )


def like(model: str, word: str) -> str:
    """``word`` with the capitals of ``model``, part by part of a hyphenated word."""
    if len(model) > 1 and model.isupper():
        return word.upper()
    pairs = zip(model.split("-"), word.split("-"), strict=False)
    parts = [p[:1].upper() + p[1:] if m[:1].isupper() else p for m, p in pairs]
    return "-".join(parts) if model.count("-") == word.count("-") else word


def split_hyphen(word: str) -> tuple[str, str]:
    """The part of a word before its last hyphen, and what is declined: Южно-, Уральского."""
    before, hyphen, last = word.rpartition("-")
    if not hyphen:
        return "", word
    # the dictionary writes some such words together: южноуральский
    whole = is_known(word) and "-" in parses(word)[0].normal_form
    return ("", word) if whole else (before + hyphen, last)


class Form(NamedTuple):
    """A reading of a word; the word that was read may only be declined alike."""

    parse: Any
    model: str
    """The beginning that stands in for that of the word."""
    stem: str

    def inflected(self, wanted: set[str]) -> str | None:
        """The form with these grammemes of OpenCorpora, if there is one."""
        form = self.parse.inflect(wanted)
        return form.word.replace(self.model, self.stem, 1) if form else None


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[Form, ...]:
    last = split_hyphen(word)[1].lower()
    if alike := _alike(last):
        return tuple(alike)
    forms = [Form(parse, "", "") for parse in parses(last)]
    place = _OF_PLACE.match(last)
    if place and not any(form.parse.tag.POS in _MODIFIERS for form in forms):
        stem = place["stem"]
        forms += [
            Form(parse, _LIKE_OF_PLACE, stem)
            for parse in parses(_LIKE_OF_PLACE + last.removeprefix(stem))
            if parse.tag.POS == "ADJF"
        ]
    return tuple(forms)


def _alike(word: str) -> list[Form]:
    """A noun that the dictionary lacks, read as one that it has: акимат as институт."""
    phrases = lexicon.of("forms", "ru")["phrases"]
    for noun, model in phrases["alike"].items():
        if word.startswith(noun):
            found = parses(model + word.removeprefix(noun))
            return [Form(p, model, noun) for p in found if "NOUN" in p.tag]
    if is_known(word):
        return []
    for prefix in phrases["prefixes"]:
        rest = word.removeprefix(prefix)
        if rest != word and is_known(rest):
            return [Form(p, "", prefix) for p in parses(rest) if "NOUN" in p.tag]
    return []


@lru_cache(maxsize=50_000)
def nouns_of(word: str) -> tuple[Form, ...]:
    """The readings of a word as a noun."""
    never = lexicon.of("forms", "ru")["phrases"]["never"]
    found = (f for f in _forms(word) if "NOUN" in f.parse.tag and f.parse.tag.case)
    return tuple(f for f in found if f.parse.normal_form not in never)


@lru_cache(maxsize=50_000)
def adjectives_of(word: str) -> tuple[Form, ...]:
    """The readings of a word as an adjective, participle or ordinal."""
    return tuple(form for form in _forms(word) if form.parse.tag.POS in _MODIFIERS)
