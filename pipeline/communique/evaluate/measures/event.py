"""What the article reports: type, day, place, and whether it is cooperation news at all.

Day and place are compared where either side tells one: the day by its ISO value, the place as a
name. Samples that do not state the event are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.evaluate.names import normal_name
from communique.evaluate.spans import Extent

if TYPE_CHECKING:
    from communique.evaluate.gold import GoldArticle
    from communique.evaluate.tally import Tally
    from communique.records import ArticleRecord

_NOWHERE = Extent(0, 0)


def score_event(gold: GoldArticle, predicted: ArticleRecord, tally: Tally) -> None:
    """Count the event of an article."""
    if not gold.has_event:
        return
    wanted, found = gold.record.event, predicted.event
    tally.share("event.type", int(wanted.type == found.type), 1)
    if wanted.type != found.type:
        tally.wrong("event", "type", _NOWHERE, (wanted.type, found.type))
    if found.is_cooperation is not None:
        right = wanted.is_cooperation == found.is_cooperation
        tally.share("event.cooperation", int(right), 1)
        if not right:
            words = {True: "cooperation", False: "no cooperation", None: "not told"}
            said = (words[wanted.is_cooperation], words[found.is_cooperation])
            tally.wrong("event", "cooperation", _NOWHERE, said)
    _score_value("date", wanted.date, found.date, tally)
    _score_value("place", wanted.place, found.place, tally)


def _score_value(aspect: str, gold: str | None, predicted: str | None, tally: Tally) -> None:
    same = bool(gold) and normal_name(gold) == normal_name(predicted)
    tally.count(f"event.{aspect}", int(same), int(bool(predicted)), int(bool(gold)))
    if gold and not predicted:
        tally.missed("event", aspect, _NOWHERE, gold)
    elif predicted and not gold:
        tally.spurious("event", aspect, _NOWHERE, predicted)
    elif gold and predicted and not same:
        tally.wrong("event", aspect, _NOWHERE, (gold, predicted))
