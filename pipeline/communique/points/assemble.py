"""Records of agreement points out of the spans that an engine found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.mentions.lists import ItemList, ListItem, find_lists, style, trim
from communique.points.classify import status_of, topic_of
from communique.points.deadline import find_deadline
from communique.points.parties import Place
from communique.records import AgreementPoint
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.points.parties import Actors
    from communique.records import (
        Article,
        DateMention,
        PointParty,
        PointStatus,
        Topic,
    )


@dataclass(frozen=True)
class PointSpan:
    """A stretch of the text that an engine takes for a point, with what it knows of it."""

    start_char: int
    end_char: int
    confidence: float | None = None
    topics: Mapping[Topic, float] | None = None
    """The probability of each topic, from an engine that knows it."""
    status: PointStatus | None = None


@dataclass(frozen=True)
class _Place:
    """Where a point stands in a list."""

    item: ListItem
    found_in: ItemList


def find_points(
    article: Article,
    spans: Sequence[PointSpan],
    actors: Actors,
    dates: Sequence[DateMention],
) -> tuple[AgreementPoint, ...]:
    """One record for each span, in reading order; the same words twice are one point.

    A doubled lead or a caption repeats a point word for word; only its first copy counts.
    """
    places = _places(article.text)
    points: list[AgreementPoint] = []
    seen: set[str] = set()
    levels: list[tuple[str, int]] = []
    before: tuple[Place, Sequence[PointParty]] | None = None
    for span in sorted(spans, key=lambda span: span.start_char):
        start, end = trim(article.text, span.start_char, span.end_char)
        text = article.text[start:end]
        key = " ".join(text.casefold().split())
        if not key or key in seen:
            continue
        seen.add(key)
        place = _place(places, start, end)
        number = len(points) + 1
        parent = _parent(levels, place, number)
        lead = _lead(article.text, place, start)
        parties = actors.parties(Place(lead, start, end), before)
        before = Place(lead, start, end), parties
        points.append(
            AgreementPoint(
                point_no=number,
                marker=place.item.marker if place else None,
                parent_no=parent,
                text=text,
                start_char=start,
                end_char=end,
                topic=topic_of(text, article.language, span.topics),
                status=span.status or status_of(text, article.text[slice(*lead)], article.language),
                deadline=find_deadline(article, start, end, dates),
                confidence=span.confidence,
                parties=parties,
            )
        )
    return tuple(points)


def places_of(text: str, extents: Sequence[tuple[int, int]]) -> list[Place]:
    """Where points stand that are given by their characters, with what announces each."""
    places = _places(text)
    return [Place(_lead(text, _place(places, *one), one[0]), *one) for one in extents]


def _places(text: str) -> list[_Place]:
    return [_Place(item, found) for found in find_lists(text) for item in found.items]


def _place(places: Sequence[_Place], start: int, end: int) -> _Place | None:
    """The list item that a point is or begins with."""
    for place in places:
        if place.item.line_start <= start < place.item.end and start - place.item.start <= 3:
            return place
        if start <= place.item.line_start and place.item.end <= end:
            return place
    return None


def _parent(levels: list[tuple[str, int]], place: _Place | None, number: int) -> int | None:
    """The point one level up, told by a change of marker style inside one list.

    ``levels`` is the way from the outermost open item to the last one.
    """
    if place is None:
        levels.clear()
        return None
    own = style(place.item.marker)
    if place.item is place.found_in.items[0]:
        levels.clear()
    known = [level for level, _ in levels]
    if own in known:
        del levels[known.index(own) :]
    parent = levels[-1][1] if levels else None
    levels.append((own, number))
    return parent


def _lead(text: str, place: _Place | None, start: int) -> tuple[int, int]:
    """Where a point is announced: its list's lead-in, or the sentence up to the point."""
    if place:
        return place.found_in.lead_start, place.found_in.lead_end
    return Sentences(text).at(start)[0], start
