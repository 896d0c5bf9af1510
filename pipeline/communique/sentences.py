"""Where sentences begin and end, well enough to tell what stands together."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from communique import lexicon

_END = re.compile(r"\n|[。！？।॥]|[!?…]+[»”\")]*(?=\s|$)|\.[»”\")]*(?=\s+\S|\s*$)")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
# The longest abbreviation with its inner stops
_LOOK_BACK = 20


class Sentences:
    """The sentences of a text as ``[start, end)`` ranges that cover it.

    A full stop ends no sentence after an initial, an abbreviation (``sentences.toml``) or a form of
    address (``honorifics.toml``), nor where the next word goes on in lower case.
    """

    def __init__(self, text: str) -> None:
        ends = _ends(text)
        self._text = text
        self._starts = [0, *ends]
        self._ends = [*ends, len(text)]

    def at(self, position: int) -> tuple[int, int]:
        """The range of the sentence that holds a character."""
        index = self.number(position)
        return self._starts[index], self._ends[index]

    def number(self, position: int) -> int:
        """Which sentence holds a character, counted from 0."""
        return bisect_right(self._starts, position) - 1

    def apart(self, one: int, other: int) -> int:
        """How many sentences on from the one character the other is; blank lines do not count."""
        first, last = sorted((self.number(one), self.number(other)))
        ranges = zip(self._starts[first:last], self._ends[first:last], strict=True)
        return sum(not self._text[start:end].isspace() for start, end in ranges)


@lru_cache(maxsize=8)  # several rooms ask for the sentences of one article
def _ends(text: str) -> tuple[int, ...]:
    return tuple(match.end() for match in _END.finditer(text) if _is_end(text, match))


def _is_end(text: str, stop: re.Match[str]) -> bool:
    if stop.group()[0] != ".":
        return True
    after = text[stop.end() : stop.end() + 3].lstrip()
    if after[:1].islower():
        return False
    word = _WORD_BEFORE.search(text, max(0, stop.start() - _LOOK_BACK), stop.start())
    if word is None or not after:
        return True
    last = word.group().casefold()
    return len(last.rpartition(".")[2]) > 1 and last not in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    listed = [word for data in lexicon.every("sentences") for word in data["abbreviations"]]
    for data in lexicon.every("honorifics"):
        dotted = (form for form in data["before"] if form.endswith("."))
        listed += [form for form in (*dotted, *data.get("foreign", ())) if " " not in form]
    return frozenset(word.casefold().rstrip(".") for word in listed)
