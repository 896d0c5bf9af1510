"""One tokenizer for every language, so fine that every span is made of whole tokens.

A token is a run of letters, a run of digits, one other sign, or a stretch of white space that is
more than a single blank. Scripts written without blanks between words (Chinese, Japanese, Thai,
Lao, Khmer, Burmese) give one token a character, and the particle that Korean writes on to a word is
a token of its own. Nothing of the text is lost: ``doc.text`` is the input.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex
from spacy.tokens import Doc
from spacy.util import registry

from communique.particles import is_hangul, stem_length

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_TOGETHER = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
_FIRST_TOGETHER = "\u0e01"  # no letter of these scripts comes before it
_LETTER_TOGETHER = regex.compile(rf"{_TOGETHER}\p{{M}}*")
_TOKEN = regex.compile(
    rf"{_TOGETHER}\p{{M}}*"
    rf"|(?:[\p{{L}}--{_TOGETHER}]\p{{M}}*)+"
    r"|\p{Nd}+"
    r"|\s+"
    r"|.",
    regex.VERSION1 | regex.DOTALL,
)


def is_written_together(text: str) -> bool:
    """Whether ``text`` is one letter, with its marks, of a script without blanks between words."""
    return text >= _FIRST_TOGETHER and _LETTER_TOGETHER.fullmatch(text) is not None


def is_particle(token: str, before: str) -> bool:
    """Whether a token is written on to the one before it, without a blank, and is its particle."""
    return is_hangul(token[0]) and before[-1].isalpha() and not is_written_together(before)


def split_together(text: str) -> list[str]:
    """The tokens of a text that has only letters of such scripts, and their marks."""
    found: list[str] = _LETTER_TOGETHER.findall(text)
    return found


class Tokenizer:
    """Callable that spaCy uses to turn a text into a :class:`~spacy.tokens.Doc`."""

    NAME = "communique.tokenizer.v1"

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Tokenize ``text``; ``doc.text == text``."""
        words: list[str] = []
        spaces: list[bool] = []
        for piece in _TOKEN.findall(text):
            rest = piece
            if piece.isspace() and words and piece[0] == " " and not spaces[-1]:
                # spaCy keeps one blank with the word before it
                spaces[-1] = True
                rest = piece[1:]
            if rest and is_hangul(rest[-1]) and (stem := stem_length(rest)) < len(rest):
                words.append(rest[:stem])
                spaces.append(False)
                rest = rest[stem:]
            if rest:
                words.append(rest)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to save: the rules are code."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Tokenizer:
        """Nothing to load."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing to save: the rules are code."""

    def from_disk(self, _path: Any, **_: Any) -> Tokenizer:
        """Nothing to load."""
        return self


@registry.tokenizers(Tokenizer.NAME)  # type: ignore[untyped-decorator]  # spaCy leaves it untyped
def create_tokenizer() -> Any:
    """The factory that a spaCy config names."""

    def make(nlp: Any) -> Tokenizer:
        return Tokenizer(nlp.vocab)

    return make
