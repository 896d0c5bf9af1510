"""Readings: where in a text the shapes of dates are, and which tokens are their parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.dates.lexer import Lexed
    from communique.dates.shapes import Pattern

NUMBERS = "ndbyzrORh"
"""The classes of tokens whose value is a number."""


@dataclass(frozen=True)
class Reading:
    """A date found among the tokens ``[first, last)``, and the tokens of each of its parts."""

    lexed: Lexed
    first: int
    last: int
    parts: dict[str, tuple[int, int]]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.lexed.starts[self.first]

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.lexed.ends[self.last - 1]

    def kinds(self, part: str) -> str:
        """The classes of a part's tokens; empty where the reading has no such part."""
        first, last = self.parts.get(part, (0, 0))
        return self.lexed.kinds[first:last]

    def value(self, part: str, kinds: str = NUMBERS) -> int | None:
        """The value of a part's first token of these classes."""
        first, last = self.parts.get(part, (0, 0))
        for index in range(first, last):
            if self.lexed.kinds[index] in kinds:
                return self.lexed.values[index]
        return None

    def size(self, part: str) -> int:
        """How many characters a part has."""
        first, last = self.parts[part]
        return self.lexed.ends[last - 1] - self.lexed.starts[first]


def readings(lexed: Lexed, patterns: Iterable[Pattern]) -> list[Reading]:
    """Every match of every pattern; they may overlap."""
    return [
        Reading(lexed, match.start(), match.end(), _parts(match))
        for pattern in patterns
        for match in pattern.finditer(lexed.kinds)
        if match.end() > match.start()
    ]


def _parts(match: Any) -> dict[str, tuple[int, int]]:
    return {name: match.span(name) for name, text in match.groupdict().items() if text}
