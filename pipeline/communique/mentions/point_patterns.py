"""Agreement points by lists and cue phrases, for the pattern engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.mentions.lists import ItemList, find_lists, trim
from communique.records import POINT_STATUSES, PointStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

FALLBACK_LANGUAGE = "en"
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s)[^.!?\n]*)*")
# A point says at least an action and what it is about.
_SHORTEST = 12


@dataclass(frozen=True)
class _Cues:
    """One language's cue phrases, compiled."""

    leads: dict[PointStatus, re.Pattern[str]]
    clauses: dict[PointStatus, re.Pattern[str]]
    closers: re.Pattern[str]
    background: re.Pattern[str]
    separators: re.Pattern[str]


class PointPatterns:
    """Finds points: the items of a list whose lead-in announces them, and clauses after a cue."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._cues: dict[str, _Cues] = {}

    def find(self, doc: Doc, language: str | None) -> list[Span]:
        """Points of a document in reading order; they do not overlap."""
        cues = self._language(language)
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

    def _language(self, language: str | None) -> _Cues:
        files = lexicon.load("points")
        code = language if language in files else FALLBACK_LANGUAGE
        if code not in self._cues:
            self._cues[code] = _compile(files[code])
        return self._cues[code]


def _compile(data: dict[str, Any]) -> _Cues:
    return _Cues(
        leads={s: phrase_pattern(data["leads"].get(s, ())) for s in POINT_STATUSES},
        clauses={s: phrase_pattern(data["clauses"].get(s, ())) for s in POINT_STATUSES},
        closers=phrase_pattern(p for ps in data.get("closers", {}).values() for p in ps),
        background=phrase_pattern(data["background"]),
        separators=phrase_pattern(data["separators"]),
    )


def _announces(text: str, found: ItemList, cues: _Cues) -> bool:
    lead = text[found.lead_start : found.lead_end]
    return any(pattern.search(lead) for pattern in cues.leads.values())


def _clauses(text: str, cues: _Cues) -> Iterator[tuple[int, int]]:
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


def _split(text: str, start: int, end: int, cues: _Cues) -> Iterator[tuple[int, int]]:
    position = start
    for separator in cues.separators.finditer(text, start, end):
        yield trim(text, position, separator.start())
        position = separator.end()
    yield trim(text, position, end)


def _overlaps(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)
