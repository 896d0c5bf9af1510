"""Officials in three steps: the name, with a title, with the institution that it is held at.

Names are compared in dictionary form (:func:`~communique.evaluate.names.normal_name`). Where a
person holds several positions each of them is right; title and institution must be of the same
one. An official who has no title, or no institution, is right only without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.names import normal_name, same_institution, same_name
from communique.evaluate.spans import match
from communique.records import ArticleRecord, Institution, Official

if TYPE_CHECKING:
    from communique.evaluate.gold import GoldArticle
    from communique.evaluate.gold_officials import Position
    from communique.evaluate.tally import Tally


def score_officials(gold: GoldArticle, predicted: ArticleRecord, tally: Tally) -> None:
    """Count the officials of an article."""
    pairing = match(
        gold.record.officials,
        predicted.officials,
        lambda one, other: float(same_name(one.name, other.name)),
    )
    titled = placed = 0
    for official, said in pairing.matched:
        positions = gold.positions[official.official_id]
        fitting = [place for place in positions if _same_title(place, said)]
        right = any(_same_place(gold.record, place, predicted, said) for place in fitting)
        titled += bool(fitting)
        placed += right
        if not right:
            _note(gold.record, fitting, positions, said, tally)
    for measure, correct in (
        ("officials.name", len(pairing.pairs)),
        ("officials.name_title", titled),
        ("officials.name_title_institution", placed),
    ):
        tally.count(measure, correct, len(pairing.predicted), len(pairing.gold))
    for column, official in enumerate(pairing.predicted):
        tally.grade("officials", official.confidence, column in pairing.hits)
    tally.unmatched("officials", "name", pairing, lambda official: official.name)


def _same_title(place: Position, official: Official) -> bool:
    return normal_name(place.title) == normal_name(official.title)


def _same_place(
    gold: ArticleRecord, place: Position, predicted: ArticleRecord, official: Official
) -> bool:
    wanted = _institution(gold, place.institution_id, None)
    found = _institution(predicted, official.institution_id, official.institution)
    if wanted is None or found is None:
        return wanted is found
    return same_institution(wanted, found)


def _institution(
    record: ArticleRecord, institution_id: str | None, name: str | None
) -> Institution | None:
    for institution in record.institutions:
        if institution.institution_id == institution_id:
            return institution
    return Institution(institution_id="", name=name) if name else None


def _note(
    gold: ArticleRecord,
    fitting: list[Position],
    positions: tuple[Position, ...],
    official: Official,
    tally: Tally,
) -> None:
    """An error: the institution if a title fits, else the title."""
    names = {one.institution_id: one.name for one in gold.institutions}
    if fitting:
        aspect, said = "institution", official.institution
        right = [names.get(place.institution_id or "") for place in fitting]
    else:
        aspect, said = "title", official.title
        right = [place.title for place in positions]
    values = (" / ".join(one or f"no {aspect}" for one in right), said or f"no {aspect}")
    shown = (f"{official.name}: {values[0]}", f"{official.name}: {values[1]}")
    tally.wrong("officials", aspect, official, shown)
