"""Institutions of one article: which mentions stand for the same one, its name and country."""

from communique.institutions.acronyms import is_acronym
from communique.institutions.find import find_institutions, institution_id
from communique.institutions.same import normal
from communique.institutions.sources import without_sources

__all__ = ["find_institutions", "institution_id", "is_acronym", "normal", "without_sources"]
