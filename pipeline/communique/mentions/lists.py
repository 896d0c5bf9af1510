"""The lists of an article: where their items begin and end, and the line that leads in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_BULLETS = "-–—•*▪●◦‣·+✓✔➢➤►"
_LINE = re.compile(
    rf"[ \t\u00a0]*(?P<marker>[{_BULLETS}]|\((?:\d{{1,2}}|\w|[ivx]{{1,4}})\)"
    r"|(?:\d{1,2}|[^\W\d_]|[ivxIVX]{1,4})[.)]|\d+(?:\.\d+)+\.?|[①-⑳])"
    r"(?:[ \t\u00a0]+|(?<=[)①-⑳]))(?P<body>\S[^\n]*)"
)
_INLINE = re.compile(
    r"(?<![\w(])(?P<marker>\((?P<a>\d{1,2}|[a-zа-яђđ])\)|(?P<b>\d{1,2})\))[ \u00a0]*(?=\w)"
)
# Orders in which letters count items: Latin, Vietnamese, Russian and Kazakh
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "abcdđeghiklmnopqrstuvxy",
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "аәбвгғдежзиклмнңоөпрстуүфхш",
)
_TRAILING = " \t\u00a0;.,:…"


@dataclass(frozen=True)
class ListItem:
    """One item; ``text[start:end]`` is what it says, without marker and final stop."""

    marker: str
    start: int
    end: int
    line_start: int
    """Where the marker stands: offset of the item's first character."""


@dataclass(frozen=True)
class ItemList:
    """Items that belong together, and the stretch of text that leads in (may be empty)."""

    items: tuple[ListItem, ...]
    lead_start: int
    lead_end: int


@lru_cache(maxsize=8)  # several rooms ask for the lists of one article
def find_lists(text: str) -> tuple[ItemList, ...]:
    """All lists of a text in reading order: one item a line, or ``(1) … (2) …`` in a paragraph."""
    found = [*_line_lists(text), *_inline_lists(text)]
    return tuple(sorted(found, key=lambda listed: listed.items[0].start))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks and stops at its edges; an ellipsis or bracket that closes stays."""
    while start < end and text[start] in _TRAILING + "\n":
        start += 1
    while end > start and text[end - 1] in " \t\u00a0\n;.,:":
        end -= 1
    return start, end


def style(marker: str) -> str:
    """Markers of the same style belong to the same level: ``(1)`` → ``(0)``, ``b)`` → ``a)``."""
    if marker in _BULLETS:
        return marker
    if re.fullmatch(r"\d+(?:\.\d+)+\.?", marker):
        return "0" + ".0" * marker.strip(".").count(".")
    if re.search(r"[IVX]", marker) and re.fullmatch(r"[IVX]+[.)]", marker):
        return re.sub(r"[IVX]+", "I", marker)
    return re.sub(r"[^\W\d]+", "a", re.sub(r"\d+", "0", marker))


def _lines(text: str) -> list[tuple[int, int]]:
    bounds, position = [], 0
    for line in text.split("\n"):
        bounds.append((position, position + len(line)))
        position += len(line) + 1
    return bounds


def _line_lists(text: str) -> list[ItemList]:
    found: list[ItemList] = []
    run: list[ListItem] = []
    lead = before = (0, 0)
    for start, end in _lines(text):
        if not text[start:end].strip():
            continue
        if match := _LINE.match(text, start, end):
            if not run:
                lead = before
            item_start, item_end = trim(text, *match.span("body"))
            run.append(ListItem(match["marker"], item_start, item_end, match.start("marker")))
            continue
        found += _closed(text, run, lead)
        run, before = [], (start, end)
    return [*found, *_closed(text, run, lead)]


def _closed(text: str, run: list[ListItem], lead: tuple[int, int]) -> list[ItemList]:
    """The list that some lines make, if they make one."""
    is_list = len(run) > 1 or (run and text[slice(*lead)].rstrip().endswith(":"))
    return [ItemList(tuple(run), *lead)] if is_list else []


def _inline_lists(text: str) -> list[ItemList]:
    found = []
    for start, end in _lines(text):
        if _LINE.match(text, start, end):
            continue
        markers = _first_run([*_INLINE.finditer(text, start, end)])
        if len(markers) < 2:
            continue
        ends = [match.start() for match in markers[1:]] + [
            _sentence_end(text, markers[-1].end(), end)
        ]
        items = [
            ListItem(match["marker"], *trim(text, match.end(), stop), match.start())
            for match, stop in zip(markers, ends, strict=True)
        ]
        found.append(ItemList(tuple(items), start, markers[0].start()))
    return found


def _first_run(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """Markers that count upwards from 1 (or a), by the alphabet that takes most of them."""
    return max((_run_in(alphabet, matches) for alphabet in _ALPHABETS), key=len)


def _run_in(alphabet: str, matches: list[re.Match[str]]) -> list[re.Match[str]]:
    run: list[re.Match[str]] = []
    for match in matches:
        value = match["a"] or match["b"]
        number = int(value) if value.isdigit() else alphabet.find(value) + 1
        if number == len(run) + 1:
            run.append(match)
    return run


def _sentence_end(text: str, start: int, end: int) -> int:
    match = re.compile(r"[.!?](?=\s+[^\W\d_a-zа-я]|\s*$)").search(text, start, end)
    return match.start() if match else end
