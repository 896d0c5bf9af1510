"""Phrases of the lexicon files as regular expressions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A regular expression for any of the phrases, whatever the case; ``*`` is any ending.

    The longest phrase wins where several begin at the same place. No phrases match nothing.
    """
    return _either((_expression(phrase) for phrase in _by_length(phrases)), re.IGNORECASE)


def name_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Like :func:`phrase_pattern`, but capitals have to be there.

    A name in small letters may begin with a capital: ``российск*`` is ``Российская`` too.
    """
    return _either(_expression(n, capitals=n[0].islower()) for n in _by_length(names))


def _by_length(phrases: Iterable[str]) -> list[str]:
    return sorted(phrases, key=len, reverse=True)


def _either(parts: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(parts) or r"(?!)", flags)


def _expression(phrase: str, *, capitals: bool = False) -> str:
    """One phrase; with ``capitals`` each of its words may begin with a capital."""
    words = r"\s+".join(_word(word, capitals=capitals) for word in phrase.split())
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() or phrase[-1] == "*" else ""
    return before + words + after


def _word(word: str, *, capitals: bool) -> str:
    parts = (re.escape(part).replace(r"\*", r"\w*") for part in word.split("-"))
    if capitals:
        parts = (f"[{p[0]}{p[0].upper()}]{p[1:]}" if p[:1].isalpha() else p for p in parts)
    return "-".join(parts)
