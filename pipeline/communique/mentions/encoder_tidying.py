"""Bounds of spans set right where the writing itself tells them: brackets, quotes, dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”", "„": "“", "‹": "›"}
_OPENING = {closing: opening for opening, closing in _PAIRS.items()}
_LOOSE = frozenset("-–—,;:/•")  # a span neither begins nor ends with one


def tidy(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Tokens ``[start, end)`` with better bounds; never an empty stretch.

    A bracket or quote that opens inside and closes just behind is closed; one without its partner
    at either end goes, as do dashes and commas there.
    """
    end = _close(doc, start, end)
    while end - start > 1:
        first, last = doc[start].text, doc[end - 1].text
        if last in _LOOSE or doc[end - 1].is_space or _is_alone(doc, start, end, end - 1):
            end -= 1
        elif first in _LOOSE or doc[start].is_space or _is_alone(doc, start, end, start):
            start += 1
        else:
            break
    return start, end


def _close(doc: Doc, start: int, end: int) -> int:
    waiting: list[str] = []
    for token in doc[start:end]:
        if waiting and token.text == _PAIRS[waiting[-1]]:
            waiting.pop()
        elif token.text in _PAIRS:
            waiting.append(token.text)
    starts_with_it = len(waiting) == 1 and doc[start].text == waiting[0]
    if waiting and not starts_with_it and end < len(doc) and doc[end].text == _PAIRS[waiting[-1]]:
        return end + 1
    return end


def _is_alone(doc: Doc, start: int, end: int, place: int) -> bool:
    """Whether the token at ``place`` is a bracket or quote whose partner is not in the span."""
    sign = doc[place].text
    texts = [token.text for token in doc[start:end]]
    if sign in _OPENING and _OPENING[sign] not in texts:
        return True
    return sign in _PAIRS and _PAIRS[sign] not in texts
