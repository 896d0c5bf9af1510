"""From which country a person's name most likely comes, by the letters of its words.

Each piece of a name has a small vector; their sum tells the country
(``models/training/nations.py``).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

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


@dataclass(frozen=True)
class _Weights:
    """What ``nations.npz`` holds: a vector for each piece, and how a sum of them tells countries.

    ``vectors`` has shape (pieces, size), ``matrix`` (countries, size), ``bias`` (countries,).
    """

    numbers: Mapping[str, int]
    vectors: NDArray[np.int8]
    countries: tuple[str, ...]
    matrix: NDArray[np.float32]
    bias: NDArray[np.float32]


@lru_cache(maxsize=5_000)
def nations(name: str) -> Mapping[str, float]:
    """The probability of each country (ISO 3166-1) that a name is known from."""
    weights = _weights()
    known = [n for piece in set(pieces(name)) if (n := weights.numbers.get(piece)) is not None]
    total = weights.vectors[known].sum(axis=0, dtype=np.int32)
    scores = weights.matrix @ total.astype(np.float32) + weights.bias
    likely = np.exp(scores - scores.max())
    return dict(zip(weights.countries, (likely / likely.sum()).tolist(), strict=True))


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
def _weights() -> _Weights:
    with as_file(files("communique.lexicon") / "weights" / "nations.npz") as path:
        held = np.load(path)
        known = held["pieces"].tobytes().decode().split("\n")
        return _Weights(
            {piece: number for number, piece in enumerate(known)},
            held["vectors"],
            tuple(held["countries"].tolist()),
            held["matrix"],
            held["bias"],
        )
