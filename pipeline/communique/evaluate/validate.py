"""What one annotated article may not contain, whatever it is used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.schema import ATTRIBUTES, RELATIONS, SPAN_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.evaluate.brat import BratDocument, Problem


def drop_unusable(document: BratDocument) -> list[Problem]:
    """Take out of the document what the standard does not know, and say what that was.

    Spans with unknown labels, relations of an unknown type or between labels that the type does
    not join, and attributes with an unknown name, on a wrong label, or with a wrong value go.
    """
    return [*_spans(document), *_relations(document), *_attributes(document)]


def find_incomplete(document: BratDocument) -> Iterator[Problem]:
    """The spans that lack an attribute without which there is no record."""
    for span in document.spans.values():
        present = document.attributes.get(span.id, {})
        for name, kind in ATTRIBUTES.items():
            # a value that was there but wrong has its own message
            gone = f"{span.id}.{name}" in document.lines
            if kind.label == span.label and kind.required and name not in present and not gone:
                yield document.problem(
                    span.id, f"{span.label} {span.id} {span.text[:40]!r} has no {name}"
                )


def _spans(document: BratDocument) -> Iterator[Problem]:
    for span in list(document.spans.values()):
        if span.label not in SPAN_LABELS:
            known = ", ".join(SPAN_LABELS)
            yield document.problem(
                span.id, f"{span.id} has the unknown label {span.label!r}; the labels are {known}"
            )
            del document.spans[span.id]
            document.attributes.pop(span.id, None)
            document.notes.pop(span.id, None)
            document.relations = [
                relation
                for relation in document.relations
                if span.id not in (relation.source, relation.target)
            ]


def _relations(document: BratDocument) -> Iterator[Problem]:
    usable = []
    for relation in document.relations:
        labels = tuple(document.spans[end].label for end in (relation.source, relation.target))
        allowed = RELATIONS.get(relation.type)
        if allowed and labels in allowed:
            usable.append(relation)
        elif allowed:
            joins = " or ".join(f"{first} to {second}" for first, second in allowed)
            message = f"{relation.type} joins {joins}, not {labels[0]} to {labels[1]}"
            yield document.problem(relation.key, message)
        else:
            known = ", ".join(RELATIONS)
            message = f"unknown relation {relation.type!r}; the relations are {known}"
            yield document.problem(relation.key, message)
    document.relations = usable


def _attributes(document: BratDocument) -> Iterator[Problem]:
    for target, values in document.attributes.items():
        for name, value in list(values.items()):
            message = _wrong(document, target, name, value)
            if message:
                yield document.problem(f"{target}.{name}", message)
                del values[name]


def _wrong(document: BratDocument, target: str, name: str, value: str) -> str | None:
    kind, label = ATTRIBUTES.get(name), document.spans[target].label
    if not kind:
        return f"unknown attribute {name!r} on {target}; the attributes are {', '.join(ATTRIBUTES)}"
    if kind.label != label:
        return f"{name} goes on {kind.label}, but {target} is {label}"
    if not kind.allows(value):
        return f"{name} of {label} {target} is {value!r}; it must be {kind.expected()}"
    return None
