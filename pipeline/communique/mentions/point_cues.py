"""The words that tell agreement points, of each language's ``points.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.records import POINT_STATUSES

if TYPE_CHECKING:
    import re

    from communique.records import PointStatus


@dataclass(frozen=True)
class PointCues:
    """One language's cue phrases, compiled."""

    leads: dict[PointStatus, re.Pattern[str]]
    clauses: dict[PointStatus, re.Pattern[str]]
    closers: re.Pattern[str]
    background: re.Pattern[str]
    separators: re.Pattern[str]
    not_first: re.Pattern[str]
    """Words that no point begins with."""
    reporting: re.Pattern[str]
    """Words of telling, behind which a point begins."""
    not_last: re.Pattern[str]
    """Words that no point ends with where the clause goes on."""
    joining: re.Pattern[str]
    """Words for "and"."""
    behind: re.Pattern[str] | None
    """Words that may stand behind a point in its clause; None where too many may."""
    any: re.Pattern[str]
    """Whatever speaks of agreeing, proposing or discussing."""


@cache
def point_cues(language: str | None) -> PointCues:
    """A language's cues; English ones for a language without a file."""
    data = lexicon.or_english("points", language)
    joining = lexicon.or_english("links", language)["and"]
    behind = lexicon.of("points", language).get("behind")
    sections = [data.get(name, {}) for name in ("leads", "clauses", "closers", "status")]
    return PointCues(
        leads={s: phrase_pattern(data["leads"].get(s, ())) for s in POINT_STATUSES},
        clauses={s: phrase_pattern(data["clauses"].get(s, ())) for s in POINT_STATUSES},
        closers=phrase_pattern(p for ps in data.get("closers", {}).values() for p in ps),
        background=phrase_pattern(data["background"]),
        separators=phrase_pattern(data["separators"]),
        not_first=phrase_pattern(data.get("not_first", ())),
        reporting=phrase_pattern(data.get("reporting", ())),
        not_last=phrase_pattern(data.get("not_last", ())),
        joining=phrase_pattern(joining),
        behind=phrase_pattern([*joining, *behind]) if behind else None,
        any=phrase_pattern(p for section in sections for ps in section.values() for p in ps),
    )
