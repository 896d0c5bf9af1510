"""The agreement points that a model found, put right by lists and cue words.

* A word by itself is no point.
* Each item of a list of points is one point, with the item's bounds.
* A point begins behind a speaker or a label with a colon, behind a word like "secondly", and behind
  a verb of telling and its subject. (Of 12,201 points of the training texts in English, Russian and
  Vietnamese one has such a verb in its first words.) If it is no item of a list, it ends with its
  sentence. (Of 9,397 points of the training texts none goes on behind one, and two begin with a
  label.)
* A point that ends with a word like "of" goes on to the end of its clause, and so does one with a
  word behind it that seldom stands there: of 8,074 points of the training texts in English and
  Vietnamese 99 in a hundred end before a sign, "and" or one of a few words. One ends before the
  verb of agreeing in languages in which that comes last. (Of 4,972 points of the training texts in
  five such languages none ends with one.)
* A sentence that tells of the past or praises holds no point, and an article with no list of
  points, no cue of agreeing, proposing or discussing, and nothing the model is sure of has none.
"""

from __future__ import annotations

import re
from statistics import fmean
from typing import TYPE_CHECKING, Any

from spacy.tokens import Span

from communique.mentions.lists import find_lists
from communique.mentions.point_cues import point_cues
from communique.mentions.protocol import POINTS, set_points
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc

    from communique.records import Topic

# The share of a list's items in which a model has to see a point for the list to be one of points
_LISTED = 0.5
# The share of an item that points have to cover to stand for the whole of it
_MOST = 0.6
# Words of a scrap, and between it and the point that it was cut off from
_SCRAP = 2
# Who says a point, or what it is about
_LABEL = re.compile(r"[^:.!?\n]{1,25}:\s+")
# Characters in which it is told who agreed or proposed, and what does not stand in them
_TELLING = 45
_STOP = re.compile(r"[,;:.\n]")
# What stands behind a word like "secondly"
_SIGNS = " ,:–—-"
# The rest of a clause behind a word that does not end one
_REST = re.compile(r"[^\S\n][^\W_][^,.;:!?»”\"()\n]{0,60}(?=[,.;:!?»”\"()\n])")
_WORD_BEHIND = re.compile(r"[^\S\n]+([^\W\d_])")
_CLAUSE = re.compile(r"[^,.;:!?»”\"()\n]{0,200}(?=[,.;:!?»”\"()\n]|\Z)")
# What of a clause may stand between two parts of it
_BETWEEN = re.compile(r"[^,.;:!?»”\"()\n]{1,60}")
# How sure the model has to be of one point for an article to have any, without or with a cue word
_SURE, _SURE_WITH_CUE = 0.9, 0.8


def refine_points(doc: Doc) -> None:
    """Give the points in a list the bounds of its items, one point an item."""
    group = doc.spans.get(POINTS)
    if group is None or "scores" not in group.attrs:  # the patterns' points are right already
        return
    whole = _without_scraps(list(enumerate(group)))
    points = _to_their_ends(whole)
    items = _items_of_points(doc, [point for _, point in points])
    # by bounds, so that an item has one point: the one that covers most of it
    chosen: dict[tuple[int, int], tuple[Span, int]] = {}
    topics: dict[tuple[int, int], list[Mapping[Topic, float]]] = {}
    for number, point in points:
        span = next((item for item in items if _overlap(item, point) > 0), point)
        topics.setdefault((span.start, span.end), []).append(group.attrs["topics"][number])
        before = chosen.get((span.start, span.end))
        if before is None or len(group[before[1]]) < len(point):
            chosen[span.start, span.end] = (span, number)
    kept = _believable(doc, [chosen[bounds] for bounds in sorted(chosen)], items)
    seen = [point for _, point in points]
    values: dict[str, list[Any]] = {key: list(value) for key, value in group.attrs.items()}
    pieces: list[Span] = []
    numbers: list[int] = []
    told: list[Any] = []
    for span, number in kept:
        parts = [_without_lead(span, span.start_char)] if span in items else _parts(span, seen)
        pieces += map(_before_closer, parts)
        numbers += [number] * len(parts)
        told += [_mean(topics[span.start, span.end])] * len(parts)
    set_points(
        doc,
        pieces,
        scores=[values["scores"][number] for number in numbers],
        topics=told,
        statuses=[values["statuses"][number] for number in numbers],
    )


def _mean(topics: Sequence[Mapping[Topic, float]]) -> dict[Topic, float]:
    """What the points of one item are about, taken together."""
    return {topic: fmean(one.get(topic, 0.0) for one in topics) for topic in topics[0]}


def _to_their_ends(points: Sequence[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """The points; one that ends with a word like "of" goes on to the end of its clause.

    Where the next point begins in that clause, the two are one.
    """
    joined: list[tuple[int, Span]] = []
    for number, point in points:
        before = joined[-1][1] if joined else None
        if (
            before is not None
            and _needs_more(before)
            and _BETWEEN.fullmatch(point.doc._.article.text, before.end_char, point.start_char)
        ):
            joined[-1] = (number, Span(point.doc, before.start, point.end, label="POINT"))
        else:
            joined.append((number, point))
    stops = [*(point.start_char for _, point in joined[1:]), None]
    return [
        (number, _to_the_end(point, stop))
        for (number, point), stop in zip(joined, stops, strict=False)
    ]


def _to_the_end(point: Span, stop: int | None) -> Span:
    """The point to the end of its clause where it cannot end before; ``stop``: the next one."""
    text = point.doc._.article.text
    if _needs_more(point):
        rest = _REST.match(text, point.end_char)
        end = rest.end() if rest else point.end_char
    else:
        end = _end_of_clause(point, len(text) if stop is None else stop)
    return point.doc.char_span(point.start_char, end, "POINT", alignment_mode="contract") or point


def _end_of_clause(point: Span, stop: int) -> int:
    """Where a clause ends, or its next "and", behind a word that seldom stands behind a point."""
    text, cues = point.doc._.article.text, point_cues(point.doc._.article.language)
    word = _WORD_BEHIND.match(text, point.end_char)
    if not word or cues.behind is None or cues.behind.match(text, word.start(1)):
        return point.end_char
    rest = _CLAUSE.match(text, point.end_char, stop)
    end = rest.end() if rest else point.end_char
    joining = cues.joining.search(text, word.start(1), end)
    end = joining.start() if joining else end
    return point.end_char + len(text[point.end_char : end].rstrip())


def _needs_more(point: Span) -> bool:
    cues = point_cues(point.doc._.article.language)
    return cues.not_last.fullmatch(point[-1].text) is not None


def _parts(span: Span, seen: Sequence[Span]) -> list[Span]:
    """A point sentence by sentence; only what the model saw as one."""
    sentences = Sentences(span.doc._.article.text)
    parts, start = [], span.start_char
    while start < span.end_char:
        parts.append(_without_lead(span, start, sentences.at(start)[1]))
        start = sentences.at(start)[1]
    if len(parts) == 1:
        return parts
    return [part for part in parts if len(part) > 1 and 2 * _covered(part, seen) >= len(part)]


def _without_lead(span: Span, start: int, end: int | None = None) -> Span:
    """What of a point stands between two characters, without what only leads in to it."""
    text = span.doc._.article.text
    last = span.end_char
    if end is not None and end < last:
        last = start + len(text[start:end].rstrip().rstrip(".!?;"))
    begin = _begin(text, start, last, span.doc._.article.language)
    return span.doc.char_span(begin, last, "POINT", alignment_mode="expand") or span


def _begin(text: str, start: int, last: int, language: str | None) -> int:
    """Where a point that ends at ``last`` begins behind what only leads in to it."""
    label = _LABEL.match(text, start, last)
    begin = start = label.end() if label else start
    cues = point_cues(language)
    told = cues.reporting.search(text, begin, min(begin + _TELLING, last))
    if told and not _STOP.search(text, begin, told.start()):
        begin = told.end()
    while first := cues.not_first.match(text, (begin := _behind_signs(text, begin, last)), last):
        begin = first.end()
    # of a lead-in with a word or nothing behind it no point would be left
    return begin if " " in text[begin:last] else start


def _behind_signs(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip(_SIGNS))


def _before_closer(point: Span) -> Span:
    """A point without the verb of agreeing that it ends with: ``курс ашуды | ұсынды``."""
    text = point.doc._.article.text
    found = point_cues(point.doc._.article.language).closers.finditer(
        text, point.start_char, point.end_char
    )
    end = next((closer.start() for closer in found if closer.end() == point.end_char), None)
    if end is None or text[end - 1].isalnum():
        return point
    rest = point.doc.char_span(
        point.start_char, point.start_char + len(text[point.start_char : end].rstrip(" ,")), "POINT"
    )
    return rest if rest is not None and len(rest) > 1 else point


def _without_scraps(points: Sequence[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """The points; a word or two that a model cut off goes to the point right behind, or goes."""
    found: list[tuple[int, Span]] = []
    for number, point in points:
        before = found[-1][1] if found else None
        if before is not None and len(before) <= _SCRAP and _goes_on(before, point):
            found[-1] = (number, Span(point.doc, before.start, point.end, label="POINT"))
        else:
            found.append((number, point))
    return [(number, point) for number, point in found if len(point) > 1]


def _goes_on(scrap: Span, point: Span) -> bool:
    """Whether hardly a word stands between the two, and no sign."""
    between = scrap.doc[scrap.end : point.start]
    return len(between) <= _SCRAP and not any(t.is_punct or t.is_space for t in between)


def _believable(
    doc: Doc, points: Sequence[tuple[Span, int]], items: Sequence[Span]
) -> list[tuple[Span, int]]:
    """The points less those of background sentences; none if nothing gives ground for any."""
    cues, text = point_cues(doc._.article.language), doc._.article.text
    sentences = Sentences(text)
    scores = doc.spans[POINTS].attrs["scores"]
    kept = []
    ground = False
    for span, number in points:
        sentence = sentences.at(span.start_char)
        if span in items:
            ground = True
        elif cues.background.search(text, *sentence):
            continue
        needed = _SURE_WITH_CUE if cues.any.search(text, *sentence) else _SURE
        ground = ground or scores[number] is None or scores[number] >= needed
        kept.append((span, number))
    return kept if ground else []


def _items_of_points(doc: Doc, points: Sequence[Span]) -> list[Span]:
    """The items of those lists in most of whose items the model sees a point."""
    found: list[Span] = []
    for listed in find_lists(doc._.article.text):
        spans = [
            doc.char_span(item.start, item.end, label="POINT", alignment_mode="expand")
            for item in listed.items
        ]
        items = [span for span in spans if span is not None]
        seen = sum(any(_overlap(item, point) > 0 for point in points) for item in items)
        if seen >= _LISTED * len(items):
            # an item may tell more than its points, as in a dialogue with a dash before each voice
            found += [item for item in items if _is_one_point(item, points)]
    return found


def _is_one_point(item: Span, points: Sequence[Span]) -> bool:
    """Whether points cover most of an item, or its beginning and its end."""
    inside = [point for point in points if _overlap(item, point) > 0]
    if not inside:
        return False
    first, last = min(point.start for point in inside), max(point.end for point in inside)
    whole = first <= item.start and last >= item.end - 1
    return whole or _covered(item, points) >= _MOST * len(item)


def _covered(item: Span, points: Sequence[Span]) -> int:
    """How many tokens of an item are in points."""
    return sum(max(0, _overlap(item, point)) for point in points)


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
