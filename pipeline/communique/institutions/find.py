"""Institutions of one article: which mentions stand for the same one, its name and country."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from typing import TYPE_CHECKING

from communique.institutions.groups import Group, group_mentions
from communique.institutions.same import is_acronym, normal
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

# Characters before an institution within which a country is taken for its own
_NEAR = 100

def institution_id(name: str) -> str:
    """The global id of an institution name: the same for the same name whatever case and signs."""
    return "i" + hashlib.sha256(normal(name).encode()).hexdigest()[:15]


def find_institutions(article: Article, mentions: Sequence[Mention]) -> tuple[Institution, ...]:
    """One record for each institution, in the order of first mention."""
    organisations = [mention for mention in mentions if mention.label == "ORG"]
    forms = {m.mention_id: dictionary_form(m.text, "ORG", article.language) for m in organisations}
    groups = group_mentions(article, organisations, forms)
    return tuple(_record(article, group, forms) for group in groups)


def _record(article: Article, group: Group, forms: dict[int, str]) -> Institution:
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


def _country(article: Article, group: Group, name: str) -> str | None:
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
