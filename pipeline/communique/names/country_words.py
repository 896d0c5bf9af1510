"""Where a text names countries: by name, adjective or city, in one pass over its words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import LETTERS, has_no_blanks
from communique.names.countries import country_of_city
from communique.names.country_names import country_names
from communique.names.forms import dictionary_form, in_small_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# The article or preposition that French and Italian write on to a word is none of it: l'Italie
_ELIDED = r"(?:(?<!\w)(?:[LldD]|(?i:dell|nell|all|dall|sull|coll|quell|quest|un)|[qQ]u)['’])?"
_WORD = re.compile(rf"{_ELIDED}({LETTERS}(?:[-'’‘ʻʼ`.]{LETTERS})*)")
_ELISION = re.compile(_ELIDED + r"(?=\w)")
# English adds it to the names of countries, too
_GENITIVE = "'s"
# Every way of writing an apostrophe: Oʻzbekiston
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʻʼ`", "'"))
_LONGEST = 5
# Letters of an acronym at most, where nothing beside it is in capitals, too; as many has a syllable
# of Vietnamese, so that ``BỘ TƯ PHÁP``, the Ministry of Justice, is not of France
_LONGEST_ACRONYM = 4
# Letters of a part of a word that names a country by itself
_SHORTEST_PART = 5
# Letters of a name that its forms keep at least
_SHORTEST_STEMS = {"names": 4, "adjectives": 3}
_Longer = tuple[tuple[tuple[str, ...], str], ...]
"""The words of names behind their first, each with its country."""


@dataclass(frozen=True)
class CountryWord:
    """A word or words that point to a country."""

    start: int
    end: int
    country: str


@lru_cache(maxsize=64)
def countries_in(text: str, language: str | None) -> tuple[CountryWord, ...]:
    """What in a text points to a country, longest first where several begin at one place."""
    matches = list(_WORD.finditer(text))
    written = [match.group(1).translate(_APOSTROPHES) for match in matches]
    written = [word[:-2] if word.endswith(_GENITIVE) else word for word in written]
    words = _as_in_running_text(written, language)
    some_without_blanks, number = has_no_blanks(text), 0
    found: list[CountryWord] = []
    while number < len(words):
        if some_without_blanks and has_no_blanks(words[number]):
            found += _known(language).inside(words[number], matches[number].start(1))
            number += 1
            continue
        country, longer = _named(language, words[number])
        count = 1
        if longer:
            following = words[number + 1 : number + _LONGEST]
            country, count = _longest_fitting(longer, following) or (country, count)
        in_capitals = words[number] != written[number]
        if count == 1 and in_capitals and len(words[number]) <= _LONGEST_ACRONYM:
            country = None
        if country:
            start, end = matches[number].start(1), matches[number + count - 1].end(1)
            found.append(CountryWord(start, end, country))
        number += count
    return tuple(found)


def _as_in_running_text(words: list[str], language: str | None) -> list[str]:
    """Words in the capitals of a heading as running text has them: ``MYANMAR``, but not ``USA``."""
    capitals = [len(word) > 1 and word.isupper() for word in words] + [False]
    return [
        in_small_letters(word, language)
        if capitals[number]
        and (len(word) > _LONGEST_ACRONYM or capitals[number - 1] or capitals[number + 1])
        and not any(_named(language, word))
        else word
        for number, word in enumerate(words)
    ]


def find_country_words(
    text: str, language: str | None, places: Sequence[tuple[int, int]]
) -> list[CountryWord]:
    """What in a text points to a country, places of smaller fame too.

    Args:
        text: the text.
        language: its ISO 639-1 code, if it is known.
        places: where the names of places (``LOC``) begin and end in it.
    """
    found = list(countries_in(text, language))
    for start, end in places:
        if not any(word.start < end and start < word.end for word in countries_in(text, language)):
            country = country_of_place(text[start:end], language)
            found += [CountryWord(start, end, country)] if country else []
    return sorted(found, key=lambda word: word.start)


def country_of_place(name: str, language: str | None) -> str | None:
    """The country that a place is, or is in: for what is known to be the name of a place."""
    if words := countries_in(name, language):
        return words[0].country
    letters = unicodedata.normalize("NFD", name)
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    forms = (name, dictionary_form(name, "LOC", language), plain)
    for places in (lexicon.cities(), lexicon.towns()):
        if country := next((places[form] for form in forms if form in places), None):
            return country
    return country_of_city(name, language)


class _Known:
    """Names and beginnings of names of countries, with and without their capitals."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._begins: set[str] = set()  # two letters that stems begin with; most words do not
        # names of several words, some of them beginnings only, by the first letters
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)

    def add(self, name: str, country: str) -> None:
        """Take in a name; a word with ``*`` in the end has any ending."""
        name = name.translate(_APOSTROPHES)
        # a name in small letters may have capitals, another needs its own
        for form in dict.fromkeys([name, name[:1].upper() + name[1:]]) if name else ():
            words = tuple(_ELISION.sub("", word) for word in form.split())
            if len(words) > 1:
                self._phrases[words[0][:2]].append((words, country))
            elif form.endswith("*"):
                self._stems.setdefault(form.rstrip("*"), country)
                self._begins.add(form.rstrip("*")[:2])
            else:
                self._names.setdefault(form, country)

    def longer(self, word: str) -> _Longer:
        """The names of several words that begin with a word."""
        phrases = self._phrases.get(word[:2], ())
        return tuple((name[1:], country) for name, country in phrases if _fits(word, name[0]))

    def inside(self, text: str, start: int) -> Iterator[CountryWord]:
        """What in a stretch without blanks names countries; ``start`` is where it begins."""
        number = 0
        while number < len(text):
            ends = range(min(len(text), number + self._longest), number + 1, -1)
            end = next((end for end in ends if text[number:end] in self._names), number)
            if end > number:
                yield CountryWord(start + number, start + end, self._names[text[number:end]])
            number = max(end, number + 1)

    @cached_property
    def _longest(self) -> int:
        """Signs of the longest name in a script without blanks."""
        return max((len(name) for name in self._names if has_no_blanks(name)), default=0)

    def word(self, word: str) -> str | None:
        """The country that a word names."""
        if word in self._names:
            return self._names[word]
        if word[:2] not in self._begins:
            return None
        stems = (word[:end] for end in range(len(word), 1, -1))
        return next((self._stems[stem] for stem in stems if stem in self._stems), None)


def _fits(word: str, name: str) -> bool:
    return word.startswith(name[:-1]) if name.endswith("*") else word == name


def _longest_fitting(longer: _Longer, following: list[str]) -> tuple[str, int] | None:
    """The country of the longest of the names that goes on as the text does, and its words."""
    fitting = (
        (country, 1 + len(rest))
        for rest, country in longer
        if len(rest) <= len(following) and all(map(_fits, following, rest))
    )
    return max(fitting, key=lambda found: found[1], default=None)


@lru_cache(maxsize=1 << 16)  # most words stand in many articles
def _named(language: str | None, word: str) -> tuple[str | None, _Longer]:
    """The country that a word names, or else the first of its parts: Западно-Казахстанский.

    Also the longer names that it may begin.
    """
    known = _known(language)
    parts = (part for part in word.split("-") if len(part) >= _SHORTEST_PART)
    country = known.word(word) or next(filter(None, map(known.word, parts)), None)
    return country, known.longer(word)


@cache
def _known(language: str | None) -> _Known:
    known = _Known()
    for country, names in lexicon.or_english("countries", language)["countries"].items():
        for name in names:
            known.add(name, country)
    for code in dict.fromkeys([language or "en", "en"]):
        endings = lexicon.of("countries", code).get("endings", {})
        for name, country in country_names(code).items():
            known.add(name, country)
            for form in _forms(name, endings):
                if not (known.word(form) or known.word(form[0].upper() + form[1:])):
                    known.add(form, country)
    return known


def _forms(name: str, endings: dict[str, list[str]]) -> Iterator[str]:
    """What follows from a country's name: its cases, and adjectives in small letters."""
    for kind, shortest in _SHORTEST_STEMS.items():
        stem = re.sub(f"(?:{'|'.join(endings.get(f'drop_{kind}', ()))})$", "", name)
        if " " not in name and len(stem) >= shortest:
            small = kind == "adjectives" and not endings.get("capital_adjectives")
            for ending in endings.get(kind, ()):
                yield (stem[0].lower() + stem[1:] if small else stem) + ending
