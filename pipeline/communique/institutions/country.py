"""The country of an institution: in its name, beside it, or told by the rest of the article.

The countries that an article names are scored by signals whose weights were fitted on the
training articles of ``corpus/gold`` (``models/training/countries.py``).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import either, name_pattern
from communique.names.countries import country_of_city, home_of, is_international
from communique.names.country_words import countries_in, country_of_place
from communique.names.nations import nations
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.institutions.groups import Group
    from communique.records import Article, Mention

Signals = dict[str, float]
# A dateline ends within this many characters; a country beside is within so many letters
_DATELINE, _BESIDE = 80, 8
# Characters between an institution and a person whose name may tell its country
_REACH = 90
# A person's name this likely from a country brings that country in
_LIKELY = 0.5
_FOREIGN = re.compile(r"[A-Za-z]{2}")
_NATIVE = re.compile(r"[А-Яа-яЁё]{2}")


@dataclass(frozen=True)
class Cue:
    """A word that points to a country, and the institution in whose name it stands."""

    start: int
    end: int
    country: str
    owner: int | None
    is_place: bool = False


class Countries:
    """The countries that an article names, as candidates for its institutions."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], groups: Sequence[Group]
    ) -> None:
        self._article = article
        self._groups = groups
        self._sentences = Sentences(article.text)
        self._spans = [
            (mention.start_char, mention.end_char, number)
            for number, group in enumerate(groups)
            for mention in group.mentions
        ]
        self.home = home_of(article.language, article.site)
        self.cues = self._find_cues(mentions)
        self._counts = Counter(cue.country for cue in self.cues)
        self._free = Counter(cue.country for cue in self.cues if cue.owner is None)
        self.named = [self._named(number) for number in range(len(groups))]
        self._people = [mention for mention in mentions if mention.label == "PERSON"]
        self._beside = self._find_beside()
        self._of = _of(article.language)
        self._others = Counter(codes[0] for codes in self.named if codes)

    def _find_cues(self, mentions: Sequence[Mention]) -> list[Cue]:
        article = self._article
        found = [
            Cue(word.start, word.end, word.country, self._owner(word.start))
            for word in countries_in(article.text, article.language)
        ]
        for place in mentions:
            if place.label != "LOC":
                continue
            if any(c.start < place.end_char and place.start_char < c.end for c in found):
                continue
            if country := country_of_place(place.text, article.language):
                found.append(Cue(place.start_char, place.end_char, country, None, is_place=True))
        return sorted(found, key=lambda cue: cue.start)

    def _owner(self, position: int) -> int | None:
        return next((n for start, end, n in self._spans if start <= position < end), None)

    def _named(self, number: int) -> list[str]:
        """The countries in the names of an institution, else that of a city in them."""
        codes = [cue.country for cue in self.cues if cue.owner == number]
        if codes:
            return list(dict.fromkeys(codes))
        language = self._article.language
        for name in self._groups[number].names:
            if city := country_of_city(name, language):
                return [city]
        return []

    def of(self, number: int) -> str | None:
        """The country of an institution, by its number; None where none is likely enough."""
        scored = [(score(signals), code) for code, signals in self.options(number)]
        best = max(scored, default=None)
        return best[1] if best and best[0] > 0 else None

    def options(self, number: int) -> list[tuple[str, Signals]]:
        """The candidates with what speaks for each."""
        codes = [*self._counts, *self.named[number]]
        if self.home:
            codes.append(self.home)
        for person in self._beside[number]:
            codes += [code for code, value in nations(person.text).items() if value > _LIKELY]
        return [(code, self.signals(number, code)) for code in dict.fromkeys(codes)]

    def signals(self, number: int, code: str) -> Signals:
        """What speaks for a country as that of an institution."""
        group = self._groups[number]
        total = sum(self._counts.values())
        free = sum(self._free.values())
        owned = [cue for cue in self.cues if cue.owner == number]
        named = self.named[number]
        others = sum(self._others.values()) - bool(named)
        mine = self._others[code] - (named[:1] == [code])
        found: Signals = {
            "bias": 1.0,
            "name": bool(owned) and named[0] == code,
            "name_later": bool(owned) and code in named[1:],
            "name_other": bool(owned) and code not in named,
            "city": not owned and code in named,
            "city_unnamed": not owned and code in named and code not in self._counts,
            "city_other": not owned and bool(named) and code not in named,
            "share": self._counts[code] / total if total else 0.0,
            "free_share": self._free[code] / free if free else 0.0,
            "others": mine / others if others else 0.0,
            "only": len(self._counts) == 1 and code in self._counts,
            "home": code == self.home,
            "first": bool(self.cues) and self.cues[0].country == code,
            "dateline": any(c.country == code and c.start < _DATELINE for c in self.cues),
            "unnamed": code not in self._counts,
        }
        if not named:
            found |= {f"_{name}": value for name, value in found.items() if name != "bias"}
        found |= self._around(group, number, code)
        found |= self._kind(group, number, code)
        found |= self._nation(number, code)
        return {name: float(value) for name, value in found.items() if value}

    def _kind(self, group: Group, number: int, code: str) -> Signals:
        language = self._article.language
        names = [*group.names, *(mention.text for mention in group.mentions)]
        international = any(is_international(name, language) for name in names)
        home = code == self.home
        worldly = any(_worldly(language).search(name) for name in names)
        named = bool(self.named[number])
        foreign = bool(
            _NATIVE.search(self._article.text)
            and not any(_NATIVE.search(name) for name in group.names)
        )
        return {
            "international": international,
            "international_named": international and named,
            "worldly": worldly and not international and not named,
            "worldly_home": worldly and not international and not named and home,
            "foreign_home": foreign and home,
            "foreign": foreign,
            "leading": number == 0 and not named,
            "leading_home": number == 0 and home and not named,
            "leading_first": number == 0
            and not named
            and bool(self.cues)
            and self.cues[0].country == code,
        }

    def _around(self, group: Group, number: int, code: str) -> Signals:
        """How near a country is named to a mention, and what is named nearer."""
        text = self._article.text
        best: Counter[str] = Counter()
        for mention in group.mentions:
            start, end = self._sentences.at(mention.start_char)
            cues = [c for c in self.cues if start <= c.start < end and c.owner is None]
            before = [c for c in cues if c.end <= mention.start_char]
            stop = self._unit_end(group, mention)
            after = [c for c in cues if c.start >= stop]
            if before:
                last = before[-1]
                gap = text[last.end : mention.start_char]
                letters = sum(char.isalpha() for char in gap)
                clear = not self._organisation_between(last.end, mention.start_char)
                same = last.country == code
                best["beside_before"] |= same and letters <= _BESIDE - 4 and clear
                best["just_before"] |= same and _BESIDE - 4 < letters <= 30 and clear
                best["last_before"] |= same and clear
                best["last_before_far"] |= same and not clear
            if after:
                first = after[0]
                gap = text[stop : first.start]
                letters = sum(char.isalpha() for char in gap)
                clear = not self._organisation_between(stop, first.start)
                of = clear and self._of.fullmatch(gap) is not None
                same = first.country == code
                best["in_bracket"] |= same and letters <= 3 and "(" in gap
                best["after_comma"] |= same and letters <= 3 and "," in gap and "(" not in gap
                best["beside_after"] |= same and of
                best["near_after"] |= same and letters <= 30 and clear
                best["first_after"] |= same and clear
            best["in_sentence"] |= any(c.country == code for c in cues)
            previous = [c for c in self.cues if c.end <= start and c.owner is None]
            best["last_of_text"] |= (
                not before and bool(previous) and previous[-1].country == code
            )
            neighbours = [c for c in self.cues if start <= c.start < end and c.owner is not None]
            best["neighbour"] |= any(c.country == code and c.owner != number for c in neighbours)
        near = {f"any_{name}": float(value) for name, value in best.items() if value}
        if not self.named[number]:
            near |= {name: float(value) for name, value in best.items() if value}
        if not self.named[number]:
            near |= self._paragraph(group, number, code)
        near["far_off"] = -math.log1p(
            min(
                (
                    abs(cue.start - mention.start_char)
                    for cue in self.cues
                    if cue.country == code and cue.owner is None
                    for mention in group.mentions
                ),
                default=2000,
            )
            / 100
        )
        return near

    def _paragraph(self, group: Group, number: int, code: str) -> Signals:
        """What the line of the first mention says, and what was named last before it."""
        mention = group.mentions[0]
        start = self._article.text.rfind("\n", 0, mention.start_char) + 1
        end = self._article.text.find("\n", mention.end_char)
        end = end if end >= 0 else len(self._article.text)
        cues = [c for c in self.cues if start <= c.start < end and c.owner != number]
        before = [c for c in self.cues if c.end <= mention.start_char and c.owner != number]
        people = [p for p in self._people if start <= p.start_char < end]
        nation = [self._relative(person, code) for person in people]
        everyone = [self._relative(person, code) for person in self._people]
        return {
            "paragraph_share": sum(c.country == code for c in cues) / len(cues) if cues else 0.0,
            "paragraph_first": bool(cues) and cues[0].country == code,
            "named_last": bool(before) and before[-1].country == code,
            "named_first": bool(self.cues) and self.cues[0].country == code,
            "paragraph_nation": sum(nation) / len(nation) if nation else 0.0,
            "everyone": sum(everyone) / len(everyone) if everyone else 0.0,
            "everyone_none": bool(everyone) and max(everyone) < 0.2,
        }

    def _unit_end(self, group: Group, mention: Mention) -> int:
        """Where a mention ends together with the acronym in brackets after it."""
        end = mention.end_char
        for other in group.mentions:
            between = self._article.text[end : other.start_char]
            if other.start_char >= end and between.strip(" »”\"") == "(":
                end = other.end_char
        return end

    def _nation(self, number: int, code: str) -> Signals:
        """Whether the persons beside an institution have names of a country."""
        found = [self._relative(person, code) for person in self._beside[number]]
        if not found:
            return {}
        best = sum(found) / len(found)
        named = "named_" if self.named[number] else ""
        return {f"{named}nation": best, f"{named}nation_sure": best > 0.9, f"{named}nation_no": best < 0.1}

    def _relative(self, person: Mention, code: str) -> float:
        likely = nations(person.text)
        codes = {*self._counts, *filter(None, [self.home])}
        most = max((likely.get(one, 0.0) for one in codes), default=0.0)
        return min(likely.get(code, 0.0) / most, 1.0) if most else 0.0

    def _find_beside(self) -> list[list[Mention]]:
        """For each institution the persons whose nearest one it is."""
        beside: list[list[Mention]] = [[] for _ in self._groups]
        for person in self._people:
            sentence = self._sentences.number(person.start_char)
            near = [
                (max(begin - person.end_char, person.start_char - end), number)
                for begin, end, number in self._spans
                if self._sentences.number(begin) == sentence
            ]
            if near and min(near)[0] <= _REACH:
                beside[min(near)[1]].append(person)
        return beside

    def _organisation_between(self, start: int, end: int) -> bool:
        return any(start <= begin and stop <= end for begin, stop, _ in self._spans)


@cache
def _of(language: str | None) -> re.Pattern[str]:
    """Signs and words for "in" and "of" between an institution and its country."""
    files = lexicon.load("links")
    words = files.get(language or "", files["en"])["of"]
    return re.compile(rf"[\s()»”\"’'.]*(?:(?:{either(words)})[\s(]*)*", re.IGNORECASE)


@cache
def _worldly(language: str | None) -> re.Pattern[str]:
    files = lexicon.load("countries")
    codes = [code for code in dict.fromkeys([language or "en", "en"]) if code in files]
    return name_pattern(word for code in codes for word in files[code].get("worldly", ()))


def score(signals: Signals) -> float:
    """The weighted sum of a country's signals; above 0 it is likelier than none."""
    weights = lexicon.weights("countries")
    return sum(weights.get(name, 0.0) * value for name, value in signals.items())
