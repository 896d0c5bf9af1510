"""A post of several persons, as each of them holds it: ``Deputy Speakers`` → ``Deputy Speaker``.

For languages whose nouns and adjectives have no cases: their ``forms.toml`` lists the plurals.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import either, folded

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+")


def in_singular(title: str, language: str | None) -> str:
    """``Directors-General of Customs`` → ``Director-General of Customs``.

    Only what stands before a word for "of" changes, and nothing where no post is in the plural.
    """
    known: Mapping[str, str] = lexicon.of("forms", language).get("plural_posts", {})
    if not known:
        return title
    behind = _of(language).search(title)
    end = behind.start() if behind else len(title)

    def one(word: re.Match[str]) -> str:
        single = known.get(folded(word[0]))
        if single is None:
            return word[0]
        if len(word[0]) > 1 and word[0].isupper():
            return single.upper()
        return single[0].upper() + single[1:] if word[0][0].isupper() else single

    return _WORD.sub(one, title[:end]) + title[end:]


@cache
def _of(language: str | None) -> re.Pattern[str]:
    """A word for "of" behind another word."""
    words = either(lexicon.or_english("links", language)["of"])
    return re.compile(rf"(?<=\s)(?:{words})", re.IGNORECASE)
