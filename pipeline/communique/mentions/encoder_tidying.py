"""Bounds of spans set right where the writing itself tells them: brackets, quotes, dashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# By what opens, what can close it; a German name closes with what opens an English one
_CLOSING = {
    "(": ")", "[": "]", "«": "»", "“": "”", "„": "“”", "‹": "›",
    "（": "）", "［": "］", "「": "」", "『": "』", "《": "》", "【": "】",
}  # fmt: skip
_OPENING = {
    sign: "".join(opening for opening, closing in _CLOSING.items() if sign in closing)
    for sign in "".join(_CLOSING.values())
}
_LOOSE = frozenset("-–—,;:/•，、；：")  # a span neither begins nor ends with one


def tidy(words: Sequence[str], start: int, end: int) -> tuple[int, int]:
    """Better bounds for the tokens ``[start, end)`` of ``words``; never an empty stretch.

    A bracket or quote that opens inside and closes just behind is closed; one without its partner
    at either end goes, as do dashes and commas there.
    """
    end = _close(words, start, end)
    while end - start > 1:
        first, last = words[start], words[end - 1]
        if last in _LOOSE or last.isspace() or _is_alone(last, words[start:end]):
            end -= 1
        elif first in _LOOSE or first.isspace() or _is_alone(first, words[start:end]):
            start += 1
        else:
            break
    return start, end


def _close(words: Sequence[str], start: int, end: int) -> int:
    waiting: list[str] = []
    for word in words[start:end]:
        if waiting and word in _CLOSING[waiting[-1]]:
            waiting.pop()
        elif word in _CLOSING:
            waiting.append(word)
    starts_with_it = len(waiting) == 1 and words[start] == waiting[0]
    if not waiting or starts_with_it or end == len(words):
        return end
    return end + 1 if words[end] in _CLOSING[waiting[-1]] else end


def _is_alone(sign: str, words: Sequence[str]) -> bool:
    """Whether a token is a bracket or quote whose partner is not among the words."""
    partners = _OPENING.get(sign, "") + _CLOSING.get(sign, "")
    return bool(partners) and not any(partner in words for partner in partners)
