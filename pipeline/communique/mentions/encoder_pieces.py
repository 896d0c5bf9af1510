"""Subword pieces of a document: what the encoder reads, and the units that it answers about.

A unit is a token with its pieces: every token is cut by itself, so a span's bounds are always
bounds of pieces. Scripts that are written without blanks have a token a character; there a run of
characters is cut as a whole, and a piece of several characters is one unit of as many tokens. A
Korean word and its particle are one unit. A
line break becomes the separator piece, because lists and headlines are told by it; other white
space has no pieces and is in no unit, nor are control characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from tokenizers import Tokenizer as PieceTokenizer

from communique.tokenizer import is_particle, is_written_together, split_together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from tokenizers import Encoding

BEGIN, PAD, SEPARATOR, UNKNOWN = range(4)
"""Ids that the XLM-R vocabulary gives to ``<s>``, ``<pad>``, ``</s>`` and ``<unk>``."""

_WORD_START = " "  # the vocabulary tells beginnings of words from other pieces
_LONGEST = 24  # pieces of one token; an endless run of letters says no more than its beginning
_LONGEST_RUN = 64  # characters that are cut as a whole
_CACHE_SIZE = 1_000_000  # characters; bounds the memory of a long batch run


class Unit(NamedTuple):
    """Tokens ``[start, end)`` of a document, and the ids of their pieces."""

    start: int
    end: int
    pieces: tuple[int, ...]


# Plain tuples, which the garbage collector need not look at: a long run remembers very many.
_Run = tuple[str, int]
"""Tokens that are cut as a whole: their text, after a blank at the beginning of a word, and how
many they are."""
_Cut = tuple[tuple[int, int, tuple[int, ...]], ...]
"""The units of a run, counted from its first token."""


class Pieces:
    """Cuts documents into units, and remembers what it has cut."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = PieceTokenizer.from_file(str(path))
        self._cache: dict[_Run, _Cut] = {}
        self._cached = 0  # characters

    def __call__(self, doc: Doc) -> list[Unit]:
        """The units of ``doc``, in order."""
        runs = _with_particles(_runs(doc))
        unseen = [run for run in dict.fromkeys(run for _, run in runs) if run not in self._cache]
        self._cached += sum(len(text) for text, _ in unseen)
        if self._cached > _CACHE_SIZE:
            self._cache.clear()
            unseen = list(dict.fromkeys(run for _, run in runs))
            self._cached = sum(len(text) for text, _ in unseen)
        words = [run for run in unseen if not run[0].isspace()]
        for run, cut in zip(words, self._cut(words), strict=True):
            self._cache[run] = cut
        for run in unseen:
            text, _ = run
            if text.isspace():
                self._cache[run] = ((0, 1, (SEPARATOR,)),) if "\n" in text else ()
        return [
            Unit(first + start, first + end, ids)
            for first, run in runs
            for start, end, ids in self._cache[run]
            if ids
        ]

    def _cut(self, runs: list[_Run]) -> Iterator[_Cut]:
        texts = [text for text, _ in runs]
        found = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        for run, encoding in zip(runs, found, strict=True):
            if run[1] > 1 and is_written_together(run[0][-1]):
                yield tuple(_units(*run, encoding))
            else:
                yield ((0, run[1], tuple(encoding.ids[:_LONGEST])),)


def words_of(doc: Doc) -> list[str]:
    """The texts of a document's tokens, which spaCy is slow to tell one by one."""
    strings = doc.vocab.strings
    return [strings[number] for number in doc.to_array("ORTH").tolist()]


def join(units: Sequence[Unit]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """What the encoder reads of units that stand side by side.

    Returns:
        The piece ids, with one more before and behind, and the place in them at which each unit
        begins, one behind the last included; these two count as units, so ``len(units) + 3``.
    """
    ids = [BEGIN, *(piece for unit in units for piece in unit.pieces), SEPARATOR]
    lengths = [1, *(len(unit.pieces) for unit in units), 1]
    return np.array(ids, dtype=np.int64), np.cumsum([0, *lengths], dtype=np.int64)


def _runs(doc: Doc) -> Iterator[tuple[int, _Run]]:
    """What is cut as a whole, each with its first token."""
    letters: list[str] = []
    start_of_word = True
    blanks = doc.to_array("SPACY").tolist()
    for number, (text, blank) in enumerate(zip(words_of(doc), blanks, strict=True)):
        space = text.isspace()  # spaCy's own flag needs a vocabulary with lexical attributes
        together = is_written_together(text)
        if letters and (not together or start_of_word or len(letters) == _LONGEST_RUN):
            yield number - len(letters), ("".join(letters), len(letters))
            letters = []
        key = _WORD_START + text if start_of_word and not space else text
        if together:
            letters.append(key)
        else:
            yield number, (key, 1)
        start_of_word = space or bool(blank)
    if letters:
        yield len(doc) - len(letters), ("".join(letters), len(letters))


def _with_particles(runs: Iterator[tuple[int, _Run]]) -> list[tuple[int, _Run]]:
    """The runs, a Korean particle with the word that it is written on to."""
    joined: list[tuple[int, _Run]] = []
    for number, run in runs:
        first, (before, count) = joined[-1] if joined else (0, ("", 0))
        if before and is_particle(run[0], before):
            joined[-1] = first, (before + run[0], count + run[1])
        else:
            joined.append((number, run))
    return joined


def _units(
    text: str, tokens: int, encoding: Encoding
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The units of a run of letters: pieces that share a token are in one.

    Unknown letters side by side are one piece, but not one unit.
    """
    letters = split_together(text.lstrip(_WORD_START))
    token_of = [number for number, letter in enumerate(letters) for _ in letter]
    if text.startswith(_WORD_START):
        token_of.insert(0, 0)
    start, end = 0, 1
    ids: list[int] = []
    for piece, (begin, stop) in zip(encoding.ids, encoding.offsets, strict=True):
        last = token_of[max(stop - 1, begin)]
        if ids and token_of[begin] >= end:
            yield start, token_of[begin], tuple(ids[:_LONGEST])
            start, ids = token_of[begin], []
        ids.append(piece)
        while piece == UNKNOWN and start < last:
            yield start, start + 1, tuple(ids[:_LONGEST])
            start, ids = start + 1, [UNKNOWN]
        end = max(end, last + 1)
    yield start, tokens, tuple(ids[:_LONGEST])
