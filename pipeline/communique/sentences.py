"""Where sentences begin and end, well enough to tell what stands together."""

from __future__ import annotations

import re
from bisect import bisect_right

# A full stop ends a sentence unless it follows an initial or an abbreviation of up to four letters
# (г., им., TS., Dr.), or the next word goes on in lower case.
_END = re.compile(
    r"\n|[!?…。]+[»”\")]*(?=\s|$)|(?<![\s.(][^\W\d_])(?<![\s.(][^\W\d_]{2})(?<![\s.(][^\W\d_]{3})"
    r"\.[»”\")]*(?=\s+[^a-zа-яәғқңөұүһі\s]|\s*$)|。"
)


class Sentences:
    """The sentences of a text as ``[start, end)`` ranges that cover it."""

    def __init__(self, text: str) -> None:
        ends = [match.end() for match in _END.finditer(text)]
        self._starts = [0, *ends]
        self._ends = [*ends, len(text)]

    def at(self, position: int) -> tuple[int, int]:
        """The range of the sentence that holds a character."""
        index = bisect_right(self._starts, position) - 1
        return self._starts[index], self._ends[index]

    def number(self, position: int) -> int:
        """Which sentence holds a character, counted from 0."""
        return bisect_right(self._starts, position) - 1
