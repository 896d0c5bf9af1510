"""ISO 8601 values as the annotation standard writes them.

A day ``2024-10-30``, a month ``2024-10``, a year ``2019``, a range ``2017-04-29/2017-05-02``; the
part that cannot be told is left out at the front (``XXXX-07-16``, ``XXXX-XX-16``, ``XXXX``).
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import Granularity

# XXXX and XX are the annotation standard's year and month that nobody can tell
_PART = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d))?)?")
_LEAP_YEAR = 2024  # every day that some year has is a day of this one


def is_iso(value: str) -> bool:
    """Whether ``value`` is a calendar day, month, year or a range of them, start first."""
    parts = value.split("/")
    if len(parts) > 2 or not all(_is_part(part) for part in parts):
        return False
    start, end = bounds(value)
    return start is None or end is None or start <= end


def _is_part(part: str) -> bool:
    match = _PART.fullmatch(part)
    if not match:
        return False
    year, month, day = match.group("year", "month", "day")
    if year == "0000" or (month == "XX" and year != "XXXX"):
        return False
    if month and month.isdigit() and not 1 <= int(month) <= 12:
        return False
    if not month or not day:
        return True
    # a day of a month that is not known can be any of 31
    span = _month_length(int(year) if year.isdigit() else _LEAP_YEAR, month)
    return 1 <= int(day) <= span


def _month_length(year: int, month: str) -> int:
    return calendar.monthrange(year, int(month))[1] if month.isdigit() else 31


def granularity(value: str) -> Granularity:
    """How fine a value is."""
    if "/" in value:
        return "range"
    names: tuple[Granularity, ...] = ("year", "month", "day")
    return names[value.count("-")]


def bounds(value: str) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of a value; None for a side whose year is not known."""
    first, _, last = value.partition("/")
    return _edge(first, last=False), _edge(last or first, last=True)


def _edge(part: str, *, last: bool) -> dt.date | None:
    match = _PART.fullmatch(part)
    if not match or "X" in part:
        return None
    year = int(match["year"])
    month = int(match["month"] or (12 if last else 1))
    length = calendar.monthrange(year, month)[1]
    return dt.date(year, month, int(match["day"] or (length if last else 1)))
