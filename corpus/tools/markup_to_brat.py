"""Mark-up to brat standoff."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from communique.evaluate.brat import BratDocument, Relation, TextBound
from communique.evaluate.iso import is_iso
from communique.evaluate.schema import format_note
from communique.records import (
    DATE_ROLES,
    EVENT_TYPES,
    INSTRUMENT_KINDS,
    INSTRUMENT_STATUSES,
    PARTY_ROLES,
    POINT_STATUSES,
    SIDES,
    TOPICS,
)
from markup_source import Head, Mark, MarkupError, list_marker, split_source, strip_marks

if TYPE_CHECKING:
    from pathlib import Path


def to_brat(source: str, path: Path) -> BratDocument:
    """Convert one marked-up article.

    Raises:
        MarkupError: the front matter, a mark or a reference is wrong.
    """
    head, body = split_source(unicodedata.normalize("NFC", source.replace("\r\n", "\n")))
    text, marks = strip_marks(body)
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


def _one_of(value: str, allowed: tuple[str, ...], what: str) -> str:
    if value not in allowed:
        raise MarkupError(f"{what} {value!r} is not one of {', '.join(allowed)}")
    return value


def _iso(value: str, what: str) -> str:
    if not is_iso(value):
        raise MarkupError(f"{what} {value!r} is not an ISO 8601 day, month, year or start/end")
    return value


def _add_article(document: BratDocument, head: Head) -> None:
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
    told = {key: facts.get(key) for key in ("published", "event_date", "event_place", "title")}
    if any(told.values()):
        document.notes["T1"] = format_note(told)


def _mentions(marks: list[Mark], label: str, key: str) -> list[Mark]:
    return [mark for mark in marks if mark.label == label and mark.arguments[:1] == [key]]


def _link_same(document: BratDocument, mentions: list[Mark]) -> None:
    for mention in mentions[1:]:
        document.relations.append(Relation("same", mention.id, mentions[0].id))


def _add_people(document: BratDocument, head: Head, marks: list[Mark]) -> None:
    for mark in marks:
        if mark.label == "PERSON" and mark.arguments and mark.arguments[0] not in head.people:
            raise MarkupError(f"PERSON {mark.arguments[0]} is not under people:")
    for key, person in head.people.items():
        mentions = _mentions(marks, "PERSON", key)
        if not mentions:
            raise MarkupError(f"{key} ({person['name']}) has no PERSON mark")
        first = mentions[0]
        note = {"name": person["name"], "honorific": person.get("honorific")}
        document.notes[first.id] = format_note(note)
        if _one_of(person.get("official", "yes"), ("yes", "no"), f"{key} official") == "yes":
            document.attributes[first.id]["Official"] = ""
        if "side" in person:
            document.attributes[first.id]["Side"] = _one_of(person["side"], SIDES, f"{key} side")
        _link_same(document, mentions)
        if "at" in person:
            org = _nearest(marks, _known(head, person["at"]), first)
            document.relations.append(Relation("at", first.id, org.id))


def _add_orgs(document: BratDocument, head: Head, marks: list[Mark]) -> None:
    for mark in marks:
        if mark.label == "ORG" and (len(mark.arguments) != 1 or mark.arguments[0] not in head.orgs):
            raise MarkupError(
                f"ORG {document.spans[mark.id].text!r} needs an id listed under orgs:"
            )
    for key, org in head.orgs.items():
        mentions = _mentions(marks, "ORG", key)
        if not mentions:
            raise MarkupError(f"{key} ({org['name']}) has no ORG mark")
        if "country" in org and not re.fullmatch(r"[A-Z]{2}", org["country"]):
            raise MarkupError(f"{key}: country {org['country']!r} is not ISO 3166-1 alpha-2")
        document.notes[mentions[0].id] = format_note({**org})
        _link_same(document, mentions)


def _known(head: Head, key: str) -> str:
    if key not in head.orgs:
        raise MarkupError(f"{key} is not under orgs:")
    return key


def _nearest(marks: list[Mark], key: str, to: Mark, label: str = "ORG") -> Mark:
    mentions = _mentions(marks, label, key)
    if not mentions:
        raise MarkupError(f"{key} has no {label} mark")
    return min(mentions, key=lambda mark: abs(mark.start - to.start))


def _add_titles(document: BratDocument, head: Head, marks: list[Mark]) -> None:
    for mark in marks:
        if mark.label != "TITLE":
            continue
        surface = document.spans[mark.id].text
        if not 1 <= len(mark.arguments) <= 2:
            raise MarkupError(f"TITLE {surface!r} needs its holder and, if any, institution: p1 o1")
        document.notes[mark.id] = format_note({"form": mark.form or surface})
        for key in mark.arguments[0].split(","):
            if key not in head.people:
                raise MarkupError(f"TITLE {surface!r}: {key} is not under people:")
            holder = _nearest(marks, key, mark, "PERSON")
            document.relations.append(Relation("holds", holder.id, mark.id))
        for key in mark.arguments[1:]:
            org = _nearest(marks, _known(head, key), mark)
            document.relations.append(Relation("at", mark.id, org.id))


def _add_dates(document: BratDocument, marks: list[Mark]) -> None:
    for mark in marks:
        if mark.label == "DATE":
            surface = document.spans[mark.id].text
            value, role = (*mark.arguments, "mentioned", "mentioned")[:2]
            attributes = document.attributes[mark.id]
            attributes["Value"] = _iso(value, f"DATE {surface!r}:")
            attributes["Role"] = _one_of(role, DATE_ROLES, f"DATE {surface!r}: role")


def _add_docs(document: BratDocument, marks: list[Mark]) -> None:
    for mark in marks:
        if mark.label == "DOC":
            surface = document.spans[mark.id].text
            if len(mark.arguments) not in {2, 3}:
                raise MarkupError(f"DOC {surface!r} needs a kind and a status")
            kind, status, *rest = mark.arguments
            attributes = document.attributes[mark.id]
            attributes["Kind"] = _one_of(kind, INSTRUMENT_KINDS, f"DOC {surface!r}:")
            attributes["InstrumentStatus"] = _one_of(
                status, INSTRUMENT_STATUSES, f"DOC {surface!r}:"
            )
            for argument in rest:
                signed_on = _iso(argument.removeprefix("on="), surface)
                document.notes[mark.id] = format_note({"signed_on": signed_on})


def _add_points(document: BratDocument, head: Head, marks: list[Mark]) -> None:
    parents: dict[str, Mark] = {}
    for mark in marks:
        if mark.label != "POINT":
            continue
        what = f"POINT {document.spans[mark.id].text[:40]!r}"
        if len(mark.arguments) < 2:
            raise MarkupError(f"{what} needs a topic and a status")
        topic, status, *options = mark.arguments
        attributes = document.attributes[mark.id]
        attributes["Topic"] = _one_of(topic, TOPICS, f"{what}: topic")
        attributes["PointStatus"] = _one_of(status, POINT_STATUSES, f"{what}:")
        note = {"marker": list_marker(document.text, mark.start)}
        for option in options:
            key, _, value = option.partition("=")
            if key == "id":
                parents[value] = mark
            elif key == "under" and value in parents:
                document.relations.append(Relation("under", mark.id, parents[value].id))
            elif key in PARTY_ROLES:
                orgs = [_nearest(marks, _known(head, org), mark) for org in value.split(",")]
                document.relations += [Relation(key, mark.id, org.id) for org in orgs]
            else:
                note[key] = _point_value(key, value, f"{what}: {option!r}")
        if any(note.values()):
            document.notes[mark.id] = format_note(note)


def _point_value(key: str, value: str, what: str) -> str:
    if key == "deadline":
        return _iso(value, what)
    if key == "marker":
        return value.replace("_", " ")
    raise MarkupError(f"{what} cannot be used")
