"""Mentions of a gold sample, and the records that stand on one mention or one chain of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from communique.evaluate.iso import bounds, granularity, is_iso
from communique.evaluate.schema import parse_note
from communique.records import (
    LABELS,
    DateMention,
    DateRole,
    Institution,
    Instrument,
    InstrumentKind,
    InstrumentStatus,
    Label,
    Mention,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.evaluate.brat import BratDocument, TextBound


@dataclass(frozen=True)
class GoldSpans:
    """A document's spans in reading order, with the mention id of each (see :meth:`of`)."""

    document: BratDocument
    ordered: tuple[TextBound, ...]
    mention_ids: dict[str, int]

    @classmethod
    def of(cls, document: BratDocument) -> GoldSpans:
        """Number the mentions of a document from 1, in reading order."""
        ordered = sorted(document.spans.values(), key=lambda span: (span.start, -span.end))
        mentions = (span for span in ordered if span.label in LABELS)
        ids = {span.id: number for number, span in enumerate(mentions, start=1)}
        return cls(document, tuple(ordered), ids)

    def labelled(self, label: str) -> list[TextBound]:
        """The spans with this label."""
        return [span for span in self.ordered if span.label == label]

    def attribute(self, span: TextBound, name: str) -> str | None:
        """The value of an attribute of a span."""
        return self.document.attributes.get(span.id, {}).get(name)

    def note(self, span: TextBound) -> dict[str, str]:
        """What the note on a span says."""
        return parse_note(self.document.notes.get(span.id, ""), span.label)

    def targets(self, span: TextBound, relation: str) -> list[TextBound]:
        """Where relations of this type lead from a span, in reading order."""
        ends = {
            link.target
            for link in self.document.relations
            if link.type == relation and link.source == span.id
        }
        return [target for target in self.ordered if target.id in ends]

    def chains(self, label: str) -> list[list[TextBound]]:
        """The spans with this label, those joined by ``same`` together."""
        root = {span.id: span.id for span in self.labelled(label)}

        def find(span_id: str) -> str:
            while root[span_id] != span_id:
                span_id = root[span_id]
            return span_id

        for link in self.document.relations:
            if link.type == "same" and link.source in root:
                root[find(link.source)] = find(link.target)
        chains: dict[str, list[TextBound]] = defaultdict(list)
        for span in self.labelled(label):
            chains[find(span.id)].append(span)
        return list(chains.values())

    def mentions(self) -> Iterator[Mention]:
        """Every labelled span but article and points."""
        for span in self.ordered:
            if span.id in self.mention_ids:
                yield Mention(
                    mention_id=self.mention_ids[span.id],
                    label=cast("Label", span.label),
                    text=self.document.text[span.start : span.end],
                    start_char=span.start,
                    end_char=span.end,
                )


def chain_note(spans: GoldSpans, chain: list[TextBound]) -> dict[str, str]:
    """The first note in a chain: its place is the first mention, but an edit may have moved it."""
    return next((note for note in map(spans.note, chain) if note), {})


def read_institutions(spans: GoldSpans) -> tuple[list[Institution], dict[str, str]]:
    """The institutions, and the institution id of every ``ORG`` span."""
    institutions, institution_of = [], {}
    for number, chain in enumerate(spans.chains("ORG"), start=1):
        note = chain_note(spans, chain)
        institution = Institution(
            institution_id=f"o{number}",
            name=note.get("name") or chain[0].text,
            acronym=note.get("acronym"),
            country=note.get("country"),
            kind=note.get("kind"),
            mention_ids=tuple(spans.mention_ids[span.id] for span in chain),
        )
        institutions.append(institution)
        institution_of.update(dict.fromkeys((span.id for span in chain), f"o{number}"))
    return institutions, institution_of


def read_dates(spans: GoldSpans) -> Iterator[DateMention]:
    """The dates that have a value and a role."""
    for span in spans.labelled("DATE"):
        value, role = spans.attribute(span, "Value"), spans.attribute(span, "Role")
        if value and role:
            start_date, end_date = bounds(value)
            yield DateMention(
                mention_id=spans.mention_ids[span.id],
                text=spans.document.text[span.start : span.end],
                start_char=span.start,
                end_char=span.end,
                value=value,
                start_date=start_date,
                end_date=end_date,
                granularity=granularity(value),
                role=cast("DateRole", role),
            )


def read_instruments(spans: GoldSpans) -> Iterator[Instrument]:
    """The instruments that have a kind and a status."""
    for span in spans.labelled("DOC"):
        kind, status = spans.attribute(span, "Kind"), spans.attribute(span, "InstrumentStatus")
        signed_on = spans.note(span).get("signed_on", "")
        if kind and status:
            yield Instrument(
                mention_id=spans.mention_ids[span.id],
                text=spans.document.text[span.start : span.end],
                start_char=span.start,
                end_char=span.end,
                kind=cast("InstrumentKind", kind),
                status=cast("InstrumentStatus", status),
                signed_on=signed_on if is_iso(signed_on) else None,
            )
