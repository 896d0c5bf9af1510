"""The one dictionary form that all mentions of a person agree on best."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, NamedTuple

from communique.names.forms import person_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]{2,}(?![\w.])")
# The least probability of a mention, whatever the person is called: a full name, a shorter one
_FULL, _SHORT = 0.001, 0.1


class Named(NamedTuple):
    """One mention of a person."""

    text: str
    """The name as written."""
    title: str | None = None
    """A title beside it, in the same case."""


def agreed_form(fullest: Sequence[Named], others: Sequence[Named], language: str | None) -> str:
    """The name of a person, in the form that is likeliest by everything the article calls them.

    One mention may be of several names: ``Марата Асанова`` is a woman's name or the genitive of a
    man's. ``Асанов`` elsewhere tells, and so does ``ректора`` beside it. Where several are as
    likely, one that is written so wins.

    Args:
        fullest: the mentions that name the person most fully; the form is one of theirs.
        others: the shorter mentions of the person.
        language: ISO 639-1 code of the article.
    """
    full = [person_forms(one.text, language, one.title) for one in fullest]
    short = [person_forms(one.text, language, one.title) for one in others]
    candidates = list(dict.fromkeys(form for found in full for form in found))
    written = {" ".join(one.text.split()) for one in fullest}

    def rank(name: str) -> tuple[float, bool, int]:
        agreement = _agreement(name, full, _FULL) + _agreement(name, short, _SHORT)
        return round(agreement, 6), name in written, -len(name)

    return max(candidates, key=rank)


def _agreement(name: str, forms: Sequence[dict[str, float]], least: float) -> float:
    """How likely the mentions are if the person is called so, as a logarithm."""
    words = _words(name)
    return sum(
        math.log(max(least, sum(p for form, p in found.items() if _words(form) <= words)))
        for found in forms
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold().replace("ё", "е")))
