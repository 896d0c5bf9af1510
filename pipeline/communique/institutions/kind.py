"""The kind of an institution, by the words of its name."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.names.countries import is_international

if TYPE_CHECKING:
    import re

INTERNATIONAL = "international"
"""The kind of bodies of many countries (``international`` in ``countries.toml``)."""


@lru_cache(maxsize=1 << 12)  # an institution is named in many articles
def kind_of(name: str, language: str | None) -> str | None:
    """What an institution is (``university``, ``ministry``), or None where its name does not tell.

    The word for the kind stands first or last in a name, as its language has it (``head`` of
    ``institutions.toml``), or is the last before a word for "of" (``kind_before``).
    """
    if is_international(name, language):
        return INTERNATIONAL
    kinds, head, before = _words(language)
    stop = before.search(name, 1)
    end = stop.start() if stop else len(name)
    found = [
        ((match.start(), -match.end()) if head == "first" else (-match.end(), match.start()), kind)
        for kind, pattern in kinds.items()
        for match in pattern.finditer(name, 0, end)
    ]
    return min(found)[1] if found else None


@cache
def _words(language: str | None) -> tuple[dict[str, re.Pattern[str]], str | None, re.Pattern[str]]:
    """The words for each kind, where they stand, and those that they stand before."""
    data = lexicon.or_english("institutions", language)
    kinds = {kind: phrase_pattern(words) for kind, words in data["kinds"].items()}
    return kinds, data.get("head"), phrase_pattern(data.get("kind_before", ()))
