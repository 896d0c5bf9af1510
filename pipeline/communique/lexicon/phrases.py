"""Phrases of the lexicon files as regular expressions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Thai, Lao, Burmese, Khmer, kana and Han have no blanks between words.
_NO_BLANKS = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff"
    r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
_UNBOUNDED = re.compile(f"[{_NO_BLANKS}]")
# Where a word begins and ends: not beside another letter or digit, those scripts aside
_BEGIN, _END = rf"(?<![^\W{_NO_BLANKS}])", rf"(?![^\W{_NO_BLANKS}])"
# Uzbek oʻ is also written o‘, o’ and o'; so is the apostrophe of other languages.
_APOSTROPHE, _APOSTROPHES = re.compile("['‘’ʻʼ`]"), "['‘’ʻʼ`]"


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A regular expression for any of the phrases, whatever the case; ``*`` is any ending.

    A phrase is whole words, except in scripts that put no blanks between words.
    The longest phrase wins where several begin at the same place. No phrases match nothing.
    """
    return re.compile(either(phrases), re.IGNORECASE)


def name_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Like :func:`phrase_pattern`, but capitals have to be there.

    A name in small letters may begin with a capital: ``российск*`` is ``Российская`` too.
    """
    return re.compile(_any(_expression(n, capitals=n[0].islower()) for n in _by_length(names)))


def either(phrases: Iterable[str]) -> str:
    """What :func:`phrase_pattern` compiles, to be put inside ``(?:)`` in a longer expression."""
    return _any(_expression(phrase) for phrase in _by_length(phrases))


def _by_length(phrases: Iterable[str]) -> list[str]:
    return sorted(phrases, key=len, reverse=True)


def _any(parts: Iterable[str]) -> str:
    return "|".join(parts) or r"(?!)"


def _expression(phrase: str, *, capitals: bool = False) -> str:
    """One phrase; with ``capitals`` each of its words may begin with a capital."""
    words = r"\s+".join(_word(word, capitals=capitals) for word in phrase.split())
    begins = phrase[0].isalnum() and not _UNBOUNDED.match(phrase[0])
    ends = phrase[-1].isalnum() and not _UNBOUNDED.match(phrase[-1])
    return (_BEGIN if begins else "") + words + (_END if ends or phrase[-1] == "*" else "")


def _word(word: str, *, capitals: bool) -> str:
    parts = (re.escape(part).replace(r"\*", r"\w*") for part in word.split("-"))
    if capitals:
        parts = (f"[{p[0]}{p[0].upper()}]{p[1:]}" if p[:1].isalpha() else p for p in parts)
    return _APOSTROPHE.sub(_APOSTROPHES, "-".join(parts))
