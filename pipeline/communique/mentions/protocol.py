"""What every engine gives: where it writes the spans that it labels.

An engine is a spaCy component. It sets two span groups of the document:

* ``doc.spans["mentions"]``: spans labelled ``PERSON TITLE ORG LOC DATE DOC`` that do not overlap;
* ``doc.spans["points"]``: spans labelled ``POINT``, which may contain mentions.

Optional knowledge goes into the groups' ``attrs``, one value a span: ``"scores"`` (probabilities),
and for points ``"topics"`` (the probability of each) and ``"statuses"``; into
``doc.user_data[EVENT_KEY]``: what the article reports; and into ``doc.user_data[SPANS_KEY]``: the
arguments of a :class:`~communique.mentions.knowledge.SpanKnowledge`. The record rooms work out what
an engine leaves out. An engine that cannot give every label says in the ``attrs`` of its mentions
which ``"labels"`` it can give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from spacy.tokens import SpanGroup

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from spacy.tokens import Doc, Span

    from communique.records import EventType, Label, PointStatus, Topic

MENTIONS = "mentions"
POINTS = "points"
EVENT_KEY = "communique_event"
SPANS_KEY = "communique_spans"


class EventKnowledge(TypedDict):
    """What an engine may know of the article as a whole."""

    types: dict[EventType, float]
    """The probability of each type of event."""
    is_cooperation: bool | None


def set_mentions(
    doc: Doc,
    spans: Sequence[Span],
    scores: Sequence[float | None] | None = None,
    *,
    labels: Collection[Label] | None = None,
) -> None:
    """Write an engine's mentions, in reading order, with a probability each if it has one.

    ``labels`` are those that the engine can give for this document, if not all.
    """
    doc.spans[MENTIONS] = SpanGroup(doc, name=MENTIONS, spans=spans)
    if scores is not None:
        doc.spans[MENTIONS].attrs["scores"] = list(scores)
    if labels is not None:
        doc.spans[MENTIONS].attrs["labels"] = sorted(labels)


def set_points(
    doc: Doc,
    spans: Sequence[Span],
    *,
    scores: Sequence[float | None] | None = None,
    topics: Sequence[Mapping[Topic, float] | None] | None = None,
    statuses: Sequence[PointStatus | None] | None = None,
) -> None:
    """Write an engine's agreement points, in reading order, with what it knows of each.

    ``topics`` are the probabilities of a point's topics.
    """
    group = SpanGroup(doc, name=POINTS, spans=spans)
    values = {"scores": scores, "topics": topics, "statuses": statuses}
    group.attrs.update({key: list(value) for key, value in values.items() if value is not None})
    doc.spans[POINTS] = group
