"""What a date leaves unsaid, worked out from the day of the article.

Every function takes the reference date, or None where there is no day to go by; the parts of the
answer that would need it are then unknown.
"""

from __future__ import annotations

import calendar
import datetime as dt

from communique.dates.calendar import Moment

# A date without a year is of the article's own year, unless it is more than half a year back, or so
# far ahead that the year before must be meant: news of March that says "in December" means the next
# one, news of January the last one.
_DAYS_BACK, _DAYS_AHEAD = 183, 265


def day_away(reference: dt.date | None, days: int) -> Moment:
    """The day that many days after the reference date (before it if negative)."""
    if reference is None:
        return Moment("day")
    day = reference + dt.timedelta(days=days)
    return Moment("day", day.year, day.month, day.day)


def month_away(reference: dt.date | None, months: int) -> Moment:
    """The month that many months after the one of the reference date."""
    if reference is None:
        return Moment("month")
    year, month = divmod(reference.year * 12 + reference.month - 1 + months, 12)
    return Moment("month", year, month + 1)


def year_away(reference: dt.date | None, years: int) -> Moment:
    """The year that many years after the one of the reference date."""
    return Moment("year", None if reference is None else reference.year + years)


def week_away(reference: dt.date | None, weeks: int) -> tuple[Moment, Moment]:
    """Monday and Sunday of the week that many weeks after the one of the reference date."""
    monday = 7 * weeks - (reference.weekday() if reference else 0)
    return day_away(reference, monday), day_away(reference, monday + 6)


def weekday_near(reference: dt.date | None, weekday: int, turn: int) -> Moment:
    """The last (``turn`` -1) or next (1) such weekday, Monday being 1, or that of this week (0)."""
    if reference is None:
        return Moment("day")
    days = weekday - reference.isoweekday()
    if turn < 0:
        days = -(-days % 7 or 7)
    elif turn > 0:
        days = days % 7 or 7
    return day_away(reference, days)


def year_near(
    reference: dt.date, month: int, day: int | None = None, *, months: int = 1, turn: int = 0
) -> int:
    """The year that a day, or a period of ``months`` months beginning in ``month``, belongs to.

    ``turn`` -1 asks for the last one before the reference date, 1 for the next one after it, 0 for
    the one that an article of that day means when it gives no year.
    """
    distances = {
        year: _distance(reference, year, month, day, months)
        for year in range(reference.year - 8, reference.year + 9)
        if _has_day(year, month, day)
    }
    if not distances:
        raise ValueError(f"no year has a day {day} in month {month}")
    half = 15 * months if day is None else 0
    if turn < 0:
        return max(year for year, days in distances.items() if days < -half)
    if turn > 0:
        return min(year for year, days in distances.items() if days > half)
    likely = [year for year, days in distances.items() if -_DAYS_BACK <= days <= _DAYS_AHEAD]
    return min(
        likely or distances, key=lambda year: (abs(year - reference.year), abs(distances[year]))
    )


def _distance(reference: dt.date, year: int, month: int, day: int | None, months: int) -> int:
    """Days from the reference date to the day, or to the middle of the period."""
    start = dt.date(year, month, day or 1)
    return (start - reference).days + (0 if day else 15 * months)


def _has_day(year: int, month: int, day: int | None) -> bool:
    return dt.MINYEAR < year < dt.MAXYEAR and (day or 1) <= calendar.monthrange(year, month)[1]
