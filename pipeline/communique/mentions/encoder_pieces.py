"""Subword pieces of tokens: what the encoder reads.

Every token is cut by itself, so a span's bounds are always bounds of pieces. A line break becomes
the separator piece, because lists and headlines are told by it; other white space has no pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tokenizers import Tokenizer as PieceTokenizer

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc

BEGIN, PAD, SEPARATOR = 0, 1, 2
"""Ids that the XLM-R vocabulary gives to ``<s>``, ``<pad>`` and ``</s>``."""

_WORD_START = " "  # the vocabulary tells beginnings of words from other pieces
_LONGEST = 24  # pieces of one token; an endless run of letters says no more than its beginning
_CACHE_SIZE = 200_000  # tokens; bounds the memory of a long batch run


class Pieces:
    """Cuts the tokens of a document into piece ids, and remembers those it has seen."""

    def __init__(self, path: Path) -> None:
        self._tokenizer = PieceTokenizer.from_file(str(path))
        self._cache: dict[str, tuple[int, ...]] = {}

    def __call__(self, doc: Doc) -> list[tuple[int, ...]]:
        """The piece ids of each token of ``doc``; none for white space within a line."""
        keys = _keys(doc)
        unseen = [key for key in dict.fromkeys(keys) if key not in self._cache]
        if len(self._cache) + len(unseen) > _CACHE_SIZE:
            self._cache.clear()
            unseen = list(dict.fromkeys(keys))
        words = [key for key in unseen if not key.isspace()]
        for word, cut in zip(words, self._cut(words), strict=True):
            self._cache[word] = cut
        for space in unseen:
            if space.isspace():
                self._cache[space] = (SEPARATOR,) if "\n" in space else ()
        return [self._cache[key] for key in keys]

    def _cut(self, words: list[str]) -> list[tuple[int, ...]]:
        found = self._tokenizer.encode_batch(words, add_special_tokens=False)
        return [tuple(encoding.ids[:_LONGEST]) for encoding in found]


def _keys(doc: Doc) -> list[str]:
    keys = []
    start_of_word = True
    for token in doc:
        space = token.is_space
        keys.append(_WORD_START + token.text if start_of_word and not space else token.text)
        start_of_word = space or bool(token.whitespace_)
    return keys
