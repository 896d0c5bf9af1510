"""Which of thousands of names a text is, without trying every one of them.

Names are kept by the characters that they begin with, so only those that a text can be are looked
for, and only their regular expressions are ever compiled.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from communique.lexicon.phrases import name_pattern, name_variants

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Two letters alone would let most words through, four hardly fewer than three.
_LONGEST_BEGINNING = 3
# What a name may be written with in several ways, and what follows its ``*``
_FIXED = re.compile(r"[^\s*'‘’ʻʼ`]*")


class NameIndex:
    """Names by what they stand for; see :func:`communique.lexicon.phrases.name_pattern`.

    Args:
        names: what is named to its names. Of two that one name could stand for, the first counts.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._names = {key: tuple(words) for key, words in names.items()}
        self._order = {key: number for number, key in enumerate(self._names)}
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._beginnings: defaultdict[str, set[str]] = defaultdict(set)
        for key, words in self._names.items():
            for name in name_variants(words):
                self._beginnings[_beginning(name)].add(key)

    def whole(self, text: str) -> str | None:
        """What the whole text is a name of."""
        possible = sorted(self._possible(text), key=self._order.__getitem__)
        return next((key for key in possible if self._pattern(key).fullmatch(text)), None)

    def _possible(self, text: str) -> set[str]:
        """What has a name that begins like the text."""
        beginnings = (text[:size] for size in range(_LONGEST_BEGINNING + 1))
        return {key for beginning in beginnings for key in self._beginnings.get(beginning, ())}

    def _pattern(self, key: str) -> re.Pattern[str]:
        if key not in self._patterns:
            self._patterns[key] = name_pattern(self._names[key])
        return self._patterns[key]


def _beginning(name: str) -> str:
    fixed = _FIXED.match(name)
    return fixed.group()[:_LONGEST_BEGINNING] if fixed else ""
