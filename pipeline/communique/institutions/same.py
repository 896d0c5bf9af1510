"""When two names in one article stand for the same institution."""

from __future__ import annotations

import re
from functools import lru_cache

from communique.institutions.acronyms import abbreviates, is_acronym, same_word
from communique.institutions.habits import habits_of

# A single word shorter than this is too common to stand for a longer name.
_SHORTEST = 6
_QUOTES = '«»“”" '
_SIGNS = re.compile(r"[^\w\s]")


@lru_cache(maxsize=1 << 12)  # every name of an article is compared with every other
def normal(name: str) -> str:
    """A name for comparison: lower case, without punctuation and surplus blanks."""
    return " ".join(_SIGNS.sub(" ", name.casefold()).split())


def same_but_endings(one: str, other: str) -> bool:
    """Whether two names differ only in the endings of their words: one in some case."""
    left, right = normal(one).split(), normal(other).split()
    if len(left) != len(right) or len(left) < 2:
        return False
    return all(same_word(a, b) for a, b in zip(left, right, strict=True))


def shortens(short: str, full: str, language: str | None) -> bool:
    """Whether a name is a longer one with some words left out.

    The kind of institution has to stay: what begins the name, or in some languages what ends it. An
    acronym shortens itself with the words for whom it is named after: ``МГУ``.
    """
    one, other = normal(short), normal(full)
    if one == other or len(one) >= len(other):
        return False
    if is_acronym(short) and full.startswith(f"{short} "):
        return habits_of(language).named_after.match(full, len(short) + 1) is not None
    if len(one) < _SHORTEST:
        return False
    return (
        _is_quoted(short.strip(_QUOTES), full)
        or _begins(one, other, full, language)
        or _ends(one, other, full, language)
        or _subset(one, other, language)
        or abbreviates(short, full)
    )


def _is_quoted(name: str, full: str) -> bool:
    """Whether a name stands in quotation marks in a longer one."""
    start = full.find(name)
    while start >= 0:
        end = start + len(name)
        if full[start - 1 : start] in tuple('«“"„') and full[end : end + 1] in tuple('»”"'):
            return True
        start = full.find(name, start + 1)
    return False


def _begins(one: str, other: str, full: str, language: str | None) -> bool:
    if not other.startswith(one + " ") or habits_of(language).head_last:
        return False
    following = _SIGNS.sub(" ", full).split()[len(one.split())]
    # Pusan National University Hospital is not Pusan National University
    free = habits_of(language).head_first and not full.isascii()
    return free or following[0].islower() or following.isupper() or following.isdigit()


def _ends(one: str, other: str, full: str, language: str | None) -> bool:
    habits = habits_of(language)
    if habits.head_last and " " not in one:
        return same_word(one, other.rsplit(maxsplit=1)[-1])
    if not other.endswith(" " + one):
        return False
    before = other.removesuffix(one).split()
    if habits.head_last or set(before) <= habits.openers:
        return True
    written = _SIGNS.sub(" ", full).split()[: len(before)]
    return not habits.head_first and " " in one and not any(word.islower() for word in written)


def _subset(one: str, other: str, language: str | None) -> bool:
    """Whether all words of a name come in the other in the same order, the kind included."""
    short, full = [[w[:5] for w in name.split()] for name in (one, other)]
    habits = habits_of(language)
    if len(short) < 2 or (short[0] != full[0] and not habits.head_last):
        return False
    if short[-1] != full[-1] and (not habits.head_first or other.isascii()):
        return False
    left = iter(full)
    return all(word in left for word in short)
