"""Dictionary forms (the nominative) of names, titles and institutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.records import Label

# Languages whose nouns change with their place in the sentence, each with its own room here.
_INFLECTED: dict[str, Callable[[str, Label], str]] = {}


def dictionary_form(text: str, label: Label, language: str | None) -> str:
    """The form that a dictionary or a business card gives: ``академией`` → ``академия``.

    Args:
        text: a name, title or institution as written.
        label: what it is; persons are inflected otherwise than institutions.
        language: ISO 639-1 code of the article; a language without cases leaves the text as it is.
    """
    plain = " ".join(text.split())
    inflected = _INFLECTED.get(language or "")
    return inflected(plain, label) if inflected else plain
