"""The inline notation of annotated samples: front matter and marks, taken apart.

``corpus/README.md`` describes the notation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_OPEN_MARK = re.compile(r"\{(PERSON|TITLE|ORG|LOC|DATE|DOC)((?: [^|{}]*)?)\|")
_OPEN_POINT = re.compile(r"\[\[([^|\[\]]*)\|")
_LINE_MARKER = re.compile(r"^\s*([-–—•*▪●+✓]|\(?\w{1,4}[.)]|\d+(?:\.\d+)+\.?|[①-⑳])\s*$")
_INLINE_MARKER = re.compile(r"(?:^|[\s:;,])(\(\w{1,4}\)|\w{1,2}\)|\d{1,2}\.|[①-⑳])\s*$")

FACTS = ("language", "published", "title", "event", "event_date", "event_place", "cooperation")
PERSON_KEYS = ("honorific", "side", "at", "official")
ORG_KEYS = ("acronym", "country", "kind")


class MarkupError(ValueError):
    """The mark-up cannot be read; the message says where and why."""


@dataclass
class Head:
    """The front matter: facts on the article, people and institutions by key."""

    facts: dict[str, str] = field(default_factory=dict)
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    orgs: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass
class Mark:
    """One mark: its arguments, where it stands in the text without marks, its dictionary form."""

    label: str
    arguments: list[str]
    start: int
    end: int = 0
    form: str | None = None
    id: str = ""


def split_source(source: str) -> tuple[Head, str]:
    """The front matter, and the marked text.

    Raises:
        MarkupError: there is no front matter, or a line of it cannot be read.
    """
    parts = re.split(r"^---[ ]*\n", source, maxsplit=2, flags=re.MULTILINE)
    if len(parts) != 3 or parts[0].strip():
        raise MarkupError("the file must begin with a front matter between two lines '---'")
    head, section = Head(), ""
    for line in filter(str.strip, parts[1].split("\n")):
        key, _, value = (piece.strip() for piece in line.partition(":"))
        if key in {"people", "orgs"}:
            section = key
        elif line[0].isspace() or re.fullmatch(r"[po]\d+", key):
            _add_record(head, section, key, value)
        elif key in FACTS:
            head.facts[key] = value
        else:
            raise MarkupError(f"unknown front matter key {key!r}; known: {sorted(FACTS)}")
    return head, parts[2].strip("\n") + "\n"


def _add_record(head: Head, section: str, key: str, value: str) -> None:
    people = section == "people"
    records, allowed = (head.people, PERSON_KEYS) if people else (head.orgs, ORG_KEYS)
    if key in records:
        raise MarkupError(f"{key} is defined twice")
    name, *rest = (piece.strip() for piece in value.split("|"))
    if not name:
        raise MarkupError(f"{key} has no name")
    records[key] = {"name": name}
    for piece in rest:
        field_name, _, field_value = (part.strip() for part in piece.partition(":"))
        if field_name not in allowed or not field_value:
            raise MarkupError(f"{key}: {piece!r} is not one of {sorted(allowed)} with a value")
        records[key][field_name] = field_value


def strip_marks(body: str) -> tuple[str, list[Mark]]:
    """The text without marks, and the marks with offsets into it, in reading order.

    Raises:
        MarkupError: a mark is not closed, stands inside another, or is not a mark at all.
    """
    scanner = _Scanner(body)
    while scanner.position < len(body):
        if not scanner.step():
            scanner.plain()
    left_open = scanner.mark or scanner.point
    if left_open:
        raise MarkupError(f"{left_open} is never closed")
    return "".join(scanner.text), scanner.marks


class _Scanner:
    """Reads a marked text from left to right; ``mark`` and ``point`` are the open ones."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.position = 0
        self.text: list[str] = []
        self.marks: list[Mark] = []
        self.mark: Mark | None = None
        self.point: Mark | None = None

    def step(self) -> bool:
        """Read an opening or closing bracket, if there is one here."""
        return self._open_point() or self._close_point() or self._open_mark() or self._close_mark()

    def plain(self) -> None:
        """Read one character of the text itself."""
        here = self.body[self.position]
        if here in "{}|" or self.body.startswith(("[[", "]]"), self.position):
            raise self._error(f"stray {self.body[self.position : self.position + 20]!r}")
        self.text.append(here)
        self.position += 1

    def _error(self, what: str) -> MarkupError:
        return MarkupError(f"{what} after {''.join(self.text)[-40:]!r}")

    def _open_point(self) -> bool:
        match = _OPEN_POINT.match(self.body, self.position)
        if not match:
            return False
        if self.point or self.mark:
            raise self._error("a point opens inside another mark")
        self.point = Mark("POINT", match.group(1).split(), len(self.text))
        self.marks.append(self.point)
        self.position = match.end()
        return True

    def _close_point(self) -> bool:
        if not self.point or self.mark or not self.body.startswith("]]", self.position):
            return False
        self.point.end, self.point = len(self.text), None
        self.position += 2
        return True

    def _open_mark(self) -> bool:
        match = _OPEN_MARK.match(self.body, self.position)
        if not match:
            return False
        if self.mark:
            raise self._error(f"{match.group(1)} opens inside {self.mark.label}")
        self.mark = Mark(match.group(1), match.group(2).split(), len(self.text))
        self.marks.append(self.mark)
        self.position = match.end()
        return True

    def _close_mark(self) -> bool:
        if not self.mark or self.body[self.position] not in "|}":
            return False
        close = self.body.find("}", self.position)
        if close < 0:
            raise self._error(f"{self.mark.label} has no closing bracket")
        self.mark.end = len(self.text)
        if close > self.position:
            self.mark.form = self.body[self.position + 1 : close].strip()
        self.mark, self.position = None, close + 1
        return True


def list_marker(text: str, start: int) -> str | None:
    """The list marker written before a point, if there is one."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    match = _LINE_MARKER.match(line) or _INLINE_MARKER.search(line)
    return match.group(1) if match else None
