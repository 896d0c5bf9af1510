"""The nominative of Russian names, titles and institutions, with agreement inside the phrase.

Word forms come from pymorphy3 (OpenCorpora dictionary and its predictor for unknown words).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import pymorphy3

if TYPE_CHECKING:
    from communique.records import Label

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAME_TAGS = ("Name", "Surn", "Patr")
_HIGHER = {"masc": "высший", "femn": "высшая", "neut": "высшее"}
# Endings of surnames that are surely declined, for words that are in no dictionary
_DECLINED = re.compile(
    r"(?:[оеё]в|[иы]н|[оеё]ва|[иы]на|ск(?:ий|ая)|цк(?:ий|ая)|ич|[вч]на|ян|[уюя]к|аль|ель|ер|ин|он|ан|ат|ек|ик)$"
)
_MASCULINE_ENDINGS = {
    "gent": ("а",),
    "accs": ("а",),
    "datv": ("у",),
    "ablt": ("ом", "ем"),
    "loct": ("е",),
}
_MODIFIERS = ("ADJF", "PRTF", "NUMR")
# Abbreviated first words that govern the rest in the genitive: the phrase is in its nominative.
_ACRONYM = re.compile(r"(?:^|-)[^-]*[А-ЯЁA-Z][^-]*[А-ЯЁA-Z]")
_GOVERNING = re.compile(r"(?:и\.\s?о\.|врио|и\.\s?о|экс)(?!\w)", re.IGNORECASE)


@cache
def _analyzer() -> Any:
    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=50_000)
def _parses(word: str) -> tuple[Any, ...]:
    return tuple(_analyzer().parse(word))


def nominative(text: str, label: Label) -> str:
    """The dictionary form of a name, title or institution.

    >>> nominative("Российской академией народного хозяйства", "ORG")
    'Российская академия народного хозяйства'
    """
    if not re.search("[а-яё]", text):
        return text  # an acronym, a name in another script, or a headline
    return _person(text) if label == "PERSON" else _phrase(text, singular=label == "TITLE")


def _like(model: str, word: str) -> str:
    """``word`` with the capitals of ``model``, part by part of a hyphenated word."""
    pairs = zip(model.split("-"), word.split("-"), strict=False)
    parts = [p.capitalize() if m[:1].isupper() else p for m, p in pairs]
    return "-".join(parts) if model.count("-") == word.count("-") else word


def _person(text: str) -> str:
    words = [m for m in _WORD.finditer(text) if len(m.group()) > 1 and m.group()[0].isupper()]
    readings = {m.group(): _name_readings(m.group()) for m in words}
    scores: dict[tuple[str, str], float] = {}
    for found in readings.values():
        for key, (score, _) in found.items():
            scores[key] = scores.get(key, 0.0) + 1.0 + score / 100
    if not scores:
        return text
    # where as many words of a full name can be nominatives, they are: Евгения Пак, not Евгений
    full = len(words) > 1 or "." in text
    gender, case = max(
        scores, key=lambda key: (int(scores[key]), full and key[1] == "nomn", scores[key])
    )
    if case == "nomn":
        return text
    return _replace(
        text,
        {m.start(): _nominative_name(m.group(), readings[m.group()], gender, case) for m in words},
    )


def _name_readings(word: str) -> dict[tuple[str, str], tuple[float, Any]]:
    """The best parse of a word as part of a name, by gender and case."""
    found: dict[tuple[str, str], tuple[float, Any]] = {}
    for parse in _parses(word):
        tag = parse.tag
        if "NOUN" not in tag or tag.number != "sing" or not any(t in tag for t in _NAME_TAGS):
            continue
        if not _analyzer().word_is_known(word) and not _DECLINED.search(parse.normal_form):
            continue
        # a given name is surer than a surname, a declined form than one that never changes
        score = parse.score + ("Surn" not in tag) - ("Fixd" in tag)
        for gender in (tag.gender,) if tag.gender else ("masc", "femn"):
            key = (gender, tag.case)
            if tag.case and (key not in found or found[key][0] < score):
                found[key] = (score, parse)
    return found


def _nominative_name(
    word: str, readings: dict[tuple[str, str], tuple[float, Any]], gender: str, case: str
) -> str:
    chosen = readings.get((gender, case))
    if chosen:
        form = chosen[1].inflect({"nomn"})
        return _like(word, form.word) if form else word
    # a foreign surname that no dictionary knows: the ending of the case after a consonant
    endings = _MASCULINE_ENDINGS.get(case, ()) if gender == "masc" else ()
    for ending in endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and stem[-1] in "бвгджзклмнпрстфхцчшщ":
            return stem
    return word


def _phrase(text: str, *, singular: bool) -> str:
    """The words before the head noun and the noun itself in the nominative, the rest as it is."""
    if _GOVERNING.match(text):
        return text
    modifiers: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word in ("и", "по") and modifiers:
            continue
        quoted = text[match.start() - 1 : match.start()] in ("«", "“", '"')
        if quoted or _ACRONYM.search(word):
            return text
        nouns = [p for p in _parses(word) if "NOUN" in p.tag]
        if _modifies(text, match):
            modifiers.append(match)
            continue
        if not nouns:
            return text
        return _agree(text, modifiers, match, nouns, singular=singular)
    return text


def _modifies(text: str, match: re.Match[str]) -> bool:
    """Whether a word is an adjective of the noun that follows, and no noun itself."""
    adjective = sum(p.score for p in _parses(match.group()) if p.tag.POS in _MODIFIERS)
    following = _WORD.match(text, match.end() + 1)
    if adjective == 0 or following is None:
        return False
    nouns = [p for p in _parses(following.group()) if "NOUN" in p.tag]
    return adjective > 0.4 or any(_agrees(match.group(), noun) for noun in nouns)


def _agree(
    text: str,
    modifiers: list[re.Match[str]],
    head: re.Match[str],
    nouns: list[Any],
    *,
    singular: bool,
) -> str:
    fitting = [n for n in nouns if all(_agrees(m.group(), n) for m in modifiers)]
    if not fitting:
        return text
    noun = min(fitting, key=lambda n: (n.tag.number == "plur", n.tag.case != "nomn", -n.score))
    number = "sing" if singular and noun.tag.number == "plur" else noun.tag.number or "sing"
    form = noun.inflect({"nomn", number})
    if form is None:
        return text
    words = {head.start(): _like(head.group(), form.word)}
    for modifier in modifiers:
        wanted = {"nomn", number} | (
            {noun.tag.gender} if number == "sing" and noun.tag.gender else set()
        )
        word = _modifier_form(modifier.group(), wanted)
        if word:
            words[modifier.start()] = _like(modifier.group(), word)
    return _replace(text, words)


def _modifier_form(modifier: str, wanted: set[str]) -> str | None:
    # pymorphy3 takes these for superlatives and makes "Высочайшая школа" of "Высшей школы"
    if modifier.casefold().startswith("высш"):
        return next((w for g, w in _HIGHER.items() if g in wanted), "высшие")
    parse = next(p for p in _parses(modifier) if p.tag.POS in _MODIFIERS)
    inflected = parse.inflect(wanted) or parse.inflect({"nomn"})
    return str(inflected.word) if inflected else None


def _agrees(modifier: str, noun: Any) -> bool:
    return any(
        p.tag.POS in _MODIFIERS
        and p.tag.case == noun.tag.case
        and p.tag.number == noun.tag.number
        and (noun.tag.number == "plur" or p.tag.gender in (noun.tag.gender, None))
        for p in _parses(modifier)
    )


def _replace(text: str, words: dict[int, str]) -> str:
    pieces, position = [], 0
    for match in _WORD.finditer(text):
        if match.start() in words:
            pieces += [text[position : match.start()], words[match.start()]]
            position = match.end()
    return "".join(pieces) + text[position:]
