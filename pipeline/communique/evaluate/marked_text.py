"""An article's text cut at the edges of its spans, so that a page can mark them.

Engines may give spans that overlap, which nested elements could not show; every piece here has at
most one label and one point.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communique.records import AgreementPoint, ArticleRecord, Mention


class Piece(NamedTuple):
    """A stretch of text that all the same spans cover.

    ``label`` is the label of the mention it is in, ``tag`` the same on the last piece of the
    mention only; ``state`` and ``point_state`` say what is wrong with them, if anything.
    """

    text: str
    label: str = ""
    tag: str = ""
    state: str = ""
    point: int | None = None
    point_ends: bool = False
    point_state: str = ""


def mark(record: ArticleRecord, states: Mapping[tuple[str, int, int], str]) -> list[Piece]:
    """Cut the text of a record at every edge of a mention or point.

    Args:
        record: The record whose spans are marked.
        states: What is wrong with a span, by record type (``mentions``, ``points``) and offsets.
    """
    text = record.article.text
    edges = {0, len(text)}
    for span in (*record.mentions, *record.points):
        edges |= {span.start_char, span.end_char}
    ordered = sorted(edges)
    return [_piece(record, start, end, states) for start, end in pairwise(ordered) if start < end]


def _piece(
    record: ArticleRecord, start: int, end: int, states: Mapping[tuple[str, int, int], str]
) -> Piece:
    mention = next(
        (m for m in record.mentions if m.start_char <= start and end <= m.end_char), None
    )
    point = next((p for p in record.points if p.start_char <= start and end <= p.end_char), None)
    return Piece(
        record.article.text[start:end],
        label=mention.label if mention else "",
        tag=mention.label if mention and mention.end_char == end else "",
        state=_state("mentions", mention, states),
        point=point.point_no if point else None,
        point_ends=point is not None and point.end_char == end,
        point_state=_state("points", point, states),
    )


def _state(
    record: str,
    span: Mention | AgreementPoint | None,
    states: Mapping[tuple[str, int, int], str],
) -> str:
    return states.get((record, span.start_char, span.end_char), "") if span else ""
