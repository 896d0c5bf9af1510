"""The date of an event, where an engine is sure of some days."""

import datetime as dt

import numpy as np

from communique.dates import resolve_dates
from communique.event import find_event
from communique.mentions import Knowledge, SpanKnowledge
from communique.mentions.knowledge import CLASS_SCORES, LINK_SCORES, class_slice
from communique.records import EVENT_TYPES
from tests.making import article, mention_all


def dated(text, days, event, published=dt.date(2024, 5, 13)):
    """The value of the event's date, where an engine is sure of some days."""
    made = article(text, language="en", published_on=published)
    mentions = mention_all(text, *(("DATE", day) for day in days))
    starts = np.arange(len(text))
    classes = np.zeros((len(text), CLASS_SCORES), dtype=np.float32)
    for day, score in days.items():
        start = text.index(day)
        classes[start : start + len(day), class_slice("role").start] = score
    types = {one: 0.96 if one == event else 0.01 for one in EVENT_TYPES}
    links = np.zeros((len(text), LINK_SCORES), dtype=np.float32)
    known = Knowledge(
        {"types": types, "is_cooperation": True}, SpanKnowledge(starts, classes, links)
    )
    return find_event(made, mentions, resolve_dates(mentions, made), (), known)[0].date
