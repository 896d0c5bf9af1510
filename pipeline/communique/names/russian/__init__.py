"""The nominative of Russian names, titles and institutions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.names.russian.persons import person_nominative, person_nominatives
from communique.names.russian.phrases import phrase_nominative
from communique.names.russian.places import place_nominative
from communique.names.russian.words import is_noun

if TYPE_CHECKING:
    from communique.records import Label

__all__ = ["is_noun", "nominative", "person_nominatives"]


def nominative(text: str, label: Label) -> str:
    """The dictionary form of a name, title or institution.

    >>> nominative("Российской академией народного хозяйства", "ORG")
    'Российская академия народного хозяйства'
    """
    if not re.search("[а-яёА-ЯЁ]", text):
        return text
    if label == "PERSON":
        return person_nominative(text)
    if label == "LOC":
        return place_nominative(text)
    return phrase_nominative(text, singular=label == "TITLE")
