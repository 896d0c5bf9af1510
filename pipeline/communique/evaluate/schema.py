"""What annotations of the gold samples may look like: labels, relations, attributes and notes.

The meanings are those of the annotation standard (``corpus/README.md``). brat keeps values from a
fixed list in attributes; free values (names, forms, deadlines) stand in the span's note as
``key: value | key: value``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.evaluate.iso import is_iso
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

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLE = "ARTICLE"
"""Marks the first word of the article and carries what is said about the article as a whole."""
POINT = "POINT"
SPAN_LABELS: tuple[str, ...] = (ARTICLE, POINT, *LABELS)

RELATIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "same": (("PERSON", "PERSON"), ("ORG", "ORG")),
    "holds": (("PERSON", "TITLE"),),
    "at": (("TITLE", "ORG"), ("PERSON", "ORG")),
    "under": ((POINT, POINT),),
    **dict.fromkeys(PARTY_ROLES, ((POINT, "ORG"),)),
}
"""Relation type to the labels of ``Arg1`` and ``Arg2`` that it may join."""


def is_language(value: str) -> bool:
    """Whether ``value`` looks like an ISO 639-1 code."""
    return len(value) == 2 and value.isascii() and value.islower()


@dataclass(frozen=True)
class AttributeType:
    """One attribute: the label it goes on, its values, whether every such span must have it.

    ``values`` is empty for a flag, which is there or not; where the values cannot be listed
    ``check`` tells a good one.
    """

    label: str
    values: tuple[str, ...] = ()
    check: Callable[[str], bool] | None = None
    required: bool = True

    def allows(self, value: str) -> bool:
        """Whether the attribute may have this value."""
        if self.check:
            return self.check(value)
        return value in self.values if self.values else value == ""

    def expected(self) -> str:
        """The allowed values in words."""
        if self.check is is_iso:
            return "an ISO 8601 day, month, year, or start/end"
        if self.check is is_language:
            return "an ISO 639-1 language code"
        return f"one of {', '.join(self.values)}" if self.values else "no value"


ATTRIBUTES: dict[str, AttributeType] = {
    "Language": AttributeType(ARTICLE, check=is_language),
    "EventType": AttributeType(ARTICLE, EVENT_TYPES),
    "Cooperation": AttributeType(ARTICLE, required=False),
    "Official": AttributeType("PERSON", required=False),
    "Side": AttributeType("PERSON", SIDES, required=False),
    "Value": AttributeType("DATE", check=is_iso),
    "Role": AttributeType("DATE", DATE_ROLES),
    "Kind": AttributeType("DOC", INSTRUMENT_KINDS),
    "InstrumentStatus": AttributeType("DOC", INSTRUMENT_STATUSES),
    "Topic": AttributeType(POINT, TOPICS),
    "PointStatus": AttributeType(POINT, POINT_STATUSES),
}

NOTE_KEYS: dict[str, tuple[str, ...]] = {
    ARTICLE: ("published", "event_date", "event_place", "title"),
    "PERSON": ("name", "honorific"),
    "ORG": ("name", "acronym", "country", "kind"),
    "TITLE": ("form",),
    "DOC": ("signed_on",),
    POINT: ("marker", "deadline"),
}


def parse_note(note: str, label: str) -> dict[str, str]:
    """The values of a note on a span with this label.

    A ``|`` inside a value stays in it: only a known key after the bar begins the next value. Text
    that is not of the form ``key: value`` is an annotator's remark and gives nothing.
    """
    values: dict[str, str] = {}
    last = None
    for piece in note.split(" | "):
        key, colon, value = piece.partition(":")
        if colon and key.strip() in NOTE_KEYS.get(label, ()):
            last = key.strip()
            values[last] = value.strip()
        elif last:
            values[last] += f" | {piece}"
    return values


def format_note(values: dict[str, str | None]) -> str:
    """The note that :func:`parse_note` reads; empty and missing values are left out."""
    return " | ".join(f"{key}: {value}" for key, value in values.items() if value)
