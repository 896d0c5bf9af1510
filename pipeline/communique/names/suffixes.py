"""Dictionary forms in languages that write case endings on to the last word of a name.

The endings of a language are in the ``[suffixes]`` of its ``forms.toml``: Kazakh, Kyrgyz, Uzbek,
Tajik. An ending comes off where the sounds before it and, in languages with vowel harmony, the
vowels before it allow it. A possessive ending stays, it belongs to the name: ``академиясының`` →
``академиясы``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from communique import lexicon
from communique.lexicon.phrases import folded
from communique.names.russian import is_noun

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.records import Label

_SHORTEST_STEM = 3
# Who knows the words that a language has taken from another, by the code of that other one
_DICTIONARIES: dict[str, Callable[[str], bool]] = {"ru": is_noun}
_APOSTROPHES = str.maketrans("‘’ʻʼ`´", "''''''")
# A hyphen sets an ending off after Latin letters, quotation marks and acronyms: ЕҰУ-дың
_TAKES_HYPHEN = re.compile(
    r"[A-Za-z]\Z|[»”\"]\Z|[^\W\d_]*[A-ZА-ЯЁҒҚҢӨҰҮҺІӘҲҶӢӮЎ]\w*[A-ZА-ЯЁҒҚҢӨҰҮҺІӘҲҶӢӮЎ]\Z"
)


@dataclass(frozen=True)
class _Case:
    """Endings of one case and what they follow."""

    endings: tuple[str, ...]
    after: str
    harmony: bool


@dataclass(frozen=True)
class _Language:
    """The suffixes of one language; ``docs/lexicon.md`` explains the keys."""

    data: dict[str, Any]
    forms: dict[str, Any]
    cases: tuple[_Case, ...]

    def listed(self, key: str) -> tuple[str, ...]:
        """A list of the language's ``[suffixes]``, empty where it has none."""
        return tuple(self.data.get(key, ()))


def has_suffixes(language: str | None) -> bool:
    """Whether a language's file says which endings names have."""
    return "suffixes" in lexicon.of("forms", language)


def without_suffix(text: str, label: Label, language: str) -> str:
    """``text`` with the case ending of its last word taken off; a title in the singular."""
    known = _language(language)
    head, blank, last = text.rpartition(" ")
    if label == "TITLE" and _is_loanword(last, known):
        return text
    bare = _strip(last, label, known, after=head)
    if label == "LOC" and _is_place(last) and not _is_place(bare):
        return text
    if label == "TITLE":
        bare = _without_izafet(bare, known)
        is_head = not head or known.data.get("head") != "first"
        bare = _singular(bare, known) if is_head and not _is_loanword(bare, known) else bare
    return head + blank + bare


@cache
def _language(code: str) -> _Language:
    forms = lexicon.of("forms", code)
    data = forms["suffixes"]
    cases = tuple(
        _Case(tuple(row["endings"]), row.get("after", ""), row.get("harmony", True))
        for row in data["cases"]
    )
    return _Language(data, forms, cases)


def _is_place(word: str) -> bool:
    """Whether a word is the name of a city or town that ends like a case: ``Қызылорда``."""
    return word in lexicon.cities() or word in lexicon.towns()


def _is_loanword(word: str, language: _Language) -> bool:
    """Whether a post is a word of another language, whole as it is: ``волонтер``, ``канцлері``."""
    is_noun = _DICTIONARIES.get(language.data.get("loanwords", ""))
    if is_noun is None:
        return False
    lower = folded(word)
    stems = (lower.removesuffix(ending) for ending in language.listed("possessive"))
    return any(is_noun(stem) for stem in (lower, *stems))


def _strip(word: str, label: Label, language: _Language, *, after: str) -> str:
    lower = folded(word).casefold().translate(_APOSTROPHES)
    if lower in language.forms.get("whole", ()) or len(lower) != len(word):
        return word
    if name := _set_off(word, lower, language) or _acronym(word, lower, language):
        return name
    if label == "PERSON" and lower.endswith(tuple(language.forms.get("whole_endings", ()))):
        return word
    east_asian = after.partition(" ")[0] in language.forms.get("family_first", ())
    # places of one word have no possessive ending: Алматы
    possessed = label != "LOC" or bool(after)
    stem = (
        (possessed and _of_possessive(lower, label, language, at_least=2))
        or _plain(lower, label, language, east_asian=east_asian)
        or (possessed and _of_possessive(lower, label, language, at_least=1))
    )
    return _restored(word[: len(stem)], language) if stem else word


def _restored(stem: str, language: _Language) -> str:
    """A stem with the last letter that it has without an ending: ``Оли`` → ``Олӣ``."""
    restored: dict[str, str] = language.data.get("restored", {})
    return stem[:-1] + restored.get(stem[-1], stem[-1])


def _without_izafet(word: str, language: _Language) -> str:
    """A title without the ending that joins it to what follows: ``ректори`` → ``ректор``."""
    for ending in language.listed("of_titles"):
        if word.endswith(ending) and word not in language.forms.get("whole", ()):
            return _restored(word.removesuffix(ending), language)
    return word


def _set_off(word: str, lower: str, language: _Language) -> str | None:
    """The name before a hyphen and an ending; of another word with a hyphen nothing."""
    name = word.rpartition("-")[0]
    if not name or not _TAKES_HYPHEN.search(name):
        return None
    endings = {ending for case in language.cases for ending in case.endings}
    endings.update(language.listed("after_possessive"), language.listed("possessive"))
    tail = lower[len(name) + 1 :]
    possessive = tuple(p + e for p in language.listed("possessive") for e in endings)
    return name if tail in endings or tail in possessive else None


def _acronym(word: str, lower: str, language: _Language) -> str | None:
    """The capitals before an ending, whatever their last sound is called: ``МБКны`` → ``МБК``."""
    name = word.rstrip("".join(char for char in set(word) if char.islower()))
    endings = {ending for case in language.cases for ending in case.endings}
    return name if name[-2:].isupper() and len(name) > 1 and lower[len(name) :] in endings else None


def _of_possessive(lower: str, label: Label, language: _Language, *, at_least: int) -> str | None:
    """The stem where the ending follows a possessive: ``университетінде`` → ``университеті``."""
    before = language.listed("patronymics" if label == "PERSON" else "possessive")
    for ending in language.listed("after_possessive"):
        stem = lower.removesuffix(ending)
        if stem == lower or len(stem) < _SHORTEST_STEM or len(ending) < at_least:
            continue
        if stem.endswith(before or "\n"):
            return stem
    return None


def _plain(lower: str, label: Label, language: _Language, *, east_asian: bool) -> str | None:
    shortest = _SHORTEST_STEM - 1 if east_asian else _SHORTEST_STEM
    for case in language.cases:
        for ending in case.endings:
            stem = lower.removesuffix(ending)
            if stem == lower or len(stem) < shortest:
                continue
            surname = label == "PERSON" and _is_surname(stem, language)
            own = label == "PERSON" and ending in language.listed("not_of_persons")
            if own and not (surname or east_asian):
                continue
            harmonises = not case.harmony or _harmonises(stem, ending, language)
            if harmonises and (surname or _sound_allows(stem, case)):
                return stem
    return None


def _is_surname(stem: str, language: _Language) -> bool:
    return len(stem) > _SHORTEST_STEM and stem.endswith(language.listed("surnames") or "\n")


def _sound_allows(stem: str, case: _Case) -> bool:
    return not case.after or stem.rstrip("ьъ")[-1:] in case.after


def _harmonises(stem: str, ending: str, language: _Language) -> bool:
    """Whether stem and ending have vowels of the same kind."""
    kinds = language.data.get("harmony")
    if not kinds or re.search(rf"(?:{language.data['unharmonised']})\Z", stem):
        return True
    last = next((char for char in reversed(stem) if char in language.data["vowels"]), "")
    vowel = next((char for char in ending if char in language.data["vowels"]), "")
    return not last or not vowel or any(last in kind and vowel in kind for kind in kinds)


def _singular(word: str, language: _Language) -> str:
    """``сарапшылары`` → ``сарапшысы``, ``бастықтары`` → ``бастығы``."""
    if folded(word) in language.forms["whole"]:
        return word
    for plural in language.listed("plurals"):
        for possessive in ("", *language.listed("possessive")):
            stem = word.removesuffix(plural + possessive)
            if stem != word and len(stem) >= _SHORTEST_STEM:
                whole = _unshortened(stem, language)
                return _with_possessive(whole, possessive, language) if possessive else whole
    return word


def _unshortened(stem: str, language: _Language) -> str:
    """``журналис`` of ``журналистер`` → ``журналист``."""
    for short, whole in language.data.get("shortened", {}).items():
        if stem.endswith(short):
            return f"{stem.removesuffix(short)}{whole}"
    return stem


def _with_possessive(stem: str, possessive: str, language: _Language) -> str:
    if stem[-1] in language.data["vowels"]:
        return f"{stem}{language.data['glide']}{possessive}"
    voiced = language.data.get("voiced", {}).get(stem[-1], stem[-1])
    return f"{stem[:-1]}{voiced}{possessive}"
