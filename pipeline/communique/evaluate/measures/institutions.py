"""Institutions of an article, each with all its mentions.

Strict: the names are the same after normalisation, or the acronyms are
(:func:`~communique.evaluate.names.same_institution`). Lenient: a mention of one overlaps a mention
of the other, whatever the name. Either way one prediction goes to one gold institution, so an
institution that is given twice is wrong once. The country is compared on leniently matched
institutions of which either side has one: a country made up counts as wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.names import same_institution
from communique.evaluate.spans import Extent, Pairing, extent, match, overlap

if TYPE_CHECKING:
    from communique.evaluate.gold import GoldArticle
    from communique.evaluate.tally import Tally
    from communique.records import ArticleRecord, Institution


def score_institutions(gold: GoldArticle, predicted: ArticleRecord, tally: Tally) -> None:
    """Count the institutions of an article."""
    strict = match(
        gold.record.institutions,
        predicted.institutions,
        lambda one, other: float(same_institution(one, other)),
    )
    lenient = match_institutions(gold.record, predicted)
    for rule, pairing in (("strict", strict), ("lenient", lenient)):
        tally.count(
            f"institutions.{rule}", len(pairing.pairs), len(pairing.predicted), len(pairing.gold)
        )
    for one, other in lenient.matched:
        if one.country or other.country:
            tally.share("institutions.country", int(one.country == other.country), 1)
        where = _place(predicted, other)
        if one.country != other.country:
            values = (one.country or "no country", other.country or "no country")
            tally.wrong("institutions", "country", where, values)
        if not same_institution(one, other):
            tally.wrong("institutions", "name", where, (one.name, other.name))
    for one in lenient.missed:
        tally.missed("institutions", "name", _place(gold.record, one), one.name)
    for one in lenient.spurious:
        tally.spurious("institutions", "name", _place(predicted, one), one.name)


def match_institutions(
    gold: ArticleRecord, predicted: ArticleRecord
) -> Pairing[Institution, Institution]:
    """Pairs of institutions that share a mention; those with the same name come first."""

    def similarity(one: Institution, other: Institution) -> float:
        if not _share_mention(gold, one, predicted, other):
            return 0.0
        return 1.0 if same_institution(one, other) else 0.5

    return match(gold.institutions, predicted.institutions, similarity)


def _share_mention(
    gold: ArticleRecord, one: Institution, predicted: ArticleRecord, other: Institution
) -> bool:
    theirs = _extents(predicted, other)
    return any(overlap(mine, their) for mine in _extents(gold, one) for their in theirs)


def _extents(record: ArticleRecord, institution: Institution) -> list[Extent]:
    ids = set(institution.mention_ids)
    return [extent(mention) for mention in record.mentions if mention.mention_id in ids]


def _place(record: ArticleRecord, institution: Institution) -> Extent:
    return next(iter(_extents(record, institution)), Extent(0, 0))
