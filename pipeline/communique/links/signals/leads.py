"""What introduces a title: a list's lead-in, a side, a heading, the title before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.links.signals.candidates import stems

if TYPE_CHECKING:
    from communique.links.signals.candidates import Candidates, Query, Signals

# Characters beside a lead-in within which its institution stands, and a side is named
_REACH, _SIDE = 25, 40
# Letters between two titles of one list at most
_TIGHT = 12


def leads(candidates: Candidates, number: int, query: Query) -> Signals:
    """As in ``on the side of RANEPA: X, rector; Y, dean`` and ``Қазақстан тарапынан``."""
    words, text = candidates.scene.words, candidates.scene.text
    anchor, places = query.anchor, candidates.places[number]
    start, _ = candidates.scene.sentence_range(anchor)
    opening = list(words.leads.finditer(text, start, anchor.start_char))
    closing = list(words.closes.finditer(text, start, anchor.start_char))
    found: Signals = {}
    windows = []
    if opening:
        at = opening[-1].end()
        named = [o for o in candidates.organisations if at <= o.start_char <= at + _REACH]
        found["led"] = any(o in places for o in named)
        found["led_other"] = bool(named) and not found["led"]
        windows.append((opening[-1].start(), min(at + _SIDE, anchor.start_char)))
    if closing:
        at = closing[-1].start()
        found["led_back"] = any(at - _REACH <= p.end_char <= at for p in places)
        windows.append((max(start, at - _SIDE), closing[-1].end()))
    lead = candidates.scene.list_lead(anchor.start_char)
    if lead and not windows:
        windows.append(lead)
    return {**found, **(_side(candidates, number, max(windows)) if windows else {})}


def _side(candidates: Candidates, number: int, window: tuple[int, int]) -> Signals:
    """The country, place or side that a lead-in names."""
    scene, country = candidates.scene, candidates.institutions[number].country
    segment = scene.text[window[0] : window[1]]
    named = next((c.country for c in candidates.cues if window[0] <= c.start < window[1]), None)
    places = [m for m in scene.labelled("LOC") if window[0] <= m.start_char < window[1]]
    side = candidates.side[number]
    guest = scene.words.guest.search(segment) is not None
    host = not guest and scene.words.host.search(segment) is not None
    return {
        "lead_country": named is not None and named == country,
        "lead_other_country": None not in (named, country) and named != country,
        "lead_place": bool({s for p in places for s in stems(p.text)} & candidates.stems[number]),
        "lead_guest": -side if guest else 0.0,
        "lead_host": side if host else 0.0,
    }


def clause(candidates: Candidates, number: int, query: Query) -> Signals:
    """Whether the country named last, with no one else between, is the institution's."""
    begin = min(m.start_char for m in (query.title, query.person) if m)
    start, _ = candidates.scene.sentence_range(query.anchor)
    named = candidates.scene.inside(start, begin)
    others = [m.end_char for m in named if m.label in ("PERSON", "TITLE", "ORG")]
    start = max([start, *others[-1:]])
    cues = [c for c in candidates.cues if start <= c.start and c.end <= begin]
    country = candidates.institutions[number].country
    if not cues or country is None:
        return {}
    same = cues[-1].country == country
    return {"clause_country": same, "clause_other_country": not same}


def heading(candidates: Candidates, number: int, query: Query) -> Signals:
    """Whether the short line above names the institution, and little else."""
    span = candidates.scene.heading(query.anchor.start_char)
    if span is None:
        return {}
    under = [p for p in candidates.places[number] if span[0] <= p.start_char < span[1]]
    return {
        "heading": bool(under),
        "heading_alone": any(2 * len(p.text) > span[1] - span[0] for p in under),
    }


def chain(candidates: Candidates, number: int, query: Query) -> Signals:
    """Whether the title before this one has the institution, and how the two are joined."""
    if query.previous is None:
        return {}
    title, person, institution = query.previous
    same = institution is candidates.institutions[number]
    begin = max(title, person, key=lambda mention: mention.end_char)
    end = min((m for m in (query.title, query.person) if m), key=lambda mention: mention.start_char)
    found: Signals = {"prev": same}
    if begin.end_char > end.start_char:
        return found
    scene = candidates.scene
    gap = scene.gap(begin, end)
    near = scene.sentence(begin) == scene.sentence(end)
    found["prev_sentence"] = same and near
    found["prev_break"] = same and any(
        begin.end_char <= cue.start < end.start_char for cue in candidates.cues
    )
    if gap.has("ORG") or not (near or scene.list_lead(query.anchor.start_char)):
        return found
    tight = gap.letters <= _TIGHT
    found["prev_tight"] = same and tight
    found["prev_tight_other"] = institution is not None and not same and tight
    found["prev_semicolon"] = same and bool(set(gap.signs) & set(";\n"))
    found["prev_and"] = same and tight and not set(gap.signs) & set(",;\n")
    return found
