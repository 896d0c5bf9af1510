"""How closely an institution stands to a title and to the name of its holder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.links.scene import Gap
    from communique.links.signals.candidates import Candidates, Query, Signals
    from communique.records import Mention

# Letters that may stand between a title and its institution besides fillers
_NEAR, _NEXT = 14, 3
# Characters from which on two mentions are beside each other no more
_APART = 300


def beside(candidates: Candidates, number: int, query: Query) -> Signals:
    """What stands between the mentions of an institution and a title or name in a sentence."""
    scene, found = candidates.scene, {}
    for place in candidates.places[number]:
        for anchor, kind in ((query.title, "t"), (query.person, "p")):
            if anchor is None or scene.sentence(place) != scene.sentence(anchor):
                continue
            first, second = sorted((place, anchor), key=lambda mention: mention.start_char)
            if not 0 <= second.start_char - first.end_char <= _APART:
                continue
            where = f"{kind}_{'after' if second is place else 'before'}"
            if closeness := _closeness(candidates, scene.gap(first, second), query):
                found[f"{where}{closeness}"] = 1.0
    return {**found, **_attached(candidates, number, query)}


def _closeness(candidates: Candidates, gap: Gap, query: Query) -> str | None:
    """How a gap is closed: nothing but fillers, a comma, a bracket, a few words."""
    named = [m for m in gap.mentions if m.label in ("PERSON", "TITLE", "ORG")]
    if not all(candidates.is_own(mention, query) for mention in named) or ";" in gap.signs:
        return None
    own = "_own" if named else ""
    if "\n" in gap.signs or gap.letters > _NEAR:
        return None
    if gap.letters:
        return f"{own}_near"
    if "(" in gap.signs:
        return f"{own}_bracket"
    return f"{own}_comma" if set(gap.signs) & set(",–—-:") else f"{own}_"


def _attached(candidates: Candidates, number: int, query: Query) -> Signals:
    """Whether an institution is right beside this title, or beside another's."""
    places = candidates.places[number]
    sentence = candidates.scene.sentence(query.anchor)
    titles = {t for p in places for t in candidates.attached.get(p.mention_id, ())}
    mine = query.title is not None and query.title.mention_id in titles
    near = any(
        candidates.attached.get(place.mention_id)
        for place in places
        if candidates.scene.sentence(place) == sentence
    )
    return {
        "direct": mine,
        "taken": bool(titles) and not mine,
        "taken_near": near and not mine,
        "elsewhere": _elsewhere(candidates, number, query.person),
    }


def _elsewhere(candidates: Candidates, number: int, person: Mention) -> bool:
    """Whether the person is named beside the institution in another place."""
    return any(
        _is_next(candidates, *sorted((place, other), key=lambda mention: mention.start_char))
        for other in candidates.namesakes(person)
        for place in candidates.places[number]
    )


def _is_next(candidates: Candidates, first: Mention, second: Mention) -> bool:
    scene = candidates.scene
    apart = second.start_char - first.end_char
    if not 0 <= apart <= _APART or scene.sentence(first) != scene.sentence(second):
        return False
    gap = scene.gap(first, second)
    return not gap.has("ORG", "PERSON") and gap.letters <= _NEXT
