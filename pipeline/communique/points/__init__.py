"""Agreement points: from an engine's spans to records with marker, topic, status and parties."""

from communique.points.assemble import PointSpan, find_points

__all__ = ["PointSpan", "find_points"]
