"""What a prediction costs, task by task."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from communique.mentions.encoder_pieces import PAD
from communique.mentions.knowledge import CLASSES, LINK_SIZE, class_slice, link_slice
from communique.records import PARTY_ROLES
from recipe.examples import UNKNOWN

if TYPE_CHECKING:
    from recipe.examples import Example, UnitFacts
    from recipe.network import Scores

_WEIGHTS = {
    "mentions": 1.0, "points": 0.7, "topics": 0.15, "statuses": 0.15, "event": 0.1,
    "classes": 0.1, "institutions": 0.2, "parties": 0.2, "countries": 0.15,
}  # fmt: skip
_NEVER = -1e4


class Batch(NamedTuple):
    """Examples as tensors; ``rows`` and ``columns`` lead to every unit."""

    ids: Tensor
    edges: Tensor
    rows: Tensor
    columns: Tensor
    allowed: Tensor
    point_tags: Tensor
    points: list[tuple[Place, int, int]]
    facts: list[UnitFacts]
    units: list[NDArray[np.int64]]
    events: Tensor
    cooperation: Tensor


Place = tuple[int, NDArray[np.int64]]  # a row of the batch and the columns of a span's units


def to_batch(examples: Sequence[Example]) -> Batch:
    """Pad the examples to the longest and join what is known of their units."""
    ids = torch.full((len(examples), max(len(example.ids) for example in examples)), PAD)
    edges = torch.zeros(len(examples), max(len(e.edges) for e in examples), dtype=torch.int64)
    # the first row of the answers is that of the piece before the window
    columns = [np.arange(1, len(example.allowed) + 1) for example in examples]
    rows, points = [], []
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.from_numpy(example.ids)
        edges[row] = len(example.ids)
        edges[row, : len(example.edges)] = torch.from_numpy(example.edges)
        rows.append(np.full(len(columns[row]), row))
        points += [
            ((row, columns[row][start:end]), topic, status)
            for start, end, topic, status in example.points
        ]
    return Batch(
        ids,
        edges,
        torch.from_numpy(np.concatenate(rows)),
        torch.from_numpy(np.concatenate(columns)),
        torch.from_numpy(np.concatenate([example.allowed for example in examples])),
        torch.from_numpy(np.concatenate([example.point_tags for example in examples])),
        points,
        [example.facts for example in examples],
        columns,
        torch.tensor([example.event for example in examples]),
        torch.tensor([example.cooperation for example in examples]),
    )


def total_loss(scores: Scores, batch: Batch, class_weight: float) -> Tensor:
    """The weighted sum over all tasks; one that the batch knows nothing about costs nothing.

    ``class_weight`` is that of the classes of points and events against the spans.
    """
    here = batch.rows, batch.columns
    loss = span_loss(scores.mentions[here], batch.allowed, scores.points[here], batch.point_tags)
    if batch.points:
        loss = loss + class_weight * _point_loss(scores, batch)
    loss = loss + class_weight * (_class_loss(scores, batch) + _link_loss(scores, batch))
    for logits, targets in (
        (scores.event[:, :-2], batch.events),
        (scores.event[:, -2:], batch.cooperation),
    ):
        if (targets != UNKNOWN).any():
            cost = functional.cross_entropy(logits.float(), targets)
            loss = loss + class_weight * _WEIGHTS["event"] * cost
    return loss


def span_loss(mentions: Tensor, allowed: Tensor, points: Tensor, point_tags: Tensor) -> Tensor:
    """What the tags of units cost: logits of shape (units, tags), and what may or should be said.

    Several tags may be right where a data set does not say which: their probabilities add up.
    """
    likely = mentions.float().log_softmax(-1).masked_fill(~allowed, _NEVER).logsumexp(-1)
    loss = -_WEIGHTS["mentions"] * likely.mean()
    if (point_tags != UNKNOWN).any():
        cost = functional.cross_entropy(points.float(), point_tags)
        loss = loss + _WEIGHTS["points"] * cost
    return loss


def _means(scores: Tensor, places: Sequence[Place]) -> Tensor:
    """The mean over the units of each span, shape (spans, scores)."""
    sizes = torch.tensor([len(columns) for _, columns in places])
    rows = torch.tensor([row for row, _ in places]).repeat_interleave(sizes)
    columns = torch.from_numpy(np.concatenate([columns for _, columns in places]))
    spans = torch.arange(len(places)).repeat_interleave(sizes)
    values = scores[rows, columns].float()
    total = values.new_zeros(len(places), values.shape[1]).index_add(0, spans, values)
    return total / sizes[:, None]


def _point_loss(scores: Scores, batch: Batch) -> Tensor:
    places = [place for place, *_ in batch.points]
    topic = torch.tensor([topic for _, topic, _ in batch.points])
    status = torch.tensor([status for *_, status in batch.points])
    return _WEIGHTS["topics"] * functional.cross_entropy(
        _means(scores.topics, places), topic
    ) + _WEIGHTS["statuses"] * functional.cross_entropy(_means(scores.statuses, places), status)


def _class_loss(scores: Scores, batch: Batch) -> Tensor:
    """That of the classes of mentions, summed over the kinds."""
    loss = scores.classes.new_zeros(())
    for kind in CLASSES:
        known = [
            ((row, batch.units[row][slice(*span)]), chosen)
            for row, facts in enumerate(batch.facts)
            for span, of, chosen in facts.classes
            if of == kind
        ]
        if known:
            logits = _means(scores.classes[..., class_slice(kind)], [place for place, _ in known])
            targets = torch.tensor([chosen for _, chosen in known])
            loss = loss + _WEIGHTS["classes"] * functional.cross_entropy(logits, targets)
    return loss


def _link_loss(scores: Scores, batch: Batch) -> Tensor:
    """That of the institutions of titles and of the parties to points."""
    orgs = [
        (row, batch.units[row][slice(*span)])
        for row, facts in enumerate(batch.facts)
        for span in facts.orgs
    ]
    loss = scores.links.new_zeros(())
    if not orgs:
        return loss
    keys = _means(scores.links[..., link_slice("key")], orgs)
    loss = loss + _country_loss(scores, batch)
    offsets = np.cumsum([0, *(len(facts.orgs) for facts in batch.facts)])
    owners = torch.tensor([row for row, _ in orgs])
    holders = [
        ((row, batch.units[row][slice(*span)]), [int(offsets[row]) + org for org in right])
        for row, facts in enumerate(batch.facts)
        for span, right in facts.institutions
    ]
    if holders:
        loss = loss + _WEIGHTS["institutions"] * _choice_loss(
            scores, "institution", keys, owners, holders
        )
    for number, role in enumerate(PARTY_ROLES):
        points = [
            ((row, batch.units[row][slice(*span)]), [int(offsets[row]) + o for o in roles[number]])
            for row, facts in enumerate(batch.facts)
            for span, roles in facts.parties
            if facts.orgs
        ]
        if points:
            loss = loss + _WEIGHTS["parties"] * _party_loss(scores, role, keys, owners, points)
    return loss


def _country_loss(scores: Scores, batch: Batch) -> Tensor:
    """That of the words that name the countries of institutions."""
    named = [
        (row, batch.units[row][slice(*span)])
        for row, facts in enumerate(batch.facts)
        for span in facts.places
    ]
    offsets = np.cumsum([0, *(len(facts.places) for facts in batch.facts)])
    asking = [
        ((row, batch.units[row][slice(*span)]), [int(offsets[row]) + word for word in right])
        for row, facts in enumerate(batch.facts)
        for span, right in facts.countries
    ]
    if not named or not asking:
        return scores.links.new_zeros(())
    keys = _means(scores.links[..., link_slice("place")], named)
    owners = torch.tensor([row for row, _ in named])
    return _WEIGHTS["countries"] * _choice_loss(scores, "country", keys, owners, asking)


Asking = Sequence[tuple[Place, list[int]]]  # spans with the keys that are right for each


def _logits(
    scores: Scores, link: str, keys: Tensor, owners: Tensor, asking: Asking
) -> tuple[Tensor, Tensor, Tensor]:
    """How well spans and keys go together, what is right, and which pairs there are."""
    queries = _means(scores.links[..., link_slice(link)], [place for place, _ in asking])
    logits = queries @ keys.T / math.sqrt(LINK_SIZE)
    right = torch.zeros(logits.shape, dtype=torch.bool)
    for row, (_, orgs) in enumerate(asking):
        right[row, orgs] = True
    rows = torch.tensor([row for (row, _), _ in asking])
    return logits, right, rows[:, None] == owners[None, :]


def _choice_loss(scores: Scores, link: str, keys: Tensor, owners: Tensor, asking: Asking) -> Tensor:
    logits, right, possible = _logits(scores, link, keys, owners, asking)
    none = logits.new_zeros(len(asking), 1)  # the score of having none
    logits = torch.cat([none, logits.masked_fill(~possible, _NEVER)], dim=1).log_softmax(1)
    right = torch.cat([~right.any(1, keepdim=True), right], dim=1)
    # any mention of the right institution, any word for the right country will do
    return -logits.masked_fill(~right, _NEVER).logsumexp(1).mean()


def _party_loss(scores: Scores, role: str, keys: Tensor, owners: Tensor, asking: Asking) -> Tensor:
    logits, right, possible = _logits(scores, role, keys, owners, asking)
    return functional.binary_cross_entropy_with_logits(logits[possible], right[possible].float())
