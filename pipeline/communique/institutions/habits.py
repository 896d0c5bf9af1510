"""How a language builds names of institutions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique import lexicon


@dataclass(frozen=True)
class Habits:
    """How a language builds names of institutions."""

    head_first: bool
    head_last: bool
    openers: frozenset[str]


@cache
def habits_of(language: str | None) -> Habits:
    """A language's habits; none for a language without a file."""
    data = lexicon.load("institutions").get(language or "", {})
    return Habits(
        head_first=data.get("head", "") == "first",
        head_last=data.get("head", "") == "last",
        openers=frozenset(data.get("openers", ())),
    )
