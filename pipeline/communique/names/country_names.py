"""The names of countries as CLDR has them (https://cldr.unicode.org, by babel)."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale, UnknownLocaleError

_OFFICIAL_CODE = re.compile(r"[A-Z]{2}")
# CLDR lists these two-letter codes, which are no countries.
_NOT_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)


@cache
def country_names(language: str) -> dict[str, str]:
    """ISO 3166-1 codes by country name in a language, from CLDR; empty if CLDR lacks it."""
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        part: code
        for code, name in territories.items()
        if _OFFICIAL_CODE.fullmatch(code) and code not in _NOT_COUNTRIES
        for part in dict.fromkeys([name, name.partition(" (")[0]])  # Мьянма (Бирма)
    }
