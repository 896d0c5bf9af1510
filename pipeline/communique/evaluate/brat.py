"""brat standoff files: read and write ``.txt`` + ``.ann`` pairs.

The format is the one of https://brat.nlplab.org/standoff.html: text-bound annotations (``T``),
relations (``R``), attributes (``A``) and notes (``#``). Offsets are Unicode code points, as in
brat.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """Something wrong in an annotation file, with where it is; line 0 is the file as a whole."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        return f"{self.path}{line}: {self.message}"


@dataclass(frozen=True)
class TextBound:
    """A labelled span: ``T1<TAB>ORG 0 5<TAB>RANEPA``."""

    id: str
    label: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Relation:
    """A directed link between two spans: ``R1<TAB>holds Arg1:T1 Arg2:T2``."""

    type: str
    source: str
    target: str

    @property
    def key(self) -> str:
        """What :attr:`BratDocument.lines` calls the relation."""
        return f"{self.type}:{self.source}:{self.target}"


@dataclass
class BratDocument:
    """A text with its standoff annotations.

    ``attributes[id][name]`` is the attribute's value (``""`` for a flag), ``notes[id]`` the
    annotator's note on a span. ``lines`` has the line of the ``.ann`` file that defines a span
    (``lines[id]``), an attribute (``lines["id.name"]``) or a relation (``lines[relation.key]``).
    """

    path: Path
    text: str
    spans: dict[str, TextBound] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    attributes: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    notes: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def problem(self, target: str, message: str) -> Problem:
        """A :class:`Problem` at the line that defines ``target``."""
        return Problem(self.path, self.lines.get(target, 0), message)


def read_brat(ann_path: Path) -> tuple[BratDocument, list[Problem]]:
    """Read one ``.ann`` file and the ``.txt`` beside it.

    Lines that cannot be used are left out and reported; a missing text gives an empty document.
    """
    text_path = ann_path.with_suffix(".txt")
    if not text_path.exists():
        missing = Problem(ann_path, 0, f"its text {text_path.name} is missing")
        return BratDocument(ann_path, ""), [missing]
    try:
        text = text_path.read_bytes().decode("utf-8")
        content = ann_path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return BratDocument(ann_path, ""), [Problem(ann_path, 0, f"not UTF-8: {error}")]
    document = BratDocument(ann_path, text)
    problems = []
    for number, line in enumerate(content.split("\n"), start=1):
        message = _read_line(document, number, line.rstrip("\r")) if line.strip() else None
        if message:
            problems.append(Problem(ann_path, number, message))
    problems += _dangling(document)
    return document, problems


def _read_line(document: BratDocument, number: int, line: str) -> str | None:
    """Add one line of an ``.ann`` file to the document; the message says why it could not be."""
    try:
        if line.startswith("T"):
            return _read_span(document, number, line)
        if line.startswith("R"):
            return _read_relation(document, number, line)
        if line.startswith(("A", "M")):
            name, target, *value = line.split("\t")[1].split(" ", 2)
            document.attributes[target][name] = value[0] if value else ""
            document.lines[f"{target}.{name}"] = number
            return None
        if line.startswith("#"):
            _, head, note = line.split("\t", 2)
            document.notes[head.split(" ")[1]] = note
            return None
    except (ValueError, IndexError):
        return f"cannot be read as brat standoff: {line!r}"
    return f"unknown kind of annotation: {line!r}"


def _read_span(document: BratDocument, number: int, line: str) -> str | None:
    identifier, head, surface = line.split("\t", 2)
    if identifier in document.lines:
        return f"{identifier} is defined twice"
    document.lines[identifier] = number
    if ";" in head:
        return f"{identifier} is discontinuous; give it one stretch of text"
    label, start, end = head.split(" ")
    span = TextBound(identifier, label, int(start), int(end), surface)
    found = document.text[span.start : span.end]
    # brat writes a line break inside a span as a space
    if not 0 <= span.start < span.end <= len(document.text) or found.replace("\n", " ") != surface:
        return (
            f"{identifier} {label} [{start}, {end}) is {found!r} in {document.path.stem}.txt, "
            f"but the annotation says {surface!r}"
        )
    document.spans[identifier] = span
    return None


def _read_relation(document: BratDocument, number: int, line: str) -> str | None:
    kind, first, second = line.split("\t")[1].rstrip().split(" ")
    (name1, source), (name2, target) = first.split(":", 1), second.split(":", 1)
    if (name1, name2) != ("Arg1", "Arg2"):
        return f"{kind} has the arguments {name1} and {name2} in place of Arg1 and Arg2"
    relation = Relation(kind, source, target)
    document.relations.append(relation)
    document.lines[relation.key] = number
    return None


def _dangling(document: BratDocument) -> Iterator[Problem]:
    """Take out what leads to a span that is not there; one that was reported says enough."""
    known = document.spans.keys()
    for relation in list(document.relations):
        ends = {relation.source, relation.target}
        for end in sorted(ends - document.lines.keys()):
            message = f"{relation.type} points to {end}, which is not there"
            yield document.problem(relation.key, message)
        if not ends <= known:
            document.relations.remove(relation)
    for target in sorted({*document.attributes, *document.notes} - known):
        names = document.attributes.pop(target, {})
        document.notes.pop(target, None)
        if target not in document.lines:
            message = f"an attribute or note is on {target}, which is not there"
            yield document.problem(f"{target}.{next(iter(names), '')}", message)


def write_brat(document: BratDocument, ann_path: Path) -> None:
    """Write the document's text and annotations beside each other, in UTF-8 with Unix line ends."""
    rows = [
        f"{span.id}\t{span.label} {span.start} {span.end}\t{span.text.replace(chr(10), ' ')}"
        for span in document.spans.values()
    ]
    rows += [
        f"R{number}\t{relation.type} Arg1:{relation.source} Arg2:{relation.target}"
        for number, relation in enumerate(document.relations, start=1)
    ]
    pairs = [
        (name, span_id, value)
        for span_id in document.spans
        for name, value in document.attributes.get(span_id, {}).items()
    ]
    rows += [
        f"A{number}\t{name} {span_id} {value}".rstrip()
        for number, (name, span_id, value) in enumerate(pairs, start=1)
    ]
    notes = [
        (span_id, document.notes[span_id])
        for span_id in document.spans
        if span_id in document.notes
    ]
    rows += [
        f"#{number}\tAnnotatorNotes {span_id}\t{note}"
        for number, (span_id, note) in enumerate(notes, start=1)
    ]
    ann_path.parent.mkdir(parents=True, exist_ok=True)
    ann_path.with_suffix(".txt").write_bytes(document.text.encode("utf-8"))
    ann_path.write_bytes("".join(row + "\n" for row in rows).encode("utf-8"))
