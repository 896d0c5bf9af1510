"""The country of an institution: in its name, beside it, or told by the rest of the article.

The countries that an article names are scored by signals whose weights were fitted on the
training articles of ``corpus/gold`` (``models/training/countries.py``).
"""

from __future__ import annotations

import math
import re
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.institutions.cues import Cues
from communique.institutions.near import near
from communique.lexicon.phrases import name_pattern
from communique.names.countries import is_international
from communique.names.nations import nations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.institutions.groups import Group
    from communique.mentions import SpanKnowledge
    from communique.records import Article, Mention

Signals = dict[str, float]

# A person's name this likely from a country brings that country in
_LIKELY = 0.5
# What the engine's log-odds are worth against the score of the signals: it is too sure of articles
# that it was not trained on. The least probability, and that of a country which no word names
_ENGINE, _LEAST, _UNNAMED = 0.4, 1e-3, 0.02
# What is likely and what is not, beside the likeliest country
_SURE, _NOT = 0.9, 0.1
_CYRILLIC = re.compile(r"[А-Яа-яЁё]{2}")


class Countries:
    """The countries that an article names, as candidates for its institutions.

    ``spans`` is what the engine knows.
    """

    def __init__(
        self,
        article: Article,
        mentions: Sequence[Mention],
        groups: Sequence[Group],
        spans: SpanKnowledge | None = None,
    ) -> None:
        self._cues = Cues(article, mentions, groups)
        self._spans = spans
        self._in_cyrillic = _CYRILLIC.search(article.text) is not None

    def of(self, number: int) -> str | None:
        """The country of an institution, by its number; None where none is likely enough."""
        told = self._told(number)
        scored = [
            (score(signals) + _ENGINE * told.get(code, told.get(None, 0.0)), code)
            for code, signals in self.options(number)
        ]
        best = max(scored, default=None)
        return best[1] if best and best[0] > 0 else None

    def _told(self, number: int) -> dict[str | None, float]:
        """The engine's log-odds of each country against none; under None those of all others."""
        if self._spans is None or not self._cues.all:
            return {}
        places = [(cue.start, cue.end) for cue in self._cues.all]
        mentions = self._cues.groups[number].mentions
        likely = [self._spans.country((m.start_char, m.end_char), places) for m in mentions]
        shares: dict[str | None, float] = {None: _UNNAMED}
        for cue, *values in zip(self._cues.all, *likely, strict=True):
            shares[cue.country] = shares.get(cue.country, 0.0) + sum(values) / len(values)
        none = max(1 - sum(sum(values) for values in likely) / len(likely), _LEAST)
        return {code: math.log(max(share, _LEAST) / none) for code, share in shares.items()}

    def options(self, number: int) -> list[tuple[str, Signals]]:
        """The candidates with what speaks for each."""
        cues = self._cues
        codes = [*cues.counts, *cues.named[number], *cues.towns[number], *filter(None, [cues.home])]
        for person in cues.beside[number]:
            codes += [code for code, value in nations(person.text).items() if value > _LIKELY]
        kind = self._kind(number)
        return [(code, self._signals(number, code, kind)) for code in dict.fromkeys(codes)]

    def _signals(self, number: int, code: str, kind: Signals) -> Signals:
        home = code == self._cues.home
        found: Signals = {
            "bias": 1.0,
            **self._name(number, code),
            **self._article(number, code),
            **kind,
            **{f"{name}_home": home and kind[name] for name in ("worldly", "foreign")},
            **self._nation(number, code),
            **near(self._cues, number, code),
        }
        return {name: float(value) for name, value in found.items() if value}

    def _name(self, number: int, code: str) -> Signals:
        """What the names of the institution say."""
        named, owned = self._cues.named[number], self._cues.owned(number)
        towns = self._cues.towns[number]
        known = code in towns and code in self._cues.counts
        return {
            "town": towns[:1] == [code],
            "town_later": code in towns[1:],
            "town_named": known,
            "town_other": bool(towns) and code not in towns,
            "name": owned and named[0] == code,
            "name_later": owned and code in named[1:],
            "name_other": owned and code not in named,
            "city": not owned and code in named,
            "city_other": not owned and bool(named) and code not in named,
        }

    def _article(self, number: int, code: str) -> Signals:
        """How much the article speaks of the country, and of no other."""
        cues, named = self._cues, self._cues.named[number]
        others = sum(cues.others.values()) - bool(named)
        mine = cues.others[code] - (named[:1] == [code])
        first = bool(cues.all) and cues.all[0].country == code
        found: Signals = {
            "share": cues.counts[code] / max(sum(cues.counts.values()), 1),
            "free_share": cues.free[code] / max(sum(cues.free.values()), 1),
            "others": mine / others if others else 0.0,
            "only": list(cues.counts) == [code],
            "home": code == cues.home,
            "first": first,
            "unnamed": code not in cues.counts,
        }
        if not named:
            found |= {f"bare_{name}": value for name, value in found.items()}
            found["leading_first"] = number == 0 and first
            found["leading_home"] = number == 0 and code == cues.home
        return found

    def _kind(self, number: int) -> Signals:
        """Whether the institution belongs to many countries, or is named in foreign letters."""
        language, group = self._cues.article.language, self._cues.groups[number]
        names = [*group.names, *(mention.text for mention in group.mentions)]
        international = any(is_international(name, language) for name in names)
        named = bool(self._cues.named[number])
        worldly = any(_worldly(language).search(name) for name in names)
        worldly = worldly and not international and not named
        foreign = self._in_cyrillic and not any(_CYRILLIC.search(name) for name in group.names)
        return {
            "international": international,
            "international_named": international and named,
            "worldly": worldly,
            "foreign": foreign,
        }

    def _nation(self, number: int, code: str) -> Signals:
        """Whether the persons beside an institution have names of a country."""
        found = [self._cues.relative(person, code) for person in self._cues.beside[number]]
        if not found:
            return {}
        mean = sum(found) / len(found)
        kind = "named_" if self._cues.named[number] else ""
        return {
            f"{kind}nation": mean,
            f"{kind}nation_sure": mean > _SURE,
            f"{kind}nation_no": mean < _NOT,
        }


@cache
def _worldly(language: str | None) -> re.Pattern[str]:
    tables = [lexicon.of("countries", code) for code in dict.fromkeys([language, "en"])]
    return name_pattern(word for table in tables for word in table.get("worldly", ()))


def score(signals: Signals) -> float:
    """The weighted sum of a country's signals; above 0 it is likelier than none."""
    weights = lexicon.weights("countries")
    return sum(weights.get(name, 0.0) * value for name, value in signals.items())
