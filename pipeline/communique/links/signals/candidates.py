"""The institutions of an article as candidates for the titles in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from communique.names.country_words import CountryWord, countries_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.links.scene import Scene
    from communique.records import Institution, Mention

Signals = dict[str, float]

# A dateline is so long, and begins within so many characters, after a headline.
_DATELINE, _OPENING = 40, 250
# Institutions that can be meant: the first ones, and so many mentions before and after
_FIRST, _AROUND = 3, 40
# Letters by which a word is known in all its forms
STEM = 5
# Characters before and after an institution within which a word tells its side
_BEFORE, _AFTER = 40, 25


@dataclass(frozen=True)
class Query:
    """A title and the person who holds it, or a person without title."""

    title: Mention | None
    person: Mention
    previous: tuple[Mention, Mention, Institution | None] | None
    """The title, person and institution before this one."""

    @property
    def anchor(self) -> Mention:
        """The title, or the person without one."""
        return self.title or self.person


class Candidates:
    """The institutions of one article, each with where and how it is named."""

    def __init__(
        self,
        scene: Scene,
        institutions: Sequence[Institution],
        titles: Mapping[int, Mention],
    ) -> None:
        self.scene = scene
        self.institutions = institutions
        self._number = {m: n for n, i in enumerate(institutions) for m in i.mention_ids}
        self.organisations = [o for o in scene.labelled("ORG") if o.mention_id in self._number]
        self._starts = [place.start_char for place in self.organisations]
        self.places = [
            [o for o in self.organisations if self.number(o) == number]
            for number in range(len(institutions))
        ]
        self._people: dict[str, list[Mention]] = {}
        for person in scene.labelled("PERSON"):
            for word in _long_words(person.text):
                self._people.setdefault(word, []).append(person)
        self.cues: Sequence[CountryWord] = countries_in(scene.text, scene.language)
        self.countries = sorted({i.country for i in institutions if i.country})
        self.stems = [
            stems(" ".join([institution.name, *(place.text for place in places)]))
            for institution, places in zip(institutions, self.places, strict=True)
        ]
        self.agency = [any(map(self._in_dateline, places)) for places in self.places]
        self.rank = self._ranks()
        self.side = [self._side(places) for places in self.places]
        self._holders: dict[int, set[int]] = {}
        for holder, title in titles.items():
            self._holders.setdefault(title.mention_id, set()).add(holder)
        self.attached = self._attached()
        self._heads: dict[str, Sequence[re.Pattern[str]]] = {}
        self._free_words: dict[tuple[int, int], list[str]] = {}

    def _ranks(self) -> dict[int, int]:
        """The order of the institutions, news agencies last."""
        order = sorted(range(len(self.places)), key=lambda number: (self.agency[number], number))
        return {number: place for place, number in enumerate(order)}

    def number(self, place: Mention) -> int:
        """The number of the institution that a mention names."""
        return self._number[place.mention_id]

    def near(self, anchor: Mention) -> set[int]:
        """The numbers of the first institutions and of those named near a title or name."""
        index = bisect_left(self._starts, anchor.start_char)
        around = self.organisations[max(index - _AROUND, 0) : index + _AROUND]
        first = {number for number, place in self.rank.items() if place < _FIRST}
        return first | {self.number(place) for place in around}

    def is_own(self, mention: Mention, query: Query) -> bool:
        """Whether a mention is the title or person itself, or another title or holder of it."""
        if mention is query.person or mention is query.title:
            return True
        holders = self._holders.get(mention.mention_id)
        if mention.label == "TITLE":
            return holders is None or query.person.mention_id in holders
        mine = self._holders.get(query.title.mention_id, set()) if query.title else set()
        return mention.label == "PERSON" and mention.mention_id in mine

    def namesakes(self, person: Mention) -> list[Mention]:
        """The other mentions that share a word with the name of a person."""
        found = [other for word in _long_words(person.text) for other in self._people[word]]
        return [other for other in found if other is not person][:_AROUND]

    def before(self, mention: Mention) -> list[Mention]:
        """The mentions of institutions near before another mention, in reading order."""
        index = bisect_left(self._starts, mention.start_char)
        return self.organisations[max(index - _AROUND, 0) : index]

    def title_country(self, title: Mention) -> str | None:
        """The country that a title names first."""
        inside = (c for c in self.cues if title.start_char <= c.start < title.end_char)
        return next((cue.country for cue in inside), None)

    def heads_for(self, title: Mention) -> Sequence[re.Pattern[str]]:
        """The words for the kinds of institutions that have such a title, one pattern a kind."""
        if title.text not in self._heads:
            kinds = self.scene.words.kinds
            self._heads[title.text] = [heads for held, heads in kinds if held.search(title.text)]
        return self._heads[title.text]

    def free_words(self, start: int, end: int) -> list[str]:
        """The beginnings of the words of a stretch, those in mentions and fillers left out."""
        scene, start = self.scene, max(start, 0)
        if (start, end) not in self._free_words:
            spans = [m for m in scene.mentions if m.start_char < end and start < m.end_char]
            self._free_words[start, end] = [
                word.group().casefold()[:STEM]
                for word in re.finditer(r"[^\W\d_]{3,}", scene.text[start:end])
                if not scene.words.fillers.fullmatch(word.group())
                and not any(m.start_char <= start + word.start() < m.end_char for m in spans)
            ]
        return self._free_words[start, end]

    def _attached(self) -> dict[int, set[int]]:
        """The titles right beside each mention of an institution, by the ids of both."""
        found: dict[int, set[int]] = {}
        for title in self.scene.labelled("TITLE"):
            for place in self.organisations:
                if self._direct(title, place):
                    found.setdefault(place.mention_id, set()).add(title.mention_id)
        return found

    def _direct(self, title: Mention, place: Mention) -> bool:
        """As in ``Rector of the Academy of Law`` or ``Заң академиясының ректоры``."""
        text = self.scene.text
        if 0 <= place.start_char - title.end_char <= _BEFORE:
            between = text[title.end_char : place.start_char]
            return self.scene.words.of.fullmatch(between) is not None
        if 0 <= title.start_char - place.end_char <= _BEFORE:
            return not text[place.end_char : title.start_char].strip(" \u00a0«»“”\"’'-)s")
        return False

    def _side(self, places: Sequence[Mention]) -> float:
        """1 for a host, -1 for a guest, by the words around."""
        words, text = self.scene.words, self.scene.text
        value = 0
        for place in places:
            before = text[max(0, place.start_char - _BEFORE) : place.start_char].split("\n")[-1]
            after = text[place.end_char : place.end_char + _AFTER].split("\n")[0]
            for window in (before, after):
                value += bool(words.host.search(window)) - bool(words.guest.search(window))
        return max(-1.0, min(1.0, float(value)))

    def _in_dateline(self, place: Mention) -> bool:
        """As in ``ASTANA, 12 May. /Kazinform/ –``: who brings the news."""
        text = self.scene.text
        line = text.rfind("\n", 0, place.start_char) + 1
        before, after = text[line : place.start_char], text[place.end_char : place.end_char + 3]
        if len(before) > _DATELINE or line > _OPENING or self._is_acronym_of_last(place):
            return False
        enclosed = before[-1:] in ("/", "(") and after[:1] in ("/", ")", ",")
        places = any(line <= m.start_char < place.start_char for m in self.scene.labelled("LOC"))
        closed = places and bool(re.match(r"\s*(?:[–—]|-\s|\.\s)", after))
        alone = not before.strip() and bool(re.match(r"\s+[–—-]", after))
        return enclosed or closed or alone

    def _is_acronym_of_last(self, place: Mention) -> bool:
        return any(place.start_char - o.end_char in (1, 2) for o in self.organisations)


def _long_words(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", name.casefold()))


@lru_cache(maxsize=1 << 12)  # a title is asked for with every institution of its article
def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of a text."""
    return frozenset(word[:STEM] for word in re.findall(r"[^\W\d_]{3,}", text.casefold()))
