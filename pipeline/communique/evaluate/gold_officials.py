"""Officials of a gold sample: named persons with the positions that the article gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from communique.evaluate.gold_spans import GoldSpans, chain_note
from communique.records import Institution, Official, Side

if TYPE_CHECKING:
    from communique.evaluate.brat import TextBound


@dataclass(frozen=True)
class Position:
    """A title in dictionary form, the institution it belongs to, the mention it was read from."""

    title: str | None
    institution_id: str | None
    mention_id: int | None = None


def read_officials(
    spans: GoldSpans, institutions: list[Institution], institution_of: dict[str, str]
) -> tuple[list[Official], dict[int, tuple[Position, ...]]]:
    """The officials in reading order, and all positions of each by ``official_id``."""
    names = {institution.institution_id: institution.name for institution in institutions}
    officials, positions = [], {}
    chains = [chain for chain in spans.chains("PERSON") if _is_official(spans, chain)]
    for number, chain in enumerate(chains, start=1):
        held = _positions(spans, chain, institution_of)
        officials.append(_official(spans, chain, number, held[0], names))
        positions[number] = tuple(held)
    return officials, positions


def _is_official(spans: GoldSpans, chain: list[TextBound]) -> bool:
    return any(spans.attribute(span, "Official") is not None for span in chain)


def _official(
    spans: GoldSpans, chain: list[TextBound], number: int, first: Position, names: dict[str, str]
) -> Official:
    note, name_mention = chain_note(spans, chain), chain[0]
    sides = (spans.attribute(span, "Side") for span in chain)
    return Official(
        official_id=number,
        person_id=f"p{number}",
        name=note.get("name") or name_mention.text,
        honorific=note.get("honorific"),
        title=first.title,
        institution_id=first.institution_id,
        institution=names.get(first.institution_id or ""),
        side=cast("Side | None", next(filter(None, sides), None)),
        text=spans.document.text[name_mention.start : name_mention.end],
        start_char=name_mention.start,
        end_char=name_mention.end,
        mention_ids=tuple(spans.mention_ids[span.id] for span in chain),
        title_mention_id=first.mention_id,
    )


def _positions(
    spans: GoldSpans, chain: list[TextBound], institution_of: dict[str, str]
) -> list[Position]:
    """What a person holds, in reading order, each title and institution once.

    A title without institution takes the one of the same title elsewhere, then the one that the
    person is ``at``; a person without title has one position, with no title.
    """
    found = [
        Position(
            spans.note(title).get("form") or title.text,
            _institution(spans, title, institution_of),
            spans.mention_ids[title.id],
        )
        for title in spans.ordered
        if title.label == "TITLE" and any(title in spans.targets(span, "holds") for span in chain)
    ]
    persons = next(
        filter(None, (_institution(spans, span, institution_of) for span in chain)), None
    )
    by_title = {
        place.title: place.institution_id for place in reversed(found) if place.institution_id
    }
    positions: dict[tuple[str | None, str | None], Position] = {}
    for place in found or [Position(None, None)]:
        institution_id = place.institution_id or by_title.get(place.title) or persons
        key = (place.title, institution_id)
        positions.setdefault(key, Position(place.title, institution_id, place.mention_id))
    return list(positions.values())


def _institution(spans: GoldSpans, span: TextBound, institution_of: dict[str, str]) -> str | None:
    return next((institution_of[org.id] for org in spans.targets(span, "at")), None)
