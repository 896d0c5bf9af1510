"""Names made of the beginnings of a longer name's words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from communique import lexicon
from communique.institutions.habits import habits_of

# Letters of a word that a blend takes at least, and that a case may add: Минюста
PIECE, ENDING = 3, 2
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def is_acronym(text: str) -> bool:
    """Whether a mention is an acronym: one short word, most of its letters upper case."""
    letters = [char for char in text if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return (
        " " not in text and 2 <= len(letters) <= 12 and capitals > 1 and capitals * 2 > len(letters)
    )


def all_acronyms(text: str) -> bool:
    """Whether every word of a name is an acronym."""
    return all(is_acronym(word) for word in text.split())


def stands_for(one: str, other: str, language: str | None) -> bool:
    """Whether one name is made of the beginnings of the other's words.

    By initials: ``ЕНУ`` of ``Евразийский …``; ``ВИУ РАНХиГС`` of ``Волгоградский институт
    управления – филиал РАНХиГС``; ``ҚазҰУ`` of ``… Қазақ ұлттық университеті``; or by longer
    pieces: ``Минтруд`` of ``Министерство труда``.
    """
    acronym, name = (one, other) if len(one) < len(other) else (other, one)
    if all_acronyms(name) or len(_WORD.findall(name)) < 2:
        return False
    if all_acronyms(acronym):
        from_start = not habits_of(language).head_last
        initials = _has_initials(acronym, name, from_start=from_start)
        return initials or _has_pieces(acronym, name) or _has_prefixes(acronym, name)
    if " " in acronym:
        return False
    capitals = sum(char.isupper() for char in acronym)
    return _is_blend(acronym, name) if capitals == 1 else _has_pieces(acronym, name)


def _has_initials(acronym: str, name: str, *, from_start: bool) -> bool:
    words = [word for word in _WORD.findall(name) if word not in acronym.split()]
    wanted = "".join(c for w in acronym.split() if w not in name.split() for c in w if c.isalpha())
    wanted = wanted.casefold()
    letters = "".join(word[0] for word in words).casefold()
    capitals = "".join(word[0] for word in words if word[0].isupper()).casefold()
    long = "".join(word[0] for word in words if len(word) > 2).casefold()
    if len(wanted) < 3:
        return False
    begins = from_start and wanted in (letters[: len(wanted)], long[: len(wanted)])
    return begins or wanted in (capitals, long) or letters.endswith(wanted)


def _has_pieces(acronym: str, name: str) -> bool:
    """Whether the pieces that begin with capitals begin the last words: ``KazNU``, ``БелИСА``."""
    pieces = re.findall(r"[^\W\d_a-zа-яёәғқңөұүһі][a-zа-яёәғқңөұүһі]*", acronym)
    words = [word for word in _WORD.findall(name) if len(word) > ENDING]
    if "".join(pieces) != acronym or not 1 < len(pieces) <= len(words):
        return False
    ends = zip(pieces, words[-len(pieces) :], strict=True)
    return all(word.casefold().startswith(piece.casefold()) for piece, word in ends)


def _has_prefixes(acronym: str, name: str) -> bool:
    """Whether beginnings of all words with a capital make the acronym: ``KOICA``."""
    words = [word.casefold() for word in _WORD.findall(name) if word[0].isupper()]
    if not 3 <= len(words) < len(acronym) <= len(words) + PIECE:
        return False
    ends = {0}
    for word in words:
        common = ((end, common_beginning(acronym[end:].casefold(), word)) for end in ends)
        ends = {end + taken for end, most in common for taken in range(1, most + 1)}
    return len(acronym) in ends


def _is_blend(short: str, name: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(name)]
    rest = short.casefold()
    for number, word in enumerate(words):
        common = common_beginning(rest, word)
        if common >= PIECE:
            rest = rest[common:]
        elif number == 0:
            return False
    return len(words) > 1 and len(rest) <= ENDING and rest != short.casefold()[PIECE:]


def common_beginning(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = zip(one, other, strict=False)
    different = (number for number, (a, b) in enumerate(pairs) if a != b)
    return next(different, min(len(one), len(other)))


def abbreviates(short: str, full: str) -> bool:
    """Whether some words of a name are acronyms of words of the other.

    As in ``UBND tỉnh Sóc Trăng`` and ``ТПП РО``; blanks and signs inside an acronym do not count.
    """
    pieces = re.findall(r"[^\W\d_]+(?:[&.-][^\W\d_]+)*", short)
    words = [word for word in _WORD.findall(full) if word.casefold() not in _left_out()]
    if not any(is_acronym(piece) for piece in pieces):
        return False
    # a legal form may come before the name
    return any(_spells(pieces, words[start:]) for start in range(min(2, len(words))))


def _spells(pieces: list[str], words: list[str]) -> bool:
    if not pieces:
        return True
    if not words:
        return False
    first, *rest = pieces
    if same_word(first, words[0]) and _spells(rest, words[1:]):
        return True
    letters = [char for char in first if char.isalpha()]
    if not is_acronym(first) or len(letters) > len(words):
        return False
    initials = zip(letters, words, strict=False)
    return all(_plain(a) == _plain(word) for a, word in initials) and _spells(
        rest, words[len(letters) :]
    )


def same_word(one: str, other: str) -> bool:
    """Whether two words are the same but for an ending."""
    left, right = one.casefold(), other.casefold()
    common = common_beginning(left, right)
    return left == right or common >= max(PIECE, max(len(left), len(right)) - 3)


def _plain(word: str) -> str:
    """The first letter of a word without accents: Ủ → u."""
    return unicodedata.normalize("NFD", word.casefold())[0]


@cache
def _left_out() -> frozenset[str]:
    """The small words of all languages that acronyms leave out: an acronym may be a foreign one."""
    tables = lexicon.every("institutions")
    return frozenset(word for data in tables for word in data.get("left_out", ()))
