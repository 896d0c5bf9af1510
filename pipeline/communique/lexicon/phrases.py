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
    parts = [_expression(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
    return re.compile("|".join(parts) if parts else r"(?!)", re.IGNORECASE)


def _expression(phrase: str) -> str:
    words = re.escape(phrase.strip()).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    after = r"(?!\w)" if phrase[-1].isalnum() or phrase[-1] == "*" else ""
    return before + words + after
