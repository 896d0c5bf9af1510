"""How a language builds names of institutions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique import lexicon
from communique.lexicon.phrases import either, phrase_pattern


@dataclass(frozen=True)
class Habits:
    """How a language builds names of institutions."""

    head_first: bool
    head_last: bool
    openers: frozenset[str]
    named_after: re.Pattern[str]
    """Words for "named after"."""
    bracket: re.Pattern[str]
    """What stands between a name and its acronym or translation in brackets."""


@cache
def habits_of(language: str | None) -> Habits:
    """A language's habits; none for a language without a file."""
    data = lexicon.of("institutions", language)
    return Habits(
        head_first=data.get("head", "") == "first",
        head_last=data.get("head", "") == "last",
        openers=frozenset(data.get("openers", ())),
        named_after=phrase_pattern(data.get("named_after", ())),
        # as in Academy (APA), Академия «Х» («РАНХиГС»), Академия (далее – РАНХиГС)
        bracket=re.compile(
            rf"\s*[»”\"]?\s*[(\[/]\s*(?:(?:{either(data.get('called', ()))})[\s:–—-]+)?[«“\"]?\s*",
            re.IGNORECASE,
        ),
    )
