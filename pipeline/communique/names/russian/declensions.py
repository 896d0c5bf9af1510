"""What a word of a Russian name can be: its genders, cases, nominatives; how likely each is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from communique import lexicon
from communique.names.russian.words import is_known, parses

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_NAME_TAGS = ("Name", "Surn", "Patr")
# A known name that is never declined, against one that is: Анне
_FIXED = 0.8
# A surname that is also a common noun and is declined as one: Кожемяка
_COMMON = 0.82
# A woman's name that looks like a man's in the genitive (Геннадия), or one that is also a man's
_RARE = 0.05
_SELDOM = 0.3
_VOWELS = "аеёиоуыэюя"


class Reading(NamedTuple):
    """A nominative, and how likely it is to be written as the word is in a certain case."""

    weight: float
    nominative: str


@cache
def words_of(key: str) -> frozenset[str]:
    """A list of the language's file, in small letters."""
    return frozenset(word.lower() for word in lexicon.of("forms", "ru")[key])


def is_given_name(word: str) -> bool:
    """Whether the dictionary has a word as a given name or a patronymic, and not as a surname."""
    tags = [parse.tag for parse in parses(word)] if is_known(word) else []
    return any("Name" in tag or "Patr" in tag for tag in tags) and not any(
        "Surn" in t for t in tags
    )


@lru_cache(maxsize=1 << 14)
def readings(word: str, *, surname: bool) -> dict[tuple[str, str], Reading]:
    """What a word can be, by gender and case."""
    best: dict[tuple[str, str], Reading] = {}
    known = [row for row in _of_dictionary(word) if surname or row[2].weight != _COMMON]
    found = [(key, reading) for _, key, reading in known]
    # a surname may look like a form of a given name: Рахими
    if not any("Patr" in p.tag or ("Name" in p.tag and not surname) for p, _, _ in known):
        found += _of_endings(word.lower(), surname=surname, known={key for key, _ in found})
    for key, reading in found:
        if key not in best or best[key].weight < reading.weight:
            best[key] = reading
    return best


def rarity(word: str) -> float:
    """How much rarer than others a nominative with such an ending is."""
    endings: dict[str, float] = lexicon.of("forms", "ru")["rare_nominatives"]
    return min((weight for e, weight in endings.items() if re.search(e + "$", word)), default=1.0)


def _of_dictionary(word: str) -> Iterator[tuple[Any, tuple[str, str], Reading]]:
    if not is_known(word) or word.lower() in words_of("undeclined_names"):
        return
    for parse in parses(word):
        tag = parse.tag
        form = parse.inflect({"nomn"})
        name = any(t in tag for t in _NAME_TAGS)
        if "NOUN" not in tag or tag.number != "sing" or tag.case not in CASES or not form:
            continue
        weight = _COMMON if not name else _FIXED if "Fixd" in tag else 1.0
        if tag.case == "nomn" and word.lower() in words_of("rare_women"):
            weight = _RARE
        # men have surnames that are feminine nouns, too
        only = tag.gender == "masc" or (name and tag.gender)
        genders = (tag.gender,) if only else ("masc", "femn")
        for gender in genders:
            yield parse, (gender, tag.case), Reading(weight, form.word)
        if name and (tag.gender, tag.case) == ("masc", "nomn") and word[-1] not in _VOWELS:
            yield from ((parse, ("femn", c), Reading(_RARE, word.lower())) for c in CASES)


def _of_endings(
    word: str, *, surname: bool, known: set[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], Reading]]:
    # a form that the dictionary has as a man's genitive is seldom a name of its own: Карлоса
    rare = rarity(word) * (_SELDOM if ("masc", "gent") in known else 1.0)
    for key, reading in _declensions(word, surname=surname):
        unchanged = reading.nominative == word
        yield key, reading._replace(weight=reading.weight * (rare if unchanged else 1.0))


def _declensions(word: str, *, surname: bool) -> Iterator[tuple[tuple[str, str], Reading]]:
    forms = lexicon.of("forms", "ru")
    column = "surname" if surname else "given"
    for row in forms["undeclined"]:
        if re.search(f"(?:{row['ending']})$", word):
            weight = 1.0 if word in words_of("undeclined_names") else row[column]
            yield from (((row["gender"], case), Reading(weight, word)) for case in CASES)
    for row in forms["declensions"]:
        for case, ending in zip(CASES, row["cases"], strict=True):
            stem = word[: len(word) - len(ending)]
            if word.endswith(ending) and re.search(f"(?:{row.get('after', '')})$", stem):
                yield (row["gender"], case), Reading(row[column], stem + row["cases"][0])
