"""Which country a name, adjective or city points to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.name_index import NameIndex
from communique.lexicon.phrases import LETTERS, name_pattern
from communique.names.country_names import country_names
from communique.names.forms import dictionary_form, in_small_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Words of a city's name at most
_LONGEST_CITY = 3
# Letters that an inflected name of a city has at least: Банка is no Бани
_SHORTEST_INFLECTED = 6
_CITY_WORD = re.compile(rf"{LETTERS}(?:-{LETTERS})*")
# Endings of web addresses that are not the code of their country
_ENDINGS = {"UK": "GB"}
# Endings that are sold all over the world; the country is meant behind one of these words
_WORLDWIDE = frozenset(["AI", "CC", "CO", "FM", "IO", "LY", "ME", "TO", "TV", "WS"])
_OF_THE_COUNTRY = frozenset(["ac", "com", "edu", "gob", "gov", "mil", "net", "org"])


@dataclass(frozen=True)
class City:
    """A city or town that a text names: its dictionary form, its country, and where it stands."""

    name: str
    country: str
    start: int
    end: int


@lru_cache(maxsize=1 << 12)  # an institution is named more than once
def cities_in(text: str, language: str | None) -> tuple[City, ...]:
    """The large cities that a text names in reading order; also by a Russian adjective."""
    return tuple(_places_in(text, language, lexicon.cities()))


@lru_cache(maxsize=1 << 12)
def towns_in(text: str, language: str | None) -> tuple[City, ...]:
    """The smaller places that a text seems to name: their names may be other words, too."""
    return tuple(_places_in(text, language, lexicon.towns()))


def _places_in(text: str, language: str | None, places: Mapping[str, str]) -> Iterator[City]:
    if text.isupper():  # from a heading; Turkish letters may grow
        small = in_small_letters(text, language)
        text = small if len(small) == len(text) else text
    words = list(_CITY_WORD.finditer(text))
    number = 0
    while number < len(words):
        count = 1
        for end in range(min(number + _LONGEST_CITY, len(words)), number, -1):
            name = " ".join(word.group() for word in words[number:end])
            if not name[0].isupper():
                break
            if not words[end - 1].group()[0].isupper():
                continue
            if form := next((form for form in _forms(name, language) if form in places), None):
                yield City(form, places[form], words[number].start(), words[end - 1].end())
                count = end - number
                break
        number += count


def _forms(name: str, language: str | None) -> Iterator[str]:
    """A word as the name of a city: as it is, in the nominative, out of an adjective."""
    yield name
    if len(name) >= _SHORTEST_INFLECTED:
        yield dictionary_form(name, "LOC", language)
        forms = lexicon.of("forms", language).get("adjectives_of_places", {})
        endings = tuple(forms.get("endings", ()))
        stem = next((name.removesuffix(ending) for ending in endings if name.endswith(ending)), "")
        for row in forms.get("rows", ()):
            if stem.endswith(row["drop"]):
                yield from (stem.removesuffix(row["drop"]) + add for add in row["add"])


def country_of_city(text: str, language: str | None) -> str | None:
    """The country of the first large city that a text names."""
    return next((city.country for city in cities_in(text, language)), None)


def country_named(text: str, language: str | None) -> str | None:
    """The code of the country (or of the city's country) whose name the whole text is."""
    return _names(language).whole(text.strip(' .,;:()«»“”"'))


@cache
def _names(language: str | None) -> NameIndex:
    phrases: dict[str, set[str]] = {}
    for code in {language or "en", "en"}:
        for name, country in country_names(code).items():
            phrases.setdefault(country, set()).add(name)
    for country, words in lexicon.or_english("countries", language)["countries"].items():
        phrases.setdefault(country, set()).update(words)
    return NameIndex(phrases)


def is_international(name: str, language: str | None) -> bool:
    """Whether an institution's name is that of a body of many countries."""
    return _international(language).search(name) is not None


@cache
def _international(language: str | None) -> re.Pattern[str]:
    tables = [lexicon.of("countries", code) for code in sorted({language or "en", "en"})]
    return name_pattern(word for table in tables for word in table.get("international", ()))


def home_of(language: str | None, site: str | None) -> str | None:
    """The country where an article's own institutions are, told by its site or else its language.

    Russian, English and others are written in many countries; their files name no home.
    """
    *_, before, ending = ["", *(site or "").split(".")]
    code = _ENDINGS.get(ending.upper(), ending.upper())
    if code in country_names("en").values() and (
        code not in _WORLDWIDE or before in _OF_THE_COUNTRY
    ):
        return code
    home: str | None = lexicon.of("countries", language).get("home")
    return home
