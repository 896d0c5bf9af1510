"""Quarters, halves, seasons, weeks, and what is told by its distance from the article's day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from communique.dates.calendar import Moment
from communique.dates.relative import (
    day_away,
    month_away,
    week_away,
    weekday_near,
    year_away,
    year_near,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.dates.grammar import Reading

Ends = tuple[Moment, ...]
"""One moment, or the first and the last of a range."""

_PIVOT = 70  # of years with two digits: 70 is 1970, 69 is 2069
_FIRST_DECADE = 30  # of decades with two digits: the 30s are the 1930s
_END = 3
_LAST_QUARTER = 4


def period(reading: Reading, reference: dt.date | None) -> Ends | None:
    """The moments of a reading that is not put together from day, month and year."""
    for part, read in _READERS.items():
        if part in reading.parts:
            return read(reading, reference)
    return None


def written_year(reading: Reading, part: str, reference: dt.date | None) -> int | None:
    """The year that a part of a reading gives, in digits or by its distance.

    Raises:
        ValueError: the digits are no year.
    """
    kinds = reading.kinds(part)
    if set(kinds) & set("jLλ"):
        return year_away(reference, reading.value(part, "jLλ") or 0).year
    year = reading.value(part)
    if year is None or "y" in kinds:
        return year
    if reading.size(part) != len("24"):
        raise ValueError(f"{year} is no year")
    start = reading.value("y1", "y")
    if start is not None and part == "y2":  # 2024/25
        return start - start % 100 + year
    return year + (1900 if year >= _PIVOT else 2000)


def _months(
    reading: Reading, reference: dt.date | None, first: int, count: int, turn: int = 0
) -> Ends:
    """The ``count`` months from the month ``first`` of the year that is written or meant."""
    if "y1" in reading.parts:
        year = written_year(reading, "y1", reference)
    elif reference:
        year = year_near(reference, first, months=count, turn=turn)
    else:
        year = None
    years, last = divmod(first - 1 + count - 1, 12)
    return Moment("month", year, first), Moment("month", year and year + years, last + 1)


def _quarter(reading: Reading, reference: dt.date | None) -> Ends:
    number = reading.value("quarter")
    part = reading.value("quarter", "P")
    if number is None and part is not None:  # quý cuối năm 2026
        number = _LAST_QUARTER if part == _END else part
    of_year = "y1" in reading.parts or set(reading.kinds("quarter")) & set("YVv")
    if number is None and of_year:  # the last quarter of 2026, of the year
        number = _LAST_QUARTER
    if number is not None:
        if not 1 <= number <= _LAST_QUARTER:
            raise ValueError(f"a year has no quarter {number}")
        last = reading.value("quarter2") or number
        if not number <= last <= _LAST_QUARTER:
            raise ValueError(f"no quarters from {number} to {last}")
        return _months(reading, reference, 3 * number - 2, 3 * (last - number + 1))
    start = -((reference.month - 1) % 3) if reference else 0
    start += 3 * (reading.value("quarter", "Ltλ") or 0)
    return month_away(reference, start), month_away(reference, start + 2)


def _half(reading: Reading, reference: dt.date | None) -> Ends:
    number = reading.value("half") or reading.value("half", "PH") or 1
    return _months(reading, reference, 1 if number == 1 else 7, 6)


def _first_or_last_months(reading: Reading, reference: dt.date | None) -> Ends:
    count = reading.value("months") or 1
    count *= 3 if "Q" in reading.kinds("months") else 1
    which = -1 if "v" in reading.kinds("which") else reading.value("which", "RL")
    if which not in (None, 1, -1) or not 1 <= count <= 12:
        raise ValueError("neither the first nor the last months of a year")
    last = which == -1 or reading.value("months", "P") == _END
    return _months(reading, reference, 13 - count if last else 1, count)


def _season(reading: Reading, reference: dt.date | None) -> Ends:
    season = reading.value("season", "Ssσ") or 1
    last = reading.value("season2", "Ss") or season
    count = 3 * ((last - season) % 4 + 1)
    turn = -1 if reading.kinds("season") == "σ" else reading.value("season", "Ltλ") or 0
    return _months(reading, reference, 3 * season, count, turn)


def _relative(reading: Reading, reference: dt.date | None) -> Ends:
    kinds = set(reading.kinds("relative"))
    away = reading.value("relative", "ikJjL") or 0
    return _unit_away(kinds, away, reference)


def _unit_away(kinds: set[str], away: int, reference: dt.date | None) -> Ends:
    if kinds & set("kK"):
        return week_away(reference, away)
    if kinds & set("JAam"):
        return (month_away(reference, away),)
    if kinds & set("jYVpq"):
        return (year_away(reference, away),)
    return (day_away(reference, away),)


def _ago(reading: Reading, reference: dt.date | None) -> Ends:
    count = reading.value("ago") or 1
    return _unit_away(set(reading.kinds("ago")) - set("hwB"), -count, reference)


def _unit(reading: Reading, reference: dt.date | None) -> Ends:
    return _unit_away(set(reading.kinds("unit")), 0, reference)


def _weekday(reading: Reading, reference: dt.date | None) -> Ends:
    weekday = reading.value("weekday", "Wμ") or 1
    kinds = reading.kinds("weekday")
    if kinds == "μ":
        return (weekday_near(reference, weekday, -1),)
    if set(kinds) & set("kK"):
        monday, _ = week_away(reference, reading.value("weekday", "kL") or 0)
        day = monday.first_day()
        return (day_away(day, weekday - 1),)
    turn = reading.value("weekday", "Ltλ")
    if turn is not None:
        return (weekday_near(reference, weekday, turn),)
    tomorrow = reference and reference + dt.timedelta(days=1)
    return (weekday_near(tomorrow, weekday, -1),)


def _weekend(reading: Reading, reference: dt.date | None) -> Ends:
    monday, sunday = week_away(reference, reading.value("weekend", "Lkλ") or 0)
    day = monday.first_day()
    return day_away(day, 5), sunday


def _decade(reading: Reading, _: dt.date | None) -> Ends:
    year = reading.value("decade") or 0
    if reading.value("decade", "b") is not None:
        year += 1900 if year >= _FIRST_DECADE else 2000
    if year % 10 and "p" in reading.kinds("decade"):  # 2024 жылдары
        return (Moment("year", year),)
    return Moment("year", year), Moment("year", year + 9)


_READERS: dict[str, Callable[[Reading, dt.date | None], Ends]] = {
    "quarter": _quarter,
    "half": _half,
    "months": _first_or_last_months,
    "season": _season,
    "relative": _relative,
    "weekday": _weekday,
    "weekend": _weekend,
    "decade": _decade,
    "ago": _ago,
    "unit": _unit,
}
