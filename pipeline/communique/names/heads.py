"""Titles and institutions in the nominative, in languages whose first noun carries the case.

The noun that a name is about, its head, is known to the language's file with its forms; adjectives
go with it (``Uniwersytetu Warszawskiego`` → ``Uniwersytet Warszawski``). The genitives behind it
stay as they are.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from communique import lexicon
from communique.lexicon.phrases import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Label


class _Head(NamedTuple):
    gender: str
    form: str


class _Language(NamedTuple):
    nominatives: frozenset[str]
    heads: dict[str, _Head]
    """By their other forms."""
    adjectives: dict[str, list[tuple[str, str]]]
    """By gender, endings of cases with that of the nominative, the longest first."""
    after: bool
    """Whether adjectives stand behind the head, too."""
    possessives: dict[str, str]
    """By gender, the word for "of" that a post without its article takes."""
    genitives: tuple[str, ...]
    """Endings of what such a word stands before."""


def has_heads(language: str | None) -> bool:
    """Whether a language's file has the forms of heads."""
    return "heads" in lexicon.of("forms", language)


def with_nominative_head(text: str, label: Label, language: str) -> str:
    """``Київського університету культури`` → ``Київський університет культури``.

    Args:
        text: a name, title or institution as written, without its article.
        label: what it is; persons stay as they are.
        language: ISO 639-1 code of a language with heads in its file.
    """
    if label not in ("ORG", "TITLE"):
        return text
    known, words = _language(language), text.split(" ")
    lower = [folded(word) for word in words]
    number = next((n for n, w in enumerate(lower) if w in known.heads or w in known.nominatives), 0)
    head = known.heads.get(lower[number])
    if head is None or (lower[number] in known.nominatives and head.form != lower[number]):
        return text
    endings = known.adjectives.get(head.gender, [])
    before = [_adjective(word, endings) for word in words[:number]]
    if not all(before):
        return text  # what stands there is no adjective, so this is not the first noun
    behind = words[number + 1 :]
    if known.after:
        behind = _agreed(behind, endings, known, label)
    if label == "TITLE" and behind and folded(behind[0]).endswith(known.genitives or ("\n",)):
        behind.insert(0, known.possessives[head.gender])  # șeful catedrei: șef al catedrei
    return " ".join([*map(str, before), _like(words[number], head.form), *behind])


def _agreed(
    behind: Sequence[str], endings: list[tuple[str, str]], known: _Language, label: Label
) -> list[str]:
    """What stands behind the head, the adjectives that go with it in the nominative.

    Of several before another noun the last one is that noun's: ``Komendy Miejskiej | Państwowej
    Straży Pożarnej``.
    """
    agreed: list[str] = []
    for word in behind:
        form = _adjective(word, endings)
        if not form or (label == "TITLE" and word[0].isupper()):
            break
        agreed.append(form)
    following = folded(behind[len(agreed)]) if len(agreed) < len(behind) else ""
    if len(agreed) > 1 and (following in known.heads or following in known.nominatives):
        agreed.pop()
    return [*agreed, *behind[len(agreed) :]]


def _adjective(word: str, endings: list[tuple[str, str]]) -> str | None:
    """An adjective in the nominative; None for a word that has none of the endings."""
    lower = folded(word)
    for ending, nominative in endings:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return word[: len(word) - len(ending)] + nominative
    return None


def _like(word: str, form: str) -> str:
    """A form with the capitals of the word that it stands for."""
    if word.isupper():
        return form.upper()
    return form[0].upper() + form[1:] if word[0].isupper() else form


@cache
def _language(code: str) -> _Language:
    data = lexicon.of("forms", code)
    heads: dict[str, _Head] = {}
    for gender, nouns in data["heads"].items():
        for nominative, forms in nouns.items():
            for form in forms:  # one that does not change is listed with itself: muzeum
                heads.setdefault(form, _Head(gender, nominative))
    return _Language(
        frozenset(noun for nouns in data["heads"].values() for noun in nouns),
        heads,
        {
            gender: sorted(endings.items(), key=lambda item: -len(item[0]))
            for gender, endings in data.get("adjectives", {}).items()
        },
        data.get("adjectives_after", False),
        data.get("possessives", {}),
        tuple(data.get("genitives", ())),
    )
