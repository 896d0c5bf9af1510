"""Inline mark-up for annotated samples: turns a marked-up article into brat standoff.

Offsets that are counted by hand go wrong, so articles are written with marks in the text and a
front matter for the records; ``corpus/README.md`` describes the notation. Usage::

    python corpus/tools/markup.py SOURCE_FOLDER GOLD_FOLDER    # every *.mark below SOURCE_FOLDER
    python corpus/tools/markup.py --check SOURCE_FOLDER        # only report what is wrong
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from communique.evaluate.brat import BratDocument, Relation, TextBound, write_brat
from communique.records import (
    DATE_ROLES,
    EVENT_TYPES,
    INSTRUMENT_KINDS,
    INSTRUMENT_STATUSES,
    LABELS,
    PARTY_ROLES,
    POINT_STATUSES,
    SIDES,
    TOPICS,
)

_OPEN_MARK = re.compile(r"\{(PERSON|TITLE|ORG|LOC|DATE|DOC)((?: [^|{}]*)?)\|")
_OPEN_POINT = re.compile(r"\[\[([^|\[\]]*)\|")
_LINE_MARKER = re.compile(r"^\s*([-–—•*▪●+✓]|\(?\w{1,4}[.)]|\d+(?:\.\d+)+\.?|[①-⑳])\s*$")
_INLINE_MARKER = re.compile(r"(?:^|[\s:;,])(\(\w{1,4}\)|\w{1,2}\)|\d{1,2}\.|[①-⑳])\s*$")
_ISO = re.compile(r"^(?:\d{4}|XXXX)(?:-(?:\d\d|XX))?(?:-\d\d)?$")


class MarkupError(ValueError):
    """The mark-up cannot be read; the message says where and why."""


@dataclass
class _Head:
    facts: dict[str, str] = field(default_factory=dict)
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    orgs: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass
class _Mark:
    label: str
    arguments: list[str]
    start: int
    end: int = 0
    form: str | None = None
    id: str = ""


_FACTS = {
    "language",
    "published",
    "event",
    "event_date",
    "event_place",
    "cooperation",
    "title",
}
_PERSON_KEYS = {"honorific", "side", "at", "official"}
_ORG_KEYS = {"acronym", "country", "kind"}


def to_brat(source: str, path: Path) -> BratDocument:
    """Convert one marked-up article.

    Raises:
        MarkupError: the front matter, a mark or a reference is wrong.
    """
    head, body = _split(unicodedata.normalize("NFC", source.replace("\r\n", "\n")))
    text, marks = _strip_marks(body)
    document = BratDocument(path, text)
    _add_article(document, head)
    for number, mark in enumerate(marks, start=2):
        mark.id = f"T{number}"
        surface = text[mark.start : mark.end]
        if not surface or surface != surface.strip():
            raise MarkupError(f"{mark.label} {surface!r} is empty or has blanks at its edges")
        document.spans[mark.id] = TextBound(mark.id, mark.label, mark.start, mark.end, surface)
    _add_people(document, head, marks)
    _add_orgs(document, head, marks)
    _add_titles(document, head, marks)
    _add_dates(document, marks)
    _add_docs(document, marks)
    _add_points(document, head, marks)
    return document


def _split(source: str) -> tuple[_Head, str]:
    parts = re.split(r"^---[ ]*\n", source, maxsplit=2, flags=re.M)
    if len(parts) != 3 or parts[0].strip():
        raise MarkupError("the file must begin with a front matter between two lines '---'")
    head, section = _Head(), ""
    for line in parts[1].split("\n"):
        if not line.strip():
            continue
        key, _, value = (piece.strip() for piece in line.partition(":"))
        if key in ("people", "orgs"):
            section = key
        elif line[0].isspace() or re.fullmatch(r"[po]\d+", key):
            records, keys = (
                (head.people, _PERSON_KEYS) if section == "people" else (head.orgs, _ORG_KEYS)
            )
            if key in records:
                raise MarkupError(f"{key} is defined twice")
            records[key] = _record(key, value, keys)
        elif key in _FACTS:
            head.facts[key] = value
        else:
            raise MarkupError(f"unknown front matter key {key!r}; known: {sorted(_FACTS)}")
    return head, parts[2].strip("\n") + "\n"


def _record(key: str, value: str, allowed: set[str]) -> dict[str, str]:
    name, *rest = (piece.strip() for piece in value.split("|"))
    record = {"name": name}
    for piece in rest:
        field_name, _, field_value = (part.strip() for part in piece.partition(":"))
        if field_name not in allowed or not field_value:
            raise MarkupError(f"{key}: {piece!r} is not one of {sorted(allowed)} with a value")
        record[field_name] = field_value
    if not name:
        raise MarkupError(f"{key} has no name")
    return record


def _strip_marks(body: str) -> tuple[str, list[_Mark]]:
    """The text without marks, and the marks with offsets into it."""
    text: list[str] = []
    length = position = 0
    marks: list[_Mark] = []
    open_point: _Mark | None = None
    open_mark: _Mark | None = None
    while position < len(body):
        where = f"after {''.join(text)[-40:]!r}"
        if match := _OPEN_POINT.match(body, position):
            if open_point or open_mark:
                raise MarkupError(f"a point opens inside another mark {where}")
            open_point = _Mark("POINT", match.group(1).split(), length)
            marks.append(open_point)
            position = match.end()
        elif open_point and body.startswith("]]", position) and not open_mark:
            open_point.end, open_point = length, None
            position += 2
        elif match := _OPEN_MARK.match(body, position):
            if open_mark:
                raise MarkupError(f"{match.group(1)} opens inside {open_mark.label} {where}")
            open_mark = _Mark(match.group(1), match.group(2).split(), length)
            marks.append(open_mark)
            position = match.end()
        elif open_mark and body[position] in "|}":
            open_mark.end = length
            if body[position] == "|":
                close = body.index("}", position)
                open_mark.form = body[position + 1 : close].strip()
                position = close
            open_mark, position = None, position + 1
        elif body[position] in "{}|" or body.startswith(("[[", "]]"), position):
            raise MarkupError(f"stray {body[position:position + 20]!r} {where}")
        else:
            text.append(body[position])
            length, position = length + 1, position + 1
    if open_mark or open_point:
        raise MarkupError(f"{(open_mark or open_point)} is never closed")
    return "".join(text), marks


def _note(**values: str | None) -> str:
    return " | ".join(f"{key}: {value}" for key, value in values.items() if value)


def _one_of(value: str, allowed: tuple[str, ...], what: str) -> str:
    if value not in allowed:
        raise MarkupError(f"{what} {value!r} is not one of {', '.join(allowed)}")
    return value


def _iso(value: str, what: str) -> str:
    if not value or not all(_ISO.match(part) for part in value.split("/")):
        raise MarkupError(f"{what} {value!r} is not an ISO 8601 day, month, year or start/end")
    return value


def _add_article(document: BratDocument, head: _Head) -> None:
    first = re.search(r"\S+", document.text)
    if not first:
        raise MarkupError("the article has no text")
    facts = head.facts
    missing = {"language", "event", "cooperation"} - facts.keys()
    if missing:
        raise MarkupError(f"the front matter lacks {sorted(missing)}")
    document.spans["T1"] = TextBound("T1", "ARTICLE", first.start(), first.end(), first.group())
    attributes = document.attributes["T1"]
    attributes["Language"] = facts["language"]
    attributes["EventType"] = _one_of(facts["event"], EVENT_TYPES, "event")
    if _one_of(facts["cooperation"], ("yes", "no"), "cooperation") == "yes":
        attributes["Cooperation"] = ""
    for key in ("published", "event_date"):
        if facts.get(key):
            _iso(facts[key], key)
    note = _note(**{key: facts.get(key) for key in ("published", "event_date", "event_place", "title")})
    if note:
        document.notes["T1"] = note


def _mentions(marks: list[_Mark], label: str, key: str) -> list[_Mark]:
    return [mark for mark in marks if mark.label == label and mark.arguments[:1] == [key]]


def _link_same(document: BratDocument, mentions: list[_Mark]) -> None:
    for mention in mentions[1:]:
        document.relations.append(Relation("same", mention.id, mentions[0].id))


def _add_people(document: BratDocument, head: _Head, marks: list[_Mark]) -> None:
    for mark in marks:
        if mark.label == "PERSON" and mark.arguments and mark.arguments[0] not in head.people:
            raise MarkupError(f"PERSON {mark.arguments[0]} is not under people:")
    for key, person in head.people.items():
        mentions = _mentions(marks, "PERSON", key)
        if not mentions:
            raise MarkupError(f"{key} ({person['name']}) has no PERSON mark")
        first = mentions[0]
        document.notes[first.id] = _note(name=person["name"], honorific=person.get("honorific"))
        if _one_of(person.get("official", "yes"), ("yes", "no"), f"{key} official") == "yes":
            document.attributes[first.id]["Official"] = ""
        if "side" in person:
            document.attributes[first.id]["Side"] = _one_of(person["side"], SIDES, f"{key} side")
        _link_same(document, mentions)
        if "at" in person:
            org = _nearest(marks, _known(head, person["at"]), first)
            document.relations.append(Relation("at", first.id, org.id))


def _add_orgs(document: BratDocument, head: _Head, marks: list[_Mark]) -> None:
    for mark in marks:
        if mark.label == "ORG" and (len(mark.arguments) != 1 or mark.arguments[0] not in head.orgs):
            raise MarkupError(f"ORG {document.spans[mark.id].text!r} needs an id listed under orgs:")
    for key, org in head.orgs.items():
        mentions = _mentions(marks, "ORG", key)
        if not mentions:
            raise MarkupError(f"{key} ({org['name']}) has no ORG mark")
        if "country" in org and not re.fullmatch(r"[A-Z]{2}", org["country"]):
            raise MarkupError(f"{key}: country {org['country']!r} is not ISO 3166-1 alpha-2")
        document.notes[mentions[0].id] = _note(**org)
        _link_same(document, mentions)


def _known(head: _Head, key: str) -> str:
    if key not in head.orgs:
        raise MarkupError(f"{key} is not under orgs:")
    return key


def _nearest(marks: list[_Mark], key: str, to: _Mark) -> _Mark:
    mentions = _mentions(marks, "ORG", key)
    if not mentions:
        raise MarkupError(f"{key} has no ORG mark")
    return min(mentions, key=lambda mark: abs(mark.start - to.start))


def _add_titles(document: BratDocument, head: _Head, marks: list[_Mark]) -> None:
    for mark in marks:
        if mark.label != "TITLE":
            continue
        surface = document.spans[mark.id].text
        if not 1 <= len(mark.arguments) <= 2:
            raise MarkupError(f"TITLE {surface!r} needs its holder and, if any, institution: p1 o1")
        document.notes[mark.id] = _note(form=mark.form or surface)
        for key in mark.arguments[0].split(","):
            if key not in head.people:
                raise MarkupError(f"TITLE {surface!r}: {key} is not under people:")
            mentions = _mentions(marks, "PERSON", key)
            if not mentions:
                raise MarkupError(f"{key} has no PERSON mark")
            holder = min(mentions, key=lambda person: abs(person.start - mark.start))
            document.relations.append(Relation("holds", holder.id, mark.id))
        for key in mark.arguments[1:]:
            org = _nearest(marks, _known(head, key), mark)
            document.relations.append(Relation("at", mark.id, org.id))


def _add_dates(document: BratDocument, marks: list[_Mark]) -> None:
    for mark in marks:
        if mark.label == "DATE":
            surface = document.spans[mark.id].text
            value, role = (*mark.arguments, "mentioned", "mentioned")[:2]
            attributes = document.attributes[mark.id]
            attributes["Value"] = _iso(value, f"DATE {surface!r}:")
            attributes["Role"] = _one_of(role, DATE_ROLES, f"DATE {surface!r}: role")


def _add_docs(document: BratDocument, marks: list[_Mark]) -> None:
    for mark in marks:
        if mark.label == "DOC":
            surface = document.spans[mark.id].text
            if len(mark.arguments) not in (2, 3):
                raise MarkupError(f"DOC {surface!r} needs a kind and a status")
            attributes = document.attributes[mark.id]
            attributes["Kind"] = _one_of(mark.arguments[0], INSTRUMENT_KINDS, f"DOC {surface!r}:")
            attributes["InstrumentStatus"] = _one_of(
                mark.arguments[1], INSTRUMENT_STATUSES, f"DOC {surface!r}:"
            )
            for argument in mark.arguments[2:]:
                document.notes[mark.id] = _note(signed_on=_iso(argument.removeprefix("on="), surface))


def _add_points(document: BratDocument, head: _Head, marks: list[_Mark]) -> None:
    points: dict[str, _Mark] = {}
    for mark in marks:
        if mark.label != "POINT":
            continue
        surface = document.spans[mark.id].text
        if len(mark.arguments) < 2:
            raise MarkupError(f"POINT {surface[:40]!r} needs a topic and a status")
        topic, status, *options = mark.arguments
        attributes = document.attributes[mark.id]
        attributes["Topic"] = _one_of(topic, TOPICS, f"POINT {surface[:40]!r}: topic")
        attributes["PointStatus"] = _one_of(status, POINT_STATUSES, f"POINT {surface[:40]!r}:")
        note: dict[str, str | None] = {"marker": _marker(document.text, mark.start)}
        for option in options:
            key, _, value = option.partition("=")
            if key == "id":
                points[value] = mark
            elif key == "under" and value in points:
                document.relations.append(Relation("under", mark.id, points[value].id))
            elif key == "deadline":
                note["deadline"] = _iso(value, f"POINT {surface[:40]!r}: deadline")
            elif key == "marker":
                note["marker"] = value.replace("_", " ")
            elif key in PARTY_ROLES:
                for org in value.split(","):
                    target = _nearest(marks, _known(head, org), mark)
                    document.relations.append(Relation(key, mark.id, target.id))
            else:
                raise MarkupError(f"POINT {surface[:40]!r}: cannot use {option!r}")
        if any(note.values()):
            document.notes[mark.id] = _note(**note)


def _marker(text: str, start: int) -> str | None:
    """The list marker written before a point, if there is one."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    match = _LINE_MARKER.match(line) or _INLINE_MARKER.search(line)
    return match.group(1) if match else None


def main(arguments: list[str]) -> int:
    """Convert or check every ``*.mark`` file below a folder; 1 if any is wrong."""
    check = arguments[:1] == ["--check"]
    folders = [Path(argument) for argument in arguments[1 if check else 0 :]]
    if len(folders) != (1 if check else 2):
        print(__doc__, file=sys.stderr)
        return 2
    wrong = done = 0
    for path in sorted(folders[0].rglob("*.mark")):
        try:
            document = to_brat(path.read_text(encoding="utf-8"), path)
            for warning in _warnings(document):
                print(f"{path}: note: {warning}")
            if not check:
                write_brat(document, folders[1] / path.relative_to(folders[0]).with_suffix(".ann"))
            done += 1
        except (MarkupError, ValueError) as error:
            wrong += 1
            print(f"{path}: ERROR: {error}")
    print(f"{done} articles good, {wrong} wrong")
    return 1 if wrong else 0


def _warnings(document: BratDocument) -> list[str]:
    """What is allowed but rarely meant."""
    words = len(document.text.split())
    language = document.attributes["T1"]["Language"]
    size = len(document.text) / 1.6 if language == "zh" else words
    found = [] if 90 <= size <= 450 else [f"{size:.0f} words; the standard asks for 90 to 450"]
    covered = {label: [s for s in document.spans.values() if s.label == label] for label in LABELS}
    marked = [(s.start, s.end) for spans in covered.values() for s in spans]
    for label in ("PERSON", "ORG", "LOC"):
        for surface in {span.text for span in covered[label] if len(span.text) > 3}:
            for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", document.text):
                if not any(start <= match.start() < end for start, end in marked):
                    found.append(f"{label} {surface!r} also stands unmarked at {match.start()}")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
