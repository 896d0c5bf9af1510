"""What the model's second, small network reads of a unit: rows of a table of word parts.

The encoder judges a word by its pieces and by what surrounds it; this network remembers the word
itself, its beginnings and ends, and how it is written. Each of these has a row of the table by its
CRC-32, as in fastText (Joulin et al. 2016) and in spaCy's hash embeddings.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from communique.mentions.encoder_pieces import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from communique.mentions.encoder_pieces import Unit

ROWS = 2**16
"""Rows of the table; row 0 stands for nothing."""
PARTS = 7
"""Rows that a unit has."""
_LONGEST_NUMBER = 4


def word_rows(doc: Doc, units: Sequence[Unit]) -> NDArray[np.int64]:
    """The rows of each unit, shape ``(len(units), PARTS)``."""
    words = words_of(doc)
    after_blank = [1, *doc.to_array("SPACY").tolist()]
    rows = [
        _rows(words[start] if end == start + 1 else "".join(words[start:end]), after_blank[start])
        for start, end, _ in units
    ]
    return np.array(rows, dtype=np.int64).reshape(-1, PARTS)


def join_rows(rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows of units side by side, and those of nothing for the pieces before and behind."""
    return np.pad(rows, ((1, 1), (0, 0)))


@lru_cache(maxsize=50_000)
def _rows(word: str, after_blank: int) -> tuple[int, ...]:
    plain = word.casefold()
    parts = (
        f"word {plain}",
        f"begins {plain[:3]}",
        f"begins {plain[:6]}.",
        f"ends {plain[-2:]}",
        f"ends {plain[-3:]}.",
        f"ends {plain[-5:]}:",
        f"{'after a blank' if after_blank else 'together'} {_shape(word)}",
    )
    return tuple(1 + zlib.crc32(part.encode()) % (ROWS - 1) for part in parts)


def _shape(word: str) -> str:
    """How a word is written: digits, signs, or which of its letters are capitals."""
    if word.isdigit():
        return f"digits {min(len(word), _LONGEST_NUMBER)}"
    if not any(char.isalnum() for char in word):
        return f"signs {word[:2]}"
    first, rest = word[0].isupper(), word[1:].isupper()
    digits, hyphen = any(char.isdigit() for char in word), "-" in word
    return f"letters {first:d}{rest:d}{digits:d}{hyphen:d}"
