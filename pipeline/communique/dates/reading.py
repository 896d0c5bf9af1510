"""From a reading of the grammar to the day, month, year or range that it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.dates.calendar import DateValue, Grain, Moment, value_of
from communique.dates.periods import period, written_year
from communique.dates.relative import month_away, year_near

if TYPE_CHECKING:
    import datetime as dt

    from communique.dates.grammar import Reading

_MONTHS = "MZnrOh"


@dataclass
class _End:
    """A date, or one end of a range, as far as it is written."""

    parts: str
    """Which parts are written: some of ``d``, ``m`` and ``y``; their values may be unknown."""
    day: int | None
    month: int | None = None
    year: int | None = None
    turn: int = 0
    """-1 for last March, 1 for next March."""

    def moment(self) -> Moment:
        grain: Grain = "day" if "d" in self.parts else "month" if "m" in self.parts else "year"
        return Moment(grain, self.year, self.month, self.day)


def value_of_reading(reading: Reading, reference: dt.date | None) -> DateValue | None:
    """The value of a reading; None where the calendar has no such date.

    Args:
        reading: where the parts of the date are.
        reference: the day of the article, or None if nothing is known of it.
    """
    try:
        return value_of(*(period(reading, reference) or _dates(reading, reference)))
    except (OverflowError, ValueError):  # beyond the first or last year of the calendar
        return None


def _dates(reading: Reading, reference: dt.date | None) -> tuple[Moment, ...]:
    first, second = _end(reading, "1", reference), _end(reading, "2", reference)
    if not second.parts:
        _give_year(first, reference)
        return (first.moment(),)
    if first.parts == second.parts == "d":  # 2日から12日
        return _days_of_month(first, second, reference)
    _share(first, second)
    if "y" not in first.parts:
        _give_year(first, reference)
        second.year = _year_after(first, second)
    return first.moment(), second.moment()


def _days_of_month(first: _End, second: _End, reference: dt.date | None) -> tuple[Moment, Moment]:
    """Two days without their month; the second is in the next month where it has to be."""
    _give_year(first, reference)
    second.month, second.year = first.month, first.year
    if first.moment().first_day() and (second.day or 0) < (first.day or 0):
        away = month_away(first.moment().first_day(), 1)
        second.month, second.year = away.month, away.year
    return first.moment(), second.moment()


def _end(reading: Reading, number: str, reference: dt.date | None) -> _End:
    names = "".join(name for name in "dmy" if reading.kinds(name + number))
    end = _End(names, reading.value(f"d{number}"))
    end.turn = reading.value(f"d{number}", "L") or 0
    if "m" in names:
        _read_month(end, reading, f"m{number}", reference)
    if "y" in names:
        end.year = written_year(reading, f"y{number}", reference)
    return end


def _read_month(end: _End, reading: Reading, part: str, reference: dt.date | None) -> None:
    end.month = reading.value(part, _MONTHS)
    turn = reading.value(part, "JLtλ") or 0
    if end.month is not None:
        end.turn = turn
        return
    away = month_away(reference, turn)
    end.month, end.year = away.month, away.year
    end.parts += "y"


def _share(first: _End, second: _End) -> None:
    """Give each end of a range what only the other one says."""
    if "m" not in first.parts and "d" in first.parts:
        first.month, first.turn, first.parts = second.month, second.turn, first.parts + "m"
    if "m" not in second.parts and "d" in second.parts:
        second.month, second.parts = first.month, second.parts + "m"
    if "y" not in first.parts and "y" in second.parts:
        first.year, first.parts = second.year, first.parts + "y"
        if first.year is not None and _is_earlier(second, first):
            first.year -= 1
    elif "y" in first.parts and "y" not in second.parts:
        second.year, second.parts = _year_after(first, second), second.parts + "y"


def _is_earlier(end: _End, start: _End) -> bool:
    """Whether a range would run over New Year: its months, not its days, are in that order."""
    return end.month is not None and start.month is not None and end.month < start.month


def _year_after(first: _End, second: _End) -> int | None:
    if first.year is None:
        return None
    return first.year + 1 if _is_earlier(second, first) else first.year


def _give_year(end: _End, reference: dt.date | None) -> None:
    """The year, and the month of a bare day, that the article's day suggests."""
    if "y" in end.parts or reference is None:
        return
    if end.month is None and end.day is not None:
        end.month, end.year = _month_of_day(end.day, reference, end.turn)
    elif end.month is not None:
        end.year = year_near(reference, end.month, end.day, turn=end.turn)


def _month_of_day(day: int, reference: dt.date, turn: int) -> tuple[int | None, int | None]:
    """The month of the nearest such day, or of the last (``turn`` -1) or next (1) one."""
    months = [month_away(reference, step) for step in (0, -1, 1)]
    days = [Moment("day", month.year, month.month, day) for month in months]
    known = [moment for moment in days if moment.exists()]
    turned = [m for m in known if (first := m.first_day()) and (first - reference).days * turn >= 0]
    nearest = min(turned or known, key=lambda moment: _days_between(moment, reference))
    return nearest.month, nearest.year


def _days_between(moment: Moment, reference: dt.date) -> int:
    day = moment.first_day()
    return abs((day - reference).days) if day else 0
