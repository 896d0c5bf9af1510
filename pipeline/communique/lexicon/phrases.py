"""Phrases of the lexicon files as regular expressions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Thai, Lao, Burmese, Khmer, kana and Han have no blanks between words.
_NO_BLANKS = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff"
    r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
# Marks over and under letters, which \w leaves out: Latin, Hebrew, Arabic, the scripts of India.
MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    r"\u0955-\u0963\u0981-\u0d63\u200c\u200d"
)
LETTERS = rf"[^\W\d_]+(?:(?:(?!\d)[{MARKS}])+[^\W\d_]*)*"
"""A word of letters with their marks, as a regular expression."""
_OF_INDIA = range(0x0900, 0x0D80)
_UNBOUNDED = re.compile(f"[{_NO_BLANKS}]")
_REACH = re.compile(rf"\*(?=[{_NO_BLANKS}])|(?<=[{_NO_BLANKS}])\*")
# Where a word begins and ends: not beside another letter or digit, those scripts aside. Letters of
# those scripts have no case; to say so makes compiling several times faster. It still takes a
# millisecond, so words in letters that come before those scripts (Latin, Cyrillic, Arabic ...) are
# bounded by letters like theirs only, which takes a tenth.
_FIRST_NO_BLANKS = "\u0e00"
_BOUNDS = (rf"(?-i:(?<![^\W{_NO_BLANKS}]))", rf"(?-i:(?![^\W{_NO_BLANKS}]))")
_LOW_BOUNDS = (
    rf"(?-i:(?<!\w)|(?<=[^\x00-{_FIRST_NO_BLANKS}]))",
    rf"(?-i:(?!\w)|(?=[^\x00-{_FIRST_NO_BLANKS}]))",
)
# the scripts of India, whose words are full of marks
_MARKED_BOUNDS = (rf"(?<![\w{MARKS}])", rf"(?![\w{MARKS}])")
_WORD_START = re.compile(r"(?<![\w'‘’ʻʼ`])[^\W\d_]")
# Uzbek oʻ is also written o‘, o’ and o'; so is the apostrophe of other languages.
_APOSTROPHE, _APOSTROPHES = re.compile("['‘’ʻʼ`]"), "['‘’ʻʼ`]"


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A regular expression for any of the phrases, whatever the case; ``*`` is any ending.

    A phrase is whole words, except in scripts that put no blanks between words.
    The longest phrase wins where several begin at the same place. No phrases match nothing.
    """
    return re.compile(either(phrases), re.IGNORECASE)


def name_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Like :func:`phrase_pattern`, but capitals have to be there.

    A name in small letters may begin with a capital: ``российск*`` is ``Российская`` too.
    """
    return re.compile(either(name_variants(names)))


def name_variants(names: Iterable[str]) -> set[str]:
    """The names with every way to write their capitals that :func:`name_pattern` lets pass."""
    return {variant for name in names for variant in _variants(name)}


def _variants(name: str) -> set[str]:
    """A name in small letters also with one capital, and with one for each word as in headings."""
    if not name[0].islower():
        return {name}
    heading = _WORD_START.sub(lambda letter: letter.group().upper(), name)
    return {name, name[0].upper() + name[1:], heading}


def folded(text: str) -> str:
    """Small letters; the dotted capital I of Turkish, which Python makes two letters, is one."""
    return text.replace("İ", "i").lower()


def has_no_blanks(text: str) -> bool:
    """Whether a text has signs of a script that puts no blanks between words."""
    return _UNBOUNDED.search(text) is not None


def without_reach(phrase: str) -> str:
    """The phrase less a ``*`` that would take in the rest of a clause, not of a word.

    It does in scripts that put no blanks between words.
    """
    return _REACH.sub("", phrase)


def either(phrases: Iterable[str]) -> str:
    """What :func:`phrase_pattern` compiles, to be put inside ``(?:)`` in a longer expression."""
    groups: dict[tuple[str, str], list[str]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        groups.setdefault(_bounds(phrase), []).append(_expression(phrase))
    # once a group, not once a phrase: compiling such a bound takes milliseconds
    parts = [f"{begin}(?:{'|'.join(words)}){end}" for (begin, end), words in groups.items()]
    return "|".join(parts) or r"(?!)"


def _bounds(phrase: str) -> tuple[str, str]:
    """What has to stand before and after a phrase that begins or ends with a word."""
    if ord(phrase[0]) in _OF_INDIA:
        return _MARKED_BOUNDS
    begins = phrase[0].isalnum() and not _UNBOUNDED.match(phrase[0])
    ends = phrase[-1] == "*" or (phrase[-1].isalnum() and not _UNBOUNDED.match(phrase[-1]))
    begin, end = _LOW_BOUNDS if max(phrase[0], phrase[-1]) < _FIRST_NO_BLANKS else _BOUNDS
    return (begin if begins else "", end if ends else "")


def _expression(phrase: str) -> str:
    ending = rf"[\w{MARKS}]*" if ord(phrase[0]) in _OF_INDIA else r"\w*"
    words = r"\s+".join(re.escape(word).replace(r"\*", ending) for word in phrase.split())
    return _APOSTROPHE.sub(_APOSTROPHES, words)
