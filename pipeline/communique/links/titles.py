"""Which title belongs to which person."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.links.words import link_words
from communique.names.forms import dictionary_form
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from communique.records import Article, Mention

# A title and its holder stand within this many characters of each other.
_REACH = 260
# Characters of a name at most
_LONGEST_NAME = 200
# What stands between a title and a name counts against the two belonging together.
_COST_LETTER, _COST_COMMA, _COST_AND, _COST_SEMICOLON = 2, 2, 8, 40
# Letters count less where nobody else stands between: degrees, ranks, bare heads
_COST_LETTER_ALONE = 0.5
_COST_PERSON, _COST_TITLE = 30, 18
_MOST = 45
# What a title without a holder costs, and a name without a title: no pair costs as much as the two
_COST_ALONE = _MOST


_Chain = tuple[tuple["Mention", "Mention"], "_Chain"] | None


def assign_titles(article: Article, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """The title of each person mention that has one, by the mention's id."""
    return _Titles(article, mentions).assign()


class _Titles:
    def __init__(self, article: Article, mentions: Sequence[Mention]) -> None:
        self.text = article.text
        self._language = article.language
        self._words = link_words(article.language)
        self._sentences = Sentences(article.text)
        self._mentions = sorted(mentions, key=lambda mention: mention.start_char)
        self._starts = [mention.start_char for mention in self._mentions]
        self._people = [mention for mention in self._mentions if mention.label == "PERSON"]
        self._name_starts = [person.start_char for person in self._people]
        self._titles = [mention for mention in self._mentions if mention.label == "TITLE"]

    def assign(self) -> dict[int, Mention]:
        """Each title with one holder, all in all at the least cost; then shared titles."""
        costs = {
            (title.mention_id, person.mention_id): cost
            for title in self._titles
            for person in self._near(title)
            if (cost := self._cost(title, person)) <= _MOST
        }
        people = {person.mention_id: person for person in self._people}
        titles = {title.mention_id: title for title in self._titles}
        given = {
            person.mention_id: title
            for stretch in self._stretches()
            for title, person in _aligned(*stretch, costs)
        }
        used = {title.mention_id for title in given.values()}
        pairs = sorted(
            (cost, people[person_id].start_char, person_id, title_id)
            for (title_id, person_id), cost in costs.items()
        )
        holders: dict[int, list[Mention]] = defaultdict(list)
        for person_id, title in given.items():
            holders[title.mention_id].append(people[person_id])
        for _, _, person_id, title_id in pairs:
            person, title, others = people[person_id], titles[title_id], holders[title_id]
            if person_id not in given and any(self._share(title, person, h) for h in others):
                given[person_id] = title
                others.append(person)
        for title in self._titles:
            if title.mention_id not in used and (holder := self._named_before(title, given)):
                given[holder.mention_id] = title
        return given

    def _stretches(self) -> Iterator[tuple[list[Mention], list[Mention]]]:
        """The titles and the people of each sentence that has both.

        Who is named once more in brackets is there once.
        """
        of_sentence: dict[int, tuple[list[Mention], list[Mention]]] = defaultdict(lambda: ([], []))
        second = (other for one, other in pairwise(self._people) if self._is_alias(one, other))
        aliases = {mention.mention_id for mention in second}
        people = [person for person in self._people if person.mention_id not in aliases]
        for place, mentions in enumerate((self._titles, people)):
            for mention in mentions:
                of_sentence[self._sentences.number(mention.start_char)][place].append(mention)
        yield from (stretch for stretch in of_sentence.values() if all(stretch))

    def _near(self, title: Mention) -> list[Mention]:
        """The names that begin within reach of a title."""
        first = bisect_left(self._name_starts, title.start_char - _REACH - _LONGEST_NAME)
        last = bisect_left(self._name_starts, title.end_char + _REACH + 1)
        return self._people[first:last]

    def _named_before(self, title: Mention, given: Mapping[int, Mention]) -> Mention | None:
        """Who is called by a title after the name: ``Ann Lee came. She is rector``."""
        before = [person for person in self._people if person.end_char <= title.start_char]
        if not before or before[-1].mention_id in given:
            return None
        sentences = [self._sentences.number(one.start_char) for one in (before[-1], title)]
        near = title.start_char - before[-1].end_char <= _REACH
        return before[-1] if near and sentences[1] - sentences[0] <= 1 else None

    def _cost(self, title: Mention, person: Mention) -> float:
        """How much stands between a title and a name; infinite where they cannot go together."""
        first, second = sorted((title, person), key=lambda mention: mention.start_char)
        gap = second.start_char - first.end_char
        if gap < 0 or gap > _REACH:
            return math.inf
        if self._sentences.number(first.start_char) != self._sentences.number(second.start_char):
            return math.inf
        between, labels = self._between(first, second)
        rest = self._words.between.sub(" ", between)
        joined = self._words.joining.findall(between)
        others = "PERSON" in labels or "TITLE" in labels
        letter = _COST_LETTER if others else _COST_LETTER_ALONE
        return (
            letter * sum(char.isalnum() for char in rest)
            + _COST_COMMA * between.count(",")
            + _COST_SEMICOLON * between.count(";")
            + _COST_AND * len(joined)
            + _COST_PERSON * labels.count("PERSON")
            + _COST_TITLE * labels.count("TITLE")
        )

    def _between(self, first: Mention, second: Mention) -> tuple[str, list[str]]:
        """The text between two mentions without the mentions in it, and the labels of these."""
        pieces: list[str] = []
        labels: list[str] = []
        position = first.end_char
        begin = bisect_left(self._starts, first.end_char)
        end = bisect_left(self._starts, second.start_char)
        for mention in self._mentions[begin:end]:
            if self._is_alias(first, mention):
                position = mention.end_char
            elif position <= mention.start_char and mention.end_char <= second.start_char:
                pieces.append(self.text[position : mention.start_char])
                labels.append(mention.label)
                position = mention.end_char
        return " ".join([*pieces, self.text[position : second.start_char]]), labels

    def _is_alias(self, first: Mention, mention: Mention) -> bool:
        """As in ``Ong Mei Hua (Онг Мэй Хуа)``, one person."""
        between = self.text[first.end_char : mention.start_char]
        return first.label == mention.label == "PERSON" and between.strip() == "("

    def _share(self, title: Mention, one: Mention, other: Mention) -> bool:
        """Whether two who hold a title stand beside each other: ``X and Y``, ``X, Y``.

        Each may have an institution behind the name, where the title stands before both and is in
        the plural: ``Rectors X (Hue) and Y (Osh)``.
        """
        first, second = sorted((one, other), key=lambda mention: mention.start_char)
        if second.start_char - first.end_char >= _REACH:
            return False
        between, labels = self._between(first, second)
        rest = self._words.joining.sub(" ", self._words.between.sub(" ", between))
        if not labels:
            return not rest.strip(" ,.\u00a0")
        if set(labels) != {"ORG"} or title.start_char > first.start_char:
            return False
        plural = dictionary_form(title.text, "TITLE", self._language) != title.text
        return plural and not self._words.of.sub(" ", rest).strip(" ,.()\u00a0")


def _aligned(
    titles: Sequence[Mention], people: Sequence[Mention], costs: Mapping[tuple[int, int], float]
) -> list[tuple[Mention, Mention]]:
    """The titles and names of a sentence that belong together, all in all at the least cost.

    In the order in which they stand, so that in ``rector A, dean B`` nobody has the next one's
    title, however near it is. What stays alone has its cost, too.
    """
    # of the first so many names, with the titles so far: the least cost, and the last pair of those
    # that it is the cost of, with the pairs before it
    row: list[tuple[float, _Chain]] = [
        (place * _COST_ALONE, None) for place in range(len(people) + 1)
    ]
    for title in titles:
        before, row = row, [(row[0][0] + _COST_ALONE, None)]
        for place, person in enumerate(people):
            options = [
                (before[place + 1][0] + _COST_ALONE, before[place + 1][1]),
                (row[place][0] + _COST_ALONE, row[place][1]),
            ]
            cost = costs.get((title.mention_id, person.mention_id))
            if cost is not None:
                chain: _Chain = ((title, person), before[place][1])
                options.append((before[place][0] + cost, chain))
            row.append(min(options, key=lambda option: option[0]))
    found, chain = [], row[-1][1]
    while chain:
        pair, chain = chain
        found.append(pair)
    return found
