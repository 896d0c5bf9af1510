"""The day of publication, where the text itself says so on a line of its own.

Two kinds of line count, near the top or the bottom: a label with a date ("Ngày đăng: 30/10/2024"),
and a line with nothing but a date, a time and a weekday on it ("14:30 30/10/2024"). A date in
running text never counts: it is the day of an event.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from communique.ingest.stamps import alternatives, find_day, vocabulary, weekdays

if TYPE_CHECKING:
    import datetime as dt

# Lines with something on them, from either end, that may tell the day of publication. A headline,
# a lead and a byline come before it at the top; a source and an author at the bottom.
_TOP_LINES = 8
_BOTTOM_LINES = 5
# A line with a stamp on it is short; the limit keeps long paragraphs away from the patterns.
_LONGEST_LINE = 120
_YEAR = re.compile(r"(?:19|20)\d\d")
# What stands between the fields of a line: "14:30 30/10/2024 | By Ann Lee", "30/10/2024   Views: 9"
_BETWEEN_FIELDS = re.compile(r"\s*[|•·]\s*|\s+/\s+|(?<!\s)\s{3,20}(?!\s)|\t")
_MARKS = r"\s,;|()\[\]•·–—/.:：-"


@cache
def _label() -> re.Pattern[str]:
    words = alternatives(vocabulary()["labels"])
    return re.compile(
        rf"(?:^|[|·•–—(\[])\s*\W*(?:{words})(?!\w)(?P<colon>\s*[:：])?", re.IGNORECASE
    )


@cache
def _filler() -> re.Pattern[str]:
    """What may stand beside the date: times, zones, weekdays and a few small words."""
    clock = r"t?\d{1,2}\s?[:hгч]\s?\d{2}(?::\d{2}(?:\.\d+)?)?"
    zone = r"z|(?:gmt|utc)?[+-]\s?\d{1,2}(?::?\d{2})?|gmt|utc|msk|мск"
    words = alternatives([*vocabulary()["fillers"], *weekdays()])
    return re.compile(
        rf"(?:{clock}|(?:{zone})(?!\w)|(?:{words})(?!\w)|[{_MARKS}])*+", re.IGNORECASE
    )


def _only_filler(text: str) -> bool:
    return _filler().fullmatch(text) is not None


def _labelled(line: str) -> dt.date | None:
    """The date after a label; without a colon the line must have nothing else on it."""
    label = _label().search(line)
    if not label:
        return None
    rest = line[label.end() :]
    hit = find_day(rest)
    if not hit or not _only_filler(rest[: hit[1]]):
        return None
    return hit[0] if label["colon"] or _only_filler(rest[hit[2] :]) else None


def _alone(line: str) -> dt.date | None:
    hit = find_day(line)
    return hit[0] if hit and _only_filler(line[: hit[1]] + " " + line[hit[2] :]) else None


def _field(line: str) -> dt.date | None:
    """The date that is alone in a field of a line: ``23/05/2017 09:27 | Views: 336``."""
    days = {day for field in _BETWEEN_FIELDS.split(line) if (day := _alone(field))}
    return days.pop() if len(days) == 1 else None


def publication_day(text: str) -> dt.date | None:
    """The day on the first labelled line, or on lines (else fields) that are nothing but one date.

    Lines with different dates and no label are no answer: they may head the parts of a chronicle.
    """
    lines = [line for raw in text.split("\n") if (line := raw.strip())]
    edges = (
        lines
        if len(lines) <= _TOP_LINES + _BOTTOM_LINES
        else [*lines[:_TOP_LINES], *lines[-_BOTTOM_LINES:]]
    )
    edges = [line for line in edges if len(line) <= _LONGEST_LINE and _YEAR.search(line)]
    for line in edges:
        if day := _labelled(line):
            return day
    for told in (_alone, _field):
        days = {day for line in edges if (day := told(line))}
        if days:
            return days.pop() if len(days) == 1 else None
    return None
