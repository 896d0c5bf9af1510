"""From which country a person's name most likely comes, by the letters of its words.

The weights are those of a logistic regression over pieces of names
(``models/training/nations.py``).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WORD = re.compile(r"[^\W\d_]+(?:[-'’‘ʻ][^\W\d_]+)*")
_HYPHEN = re.compile(r"[-'’‘ʻ]")
# Letters that only some languages have
_SPECIAL = re.compile(r"[^a-zа-яё\W\d_]")
_LONGEST_WORD = 7
_LATIN = {
    **dict(
        zip(
            "абвгдезийклмнопрстуфыэёәғқңөұүһіїєґҳҷӣӯ",
            "abvgdeziyklmnoprstufyeeagknouuhiieghjiu",
            strict=True,
        )
    ),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    "ъ": "",
    "ь": "",
    "đ": "d",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "ə": "a",
    "ß": "ss",
}


@lru_cache(maxsize=5_000)
def nations(name: str) -> Mapping[str, float]:
    """The probability of each country (ISO 3166-1) that a name is known from."""
    bias, weights = _weights()
    scores = dict(bias)
    for piece in set(pieces(name)):
        for country, weight in weights.get(piece, {}).items():
            scores[country] += weight
    top = max(scores.values())
    likely = {country: math.exp(score - top) for country, score in scores.items()}
    total = sum(likely.values())
    return {country: value / total for country, value in likely.items()}


def pieces(name: str) -> Iterator[str]:
    """What a name is known by: parts of its words in Latin letters, and its special letters."""
    words = [word for word in _WORD.findall(name) if len(word) > 1]
    for word in words:
        yield from (f"={letter}" for letter in _SPECIAL.findall(word.casefold()))
        if "-" in word:
            yield "-"
        for part in _HYPHEN.split(_latin(word)):
            yield from _parts(part)
    yield f"{min(len(words), 4)}"


def _parts(word: str) -> Iterator[str]:
    if len(word) <= _LONGEST_WORD:
        yield f"_{word}"
    marked = f"^{word}$"
    for length in (2, 3, 4):
        for start in range(len(marked) - length + 1):
            yield marked[start : start + length]


def _latin(word: str) -> str:
    """A word in lower case Latin letters without accents: ``Нұрлан`` → ``nurlan``."""
    letters = "".join(_LATIN.get(char, char) for char in word.casefold())
    return "".join(
        char for char in unicodedata.normalize("NFD", letters) if not unicodedata.combining(char)
    )


@cache
def _weights() -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    path = files("communique.lexicon") / "weights" / "nations.tsv"
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            piece, *values = line.split("\t")
            weights[piece] = {value[:2]: int(value[2:]) / 10 for value in values}
    return weights.pop(""), dict(weights)
