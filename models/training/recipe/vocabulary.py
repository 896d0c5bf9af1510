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
_WORD = regex.compile(r"▁?(?:\p{Han}{2,}|\p{Katakana}{2,})")
# A piece of several letters is one unit. One that has a function word, or what stands between
# numbers in dates, would reach beyond the bounds of names; in Japanese what is in Hiragana.
_APART = frozenset(
    "的是在和与與及了为為对對等将將年月日时時于於有以被把从從向到由也就都不这這那個个他她们們你我其之而并並"
)
_HIRAGANA = regex.compile(r"\p{Hiragana}+")
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
        for unit in pieces(tokenizer(unicodedata.normalize("NFC", text))):
            counts.update(unit.pieces)
    return counts


def choose(vocabulary: list[tuple[str, float]], counts: Counter[int], most: int) -> list[int]:
    """Ids of the pieces to keep, in order.

    Special ones, single characters, words in Chinese characters, those seen, then frequent ones.
    """
    kept = dict.fromkeys(range(_SPECIAL))
    kept.update(
        dict.fromkeys(i for i, (text, _) in enumerate(vocabulary) if _CHARACTER.fullmatch(text))
    )
    kept.update(dict.fromkeys(i for i, (text, _) in enumerate(vocabulary) if _is_word(text)))
    seen = (piece for piece, _ in counts.most_common())
    kept.update(dict.fromkeys(i for i in seen if not _reaches_beyond(vocabulary[i][0])))
    if len(kept) > most:
        kept = dict.fromkeys(list(kept)[:most])
    by_score = sorted(range(len(vocabulary)), key=lambda i: -vocabulary[i][1])
    for piece in by_score:
        if len(kept) >= most:
            break
        if _FILLER.fullmatch(vocabulary[piece][0]):
            kept[piece] = None
    return list(kept)


def _is_word(text: str) -> bool:
    return bool(_WORD.fullmatch(text)) and not _reaches_beyond(text)


def _reaches_beyond(text: str) -> bool:
    letters = text.removeprefix("▁").replace("共和", "")  # of "republic"
    mixed = _HIRAGANA.search(letters) and not _HIRAGANA.fullmatch(letters)
    return len(letters) > 1 and (bool(mixed) or not _APART.isdisjoint(letters))


def prune(source: Path, target: Path, kept: list[int]) -> None:
    """Write a tokenizer file with the kept pieces only."""
    tokenizer: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    vocabulary = tokenizer["model"]["vocab"]
    tokenizer["model"]["vocab"] = [vocabulary[piece] for piece in kept]
    target.write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")
