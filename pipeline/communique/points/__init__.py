"""Agreement points: from an engine's spans to records with marker, topic, status and parties."""

from communique.points.assemble import PointSpan, find_points
from communique.points.parties import Actors

__all__ = ["Actors", "PointSpan", "find_points"]
