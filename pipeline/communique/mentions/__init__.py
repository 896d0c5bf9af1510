"""Who labels spans: the engines, each made of spaCy components behind ``protocol.py``."""

from communique.mentions.engine_specs import USAGES
from communique.mentions.engines import add_engines, engine_remarks
from communique.mentions.knowledge import NO_KNOWLEDGE, Knowledge, SpanKnowledge
from communique.mentions.protocol import (
    EVENT_KEY,
    MENTIONS,
    POINTS,
    SPANS_KEY,
    EventKnowledge,
    set_mentions,
    set_points,
)

__all__ = [
    "EVENT_KEY",
    "MENTIONS",
    "NO_KNOWLEDGE",
    "POINTS",
    "SPANS_KEY",
    "USAGES",
    "EventKnowledge",
    "Knowledge",
    "SpanKnowledge",
    "add_engines",
    "engine_remarks",
    "set_mentions",
    "set_points",
]
