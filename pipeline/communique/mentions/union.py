"""Several engines on one text: the union of what they found.

A mention stays unless it overlaps a better one. The better of two is

1. the one with the higher confidence; one whose engine gives no confidence counts as one half: it
   gives way to what another engine holds more likely right than wrong, and to nothing else;
2. else the one whose engine is named first;
3. else the longer one.

The same goes for agreement points. Confidences stay what they were. What the article reports comes
from the first engine that knows.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.language import Language

from communique.mentions.protocol import EVENT_KEY, MENTIONS, POINTS, set_mentions, set_points
from communique.records import LABELS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, SpanGroup

    from communique.records import Label

ASIDE, UNION = "communique_aside", "communique_union"
_OFFERS = "communique_offers"
_UNSURE = 0.5
_KNOWN = ("scores", "topics", "statuses")


@dataclass
class _Offer:
    """What one engine found in a document."""

    groups: dict[str, SpanGroup] = field(default_factory=dict)
    event: Any = None


class _Candidate(NamedTuple):
    span: Span
    rank: tuple[float, int, int]
    """Smaller is better."""
    values: dict[str, Any]


@Language.component(ASIDE)
def set_aside(doc: Doc) -> Doc:
    """Put away what an engine found, so that the next one finds the document untouched."""
    offer = _Offer(event=doc.user_data.pop(EVENT_KEY, None))
    for name in (MENTIONS, POINTS):
        if name in doc.spans:
            offer.groups[name] = doc.spans.pop(name)
    doc.set_ents([])
    doc.user_data.setdefault(_OFFERS, []).append(offer)
    return doc


@Language.component(UNION)
def unite(doc: Doc) -> Doc:
    """Make one set of mentions and points of what the engines found."""
    offers: list[_Offer] = doc.user_data.pop(_OFFERS, [])
    mentions = _best(offers, MENTIONS)
    scores = [one.values["scores"] for one in mentions]
    set_mentions(
        doc,
        [one.span for one in mentions],
        scores if any(score is not None for score in scores) else None,
        labels=_labels(offers),
    )
    if any(POINTS in offer.groups for offer in offers):
        points = _best(offers, POINTS)
        values = {name: [one.values[name] for one in points] for name in _KNOWN}
        set_points(doc, [one.span for one in points], **values)
    events = [offer.event for offer in offers if offer.event]
    if events:
        doc.user_data[EVENT_KEY] = events[0]
    return doc


def _best(offers: list[_Offer], name: str) -> list[_Candidate]:
    """The candidates that overlap no better one, in reading order."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(_candidates(offers, name), key=lambda one: one.rank):
        place = range(candidate.span.start, candidate.span.end)
        if taken.isdisjoint(place):
            taken.update(place)
            kept.append(candidate)
    return sorted(kept, key=lambda one: one.span.start)


def _candidates(offers: list[_Offer], name: str) -> list[_Candidate]:
    found = []
    for order, offer in enumerate(offers):
        group = offer.groups.get(name)
        for number, span in enumerate(group or ()):
            values = {key: _value(group, key, number) for key in _KNOWN}
            score = values["scores"]
            sure = _UNSURE if score is None else score
            found.append(_Candidate(span, (-sure, order, -len(span)), values))
    return found


def _value(group: SpanGroup | None, key: str, number: int) -> Any:
    values = group.attrs.get(key) if group is not None else None
    return values[number] if values else None


def _labels(offers: list[_Offer]) -> set[Label]:
    known: set[Label] = set()
    for offer in offers:
        group = offer.groups.get(MENTIONS)
        if group is not None:
            known.update(group.attrs.get("labels", LABELS))
    return known
