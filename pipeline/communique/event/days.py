"""An event of several days whose first and last day are told apart.

``Сапар 27 ақпанда басталды. Ол 2 наурызда аяқталды``: words say of one day that it is the first,
of another that it is the last or a further one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.event.cues import event_cues
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Article, DateMention

# Days between the first and the last, at most: what begins and ends farther apart is a project
_LONGEST = 21
# Sentences from the one to the other, at most
_APART = 2
# Characters in which "on the last day" stands before its date, and those between the two
_BEFORE, _BESIDE = 40, 12


def first_and_last(
    article: Article, date: DateMention, dates: Sequence[DateMention]
) -> tuple[DateMention, ...]:
    """The days that an event began and ended on, one of which is the date; else nothing."""
    begun, ended = _told(article, date, dates)
    pairs = [(date, day) for day in ended if date in begun]
    pairs += [(day, date) for day in begun if date in ended]
    told = [(first, last) for first, last in pairs if first.value < last.value]
    return max(told, key=lambda pair: (pair[1].value, -pair[0].start_char), default=())


def _told(
    article: Article, date: DateMention, dates: Sequence[DateMention]
) -> tuple[list[DateMention], list[DateMention]]:
    """The days near a date of which it is told that something began, and that it ended."""
    sentences = Sentences(article.text)
    days = _days_near(date, dates)
    near = [day for day in days if sentences.apart(date.start_char, day.start_char) <= _APART]
    clauses = _clauses(article, near)
    cues = event_cues(article.language)
    begun = [day for day in near if cues.begins.search(clauses[day.mention_id])]
    return begun, [day for day in near if cues.ends.search(clauses[day.mention_id])]


def with_next_days(
    article: Article, date: DateMention, dates: Sequence[DateMention]
) -> tuple[DateMention, ...]:
    """An event's day and the last day told as "the second day" and the like; else nothing.

    Where another day before it is told as the one that it began on, that is the first.
    """
    pattern = event_cues(article.language).next_days
    later = [day for day in _days_near(date, dates) if day.value > date.value]
    named = []
    for day in later:
        start = max(day.start_char - _BEFORE, 0)
        if any(
            day.start_char - found.end() <= _BESIDE
            for found in pattern.finditer(article.text, start, day.start_char)
        ):
            named.append(day)
    if not named:
        return ()
    last = max(named, key=lambda day: day.value)
    begun = [day for day in _told(article, date, dates)[0] if last in _days_near(day, dates)]
    return min([date, *begun], key=lambda day: day.value), last


def _days_near(date: DateMention, dates: Sequence[DateMention]) -> list[DateMention]:
    """The days that can be of one event with a date, itself among them."""
    if date.granularity != "day" or date.start_date is None:
        return []
    return [
        day
        for day in dates
        if day.granularity == "day"
        and day.start_date is not None
        and abs((day.start_date - date.start_date).days) <= _LONGEST
    ]


def _clauses(article: Article, days: Sequence[DateMention]) -> dict[int, str]:
    """What is told of each day: its sentence, up to the days before and behind it."""
    sentences = Sentences(article.text)
    clauses: dict[int, str] = {}
    for day in days:
        start, _ = sentences.at(day.start_char)
        _, end = sentences.at(day.end_char - 1)  # a German day has a full stop: 6. Mai
        start = max([start, *(d.end_char for d in days if d.end_char <= day.start_char)])
        end = min([end, *(d.start_char for d in days if d.start_char >= day.end_char)])
        clauses[day.mention_id] = article.text[start:end]
    return clauses
