"""The measures: what is compared, and by which rule two records count as the same.

``MEASURES`` names them all in the order of reports. Counts are taken per article and added up
(micro averages); :func:`score` compares one article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.measures.dates import score_dates
from communique.evaluate.measures.event import score_event
from communique.evaluate.measures.institutions import score_institutions
from communique.evaluate.measures.instruments import score_instruments
from communique.evaluate.measures.mentions import score_mentions
from communique.evaluate.measures.officials import score_officials
from communique.evaluate.measures.points import score_points
from communique.evaluate.tally import Tally
from communique.records import LABELS, ArticleRecord

if TYPE_CHECKING:
    from communique.evaluate.gold import GoldArticle

MEASURES: dict[str, str] = {
    "mentions.strict": "all labels: spans with the right label and exact boundaries",
    "mentions.lenient": "all labels: spans with the right label that overlap",
    **{
        f"mentions.{label}.{rule}": f"{label} spans, {meaning}"
        for label in LABELS
        for rule, meaning in (("strict", "exact boundaries"), ("lenient", "any overlap"))
    },
    "officials.name": "officials by name in dictionary form",
    "officials.name_title": "officials with one of their titles",
    "officials.name_title_institution": "officials with a title and the institution it belongs to",
    "institutions.strict": "institutions by name or acronym",
    "institutions.lenient": "institutions that share a mention",
    "institutions.country": "country right, of matched institutions",
    "dates.value": "dates by ISO value",
    "dates.role": "role right, of matched dates",
    "event.type": "what the article reports",
    "event.date": "day of the event",
    "event.place": "place of the event",
    "event.cooperation": "cooperation news told from other news",
    "instruments.strict": "instruments, exact boundaries",
    "instruments.lenient": "instruments, any overlap",
    "instruments.kind": "kind right, of matched instruments",
    "instruments.status": "status right, of matched instruments",
    "points.exact": "agreement points, exact boundaries",
    "points.iou": "agreement points, intersection over union of at least 0.5",
    "points.topic": "topic right, of matched points",
    "points.status": "status right, of matched points",
    "points.deadline": "deadlines of matched points",
    "points.parties": "institutions with their role in matched points",
    "points.empty": "articles without a gold point that stay empty",
}
HEADLINES: dict[str, str] = {
    "mentions.strict": "Mentions, exact",
    "mentions.lenient": "Mentions, overlapping",
    "officials.name": "Officials by name",
    "officials.name_title_institution": "Officials with title and institution",
    "institutions.strict": "Institutions by name",
    "dates.value": "Dates by value",
    "event.type": "Event type",
    "instruments.strict": "Instruments, exact",
    "points.exact": "Agreement points, exact",
    "points.iou": "Agreement points, half overlapping",
    "points.topic": "Topics of points found",
    "points.status": "Statuses of points found",
    "points.empty": "Articles without points left empty",
}
"""The measures that sum an engine up, with the names that a reader sees first."""
ACCURACIES = frozenset(
    {
        "institutions.country",
        "dates.role",
        "event.type",
        "event.cooperation",
        "instruments.kind",
        "instruments.status",
        "points.topic",
        "points.status",
        "points.empty",
    }
)
"""Measures that are a share of right answers; the others are F1 with precision and recall."""


def score(gold: GoldArticle, predicted: ArticleRecord) -> Tally:
    """Compare what an engine made of an article with the gold sample."""
    tally = Tally()
    score_mentions(gold, predicted, tally)
    score_officials(gold, predicted, tally)
    score_institutions(gold, predicted, tally)
    score_dates(gold, predicted, tally)
    score_event(gold, predicted, tally)
    score_instruments(gold, predicted, tally)
    score_points(gold, predicted, tally)
    return tally
