"""Days, months and years of which parts may be unknown, and their ISO 8601 form."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from communique.records import Granularity

Grain = Literal["day", "month", "year"]
NOTHING_KNOWN = "XXXX"  # ISO 8601 as the annotation standard extends it, nothing left to do
"""The value of *today* and the like where the text has no day to go by.

``X`` stands for a digit that is not known, as in the annotation standard and in EDTF.
"""


@dataclass(frozen=True)
class Moment:
    """A day, month or year of the calendar; ``None`` is a part that nobody can tell."""

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None

    def iso(self) -> str:
        """ISO 8601, with ``XXXX`` or ``XX`` for the parts that are not known."""
        # X for a digit that the text does not tell is the annotation standard's notation
        parts = [f"{self.year:04d}" if self.year is not None else "XXXX"]
        if self.grain != "year":
            parts.append(f"{self.month:02d}" if self.month is not None else "XX")
        if self.grain == "day":
            parts.append(f"{self.day:02d}" if self.day is not None else "XX")
        return "-".join(parts)

    def first_day(self) -> dt.date | None:
        """The day that it begins with, or None where a part is unknown."""
        if self.year is None or (self.grain != "year" and self.month is None):
            return None
        if self.grain == "day" and self.day is None:
            return None
        return dt.date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> dt.date | None:
        """The day that it ends with, or None where a part is unknown."""
        first = self.first_day()
        if first is None or self.grain == "day":
            return first
        month = 12 if self.grain == "year" else first.month
        return dt.date(first.year, month, calendar.monthrange(first.year, month)[1])

    def is_known(self) -> bool:
        """Whether any part of it can be told."""
        return any(part is not None for part in (self.year, self.month, self.day))

    def exists(self) -> bool:
        """Whether the calendar has it: 31 February does not, 29 February of no year does."""
        if self.day is None:
            return True
        leap_year = 2000
        longest = 31 if self.month is None else calendar.monthrange(leap_year, self.month)[1]
        if self.year is not None and self.month is not None:
            longest = calendar.monthrange(self.year, self.month)[1]
        return 1 <= self.day <= longest


@dataclass(frozen=True)
class DateValue:
    """What a calendar expression means.

    Attributes:
        value: ISO 8601 day, month, year, or ``start/end``; unknown parts are ``XXXX`` or ``XX``.
        start: its first day, or None where the value has unknown parts.
        end: its last day, or None where the value has unknown parts.
        granularity: ``day``, ``month``, ``year`` or ``range``.
    """

    value: str
    start: dt.date | None
    end: dt.date | None
    granularity: Granularity


def value_of(first: Moment, last: Moment | None = None) -> DateValue | None:
    """The value of a moment or of a range; None where the calendar has no such thing."""
    ends = [first] if last is None else [first, last]
    if not all(moment.exists() for moment in ends):
        return None
    start, end = first.first_day(), ends[-1].last_day()
    if not any(moment.is_known() for moment in ends):
        return DateValue(NOTHING_KNOWN, None, None, first.grain)
    if last is None:
        return DateValue(first.iso(), start, end, first.grain)
    if start is None or end is None:
        start = end = None
    if _comes_after(first, last):
        return None
    return DateValue(f"{first.iso()}/{last.iso()}", start, end, "range")


def _comes_after(first: Moment, last: Moment) -> bool:
    """Whether a range would end before it begins, by what is known of its ends."""
    if first.year != last.year:
        return (first.year or 0) > (last.year or 9999)
    known = (first.month is not None, last.month is not None)
    if first.year is None and first.month != last.month:
        return False
    return all(known) and (first.month or 0, first.day or 0) > (last.month or 0, last.day or 31)
