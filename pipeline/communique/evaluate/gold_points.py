"""Agreement points of a gold sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from communique.evaluate.iso import is_iso
from communique.evaluate.schema import POINT
from communique.records import PARTY_ROLES, AgreementPoint, PointParty, PointStatus, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.evaluate.brat import TextBound
    from communique.evaluate.gold_spans import GoldSpans


def read_points(spans: GoldSpans, institution_of: dict[str, str]) -> Iterator[AgreementPoint]:
    """The points that have a topic and a status, numbered from 1 in reading order."""
    usable = [
        span
        for span in spans.labelled(POINT)
        if spans.attribute(span, "Topic") and spans.attribute(span, "PointStatus")
    ]
    numbers = {span.id: number for number, span in enumerate(usable, start=1)}
    for span in usable:
        note = spans.note(span)
        deadline = note.get("deadline", "")
        parents = (numbers.get(parent.id) for parent in spans.targets(span, "under"))
        yield AgreementPoint(
            point_no=numbers[span.id],
            marker=note.get("marker"),
            parent_no=next(parents, None),
            topic=cast("Topic", spans.attribute(span, "Topic")),
            status=cast("PointStatus", spans.attribute(span, "PointStatus")),
            deadline=deadline if is_iso(deadline) else None,
            parties=tuple(_parties(spans, span, institution_of)),
            text=spans.document.text[span.start : span.end],
            start_char=span.start,
            end_char=span.end,
        )


def _parties(
    spans: GoldSpans, span: TextBound, institution_of: dict[str, str]
) -> Iterator[PointParty]:
    for role in PARTY_ROLES:
        named = [institution_of[org.id] for org in spans.targets(span, role)]
        for institution_id in dict.fromkeys(named):
            yield PointParty(institution_id=institution_id, role=role)
