"""The vocabulary: the pieces of XLM-R that our languages need, in a tokenizer of their own."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

import regex
from spacy.vocab import Vocab

from communique.tokenizer import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from communique.mentions.encoder_pieces import Pieces

_SPECIAL = 4  # <s> <pad> </s> <unk>
_CHARACTER = regex.compile(
    r"▁?[\p{Latin}\p{Cyrillic}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Lao}\p{Greek}\p{N}\p{P}\p{S}]"
)
_FILLER = regex.compile(r"▁?[\p{Latin}\p{Cyrillic}\p{P}\p{N}]+")
_BATCH = 500


def without_blanks(path: Path, target: Path) -> None:
    """Rewrite a tokenizer file so that it cuts single words and adds nothing to them."""
    tokenizer = json.loads(path.read_text(encoding="utf-8"))
    tokenizer.update(pre_tokenizer=None, post_processor=None, decoder=None)
    # SentencePiece writes the blank before a word as a sign of its own
    blank = {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}
    tokenizer["normalizer"]["normalizers"].append(blank)
    tokenizer["added_tokens"] = [t for t in tokenizer["added_tokens"] if t["id"] < _SPECIAL]
    target.write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")


def count_pieces(pieces: Pieces, texts: Iterable[str]) -> Counter[int]:
    """How often each piece is used in the texts."""
    counts: Counter[int] = Counter()
    tokenizer = Tokenizer(Vocab())
    for number, text in enumerate(texts):
        if number % _BATCH == 0:
            tokenizer = Tokenizer(Vocab())  # spaCy's vocabulary keeps every string it has seen
        for cut in pieces(tokenizer(unicodedata.normalize("NFC", text))):
            counts.update(cut)
    return counts


def choose(vocabulary: list[tuple[str, float]], counts: Counter[int], most: int) -> list[int]:
    """Ids of the pieces to keep, in order: special, single characters, seen, then frequent ones."""
    kept = dict.fromkeys(range(_SPECIAL))
    kept.update(
        dict.fromkeys(i for i, (text, _) in enumerate(vocabulary) if _CHARACTER.fullmatch(text))
    )
    kept.update(dict.fromkeys(piece for piece, _ in counts.most_common()))
    if len(kept) > most:
        kept = dict.fromkeys(list(kept)[:most])
    by_score = sorted(range(len(vocabulary)), key=lambda i: -vocabulary[i][1])
    for piece in by_score:
        if len(kept) >= most:
            break
        if _FILLER.fullmatch(vocabulary[piece][0]):
            kept[piece] = None
    return list(kept)


def prune(source: Path, target: Path, kept: list[int]) -> None:
    """Write a tokenizer file with the kept pieces only."""
    tokenizer: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    vocabulary = tokenizer["model"]["vocab"]
    tokenizer["model"]["vocab"] = [vocabulary[piece] for piece in kept]
    target.write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
