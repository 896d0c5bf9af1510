"""What in an article points to countries, and whose names it stands in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.names.countries import country_of_city, home_of
from communique.names.country_words import countries_in, country_of_place
from communique.names.nations import nations
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.institutions.groups import Group
    from communique.records import Article, Mention

# Characters between an institution and a person whose name may tell its country
_REACH = 90


@dataclass(frozen=True)
class Cue:
    """A word that points to a country, and the number of the institution it is in the name of."""

    start: int
    end: int
    country: str
    owner: int | None


class Cues:
    """The words of one article that point to countries, and the persons beside institutions."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], groups: Sequence[Group]
    ) -> None:
        self.article = article
        self.groups = groups
        self.sentences = Sentences(article.text)
        self.spans = [
            (mention.start_char, mention.end_char, number)
            for number, group in enumerate(groups)
            for mention in group.mentions
        ]
        self.home = home_of(article.language, article.site)
        self.all = self._find(mentions)
        self.counts = Counter(cue.country for cue in self.all)
        self.free = Counter(cue.country for cue in self.all if cue.owner is None)
        self.named = [self._named(number) for number in range(len(groups))]
        self.others = Counter(codes[0] for codes in self.named if codes)
        self.people = [mention for mention in mentions if mention.label == "PERSON"]
        self.beside = self._beside()

    def _find(self, mentions: Sequence[Mention]) -> list[Cue]:
        text, language = self.article.text, self.article.language
        found = [
            Cue(word.start, word.end, word.country, self._owner(word.start))
            for word in countries_in(text, language)
        ]
        places = [mention for mention in mentions if mention.label == "LOC"]
        for place in places:
            if any(c.start < place.end_char and place.start_char < c.end for c in found):
                continue
            if country := country_of_place(place.text, language):
                found.append(Cue(place.start_char, place.end_char, country, None))
        return sorted(found, key=lambda cue: cue.start)

    def _owner(self, position: int) -> int | None:
        return next((n for start, end, n in self.spans if start <= position < end), None)

    def _named(self, number: int) -> list[str]:
        """The countries in the names of an institution, else that of a city in them."""
        if codes := [cue.country for cue in self.all if cue.owner == number]:
            return list(dict.fromkeys(codes))
        names = self.groups[number].names
        cities = (country_of_city(name, self.article.language) for name in names)
        return [city for city in cities if city][:1]

    def owned(self, number: int) -> bool:
        """Whether a word in the name of an institution points to a country by itself."""
        return any(cue.owner == number for cue in self.all)

    def _beside(self) -> list[list[Mention]]:
        """For each institution the persons whose nearest one it is."""
        beside: list[list[Mention]] = [[] for _ in self.groups]
        for person in self.people:
            sentence = self.sentences.number(person.start_char)
            near = [
                (max(begin - person.end_char, person.start_char - end), number)
                for begin, end, number in self.spans
                if self.sentences.number(begin) == sentence
            ]
            if near and min(near)[0] <= _REACH:
                beside[min(near)[1]].append(person)
        return beside

    def relative(self, person: Mention, code: str) -> float:
        """How likely a name is from a country, beside the likeliest of the article."""
        likely = nations(person.text)
        codes = {*self.counts, *filter(None, [self.home])}
        most = max((likely.get(one, 0.0) for one in codes), default=0.0)
        return min(likely.get(code, 0.0) / most, 1.0) if most else 0.0

    def clear(self, start: int, end: int) -> bool:
        """Whether no institution is named in a stretch."""
        return not any(start <= begin and stop <= end for begin, stop, _ in self.spans)
