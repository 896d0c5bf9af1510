"""Long texts in pieces that a model can take, cut where no name is torn apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line that is not blank, with where it starts."""
    start = 0
    for line in text.splitlines(keepends=True):
        if not line.isspace():
            yield start, line
        start += len(line)


def chunks(text: str, limit: int) -> Iterator[tuple[int, str]]:
    """The whole text in pieces of at most ``limit`` characters, with where each starts.

    A piece ends behind a line break if there is one in its second half, else behind a blank.
    """
    start = 0
    while start < len(text):
        end = start + limit
        if end < len(text):
            for sign in ("\n", " "):
                found = text.rfind(sign, start + limit // 2, end)
                if found >= 0:
                    end = found + 1
                    break
        yield start, text[start:end]
        start = min(end, len(text))
