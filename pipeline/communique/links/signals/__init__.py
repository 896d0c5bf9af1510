"""What speaks for an institution as the one of a title, or of a person without a title."""

from __future__ import annotations

from communique.links.signals.beside import beside
from communique.links.signals.candidates import Candidates, Query, Signals
from communique.links.signals.leads import chain, clause, heading, leads
from communique.links.signals.position import between, order, position
from communique.links.signals.words import bare_heads, countries, possessives, title_words

__all__ = ["Candidates", "Query", "Signals", "signals_of"]

_GROUPS = (
    *(position, order, between, beside),
    *(leads, clause, heading, chain),
    *(title_words, possessives, bare_heads, countries),
)


def signals_of(candidates: Candidates, number: int, query: Query) -> Signals:
    """All signals of the institution with a number; those that are 0 are left out."""
    found: Signals = {"bias": 1.0}
    for group in _GROUPS:
        found |= group(candidates, number, query)
    return {name: float(value) for name, value in found.items() if value}
