"""Who labels spans: the engines, each made of spaCy components behind ``protocol.py``."""

# importing registers the spaCy factories
from communique.mentions import encoder, patterns, refine
from communique.mentions.encoder_model import COMPONENT as ENCODER
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

# engine name → the names of its spaCy components, in their order
ENGINES: dict[str, tuple[str, ...]] = {
    "encoder": (ENCODER, refine.COMPONENT),
    "patterns": (patterns.COMPONENT,),
}

# engine name → the installed package of its model
MODELS: dict[str, str] = {"encoder": encoder.PACKAGE}

__all__ = [
    "ENGINES",
    "EVENT_KEY",
    "MENTIONS",
    "MODELS",
    "NO_KNOWLEDGE",
    "POINTS",
    "SPANS_KEY",
    "EventKnowledge",
    "Knowledge",
    "SpanKnowledge",
    "set_mentions",
    "set_points",
]
