"""Agreement points by lists and cue phrases, for the pattern engine.

A point is an item of a list whose lead-in announces it, or the clause after a cue.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.mentions.lists import ItemList, find_lists, trim
from communique.mentions.point_cues import PointCues, point_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]*)*")
# A point says at least an action and what it is about.
_SHORTEST = 12


def find_points(doc: Doc, language: str | None) -> list[Span]:
    """Points of a document in reading order; they do not overlap."""
    cues = point_cues(language)
    text = doc.text
    lists = find_lists(text)
    ranges = [
        (item.start, item.end)
        for found in lists
        if _announces(text, found, cues)
        for item in found.items
    ]
    listed = [(found.items[0].line_start, found.items[-1].end) for found in lists]
    ranges += [
        clause for clause in _clauses(text, cues) if not _overlaps(clause, [*ranges, *listed])
    ]
    spans = (
        doc.char_span(start, end, label="POINT", alignment_mode="expand")
        for start, end in sorted(ranges)
        if end - start >= _SHORTEST
    )
    return [span for span in spans if span is not None]


def _announces(text: str, found: ItemList, cues: PointCues) -> bool:
    lead = text[found.lead_start : found.lead_end]
    return any(pattern.search(lead) for pattern in cues.leads.values())


def _clauses(text: str, cues: PointCues) -> Iterator[tuple[int, int]]:
    for sentence in _SENTENCE.finditer(text):
        if cues.background.search(sentence.group()):
            continue
        start, end = sentence.span()
        matches = [m for p in cues.clauses.values() if (m := p.search(text, start, end))]
        closer = cues.closers.search(text, start, end)
        if matches:
            start = min(matches, key=lambda match: match.start()).end()
        if matches or closer:
            yield from _split(text, start, closer.start() if closer else end, cues)


def _split(text: str, start: int, end: int, cues: PointCues) -> Iterator[tuple[int, int]]:
    position = start
    for separator in cues.separators.finditer(text, start, end):
        yield trim(text, position, separator.start())
        position = separator.end()
    yield trim(text, position, end)


def _overlaps(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
