"""The nominative of Russian titles and institutions, with agreement inside the phrase.

Only the head noun and the words that agree with it change; what depends on it stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from communique.names.russian.heads import WORD, Head, find_head, listed
from communique.names.russian.words import adjectives_of, like, nouns_of, split_hyphen

_AND = re.compile(r"\s+и\s+")
_DASH = re.compile(r"\s+[–—-]\s+")
_HIGHER = {"masc": "высший", "femn": "высшая", "neut": "высшее"}
_DECLINED_ACRONYM = re.compile(r"([А-ЯЁ]{2,})-?(?:а|у|ом|ем|е|ы|ов|ам|ами|ах)(?!\w)")


@lru_cache(maxsize=1 << 14)
def phrase_nominative(text: str, *, singular: bool) -> str:
    """The words before the head noun and the noun itself in the nominative, the rest as it is.

    What stands beside the head (``президентом – ректором``, ``библиотеки и архива``) goes with it.

    Args:
        text: a title or the name of an institution or place.
        singular: whether a plural is of one of several persons, and becomes a singular.
    """
    if acronym := _DECLINED_ACRONYM.match(text):
        return acronym[1] + text[acronym.end() :]
    if text.isupper() and " " in text:
        return phrase_nominative(text.lower(), singular=singular).upper()
    pieces = _DASH.split(text)
    head = find_head(pieces[0])
    if head is None:
        return text
    phrases = [_inflect(pieces[0], head, singular=singular)]
    for piece in pieces[1:]:
        beside = find_head(piece)
        joined = beside is not None and beside.place == head.place and head.place[0] != "nomn"
        phrases.append(_inflect(piece, beside, singular=singular) if beside and joined else piece)
    dashes = _DASH.findall(text)
    return phrases[0] + "".join(d + p for d, p in zip(dashes, phrases[1:], strict=True))


def _inflect(text: str, head: Head, *, singular: bool) -> str:
    """A phrase with its head, the words that agree with it and what stands beside it inflected."""
    tag = head.form.parse.tag
    if head.place == ("nomn", "sing"):
        return text
    number = "sing" if singular else tag.number or "sing"
    noun = head.form.inflected({"nomn", number})
    if noun is None:
        return text
    wanted = {"nomn", number} | ({tag.gender} if number == "sing" and tag.gender else set())
    words = [(word, _modifier_form(word.group(), wanted)) for word in head.modifiers]
    words.append((head.word, _first_part(head) + noun))
    start, position = "", 0
    for word, form in words:
        start += text[position : word.start()] + like(word.group(), form)
        position = word.end()
    tail = _coordinated(text[position:], head, singular=singular)
    return start + (_unit_in_singular(tail) if singular and tag.number == "plur" else tail)


def _first_part(head: Head) -> str:
    """What stands before the hyphen: inflected in советника-посланника, not in вице-президента."""
    first = split_hyphen(head.word.group())[0].lower()
    for form in nouns_of(first.rstrip("-")) if first else []:
        tag = form.parse.tag
        if (tag.case, tag.number) == head.place and tag.case != "nomn":
            return f"{form.inflected({'nomn', 'sing'})}-"
    return first


def _coordinated(tail: str, head: Head, *, singular: bool) -> str:
    """What follows the head, inflected where it is a second head: ``библиотеки и архива``."""
    joined = _AND.match(tail)
    other = find_head(tail[joined.end() :]) if joined else None
    if not joined or not other or other.place != head.place or head.place[0] == "nomn":
        return tail
    return joined.group() + _inflect(tail[joined.end() :], other, singular=singular)


def _unit_in_singular(tail: str) -> str:
    """``институтов`` → ``института`` after the office that persons hold in one each."""
    word = WORD.match(tail, 1)
    for form in nouns_of(word.group()) if word else []:
        parse = form.parse
        if (parse.tag.case, parse.tag.number) == ("gent", "plur") and _is_unit(parse):
            one = parse.inflect({"gent", "sing"})
            return f"{tail[0]}{one.word}{tail[word.end() :]}" if one and word else tail
    return tail


def _is_unit(parse: Any) -> bool:
    return parse.normal_form in listed("units")


def _modifier_form(modifier: str, wanted: set[str]) -> str:
    first, last = split_hyphen(modifier)
    # pymorphy3 takes these for superlatives and makes "Высочайшая школа" of "Высшей школы"
    if last.lower().startswith("высш"):
        return first.lower() + next((w for g, w in _HIGHER.items() if g in wanted), "высшие")
    forms = adjectives_of(modifier)
    form = next((f for f in forms if f.parse.normal_form in listed("adjectives")), forms[0])
    inflected = form.inflected(wanted) or form.inflected({"nomn"}) or last
    return first.lower() + inflected
