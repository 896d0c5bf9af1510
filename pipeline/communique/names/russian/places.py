"""The nominative of Russian names of places."""

from __future__ import annotations

from functools import lru_cache

from communique import lexicon
from communique.names.country_names import country_names
from communique.names.russian.phrases import phrase_nominative

# Letters that a case takes off the end of a name at most, and endings of the nominative
_LONGEST_ENDING, _ENDINGS = 2, ("", "а", "я", "ь", "й", "о", "е", "ы", "и")


@lru_cache(maxsize=1 << 12)
def place_nominative(text: str) -> str:
    """The nominative of a place; one word is looked up among the countries and the cities.

    >>> place_nominative("Таразе")
    'Тараз'
    """
    form = phrase_nominative(text, singular=False)
    if " " in text or _is_city(form):
        return form
    countries = country_names("ru")
    if text in countries or form in countries:
        return text if text in countries else form
    stems = (text[:-cut] for cut in range(1, min(_LONGEST_ENDING, len(text) - 2) + 1))
    likely = (stem + ending for stem in stems for ending in _ENDINGS)
    # lands end in -ия: Кахетия, Силезия
    unknown = form[:-2] + "ия" if form.endswith("ие") and text.endswith("ии") else form
    return next(filter(_is_city, (text, *likely)), unknown)


def _is_city(name: str) -> bool:
    return name in lexicon.cities() or name in lexicon.towns()
