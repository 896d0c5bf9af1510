"""Where the particle begins that Korean writes on to a word: ``산림청 | 은``, ``조지타운 | 에서``.

Which form a particle has depends on whether the sound before it is a vowel, so what only ends with
its letters is seldom taken for one: ``작가`` is whole.
"""

from __future__ import annotations

from functools import cache

from communique import lexicon

_FIRST, _LAST = "가", "힣"
_FINALS = 28  # the Unicode block has the letters in the order of first, vowel and last sound
_L = 8
_SHORTEST_STEM = 2


def is_hangul(letter: str) -> bool:
    """Whether a character is a Korean syllable."""
    return _FIRST <= letter <= _LAST


def stem_length(word: str) -> int:
    """How many letters of a word stand before its particle; all of them where it has none.

    Args:
        word: a run of letters, the last of which are Korean.
    """
    particles, longest = _particles()
    data = lexicon.of("particles", "ko")
    if word.endswith(tuple(data["whole"])):
        return len(word)
    for length in range(min(longest, len(word) - 1), 0, -1):
        stem = word[:-length]
        if _goes_with(stem[-1]) & particles.get(word[-length:], frozenset()) and (
            len(stem) >= _SHORTEST_STEM or stem in data["short_stems"]
        ):
            return len(stem)
    return len(word)


def _goes_with(letter: str) -> frozenset[str]:
    """The kinds of particles that can stand behind a letter; other scripts do not tell."""
    if not is_hangul(letter):
        return frozenset({"after_any", "after_vowel", "after_consonant"})
    final = (ord(letter) - ord(_FIRST)) % _FINALS
    if final == _L:
        return frozenset({"after_any", "after_consonant", "after_l"})
    return frozenset({"after_any", "after_consonant" if final else "after_vowel"})


@cache
def _particles() -> tuple[dict[str, frozenset[str]], int]:
    """The particles with the keys that they stand under, and the length of the longest."""
    data = lexicon.of("particles", "ko")
    found: dict[str, frozenset[str]] = {}
    for key in ("after_consonant", "after_vowel", "after_l", "after_any"):
        for particle in data[key]:
            found[particle] = found.get(particle, frozenset()) | {key}
    return found, max(map(len, found))
