"""What speaks for a place as the one where an event took place."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique import lexicon
from communique.dates.dateline import DATELINE
from communique.event.cues import event_cues
from communique.names.countries import cities_in, home_of, towns_in
from communique.names.country_names import country_names
from communique.names.country_words import country_of_place
from communique.names.forms import dictionary_form, in_small_letters
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Article, Mention

Signals = dict[str, float]

_LONGEST_ACRONYM = 4
_DATELINE_END = re.compile(r"\s*[,.(/–—:]|\s+-\s")
# Characters within which a dateline begins with its place, those in which a cue stands before a
# name, those in which an article says what it is about
_OPENING, _BEFORE, _LEAD = 10, 25, 700
# Sentences in which news tells where it happened, and behind which it tells of other things
_EARLY, _LATE = 3, 8
# Letters of a place that is named without the word for a city
_SHORTEST = 2
# Places that can be meant: the first ones
_MANY = 40


@dataclass(frozen=True)
class Candidate:
    """A place by its dictionary form, its mentions, and the institutions with it in their names."""

    name: str
    mentions: tuple[Mention, ...]
    institutions: tuple[Mention, ...]


class Places:
    """The places of one article as candidates for where its event took place."""

    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self._article = article
        self._cues = event_cues(article.language)
        self._sentences = Sentences(article.text)
        self._countries = country_names(article.language or "en")
        self._organisations = [mention for mention in mentions if mention.label == "ORG"]
        dates = [mention for mention in mentions if mention.label == "DATE"]
        self._dated = {self._sentences.number(date.start_char) for date in dates}
        self._remote = self._cues.remote.search(article.text, 0, _LEAD) is not None
        self._home = home_of(article.language, article.site)
        self.candidates = self._find(mentions)
        self._country = [
            country_of_place(candidate.name, article.language) for candidate in self.candidates
        ]

    def _find(self, mentions: Sequence[Mention]) -> list[Candidate]:
        """The places in reading order."""
        language = self._article.language
        names: dict[str, str] = {}
        named: dict[str, list[Mention]] = {}
        inside: dict[str, list[Mention]] = {}
        for mention in mentions:
            if mention.label == "LOC":
                form = self._form(mention.text)
                names.setdefault(form.casefold(), form)
                named.setdefault(form.casefold(), []).append(mention)
            elif mention.label == "ORG":
                cities = cities_in(mention.text, language)
                for city in cities or towns_in(mention.text, language)[:1]:
                    names.setdefault(city.name.casefold(), city.name)
                    inside.setdefault(city.name.casefold(), []).append(mention)
        return [
            Candidate(form, tuple(named.get(key, ())), tuple(inside.get(key, ())))
            for key, form in list(names.items())[:_MANY]
        ]

    def _form(self, name: str) -> str:
        """The dictionary form of a place, without what its language adds to say it is a city."""
        language = self._article.language
        form = dictionary_form(as_in_running_text(name, language), "LOC", language)
        kind = next((kind for kind in self._cues.place_kinds if form.endswith(kind)), "")
        return form.removesuffix(kind) if len(form) - len(kind) >= _SHORTEST else form

    def signals(self, candidate: Candidate) -> Signals:
        """The signals of one place; those that are 0 are left out."""
        number = self.candidates.index(candidate)
        is_country = candidate.name in self._countries
        country = self._country[number]
        found: Signals = {
            "bias": 1.0,
            "first": number == 0,
            "second": number == 1,
            "rank": math.log1p(number),
            "country": is_country,
            "unknown": country is None,
            "home": self._home is not None and country == self._home,
            "abroad": None not in (self._home, country) and country != self._home,
            "often": math.log1p(len(candidate.mentions) + len(candidate.institutions)),
            "remote": self._remote,
            "alone": len(self.candidates) == 1,
            "only_in_names": not candidate.mentions,
            "town_in_names": not candidate.mentions and candidate.name not in lexicon.cities(),
            "has_city": is_country
            and any(
                country == other and place.name not in self._countries
                for place, other in zip(self.candidates, self._country, strict=True)
            ),
        }
        for mention in candidate.mentions:
            found |= {name: 1.0 for name, value in self._mention(mention).items() if value}
        for mention in candidate.institutions:
            found |= {name: 1.0 for name, value in self._institution(mention).items() if value}
        if is_country:
            found |= {f"country_{name}": found.get(name, 0.0) for name in ("said", "first")}
        return {name: float(value) for name, value in found.items() if value}

    def _mention(self, mention: Mention) -> dict[str, bool]:
        """Where a place stands, and the words before it."""
        text, sentence = self._article.text, self._sentences.number(mention.start_char)
        opens = mention.start_char < DATELINE and bool(
            _DATELINE_END.match(text[mention.end_char : mention.end_char + 3])
        )
        said = self._is_said(mention)
        return {
            "said": said,
            "said_early": said and sentence < _EARLY,
            "said_dated": said and sentence in self._dated,
            "from": self._is_behind(self._cues.origins, mention)
            or bool(
                self._cues.origin_endings
                and mention.text.casefold().endswith(self._cues.origin_endings)
            ),
            "opens": opens and mention.start_char < _OPENING,
            "dateline": opens and mention.text.isupper(),
            "dated": sentence in self._dated,
            "early": sentence < _EARLY,
            "late": sentence > _LATE,
            "in_brackets": text[: mention.start_char].endswith("("),
        }

    def _institution(self, mention: Mention) -> dict[str, bool]:
        """Where an institution stands that has a place in its name, and the words before it."""
        sentence = self._sentences.number(mention.start_char)
        said = self._is_said(mention)
        return {
            "of_first": mention in self._organisations[:1],
            "of_second": mention in self._organisations[1:2],
            "of_said": said,
            "of_said_dated": said and sentence in self._dated,
            "of_said_early": said and sentence < _EARLY,
            "of_early": sentence < _EARLY,
        }

    def _is_said(self, mention: Mention) -> bool:
        """Whether a word or an ending says "in" of a name."""
        endings = self._cues.endings
        # in Korean they are written on to a name, and are no part of its mention
        behind = self._article.text.startswith(endings, mention.end_char)
        ends = behind or mention.text.casefold().endswith(endings)
        return ends or self._is_behind(self._cues.places, mention)

    def _is_behind(self, cues: re.Pattern[str], mention: Mention) -> bool:
        before = self._article.text[max(0, mention.start_char - _BEFORE) : mention.start_char]
        return any(match.end() >= len(before.rstrip()) for match in cues.finditer(before))


def as_in_running_text(name: str, language: str | None) -> str:
    """A place in the capitals of a heading or dateline as running text has it: ASTANA, not USA."""
    if not name.isupper():
        return name
    small = in_small_letters(name, language)
    return small if len(name) > _LONGEST_ACRONYM or small in lexicon.cities() else name
