"""Which person mentions of an article are one person, and how that person is called."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import either
from communique.names.agreed import Named, agreed_form
from communique.names.forms import dictionary_form, is_inflected
from communique.names.same_person import is_initial, name_words, same_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Article, Mention

# Between a name and the same name in other letters: Ong Mei Hua (Онг Мэй Хуа
_ALIAS = re.compile(r"\s*[(/]\s*")
_ALIAS_GAP = 10  # characters that it has at most
# What may stand between a title and the name or institution that it goes with: г-н, «
_WORDS = re.compile(r"[^\W\d_\n]{0,25}[\s«»“”\"'-]*(?:[^\W\d_]{1,20}\.?[\s«»“”\"-]+){0,3}")


@dataclass(frozen=True)
class Person:
    """One person of an article; mentions in reading order."""

    name: str
    """The fullest name, in its dictionary form."""
    honorific: str | None
    mentions: tuple[Mention, ...]

    @property
    def person_id(self) -> str:
        """The global id of the name: the same for the same words in any order and case."""
        key = " ".join(sorted(name_words(self.name)))
        return "p" + hashlib.sha256(key.encode()).hexdigest()[:15]


def find_persons(article: Article, mentions: Sequence[Mention]) -> tuple[Person, ...]:
    """The persons of an article in the order of their first mention."""
    named = [mention for mention in mentions if mention.label == "PERSON"]
    forms = {m.mention_id: dictionary_form(m.text, "PERSON", article.language) for m in named}
    cases = is_inflected("PERSON", article.language)
    groups: list[list[Mention]] = []
    # the fullest names first, so that a surname finds the full name it repeats
    for mention in sorted(
        named, key=lambda m: (-len(name_words(forms[m.mention_id])), m.start_char)
    ):
        form = forms[mention.mention_id]
        fitting = [
            group
            for group in groups
            if same_person(form, forms[group[0].mention_id], article.language, cases=cases)
        ] or [group for group in groups if any(_is_alias(article, one, mention) for one in group)]
        if fitting:
            min(fitting, key=lambda g: min(_distance(m, mention) for m in g)).append(mention)
        else:
            groups.append([mention])
    titles = _titles_beside(article, mentions) if cases else {}
    persons = [
        _person(article, sorted(g, key=lambda m: m.start_char), forms, titles) for g in groups
    ]
    return tuple(sorted(persons, key=lambda person: person.mentions[0].start_char))


def _is_alias(article: Article, one: Mention, other: Mention) -> bool:
    """Whether one of two mentions stands in brackets after the other."""
    first, second = sorted((one, other), key=lambda mention: mention.start_char)
    if second.start_char - first.end_char > _ALIAS_GAP:
        return False
    return _ALIAS.fullmatch(article.text, first.end_char, second.start_char) is not None


def _distance(one: Mention, other: Mention) -> int:
    """Characters between two mentions; what comes later counts twice as far."""
    gap = one.start_char - other.start_char
    return -gap if gap < 0 else 2 * gap


def _titles_beside(article: Article, mentions: Sequence[Mention]) -> dict[int, str]:
    """The titles that stand in the same case as the name beside them, by the name's mention id.

    Right before the name, with at most its institution between, or behind a comma.
    """
    ordered = sorted((m for m in mentions if m.label != "DATE"), key=lambda m: m.start_char)
    found: dict[int, str] = {}
    for number, person in enumerate(ordered):
        if person.label != "PERSON":
            continue
        before = ordered[max(0, number - 2) : number]
        if before and before[-1].label == "ORG" and len(before) > 1:
            title, *between = before
        else:
            title, between = (before or [person])[-1], []
        after = ordered[number + 1] if number + 1 < len(ordered) else person
        if title.label == "TITLE" and _is_open(article, [title, *between, person]):
            found[person.mention_id] = title.text
        elif after.label == "TITLE" and article.text[person.end_char : after.start_char] == ", ":
            found[person.mention_id] = after.text
    return found


def _is_open(article: Article, mentions: Sequence[Mention]) -> bool:
    """Whether nothing but blanks and small letters stands between mentions."""
    return all(
        _WORDS.fullmatch(article.text, one.end_char, other.start_char) is not None
        for one, other in pairwise(mentions)
    )


def _person(
    article: Article, mentions: list[Mention], forms: dict[int, str], titles: dict[int, str]
) -> Person:
    fullest = max(_fullness(forms[mention.mention_id]) for mention in mentions)
    full: list[Named] = []
    short: list[Named] = []
    for mention in mentions:
        named = Named(mention.text, titles.get(mention.mention_id))
        (full if _fullness(forms[mention.mention_id]) == fullest else short).append(named)
    name = agreed_form(full, short, article.language)
    honorifics = [h for m in mentions if (h := honorific_before(article, m))]
    return Person(name, max(honorifics, key=_degrees, default=None), tuple(mentions))


def _degrees(honorific: str) -> int:
    """Degrees (``PGS.TS.``) say more than a form of address (``ông``)."""
    return honorific.count(".")


def _fullness(name: str) -> float:
    """How much of a name is written out; an initial counts less than a word."""
    return sum(0.1 if is_initial(word) else 1.0 for word in name_words(name))


def honorific_before(article: Article, mention: Mention) -> str | None:
    """The degrees and forms of address that stand before (or, in some languages, after) a name."""
    before, after = _honorific_patterns(article.language)
    line_start = article.text.rfind("\n", 0, mention.start_char) + 1
    context = article.text[max(line_start, mention.start_char - 60) : mention.start_char]
    if match := before.search(context):
        return match.group("honorific").strip()
    match = after.match(article.text, mention.end_char)
    return match.group("honorific").strip() if match else None


@cache
def _honorific_patterns(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    chosen = lexicon.or_all("honorifics", language)
    before = either(word for data in chosen for word in data["before"])
    after = either(word for data in chosen for word in data.get("after", ()))
    return (
        re.compile(rf"(?<!\.)(?P<honorific>(?:(?:{before})[\s,]*)+)\Z", re.IGNORECASE),
        re.compile(rf",?\s*(?P<honorific>{after})", re.IGNORECASE),
    )
