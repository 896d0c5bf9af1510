"""Institutions of one article: which mentions stand for the same one, its name and country."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from communique.institutions.acronyms import is_acronym
from communique.institutions.country import Countries
from communique.institutions.groups import Group, group_mentions
from communique.institutions.kind import kind_of
from communique.institutions.same import normal
from communique.names.forms import dictionary_form
from communique.records import Article, Institution, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.mentions import SpanKnowledge


# Characters that tell the script of an article
_HEAD = 200


def institution_id(name: str) -> str:
    """The global id of an institution name: the same for the same name whatever case and signs."""
    return "i" + hashlib.sha256(normal(name).encode()).hexdigest()[:15]


def find_institutions(
    article: Article, mentions: Sequence[Mention], spans: SpanKnowledge | None = None
) -> tuple[Institution, ...]:
    """One record for each institution, in the order of first mention.

    ``spans`` is what the engine knows of institutions.
    """
    organisations = [mention for mention in mentions if mention.label == "ORG"]
    forms = {m.mention_id: dictionary_form(m.text, "ORG", article.language) for m in organisations}
    groups = group_mentions(article, organisations, forms)
    countries = Countries(article, mentions, groups, spans)
    script = _script(article.text[:_HEAD])
    return tuple(
        _record(group, countries.of(number), article.language, script)
        for number, group in enumerate(groups)
    )


def _record(group: Group, country: str | None, language: str | None, script: str) -> Institution:
    full = [name for name in group.names if not is_acronym(name)]
    # what it is called in another script may stand behind in brackets
    own = [name for name in full if script in _scripts(name)]
    name = max(own or full or group.names, key=lambda name: (not name.isupper(), len(name)))
    acronyms = [mention.text for mention in group.mentions if is_acronym(mention.text)]
    return Institution(
        institution_id=institution_id(name),
        name=name,
        acronym=acronyms[0] if acronyms else None,
        country=country,
        kind=kind_of(name, language),
        mention_ids=tuple(mention.mention_id for mention in group.mentions),
    )


def _script(text: str) -> str:
    """The script that most letters of a text are in, as Unicode calls it."""
    return max(scripts := _scripts(text), key=scripts.__getitem__, default="")


def _scripts(text: str) -> Counter[str]:
    return Counter(map(_script_of, filter(str.isalpha, text)))


@cache
def _script_of(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
