"""Who labels spans: the engines, each a spaCy component behind the protocol of ``protocol.py``."""

from communique.mentions import patterns  # noqa: F401 - importing registers the spaCy factory
from communique.mentions.protocol import MENTIONS, POINTS, set_mentions, set_points

# engine name → name of its spaCy factory
ENGINES: dict[str, str] = {"patterns": "communique_patterns"}

__all__ = ["ENGINES", "MENTIONS", "POINTS", "set_mentions", "set_points"]
