"""The words that stand between a person, a title and an institution, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique import lexicon
from communique.lexicon.phrases import either, phrase_pattern


@dataclass(frozen=True)
class LinkWords:
    """One language's words that may stand between a person, a title and an institution."""

    between: re.Pattern[str]
    fillers: re.Pattern[str]
    joining: re.Pattern[str]
    of: re.Pattern[str]
    leads: re.Pattern[str]
    closes: re.Pattern[str]
    own: re.Pattern[str]
    host: re.Pattern[str]
    guest: re.Pattern[str]
    receives: re.Pattern[str]
    visits: re.Pattern[str]
    heads: re.Pattern[str]
    territorial: re.Pattern[str]
    occupations: re.Pattern[str]
    kinds: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


@cache
def link_words(language: str | None) -> LinkWords:
    """A language's words; English ones for a language without a file."""
    data = lexicon.or_english("links", language)
    honorifics = lexicon.of("honorifics", language)
    forms = [*honorifics.get("before", ()), *honorifics.get("after", ())]
    return LinkWords(
        between=phrase_pattern([*data["between"], *forms]),
        fillers=phrase_pattern([*data["between"], *data["of"], *data["and"], *forms]),
        joining=phrase_pattern(data["and"]),
        of=re.compile(rf"[\s«“\"»”]*(?:(?:{either(data['of'])})[\s«“\"]*)*", re.IGNORECASE),
        leads=phrase_pattern(data["leads"]),
        closes=phrase_pattern(data.get("closes", ())),
        own=phrase_pattern(data.get("own", ())),
        host=phrase_pattern(data.get("host", ())),
        guest=phrase_pattern(data.get("guest", ())),
        receives=phrase_pattern(data.get("receives", ())),
        visits=phrase_pattern(data.get("visits", ())),
        heads=phrase_pattern(data["heads"]),
        territorial=phrase_pattern(data["territorial"]),
        occupations=phrase_pattern(data.get("occupations", ())),
        kinds=tuple(
            (phrase_pattern(k["titles"]), phrase_pattern(k["heads"])) for k in data["kinds"]
        ),
    )
