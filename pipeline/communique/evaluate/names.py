"""When two written names are the same name for a score."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.records import Institution

_QUOTES = re.compile("[\"'«»„“”‟‚‘’‛`´ʻʼ″]")
_DASHES = re.compile("[‐‑‒–—―−]")
_EDGES = " .,;:"


def normal_name(name: str | None) -> str:
    """A name without what writers vary freely: case, quotation marks, dashes, blanks, ё for е."""
    plain = unicodedata.normalize("NFKC", name or "").casefold().replace("ё", "е")
    plain = _DASHES.sub("-", _QUOTES.sub("", plain))
    return " ".join(plain.split()).strip(_EDGES)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether both are given and are the same name."""
    return bool(normal_name(one)) and normal_name(one) == normal_name(other)


def same_institution(gold: Institution, predicted: Institution) -> bool:
    """The strict rule for institutions: the same name, or the same acronym.

    An acronym in the place of a name counts as an acronym, because an engine that met nothing else
    has no fuller name to give.
    """
    names = {normal_name(predicted.name), normal_name(predicted.acronym)} - {""}
    return same_name(gold.name, predicted.name) or normal_name(gold.acronym) in names
