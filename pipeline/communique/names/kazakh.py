"""The dictionary form of Kazakh names, titles and institutions: the last word without its case.

Endings follow vowel harmony and the sound before them (Kazakh grammar: -дың after voiced sounds,
-тың after voiceless ones, -ның after vowels and nasals). A possessive ending stays: it belongs to
the name (``академиясының`` → ``академиясы``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon

if TYPE_CHECKING:
    from communique.records import Label

_BACK, _FRONT = "аоұыяёую", "әеөүіэи"
_VOICELESS = "пфктсшщчцхһқбвгд"
_NASAL = "мнң"
_VOWELS = _BACK + _FRONT
_ENDINGS_OF_POSSESSIVE = (
    *("ның", "нің", "нда", "нде", "нан", "нен", "на", "не", "мен", "ндағы", "ндегі"),
    *("н",),
)
# (ending, sounds that it follows); each in its back and front form
_ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("ның", "нің", _VOWELS + _NASAL),
    ("дың", "дің", "лрйузжмнң"),
    ("тың", "тің", _VOICELESS),
    ("дағы", "дегі", _VOWELS + "лрйузжмнң"),
    ("тағы", "тегі", _VOICELESS),
    ("ға", "ге", _VOWELS + "лрйузжмнң"),
    ("қа", "ке", _VOICELESS),
    ("ны", "ні", _VOWELS),
    ("ды", "ді", "лрйузжмнң"),
    ("ты", "ті", _VOICELESS),
    ("да", "де", _VOWELS + "лрйузжмнң"),
    ("та", "те", _VOICELESS),
    ("нан", "нен", _NASAL),
    ("дан", "ден", _VOWELS + "лрйузж"),
    ("тан", "тен", _VOICELESS),
    ("мен", "мен", _VOWELS + "лрйумнң"),
    ("бен", "бен", "зж"),
    ("пен", "пен", _VOICELESS),
)
# Endings that given names have of their own: Фарида, Рената
_NOT_OF_PERSONS = {"да", "де", "та", "те"}
_PATRONYMIC = re.compile(r"(?<=ұлы|ызы)(?:ның|нің|на|не|нда|нде|нан|нен|мен|н)$")
_ACRONYM = re.compile(r"(\w+)-\w{1,4}$")
_PLURAL = re.compile(r"(?<=\w\w)(?P<last>\w)(?:лар|лер|дар|дер|тар|тер)(?P<possessive>ы|і)?$")
_SHORTEST_STEM = 3


def dictionary_form(text: str, label: Label) -> str:
    """``text`` with the case ending of its last word taken off; a title in the singular."""
    head, _, last = text.rpartition(" ")
    bare = _strip(last, label)
    if label == "TITLE":
        bare = _PLURAL.sub(_singular, bare)
    return f"{head} {bare}" if head else bare


def _singular(plural: re.Match[str]) -> str:
    """``сарапшылары`` → ``сарапшысы``, ``директорлары`` → ``директоры``."""
    possessive = plural["possessive"] or ""
    glide = "с" if possessive and plural["last"] in _VOWELS else ""
    return plural["last"] + glide + possessive


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(lexicon.load("forms")["kk"]["whole"])


def _strip(word: str, label: Label) -> str:
    lower = word.casefold()
    if lower in _whole_words() or len(lower) <= _SHORTEST_STEM:
        return word
    if (acronym := _ACRONYM.fullmatch(word)) and acronym[1].isupper():
        return acronym[1]  # ЕҰУ-дың
    if (stem := _of_possessive(lower, label)) or (stem := _plain(lower, label)):
        return word[: len(stem)]
    return word


def _of_possessive(lower: str, label: Label) -> str | None:
    """The stem where the ending follows a possessive: ``университетінде`` → ``университеті``."""
    if label == "PERSON" and (patronymic := _PATRONYMIC.search(lower)):
        return lower[: patronymic.start()]
    if label in ("PERSON", "LOC"):
        return None
    for ending in _ENDINGS_OF_POSSESSIVE:
        stem = lower.removesuffix(ending)
        if stem != lower and stem[-1:] in ("ы", "і") and len(stem) > _SHORTEST_STEM:
            return stem
    return None


def _plain(lower: str, label: Label) -> str | None:
    for back, front, after in _ENDINGS:
        for ending in {back, front}:
            stem = lower.removesuffix(ending)
            if stem == lower or len(stem) < _SHORTEST_STEM or stem[-1] not in after:
                continue
            if label == "PERSON" and ending in _NOT_OF_PERSONS:
                continue
            if _harmonises(stem, ending):
                return stem
    return None


def _harmonises(stem: str, ending: str) -> bool:
    """Whether stem and ending have vowels of the same kind; -мен goes with all."""
    last = next((char for char in reversed(stem) if char in _VOWELS), "")
    vowel = next(char for char in ending if char in _VOWELS)
    if ending in ("мен", "бен", "пен") or not last:
        return True
    # и and у go with both kinds, and so do surnames made the Russian way: Серіковтің, Асановтың
    return stem.endswith(("ов", "ев")) or last in "иу" or (last in _BACK) == (vowel in _BACK)
