"""Where an institution is named, seen from a title: order, distance, what stands between."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.links.signals.candidates import Candidates, Query, Signals
    from communique.records import Mention

# Others between a title and an institution count up to here.
_MANY = 4


def position(candidates: Candidates, number: int, query: Query) -> Signals:
    """How far an institution is, and which in the order of naming."""
    scene, anchor = candidates.scene, query.anchor
    places = candidates.places[number]
    sentence = scene.sentence(anchor)
    back = [gap for place in places if (gap := sentence - scene.sentence(place)) >= 0]
    rank, untitled = candidates.rank[number], query.title is None
    return {
        "far": math.log1p(min(_distance(place, anchor) for place in places) / 40),
        "sentences_back": math.log1p(min(back)) if back else 0.0,
        "only_later": not back,
        "before": places[0].start_char < anchor.start_char,
        "first": rank == 0,
        "second": rank == 1,
        "agency": candidates.agency[number],
        "no_title": untitled,
        "untitled_first": untitled and rank == 0,
        "untitled_same": untitled and bool(back) and min(back) == 0,
    }


def order(candidates: Candidates, number: int, query: Query) -> Signals:
    """Whether an institution is the first or last that the sentence, or the one before, names."""
    scene, anchor = candidates.scene, query.anchor
    start, end = scene.sentence_range(anchor)
    before = [o for o in candidates.before(anchor) if o.end_char <= anchor.start_char]
    inside = [o for o in before if o.start_char >= start]
    after = [o for o in candidates.organisations if anchor.end_char <= o.start_char < end]
    last = scene.sentence(anchor) - 1
    previous = [o for o in before if scene.sentence(o) == last] if not inside else []
    line = scene.text.rfind("\n", 0, anchor.start_char) + 1
    paragraph = [o for o in before if o.start_char >= line]
    is_it = [candidates.number(o) == number for o in (*inside[-1:], *inside[:1])]
    return {
        "last_in_sentence": bool(inside) and is_it[0],
        "first_in_sentence": bool(inside) and is_it[1],
        "next_after": bool(after) and candidates.number(after[0]) == number,
        "next_after_only": not inside and bool(after) and candidates.number(after[0]) == number,
        "last_of_previous": bool(previous) and candidates.number(previous[-1]) == number,
        "first_of_previous": bool(previous) and candidates.number(previous[0]) == number,
        "first_in_paragraph": bool(paragraph) and candidates.number(paragraph[0]) == number,
    }


def between(candidates: Candidates, number: int, query: Query) -> Signals:
    """Whether others stand between the title and the nearest mention before it, and after."""
    scene, anchor = candidates.scene, query.anchor
    places = candidates.places[number]
    _, end = scene.sentence_range(anchor)
    before = [p for p in places if p.end_char <= anchor.start_char]
    after = [p for p in places if anchor.end_char <= p.start_char < end]
    found: Signals = {}
    if before:
        others = _others(candidates, before[-1], anchor, query)
        found["none_between"] = not others
        found["people_between"] = min(others.count("PERSON"), _MANY)
    if after:
        others = _others(candidates, anchor, after[0], query)
        found["none_after"] = not others
        found["people_after"] = min(len(others) - others.count("ORG"), _MANY - 1)
    return found


def _others(candidates: Candidates, first: Mention, second: Mention, query: Query) -> list[str]:
    """The labels of the names and titles between two mentions that are not the person's own."""
    inside = candidates.scene.inside(first.end_char, second.start_char)
    return [
        mention.label
        for mention in inside
        if mention.label in ("ORG", "PERSON", "TITLE") and not candidates.is_own(mention, query)
    ]


def _distance(one: Mention, other: Mention) -> int:
    """Characters between two mentions, whichever comes first."""
    return max(one.start_char - other.end_char, other.start_char - one.end_char, 0)
