"""Links between mentions: which title belongs to whom, and which institution to which title."""

from communique.links.institutions import InstitutionLinks, score
from communique.links.titles import assign_titles

__all__ = ["InstitutionLinks", "assign_titles", "score"]
