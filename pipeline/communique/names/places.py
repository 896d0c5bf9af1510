"""Names of countries and towns in the nominative: ``Krakowie`` → ``Kraków`` in Polish.

A language's ``forms.toml`` says which endings of its cases stand for which in the nominative; of
what they make of a name only a country of CLDR or a place of the lists (GeoNames, see
``models/training/cities.py``) counts.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from communique import lexicon
from communique.names.country_names import country_names

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Places(NamedTuple):
    endings: list[tuple[str, list[str]]]
    """Endings of cases with those of the nominative, the longest first."""
    forms: dict[str, str]
    """Nominatives that no ending tells."""


def nominative_place(name: str, language: str) -> str:
    """The place that a name of one word is a case of; the name itself if none is known.

    Args:
        name: a place as written.
        language: ISO 639-1 code; without ``[places]`` in its file the name stays as it is.
    """
    places = _places(language)
    if not places.endings or " " in name:
        return name
    if name in places.forms:
        return places.forms[name]
    likely = [name, *_nominatives(name, places)]
    # cities first: many a case of a city's name is that of some village
    for known in (country_names(language), lexicon.cities(), lexicon.towns()):
        if found := next((form for form in likely if form in known), None):
            return found
    return name


def _nominatives(name: str, places: _Places) -> Iterator[str]:
    """What a name may be in the nominative."""
    for ending, others in places.endings:
        if name.endswith(ending) and len(name) > len(ending):
            yield from (name.removesuffix(ending) + other for other in others)


@cache
def _places(language: str) -> _Places:
    data = lexicon.of("forms", language).get("places", {})
    longest_first = sorted(data.get("endings", {}).items(), key=lambda row: -len(row[0]))
    return _Places(longest_first, data.get("forms", {}))
