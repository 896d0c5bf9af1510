"""The nominative of persons' names in Russian: one gender and one case for all words of a name.

Names that the dictionary of word forms has are read by it, the others by the declensions of
``lexicon/ru/forms.toml``. A gender and case is as likely as the product of how likely each word is
in it, as in naive Bayes; the nominative wins that is the likeliest over all of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from communique import lexicon
from communique.names.russian.declensions import (
    CASES,
    Reading,
    is_given_name,
    rarity,
    readings,
    words_of,
)
from communique.names.russian.heads import cases_of
from communique.names.russian.words import like, parses

# How often a name in news stands in each case
_USUAL = dict(zip(CASES, (0.5, 0.17, 0.1, 0.05, 0.15, 0.02), strict=True))
_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = re.compile("[аеёиоуыэюя]")
_CONSONANT = re.compile("[бвгджзклмнпрстфхцчшщьй]$")
# How seldom a name is in another case than the title beside it
_DISAGREES = 0.001
# A reading that no rule gives; the first part of a double name often stays as it is, and so does
# a short foreign name
_UNLIKELY, _UNCHANGED_PART = 0.01, 0.3
_SHORT_NAME = 4


class _Part(NamedTuple):
    """One word of a name, or one part of a hyphenated word."""

    start: int
    text: str
    readings: dict[tuple[str, str], Reading]
    otherwise: float


def person_nominative(text: str) -> str:
    """The nominative of a person's name; initials, particles and foreign names stay as they are."""
    likelihood = person_nominatives(text)
    return max(likelihood, key=lambda form: likelihood[form])


@lru_cache(maxsize=1 << 14)
def person_nominatives(text: str, title: str | None = None) -> dict[str, float]:
    """What the nominative of a person's name may be, and how likely each is.

    Args:
        text: the name as written.
        title: a title beside it, which is in the same case.
    """
    words = _declinable(text)
    if not words:
        return {text: 1.0}
    if _is_family_first(words):
        last = words[-1]
        whole = text[: last.start()] + _last_of_family_first(last.group()) + text[last.end() :]
        return {whole: 1.0}
    surname = words[0] if _is_surname_first(words) else words[-1]
    parts = [_part(text, word, last=word is surname) for word in words]
    # what several readings agree on is likelier: Мацубара as a man's or as a woman's name
    likelihood: dict[str, float] = defaultdict(float)
    cases = _cases_beside(title)
    for gender in ("masc", "femn"):
        for case in CASES:
            form, weight = _reading_of_all(text, parts, (gender, case))
            likelihood[form] += cases[case] * weight
    total = sum(likelihood.values())
    return {form: weight / total for form, weight in likelihood.items()}


def _cases_beside(title: str | None) -> dict[str, float]:
    """How often a name stands in each case beside a title as it is written."""
    told = cases_of(title) if title else ()
    if not told:
        return _USUAL
    return {case: usual * (1.0 if case in told else _DISAGREES) for case, usual in _USUAL.items()}


def _reading_of_all(text: str, parts: list[_Part], key: tuple[str, str]) -> tuple[str, float]:
    """The nominative of a name whose words are all in one gender and case, and how likely it is."""
    weight = 1.0
    for part in reversed(parts):
        reading = part.readings.get(key)
        if reading is None or reading.weight < part.otherwise:
            weight *= part.otherwise
            continue
        weight *= reading.weight
        end = part.start + len(part.text)
        text = text[: part.start] + like(part.text, reading.nominative) + text[end:]
    return text, weight


def _declinable(text: str) -> list[re.Match[str]]:
    """The capitalised words, without initials and the names that particles leave unchanged."""
    words = list(_WORD.finditer(text))
    found = []
    for index, word in enumerate(words):
        before = words[index - 1].group().lower() if index else ""
        after = words[index + 1].group().lower() if index + 1 < len(words) else ""
        fixed = before in words_of("unchanged_after") or after in words_of("unchanged_before")
        initial = len(word.group()) <= 2 and text[word.end() : word.end() + 1] == "."
        alone = len(word.group()) == 1 and not _is_family(word.group(), index, words)
        if word.group()[0].isupper() and not (fixed or initial or alone):
            found.append(word)
    return found


def _is_family(word: str, index: int, words: list[re.Match[str]]) -> bool:
    return index == 0 and len(words) > 1 and word.lower() in words_of("family_first")


def _is_family_first(words: list[re.Match[str]]) -> bool:
    """Whether a name is Vietnamese, Korean or Chinese, family name first: Чан Дай Куанг."""
    first, *given = [word.group() for word in words]
    return (
        first.lower() in words_of("family_first")
        and 1 <= len(given) <= 3
        and all(_syllables(word) <= 2 for word in given[:-1])
        and not _is_russian_name(given[0])
    )


def _is_russian_name(word: str) -> bool:
    """Whether a word is a given name of two syllables or more, as Виктор in Ким Виктор is."""
    names = [p.normal_form for p in parses(word) if "Name" in p.tag or "Patr" in p.tag]
    return is_given_name(word) and min(_syllables(name) for name in [word.lower(), *names]) > 1


def _syllables(word: str) -> int:
    return len(_VOWEL.findall(word))


def _is_surname_first(words: list[re.Match[str]]) -> bool:
    """Whether the last word is a given name or patronymic and the first is not: Седовой Розе."""
    first, last = words[0].group(), words[-1].group()
    return len(words) > 1 and is_given_name(last) and not is_given_name(first)


def _last_of_family_first(word: str) -> str:
    for row in lexicon.of("forms", "ru")["declensions"]:
        nominative, *oblique = row["cases"]
        if row["gender"] != "masc" or nominative not in ("", "ь", "й"):
            continue
        for ending in oblique:
            stem = word.removesuffix(ending)
            if stem != word and re.search(row["after"] + "$", stem) and _VOWEL.search(stem.lower()):
                whole = stem + nominative
                return whole if _CONSONANT.search(whole) else word
    return word


def _part(text: str, word: re.Match[str], *, last: bool) -> _Part:
    name = word.group()
    first_of_double = text[word.end() : word.end() + 1] == "-"
    surname = last or (first_of_double and " " not in text[word.end() :])
    # Сухе-Батором; Рам Натх Ковиндом
    short = not last and len(name) <= _SHORT_NAME and not is_given_name(name)
    unchanged = (first_of_double or short) and _CONSONANT.search(name) is not None
    return _Part(
        word.start(),
        name,
        readings(name, surname=surname),
        _UNCHANGED_PART * rarity(name.lower()) if unchanged else _UNLIKELY,
    )
