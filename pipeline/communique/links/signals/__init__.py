"""What speaks for an institution as the one of a title, or of a person without a title."""

from __future__ import annotations

from typing import NamedTuple

from communique.links.ranking import pair_rows
from communique.links.signals.beside import beside
from communique.links.signals.candidates import Candidates, Query, Signals, stems
from communique.links.signals.leads import chain, clause, heading, leads
from communique.links.signals.position import between, order, position
from communique.links.signals.words import bare_heads, countries, possessives, title_words

__all__ = ["Candidates", "Option", "Query", "Signals", "option_of"]

_GROUPS = (
    *(position, order, between, beside),
    *(leads, clause, heading, chain),
    *(title_words, possessives, bare_heads, countries),
)


class Option(NamedTuple):
    """What speaks for one institution."""

    signals: Signals
    """Those that are not 0."""
    pairs: tuple[int, ...]
    """Rows of the pairs of a title's words with the institution's (``links.ranking``)."""


def option_of(candidates: Candidates, number: int, query: Query) -> Option:
    """What speaks for the institution with a number."""
    title = stems(query.title.text) if query.title else frozenset()
    return Option(_signals(candidates, number, query), pair_rows(title, candidates.stems[number]))


def _signals(candidates: Candidates, number: int, query: Query) -> Signals:
    found: Signals = {"bias": 1.0}
    for group in _GROUPS:
        found |= group(candidates, number, query)
    return {name: float(value) for name, value in found.items() if value}
