"""The one dictionary form that all mentions of a person agree on best."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from communique.names.forms import person_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = re.compile(r"[^\W\d_]{2,}(?![\w.])")
# The probability of a mention that no form of it agrees with
_UNLIKELY = 0.1


def agreed_form(fullest: Sequence[str], others: Sequence[str], language: str | None) -> str:
    """The name of a person, in the form that is likeliest by everything the article calls them.

    One mention may be of several names: ``Марата Асанова`` is a woman's name or the genitive of a
    man's. ``Асанов`` beside it tells. Where several are as likely, one that is written so wins.

    Args:
        fullest: the mentions that name the person most fully; the form is one of theirs.
        others: the shorter mentions of the person.
        language: ISO 639-1 code of the article.
    """
    forms = [person_forms(text, language) for text in [*fullest, *others]]
    candidates = list(dict.fromkeys(form for found in forms[: len(fullest)] for form in found))
    written = {" ".join(text.split()) for text in fullest}
    return max(
        candidates,
        key=lambda name: (round(_agreement(name, forms), 6), name in written, -len(name)),
    )


def _agreement(name: str, forms: Sequence[dict[str, float]]) -> float:
    """How likely the mentions are if the person is called so, as a logarithm."""
    words = _words(name)
    return sum(
        math.log(max(_UNLIKELY, sum(p for form, p in found.items() if _words(form) <= words)))
        for found in forms
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold().replace("ё", "е")))
