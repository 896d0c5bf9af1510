"""Links between mentions: which title belongs to whom, which institution to which title."""

from communique.links.bylines import is_byline
from communique.links.institutions import InstitutionLinks
from communique.links.sides import Sides
from communique.links.titles import assign_titles

__all__ = ["InstitutionLinks", "Sides", "assign_titles", "is_byline"]
