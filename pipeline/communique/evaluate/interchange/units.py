"""Offsets in code points, from a tool that may count in UTF-16 code units.

The two differ after characters outside the Basic Multilingual Plane (emoji, rare Han characters).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Stretch = tuple[int, int, str | None]
Place = tuple[int, int]


def locate(text: str, stretches: Sequence[Stretch]) -> list[Place | None]:
    """Where stretches of a text are, in code points.

    Both ways of counting are tried; the one under which more stretches have the text that they say
    they have is believed for all, the other only where the first fails.

    Args:
        text: The whole text.
        stretches: Start and end offset, and the text between them if it is known.

    Returns:
        Start and end in code points; None for a stretch that has its text under neither way.
    """
    index = _code_points(text)
    by_points = [_check(text, start, end, said) for start, end, said in stretches]
    by_units = [
        _check(text, index.get(start, -1), index.get(end, -1), said)
        for start, end, said in stretches
    ]
    told = [said is not None for _, _, said in stretches]
    points = sum(place is not None for place, known in zip(by_points, told, strict=True) if known)
    units = sum(place is not None for place, known in zip(by_units, told, strict=True) if known)
    ways = (by_units, by_points) if units > points else (by_points, by_units)
    return [first or second for first, second in zip(*ways, strict=True)]


def _code_points(text: str) -> dict[int, int]:
    """The code point that begins at each UTF-16 offset, where one does; and the text's end."""
    index, unit = {}, 0
    for point, character in enumerate(text):
        index[unit] = point
        unit += 2 if ord(character) > 0xFFFF else 1
    index[unit] = len(text)
    return index


def _check(text: str, start: int, end: int, said: str | None) -> Place | None:
    if not 0 <= start < end <= len(text):
        return None
    # tools change line breaks and runs of blanks in the text that they repeat
    if said is not None and text[start:end].split() != said.replace("\\n", "\n").split():
        return None
    return start, end
