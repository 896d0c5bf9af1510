"""brat standoff back to mark-up, so that annotated articles can be edited as text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from communique.evaluate.gold_spans import GoldSpans, chain_note
from communique.evaluate.schema import ARTICLE, POINT
from communique.records import PARTY_ROLES
from markup_source import FACTS, ORG_KEYS, MarkupError, list_marker
from markup_to_brat import to_brat

if TYPE_CHECKING:
    from communique.evaluate.brat import BratDocument, TextBound

Fact = tuple[object, ...]


def from_brat(document: BratDocument) -> str:
    """Write an annotated article as mark-up that :func:`to_brat` turns into the same annotations.

    Raises:
        MarkupError: the article has something that the notation cannot say; the message says what.
    """
    writer = _Writer(GoldSpans.of(document))
    source = f"---\n{writer.front_matter()}---\n{writer.body()}"
    try:
        written = to_brat(source, document.path)
    except MarkupError as error:
        raise MarkupError(f"cannot be written as mark-up: {error}") from error
    if written.text.rstrip("\n") != document.text.rstrip("\n"):
        raise MarkupError("cannot be written as mark-up: the text begins with an empty line")
    lost = statements(document) ^ statements(written)
    if lost:
        raise MarkupError(f"cannot be written as mark-up: {min(map(str, lost))}")
    return source


def statements(document: BratDocument) -> set[Fact]:
    """What a document's annotations say, whatever their ids and order.

    Mentions of one person or institution stand for each other: a relation leads to all of them.
    """
    spans = GoldSpans.of(document)
    chains = [*spans.chains("PERSON"), *spans.chains("ORG")]
    first = {span.id: chain[0] for chain in chains for span in chain}

    def place(span_id: str) -> Fact:
        span = first.get(span_id) or document.spans[span_id]
        return (span.label, span.start, span.end)

    facts: set[Fact] = {(span.label, span.start, span.end) for span in spans.ordered}
    facts |= {("same", place(span_id), place(root.id)) for span_id, root in first.items()}
    for span in spans.ordered:
        values = {**document.attributes.get(span.id, {}), **spans.note(span)}
        facts |= {("value", place(span.id), key, value) for key, value in values.items() if value}
        flags = document.attributes.get(span.id, {}).items()
        facts |= {("flag", place(span.id), key) for key, value in flags if not value}
    return facts | {
        (link.type, place(link.source), place(link.target))
        for link in document.relations
        if link.type != "same"
    }


class _Writer:
    """The parts of one article's mark-up."""

    def __init__(self, spans: GoldSpans) -> None:
        self.spans = spans
        self.text = spans.document.text
        people = [chain for chain in spans.chains("PERSON") if self._is_told(chain)]
        self.people = {f"p{number}": chain for number, chain in enumerate(people, start=1)}
        self.orgs = {f"o{number}": c for number, c in enumerate(spans.chains("ORG"), start=1)}
        chains = {**self.people, **self.orgs}
        self.keys = {span.id: key for key, chain in chains.items() for span in chain}
        parents = [span for span in spans.ordered if self._children(span)]
        self.parents = {span.id: f"n{number}" for number, span in enumerate(parents, start=1)}

    def front_matter(self) -> str:
        """The lines between the two ``---``."""
        article = next(iter(self.spans.labelled(ARTICLE)), None)
        if article is None:
            raise MarkupError(f"cannot be written as mark-up: it has no {ARTICLE} annotation")
        facts = {
            **self.spans.note(article),
            "language": self.spans.attribute(article, "Language"),
            "event": self.spans.attribute(article, "EventType"),
            "cooperation": "no" if self.spans.attribute(article, "Cooperation") is None else "yes",
        }
        lines = [f"{key}: {facts[key]}" for key in FACTS if facts.get(key)]
        if self.people:
            lines += ["people:", *(f"{key}: {self._person(key)}" for key in self.people)]
        if self.orgs:
            lines += ["orgs:", *(f"{key}: {self._org(key)}" for key in self.orgs)]
        return "".join(line + "\n" for line in lines)

    def body(self) -> str:
        """The text with its marks."""
        closing, opening = defaultdict(list), defaultdict(list)
        for span in self.spans.ordered:
            if span.label == ARTICLE:
                continue
            opens, closes = self._brackets(span)
            # a point opens before and closes after the mentions inside it
            opening[span.start].append((span.label != POINT, opens))
            closing[span.end].append((span.label == POINT, closes))
        pieces = []
        for position in range(len(self.text) + 1):
            pieces += [bracket for _, bracket in sorted(closing[position])]
            pieces += [bracket for _, bracket in sorted(opening[position])]
            pieces.append(self.text[position : position + 1])
        return "".join(pieces)

    def _is_told(self, chain: list[TextBound]) -> bool:
        """Whether more is known of a person than that this is a name."""
        document = self.spans.document
        ids = {span.id for span in chain}
        linked = any(link.source in ids for link in document.relations)
        return linked or any(document.attributes.get(i) or document.notes.get(i) for i in ids)

    def _children(self, span: TextBound) -> bool:
        links = self.spans.document.relations
        return any(link.type == "under" and link.target == span.id for link in links)

    def _person(self, key: str) -> str:
        chain = self.people[key]
        note = chain_note(self.spans, chain)
        values = {"honorific": note.get("honorific")}
        for span in chain:
            values["side"] = values.get("side") or self.spans.attribute(span, "Side")
            values["at"] = values.get("at") or ",".join(self._keys(span, "at")) or None
        if all(self.spans.attribute(span, "Official") is None for span in chain):
            values["official"] = "no"
        return self._record(note.get("name") or chain[0].text, values)

    def _org(self, key: str) -> str:
        note = chain_note(self.spans, self.orgs[key])
        name = note.get("name") or self.orgs[key][0].text
        return self._record(name, {field: note.get(field) for field in ORG_KEYS})

    @staticmethod
    def _record(name: str, values: dict[str, str | None]) -> str:
        return " | ".join([name, *(f"{key}: {value}" for key, value in values.items() if value)])

    def _keys(self, span: TextBound, relation: str) -> list[str]:
        keys = (self.keys[target.id] for target in self.spans.targets(span, relation))
        return list(dict.fromkeys(keys))

    def _brackets(self, span: TextBound) -> tuple[str, str]:
        words = " ".join(self._arguments(span))
        if span.label == POINT:
            return f"[[{words}|", "]]"
        form = self.spans.note(span).get("form", "")
        written = form if form != span.text else ""
        return f"{{{span.label} {words}".rstrip() + "|", f"|{written}}}" if written else "}"

    def _arguments(self, span: TextBound) -> list[str]:
        if span.label in {"PERSON", "ORG"}:
            return [self.keys[span.id]] if span.id in self.keys else []
        if span.label == "TITLE":
            return self._title(span)
        if span.label == "DATE":
            role = self.spans.attribute(span, "Role") or ""
            return [
                self.spans.attribute(span, "Value") or "",
                *([role] if role != "mentioned" else []),
            ]
        if span.label == "DOC":
            kinds = [
                self.spans.attribute(span, name) or "" for name in ("Kind", "InstrumentStatus")
            ]
            signed_on = self.spans.note(span).get("signed_on")
            return kinds + ([f"on={signed_on}"] if signed_on else [])
        return self._point(span) if span.label == POINT else []

    def _title(self, span: TextBound) -> list[str]:
        links = self.spans.document.relations
        held = [link.source for link in links if link.type == "holds" and link.target == span.id]
        holders = dict.fromkeys(self.keys[span_id] for span_id in held)
        return [",".join(holders), *self._keys(span, "at")]

    def _point(self, span: TextBound) -> list[str]:
        words = [self.spans.attribute(span, name) or "" for name in ("Topic", "PointStatus")]
        for role in PARTY_ROLES:
            keys = self._keys(span, role)
            words += [f"{role}={','.join(keys)}"] if keys else []
        note = self.spans.note(span)
        if "deadline" in note:
            words.append(f"deadline={note['deadline']}")
        if span.id in self.parents:
            words.append(f"id={self.parents[span.id]}")
        words += [f"under={self.parents[one.id]}" for one in self.spans.targets(span, "under")]
        if note.get("marker") != list_marker(self.text, span.start):
            words.append(f"marker={note.get('marker', '').replace(' ', '_')}")
        return words
