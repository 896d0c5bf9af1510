"""Calendar days as containers, metadata and publication lines write them.

Only whole days are read here, and only to learn when an article was published; what the dates in
its running text mean is the business of :mod:`communique.dates`.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from functools import cache
from importlib import resources
from itertools import product
from typing import TYPE_CHECKING, Any

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
# No way of writing a day is longer; what follows in a field is left aside.
_LONGEST = 100
_CONTEXTS = ("format", "stand-alone")
_WIDTHS = ("wide", "abbreviated")
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:\d{6})?")
# Numbers in this range are seconds since 1970 between 1990 and 2100, or a thousand times that.
_EPOCH_SECONDS = range(631_152_000, 4_102_444_800)


@cache
def vocabulary() -> dict[str, list[str]]:
    """The words of publication lines, as ``published.toml`` lists them."""
    return tomllib.loads(resources.files(__package__).joinpath("published.toml").read_text("utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


def _names(kind: str) -> Iterator[tuple[int, str]]:
    for code, context, width in product(vocabulary()["locales"], _CONTEXTS, _WIDTHS):
        names: dict[int, str] = getattr(Locale.parse(code), kind)[context][width]
        for number, name in names.items():
            yield number, name.rstrip(".").casefold()


@cache
def months() -> dict[str, int]:
    """Month names of all known languages, lower case; a name with two meanings is left out."""
    numbers: dict[str, set[int]] = {}
    for number, name in _names("months"):
        if not name.isdecimal():
            numbers.setdefault(name, set()).add(number)
    return {name: min(found) for name, found in numbers.items() if len(found) == 1}


@cache
def weekdays() -> frozenset[str]:
    """Weekday names of all known languages, lower case."""
    return frozenset(name for _, name in _names("days"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?P<month>{alternatives(months())})\.?"
    between = r"(?:st|nd|rd|th|er|º)?[\s.\-]*(?:de\s+|of\s+)?"
    year_word = rf"(?:[\s\-]*(?:{alternatives(vocabulary()['year_words'])}))?"
    sources = (
        rf"(?<!\d){_YEAR}(?P<sign>[-./])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\d){_YEAR}\s?[年년]\s?{_MONTH}\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]",
        rf"{_DAY}(?P<sign>[-./]){_MONTH}(?P=sign){_YEAR}(?!\d)",
        rf"{_DAY}{between}{month},?[\s\-]*(?:del?\s+|năm\s+)?{_YEAR}(?!\d)",
        rf"\b{month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}(?!\d)",
        rf"(?<!\d){_YEAR}{year_word}[\s,]*(?P<day>\d{{1,2}})[\s\-]*{month}\b",
    )
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)


def _day(match: re.Match[str]) -> dt.date | None:
    """The day of a match; the parts of 03/25/2024 change places, as only that is a date."""
    name = match["month"].casefold()
    month = months()[name] if name in months() else int(name)
    day = int(match["day"])
    if month > 12 >= day:
        month, day = day, month
    try:
        return dt.date(int(match["year"]), month, day)
    except ValueError:
        return None


def find_day(text: str) -> tuple[dt.date, int, int] | None:
    """The first whole day that ``text`` names, with the span of characters it is written in.

    Numbers alone are read day first (30/10/2024) where the year is last.
    """
    found: list[tuple[int, int, dt.date]] = []
    for pattern in _patterns():
        match = pattern.search(text)
        if match and (day := _day(match)):
            found.append((match.start(), match.end(), day))
    if not found:
        return None
    start, end, day = min(found, key=lambda hit: (hit[0], -hit[1]))
    return day, start, end


def day_of(value: Any) -> dt.date | None:
    """The day that a value of a container stands for, or None.

    Takes dates, strings in any of the usual forms (a time and its zone are left aside: the day is
    the one written), ``20240312`` and Unix times in seconds or milliseconds.
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    text = str(value)[:_LONGEST].strip()
    if compact := _COMPACT.fullmatch(text):
        year, month, day = compact.groups()
        text = f"{year}-{month}-{day}"
    elif re.fullmatch(r"\d{9,13}(?:\.\d+)?", text):
        return _epoch_day(int(float(text)))
    hit = find_day(text)
    return hit[0] if hit else None


def _epoch_day(number: int) -> dt.date | None:
    for seconds in (number, number // 1000):
        if seconds in _EPOCH_SECONDS:
            return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
    return None
