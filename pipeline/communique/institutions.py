"""Institutions of one article: which mentions stand for the same one, its name and country."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.names.countries import (
    country_named,
    country_of,
    country_of_city,
    home_of,
    is_international,
)
from communique.names.forms import dictionary_form
from communique.records import Article, Institution, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

# Between a name and its acronym or translation in brackets: "Academy (APA", "Академия («РАНХиГС"
_BRACKET = re.compile(r"\s*[»”\"]?\s*[(\[/]\s*[«“\"]?\s*")
# A single word shorter than this is too common to stand for a longer name
_SHORTEST = 6
# Characters before an institution within which a country is taken for its own
_NEAR = 100
_SIGNS = re.compile(r"[^\w\s]")


@dataclass
class _Group:
    """Mentions of one institution."""

    mentions: list[Mention]
    forms: set[str] = field(default_factory=set)


def institution_id(name: str) -> str:
    """The global id of an institution name: the same for the same name whatever case and signs."""
    return "i" + hashlib.sha256(normal(name).encode()).hexdigest()[:15]


def normal(name: str) -> str:
    """A name for comparison: lower case, without punctuation and surplus blanks."""
    return " ".join(_SIGNS.sub(" ", name.casefold()).split())


def is_acronym(text: str) -> bool:
    """Whether a mention is an acronym: one short word, most of its letters upper case."""
    letters = [char for char in text if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    return (
        " " not in text and 2 <= len(letters) <= 12 and capitals > 1 and capitals * 2 > len(letters)
    )


def find_institutions(article: Article, mentions: Sequence[Mention]) -> tuple[Institution, ...]:
    """One record for each institution, in the order of first mention."""
    organisations = [mention for mention in mentions if mention.label == "ORG"]
    forms = {m.mention_id: dictionary_form(m.text, "ORG", article.language) for m in organisations}
    groups: list[_Group] = []
    for mention in organisations:
        form = forms[mention.mention_id]
        group = _find_group(article.text, groups, mention, form)
        if group is None:
            group = _Group([])
            groups.append(group)
        group.mentions.append(mention)
        group.forms.add(normal(form))
    return tuple(_record(article, group, forms) for group in groups)


def _find_group(text: str, groups: list[_Group], mention: Mention, form: str) -> _Group | None:
    """The institution that a mention stands for, if it was named before."""
    key = normal(form)
    for group in reversed(groups):
        if key in group.forms or _in_brackets(text, group.mentions[-1], mention):
            return group
    for group in reversed(groups):
        if any(_stands_for(form, earlier.text) for earlier in group.mentions):
            return group
    # a shortened form counts only where one longer name alone can be meant
    shortened = [
        group
        for group in groups
        if any(_shortens(key, known) or _shortens(known, key) for known in group.forms)
    ]
    return shortened[0] if len(shortened) == 1 else None


def _in_brackets(text: str, before: Mention, mention: Mention) -> bool:
    between = text[before.end_char : mention.start_char]
    if not _BRACKET.fullmatch(between):
        return False
    # two full names in brackets after each other are one institution, two acronyms are not
    return not (is_acronym(before.text) and is_acronym(mention.text))


def _stands_for(one: str, other: str) -> bool:
    """Whether one name is the other's acronym by initials: ``ЕНУ`` of ``Евразийский …``.

    ``ВИУ РАНХиГС`` is one of ``Волгоградский институт управления – филиал РАНХиГС``, too.
    """
    acronym, name = (one, other) if _all_acronyms(one) else (other, one)
    if not _all_acronyms(acronym) or _all_acronyms(name):
        return False
    words = [word for word in re.findall(r"[^\W\d]+", name) if word not in acronym.split()]
    wanted = "".join(c for w in acronym.split() if w not in name.split() for c in w if c.isalpha())
    letters = "".join(word[0] for word in words).casefold()
    capitals = "".join(word[0] for word in words if word[0].isupper()).casefold()
    wanted = wanted.casefold()
    return len(wanted) > 2 and (letters.startswith(wanted) or capitals == wanted)


def _all_acronyms(text: str) -> bool:
    return all(is_acronym(word) for word in text.split())


def _shortens(short: str, full: str) -> bool:
    """Whether a name is the beginning or the end of a longer one, by whole words."""
    if len(short) < _SHORTEST:
        return False
    # one word may begin the name (Mazhilis of ...); at its end it is often a place
    return full.startswith(short + " ") or (" " in short and full.endswith(" " + short))


def _record(article: Article, group: _Group, forms: dict[int, str]) -> Institution:
    names = [forms[mention.mention_id] for mention in group.mentions]
    full = [name for name in names if not is_acronym(name)]
    name = max(full or names, key=lambda name: (not name.isupper(), len(name)))
    acronyms = [mention.text for mention in group.mentions if is_acronym(mention.text)]
    return Institution(
        institution_id=institution_id(name),
        name=name,
        acronym=acronyms[0] if acronyms else None,
        country=_country(article, group, name),
        mention_ids=tuple(mention.mention_id for mention in group.mentions),
    )


def _country(article: Article, group: _Group, name: str) -> str | None:
    """The country in the name, else one beside a mention, else the article's own."""
    language = article.language
    if is_international(name, language):
        return None
    for candidate in [name, *(mention.text for mention in group.mentions)]:
        if country := country_of(candidate, language) or country_of_city(candidate, language):
            return country
    for mention in group.mentions:
        if country := _country_beside(article, mention):
            return country
    near = Counter(c for m in group.mentions if (c := _country_near(article, m)))
    home = home_of(language, article.site)
    return home or (near.most_common(1)[0][0] if near else None)


def _country_near(article: Article, mention: Mention) -> str | None:
    """The country that the same line names last before an institution."""
    line_start = article.text.rfind("\n", 0, mention.start_char) + 1
    window = article.text[max(line_start, mention.start_char - _NEAR) : mention.start_char]
    found = [
        country
        for word in re.findall(r"[^\W\d_]+", window)
        if (country := country_named(word, article.language))
    ]
    return found[-1] if found else None


def _country_beside(article: Article, mention: Mention) -> str | None:
    # in brackets, after a comma, or after the Vietnamese word for "of"
    after = article.text[mention.end_char : mention.end_char + 40]
    match = re.match(r"\s*(?:[(,]\s*|của\s+)([^,.;)\n]{2,30})", after)
    if match and (country := country_named(match.group(1), article.language)):
        return country
    words = (
        article.text[max(0, mention.start_char - 25) : mention.start_char].split(".")[-1].split()
    )
    return country_named(words[-1], article.language) if words else None
