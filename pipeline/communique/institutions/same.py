"""When two names in one article stand for the same institution."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from communique import lexicon

# A single word shorter than this is too common to stand for a longer name.
_SHORTEST = 6
# Letters of a word that a blend takes at least, and that a case may add: Минюста
_PIECE, _ENDING = 3, 2
_QUOTES = "«»“”\" "
_SIGNS = re.compile(r"[^\w\s]")
# Words that an acronym leaves out
_AND = {"và", "and", "и", "және", "of", "the", "for"}
_WORD = re.compile(r"[^\W\d_]+")


def normal(name: str) -> str:
    """A name for comparison: lower case, without punctuation and surplus blanks."""
    return " ".join(_SIGNS.sub(" ", name.casefold()).split())


def same_but_endings(one: str, other: str) -> bool:
    """Whether two names differ only in the endings of their words: one in some case."""
    left, right = normal(one).split(), normal(other).split()
    if len(left) != len(right) or len(left) < 2:
        return False
    return all(same_word(a, b) for a, b in zip(left, right, strict=True))


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
        return _has_initials(acronym, name, from_start=not _habits(language).head_last)
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
    begins = from_start and letters.startswith(wanted)
    return begins or wanted in (capitals, long) or letters.endswith(wanted)


def _has_pieces(acronym: str, name: str) -> bool:
    """Whether the pieces that begin with capitals begin the last words: ``KazNU``, ``БелИСА``."""
    pieces = re.findall(r"[^\W\d_a-zа-яёәғқңөұүһі][a-zа-яёәғқңөұүһі]*", acronym)
    words = [word for word in _WORD.findall(name) if len(word) > _ENDING]
    if "".join(pieces) != acronym or not 1 < len(pieces) <= len(words):
        return False
    ends = zip(pieces, words[-len(pieces) :], strict=True)
    return all(word.casefold().startswith(piece.casefold()) for piece, word in ends)


def _is_blend(short: str, name: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(name)]
    rest = short.casefold()
    for number, word in enumerate(words):
        common = _common_beginning(rest, word)
        if common >= _PIECE:
            rest = rest[common:]
        elif number == 0:
            return False
    return len(words) > 1 and len(rest) <= _ENDING and rest != short.casefold()[_PIECE:]


def _common_beginning(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    different = (number for number, (a, b) in enumerate(pairs) if a != b)
    return next(different, min(len(one), len(other)))


@dataclass(frozen=True)
class _Habits:
    """How a language builds names of institutions."""

    head_first: bool
    head_last: bool
    openers: frozenset[str]


@cache
def _habits(language: str | None) -> _Habits:
    data = lexicon.load("institutions").get(language or "", {})
    return _Habits(
        head_first=data.get("head", "") == "first",
        head_last=data.get("head", "") == "last",
        openers=frozenset(data.get("openers", ())),
    )


def shortens(short: str, full: str, language: str | None) -> bool:
    """Whether a name is a longer one with some words left out.

    The kind of institution has to stay: what begins the name, or in some languages what ends it.
    """
    one, other = normal(short), normal(full)
    if one == other or len(one) >= len(other):
        return False
    if len(one) < _SHORTEST:
        return False
    if re.search(f"[«“\"„]{re.escape(short.strip(_QUOTES))}[»”\"]", full):
        return True
    return (
        _begins(one, other, full, language)
        or _ends(one, other, full, language)
        or _subset(one, other, language)
        or _abbreviates(short, full)
    )


def _begins(one: str, other: str, full: str, language: str | None) -> bool:
    if not other.startswith(one + " ") or _habits(language).head_last:
        return False
    following = _SIGNS.sub(" ", full).split()[len(one.split())]
    # Pusan National University Hospital is not Pusan National University
    free = _habits(language).head_first and not full.isascii()
    return free or following[0].islower() or following.isupper() or following.isdigit()


def _ends(one: str, other: str, full: str, language: str | None) -> bool:
    habits = _habits(language)
    if habits.head_last and " " not in one:
        return same_word(one, other.split()[-1])
    if not other.endswith(" " + one):
        return False
    before = other.removesuffix(one).split()
    if habits.head_last or set(before) <= habits.openers:
        return True
    written = _SIGNS.sub(" ", full).split()[: len(before)]
    return not habits.head_first and " " in one and not any(word.islower() for word in written)


def _subset(one: str, other: str, language: str | None) -> bool:
    """Whether all words of a name come in the other in the same order, the kind included."""
    short, full = [[w[:5] for w in name.split()] for name in (one, other)]
    habits = _habits(language)
    if len(short) < 2 or (short[0] != full[0] and not habits.head_last):
        return False
    if short[-1] != full[-1] and (not habits.head_first or other.isascii()):
        return False
    left = iter(full)
    return all(word in left for word in short)


def _abbreviates(short: str, full: str) -> bool:
    """Whether some words of a name are acronyms of words of the other.

    As in ``UBND tỉnh Sóc Trăng`` and ``ТПП РО``; blanks and signs inside an acronym do not count.
    """
    pieces = re.findall(r"[^\W\d_]+(?:[&.-][^\W\d_]+)*", short)
    words = [word for word in _WORD.findall(full) if word.casefold() not in _AND]
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
    common = _common_beginning(left, right)
    return left == right or common >= max(_PIECE, max(len(left), len(right)) - 3)


def _plain(word: str) -> str:
    """The first letter of a word without accents: Ủ → u."""
    return unicodedata.normalize("NFD", word.casefold())[0]
