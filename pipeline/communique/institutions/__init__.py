"""Institutions of one article: which mentions stand for the same one, its name and country."""

from communique.institutions.find import find_institutions, institution_id
from communique.institutions.same import is_acronym, normal

__all__ = ["find_institutions", "institution_id", "is_acronym", "normal"]
