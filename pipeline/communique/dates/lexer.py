"""Cuts a text into the words, numbers and signs that the grammar of dates is written in.

Classes of what no file lists: numbers ``n`` (1 to 12), ``d`` (13 to 31), ``b`` (two other digits),
``y`` (a year), ``z`` (any other), ``r`` (a Roman number); ``o`` and ``G`` endings written on to a
number (3rd, 1990s); ``x`` and ``X`` other words in small letters and with a capital; ``Z`` a month
with a capital where months have none; ``|`` a line break; ``~`` any other sign.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from communique.dates.words import Word, Words, pieces
from communique.lexicon.phrases import folded

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_ROMAN |= {"IX": 9, "X": 10, "XI": 11, "XII": 12}
_CYRILLIC_ROMAN = str.maketrans("ІХ", "IX")
_SIGNS = "/.-,()"
_YEARS = range(1000, 2200)
_MONTH = "M"
_ERA = "ε"
_IN_ERA = frozenset("ndbRhO")
_NUMBERS = frozenset("ndby")
_JOINED_BEFORE = re.compile(
    r"(?:[^\W\u2460-\u24ff\u3040-\u9fff]|[+№#$€£¥₸₽₫@]|(?<![\u3040-\u9fff])="
    r"|[^\W\u3040-\u9fff][/:_\\–-]|\d[.,]|[$€£¥₸₽₫№#] )\Z"
)
# و2025: one letter that Arabic writes on to the next word: and, in, for, then, as
_PREFIXED = re.compile(r"(?:\A|\W)[وبلفك]\Z")
_JOINED_AFTER = re.compile(r"[^\W\u3040-\u9fff]|[%‰°$€£¥₸₽₫@=]|[/:_\\–-][\w(]|[.,]\d| [%‰°$€£¥₸₽₫]")


@dataclass
class Lexed:
    """A text and its tokens; ``kinds`` has one letter a token for the grammar to match."""

    text: str
    kinds: str = ""
    values: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


def lex(text: str, words: Words, *, in_running_text: bool) -> Lexed:
    """Cut a text; in running text a word that needs a capital (``May``) is no date without it."""
    lexed, kinds = Lexed(text), [""]
    cut = pieces(text)
    bounds = [0, *accumulate(map(len, cut))]
    index = 0
    while index < len(cut):
        piece = cut[index]
        if piece.isspace() and piece != "\n":
            index += 1
            continue
        if kinds[-1] in _NUMBERS or folded(piece) in words.phrases:
            size, (kind, value) = _read(cut, index, kinds[-1], words, in_running_text)
        else:  # as most pieces are; they mean nothing beside others
            size, (kind, value) = 1, _unlisted(piece)
        if kinds[-1] == _ERA and kind in _IN_ERA:  # 令和6: the sixth year from the era's first
            kinds[-1] = "y"
            lexed.values[-1] += value
            index += size
            lexed.ends[-1] = bounds[index]
            continue
        kinds.append(kind)
        lexed.values.append(value)
        lexed.starts.append(bounds[index])
        index += size
        lexed.ends.append(bounds[index])
    lexed.kinds = "".join(kinds)
    return lexed


def _read(
    cut: list[str], index: int, before: str, words: Words, in_running_text: bool
) -> tuple[int, Word]:
    """How many pieces belong together here, and what they mean after a token of a class."""
    piece = cut[index]
    if before in _NUMBERS and (found := _ending(cut, index, before, words)):
        return found
    phrases = words.phrases.get(folded(piece))
    if phrases is None:
        return 1, _unlisted(piece)
    if in_running_text and _is_initial(cut, index):
        return 1, Word("X", 0)
    size, word = _phrase(cut, index, phrases)
    if word.kind == "&" and _is_roman_number(cut, index, before):
        return 1, _unlisted(piece)
    if in_running_text and word.kind == _MONTH:
        return size, Word(_month_in_running_text(piece, words.rules.months), word.value)
    return size, word


def _phrase(
    cut: list[str], index: int, phrases: list[tuple[tuple[str, ...], Word]]
) -> tuple[int, Word]:
    """The longest of the phrases that stands here."""
    for rest, word in phrases:
        at = index
        for wanted in rest:
            at += 1
            if at < len(cut) and cut[at][0] == " ":
                at += 1
            if at >= len(cut) or folded(cut[at]) != wanted:
                break
        else:
            return at + 1 - index, word
    return 1, _unlisted(cut[index])


def _is_initial(cut: list[str], index: int) -> bool:
    """Whether here is a capital and a full stop, as in a name: the S. of S. G. Ivanov."""
    piece = cut[index]
    return len(piece) == 1 and piece.isupper() and cut[index + 1 : index + 2] == ["."]


def _is_roman_number(cut: list[str], index: int, before: str) -> bool:
    """Whether the one of "I kwartał" is here, where "i" is also "and" (Polish, Ukrainian)."""
    after = next((piece for piece in cut[index + 1 : index + 3] if piece[0] != " "), "")
    return (
        cut[index].isupper()
        and before not in set("MZnd")
        and not after.isdecimal()
        and _unlisted(cut[index]).kind == "r"
    )


@lru_cache(maxsize=1 << 16)
def _unlisted(piece: str) -> Word:
    if piece.isdecimal():
        return _number(piece)
    if piece[0].isalpha():
        roman = _ROMAN.get(piece.translate(_CYRILLIC_ROMAN))
        return Word("r", roman) if roman else Word("X" if piece[0].isupper() else "x", 0)
    return Word("|" if piece == "\n" else piece if piece in _SIGNS else "~", 0)


def _number(piece: str) -> Word:
    value = int(piece) if len(piece) <= 4 else 0
    if len(piece) <= 2:
        return Word("n" if 1 <= value <= 12 else "d" if 12 < value <= 31 else "b", value)
    return Word("y" if value in _YEARS and len(piece) == 4 else "z", value)


def _ending(cut: list[str], index: int, number: str, words: Words) -> tuple[int, Word] | None:
    """An ending written on to the number before it, with or without a hyphen: 3rd, 2019-го."""
    if not cut[index - 1].isdecimal():
        return None
    pair = folded("".join(cut[index : index + 2]))
    if index + 1 < len(cut) and (cut[index] in ("-", "'") or pair in words.day_endings):
        size, ending = 2, pair.lstrip("-'")  # -го, 'te, .º
    else:
        size, ending = 1, folded(cut[index])
    if number in "yb" and ending in words.decade_endings:
        return size, Word("G", 0)
    if number in "yb" and ending in words.year_endings:
        return size, Word("o", 0)
    return (size, Word("o", 0)) if ending in words.day_endings else None


def _month_in_running_text(piece: str, letters: str) -> str:
    """The class of a month's name, judged by how the language writes months."""
    if letters == "capital" and piece[0].islower():
        return "x"
    if letters == "small" and piece[0].isupper() and (len(piece) == 1 or not piece.isupper()):
        return "Z"
    return _MONTH


def stands_free(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is no part of something longer: 12/2024/NĐ-CP, $2024."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if (
        text[start].isdigit()
        and before[-1:]
        and _JOINED_BEFORE.search(before)
        and not _PREFIXED.search(before)
    ):
        return False
    return not (text[end - 1].isdigit() and _JOINED_AFTER.match(after))
