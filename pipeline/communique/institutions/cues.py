"""What in an article points to countries, and whose names it stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.names.countries import country_of_city, home_of, towns_in
from communique.names.country_words import find_country_words
from communique.names.nations import nations
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.institutions.groups import Group
    from communique.records import Article, Mention

# Greater than any offset; cues looked back at for the last one
_ANY, _BACK = 1 << 60, 50
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
        self.spans = sorted(
            (mention.start_char, mention.end_char, number)
            for number, group in enumerate(groups)
            for mention in group.mentions
        )
        self.home = home_of(article.language, article.site)
        self.all = self._find(mentions)
        self._starts = [cue.start for cue in self.all]
        self.counts = Counter(cue.country for cue in self.all)
        self.free = Counter(cue.country for cue in self.all if cue.owner is None)
        self._owners: dict[int, list[str]] = {}
        for cue in self.all:
            if cue.owner is not None:
                self._owners.setdefault(cue.owner, []).append(cue.country)
        self.named = [self._named(number) for number in range(len(groups))]
        self.towns = [
            [] if codes else self._towns(number) for number, codes in enumerate(self.named)
        ]
        self.others = Counter(codes[0] for codes in self.named if codes)
        self.people = [mention for mention in mentions if mention.label == "PERSON"]
        self.beside = self._beside()
        self._most: dict[str, float] = {}

    def _find(self, mentions: Sequence[Mention]) -> list[Cue]:
        places = [(m.start_char, m.end_char) for m in mentions if m.label == "LOC"]
        words = find_country_words(self.article.text, self.article.language, places)
        return [Cue(word.start, word.end, word.country, self._owner(word.start)) for word in words]

    def _owner(self, position: int) -> int | None:
        index = bisect_right(self.spans, (position, _ANY, 0)) - 1
        start, end, number = self.spans[index] if index >= 0 else (0, 0, 0)
        return number if start <= position < end else None

    def _named(self, number: int) -> list[str]:
        """The countries in the names of an institution, else that of a city in them."""
        if codes := self._owners.get(number):
            return list(dict.fromkeys(codes))
        names = self.groups[number].names
        cities = (country_of_city(name, self.article.language) for name in names)
        return [city for city in cities if city][:1]

    def _towns(self, number: int) -> list[str]:
        """The countries of what looks like towns in the names of an institution."""
        names = self.groups[number].names
        found = (town.country for name in names for town in towns_in(name, self.article.language))
        return list(dict.fromkeys(found))

    def owned(self, number: int) -> bool:
        """Whether a word in the name of an institution points to a country by itself."""
        return number in self._owners

    def _beside(self) -> list[list[Mention]]:
        """For each institution the persons whose nearest one it is."""
        beside: list[list[Mention]] = [[] for _ in self.groups]
        for person in self.people:
            start, end = self.sentences.at(person.start_char)
            inside = slice(
                bisect_left(self.spans, (start, 0, 0)), bisect_left(self.spans, (end, 0, 0))
            )
            near = [
                (max(begin - person.end_char, person.start_char - stop), number)
                for begin, stop, number in self.spans[inside]
            ]
            if near and min(near)[0] <= _REACH:
                beside[min(near)[1]].append(person)
        return beside

    def relative(self, person: Mention, code: str) -> float:
        """How likely a name is from a country, beside the likeliest of the article."""
        most = self._likeliest(person.text)
        return min(nations(person.text).get(code, 0.0) / most, 1.0) if most else 0.0

    def _likeliest(self, name: str) -> float:
        """How likely a name is from the likeliest country of the article."""
        if name not in self._most:
            codes = {*self.counts, *filter(None, [self.home])}
            self._most[name] = max((nations(name).get(one, 0.0) for one in codes), default=0.0)
        return self._most[name]

    def between(self, start: int, end: int) -> list[Cue]:
        """The cues that begin in a stretch."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last_before(self, position: int, number: int) -> Cue | None:
        """The last cue before a place that is not in the name of an institution."""
        index = bisect_left(self._starts, position)
        before = (cue for cue in reversed(self.all[max(index - _BACK, 0) : index]))
        return next((cue for cue in before if cue.owner != number), None)

    def clear(self, start: int, end: int) -> bool:
        """Whether no institution is named in a stretch."""
        first = bisect_left(self.spans, (start, 0, 0))
        return first == len(self.spans) or self.spans[first][1] > end
