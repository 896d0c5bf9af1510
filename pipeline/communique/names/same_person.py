"""When two written names in one article are the same person's."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from communique import lexicon

# Two forms of one declined name share a stem, and differ in an ending
_STEM, _ENDING = 3, 2
# Letters of a name from which on two spellings of it may differ in one
_LONG = 5
_INITIAL = re.compile(r"^[^\W\d_]{1,2}\.?$")
# Letters that lose no accent but have a plain writing
_PLAIN = str.maketrans("đıøłəß", "diolas")


def name_words(name: str) -> list[str]:
    """The words of a name in lower case, initials with their stop."""
    plain = unicodedata.normalize("NFKC", name.casefold()).replace("ё", "е")
    return [word for word in re.findall(r"[^\W\d_]+\.?", plain) if word != "."]


def is_initial(word: str) -> bool:
    """Whether a word of a name is only its beginning."""
    return _INITIAL.match(word) is not None


def same_person(short: str, full: str, language: str | None, *, cases: bool) -> bool:
    """Whether one name repeats another: the same words, a surname, or initials of the rest.

    With ``cases``, a word may differ in its case ending (names that no dictionary knows). A given
    name with a patronymic repeats a name with the given name and no patronymic. A word may be
    spelt otherwise: without its accents, or with one other letter.
    """
    left = name_words(full)
    words = name_words(short)
    if _is_given_and_patronymic(words, language) and not _patronymics(language).search(full):
        words = words[:1]
        left = left[:1] if "." not in left[0] else []
    for word in words:
        match = next((other for other in left if _fits(word, other, cases=cases)), None)
        match = match or next((other for other in left if _respells(word, other)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _is_given_and_patronymic(words: list[str], language: str | None) -> bool:
    return len(words) == 2 and _patronymics(language).fullmatch(words[1]) is not None


@cache
def _patronymics(language: str | None) -> re.Pattern[str]:
    data = lexicon.of("honorifics", language)
    endings = "|".join(data.get("patronymics", ()))
    return re.compile(rf"\w+(?:{endings})\b" if endings else r"(?!)", re.IGNORECASE)


def _fits(word: str, other: str, *, cases: bool) -> bool:
    if is_initial(word) and (word.endswith(".") or len(word) == 1):
        return other.startswith(word.rstrip("."))
    if is_initial(other) and other.endswith("."):
        return word.startswith(other.rstrip("."))
    if word == other or not cases:
        return word == other
    longest = max(len(word), len(other))
    common = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), None)
    common = min(len(word), len(other)) if common is None else common
    return common >= _STEM and longest - common <= _ENDING


def _respells(word: str, other: str) -> bool:
    """Whether a word is another one in other letters: ``Hai`` for ``Hải``, ``Erlan``."""
    one, two = _plain(word), _plain(other)
    if one == two and (word == one or other == two):
        return True
    if min(len(one), len(two)) < _LONG or abs(len(one) - len(two)) > 1:
        return False
    # an ending may tell a man from a woman
    return one[-1] == two[-1] and _one_letter_apart(one, two)


def _one_letter_apart(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    for place, letter in enumerate(short):
        if letter != long[place]:
            rest = short[place:] if len(short) < len(long) else short[place + 1 :]
            return rest == long[place + 1 :]
    return len(short) < len(long)


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.translate(_PLAIN))
    return "".join(char for char in letters if not unicodedata.combining(char))
