"""Officials: persons with the title and the institution that the article ties to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.names.forms import dictionary_form
from communique.persons import Person, find_persons
from communique.records import Article, Institution, Mention, Official
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

# A title and its holder stand within this many characters of each other.
_REACH = 160
_DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True)
class _Words:
    """One language's words that may stand between a person, a title and an institution."""

    between: re.Pattern[str]
    of: re.Pattern[str]
    leads: re.Pattern[str]
    bylines: re.Pattern[str]
    heads: re.Pattern[str]


@cache
def _words(language: str | None) -> _Words:
    files = lexicon.load("links")
    data = files.get(language or "", files[_DEFAULT_LANGUAGE])
    honorifics = lexicon.load("honorifics").get(language or "", {}).get("before", ())
    fillers = "|".join(
        re.escape(w) for w in sorted([*data["between"], *honorifics], key=len, reverse=True)
    )
    of = "|".join(re.escape(word) for word in sorted(data["of"], key=len, reverse=True))
    return _Words(
        between=re.compile(rf"(?:[\s,;:(«“\"–—\-]|(?<!\w)(?:{fillers})(?!\w))*", re.IGNORECASE),
        of=re.compile(rf"[\s«“\"»”]*(?:(?:{of})[\s«“\"]*)*", re.IGNORECASE),
        leads=phrase_pattern(data["leads"]),
        bylines=phrase_pattern(data["bylines"]),
        heads=phrase_pattern(data["heads"]),
    )


class _Links:
    """Finds, in one article, which title belongs to whom and which institution to which title."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], institutions: Sequence[Institution]
    ) -> None:
        self.text = article.text
        self.words = _words(article.language)
        self.sentences = Sentences(article.text)
        self.people = [mention for mention in mentions if mention.label == "PERSON"]
        self.titles = [mention for mention in mentions if mention.label == "TITLE"]
        self.organisations = [mention for mention in mentions if mention.label == "ORG"]
        self.skipped = sorted(
            (m for m in mentions if m.label in ("ORG", "LOC", "TITLE", "DATE")),
            key=lambda m: m.start_char,
        )
        self.institution_of = {
            mention_id: institution
            for institution in institutions
            for mention_id in institution.mention_ids
        }

    def title_of(self, person: Mention) -> Mention | None:
        """The title nearest to a name, with nothing between but link words and institutions."""
        candidates = [
            (self._gap(title, person), title.start_char, title)
            for title in self.titles
            if self._tied(title, person)
        ]
        return min(candidates)[2] if candidates else None

    def _gap(self, one: Mention, other: Mention) -> int:
        return max(one.start_char - other.end_char, other.start_char - one.end_char)

    def _tied(self, title: Mention, person: Mention) -> bool:
        first, second = sorted((title, person), key=lambda m: m.start_char)
        if (
            self._gap(title, person) > _REACH
            or "\n" in self.text[first.end_char : second.start_char]
        ):
            return False
        return self.words.between.fullmatch(self._without_mentions(first, second)) is not None

    def _without_mentions(self, first: Mention, second: Mention) -> str:
        """The text between two mentions, less the institutions and other persons' names in it.

        Another name may stand between only where a title is shared: "rectors X and Y".
        """
        pieces, position = [], first.end_char
        skipped = (
            self.skipped
            if second.label != "PERSON" or first.label != "TITLE"
            else sorted([*self.skipped, *self.people], key=lambda m: m.start_char)
        )
        for mention in skipped:
            if position <= mention.start_char and mention.end_char <= second.start_char:
                pieces.append(self.text[position : mention.start_char])
                position = mention.end_char
        pieces.append(self.text[position : second.start_char])
        return " ".join(pieces)

    def institution_of_title(self, title: Mention, person: Mention) -> Institution | None:
        """The institution right after or before a title, else the one its list stands under."""
        for organisation in self.organisations:
            after = self.text[title.end_char : organisation.start_char]
            before = self.text[organisation.end_char : title.start_char]
            if (organisation.start_char >= title.end_char and self.words.of.fullmatch(after)) or (
                organisation.end_char <= title.start_char and not before.strip(" \u00a0«»“”\"’'-")
            ):
                return self.institution_of[organisation.mention_id]
        return self._bare_head(title) or self._lead(min(title.start_char, person.start_char))

    def _bare_head(self, title: Mention) -> Institution | None:
        """``Rector of the Academy``: the institution named before with that word in its name."""
        rest = self.text[title.end_char : title.end_char + 40]
        gap = self.words.of.match(rest)
        head = self.words.heads.match(rest, gap.end() if gap else 0)
        if not head:
            return None
        stem = head.group().casefold()[:5]
        fitting = [
            self.institution_of[organisation.mention_id]
            for organisation in self.organisations
            if stem in self.institution_of[organisation.mention_id].name.casefold()
        ]
        before = [i for i in fitting if self._first(i) < title.start_char]
        return before[0] if before else next(iter(fitting), None)

    def _first(self, institution: Institution) -> int:
        ids = set(institution.mention_ids)
        return min(m.start_char for m in self.organisations if m.mention_id in ids)

    def _lead(self, position: int) -> Institution | None:
        """The institution of a list of names: ``on the side of RANEPA: X, rector; Y, dean``."""
        start, _ = self.sentences.at(position)
        leads = list(self.words.leads.finditer(self.text, start, position))
        if not leads:
            return None
        for organisation in self.organisations:
            if leads[-1].end() <= organisation.start_char <= leads[-1].end() + 25 and (
                organisation.end_char <= position
            ):
                return self.institution_of[organisation.mention_id]
        return None

    def is_byline(self, person: Mention) -> bool:
        """Whether a name signs the article: alone on its line, or after a word for author."""
        start = self.text.rfind("\n", 0, person.start_char) + 1
        end = self.text.find("\n", person.end_char)
        line = self.text[start : end if end >= 0 else len(self.text)]
        bare = line.strip(" .()-–—:\t") == person.text
        return bare or self.words.bylines.search(line, 0, person.start_char - start) is not None


def find_officials(
    article: Article, mentions: Sequence[Mention], institutions: Sequence[Institution]
) -> tuple[Official, ...]:
    """One record for each person who holds a title, or whom the article makes take part.

    A person is no official who has no title and only signs the article (byline, photo credit).
    """
    links = _Links(article, mentions, institutions)
    found: list[Official] = []
    for person in find_persons(article, mentions):
        official = _official(article, links, person, len(found) + 1)
        if official:
            found.append(official)
    return tuple(found)


def _official(article: Article, links: _Links, person: Person, number: int) -> Official | None:
    title: Mention | None = None
    institution: Institution | None = None
    for mention in person.mentions:
        tied = links.title_of(mention)
        if tied is None:
            continue
        held_at = links.institution_of_title(tied, mention)
        # a title that comes with its institution says more than one that comes without
        if title is None or (institution is None and held_at is not None):
            title, institution = (title or tied), held_at
    if title is None and all(links.is_byline(mention) for mention in person.mentions):
        return None
    first = person.mentions[0]
    scores = [m.confidence for m in (first, title) if m and m.confidence is not None]
    return Official(
        official_id=number,
        person_id=person.person_id,
        name=person.name,
        honorific=person.honorific,
        title=dictionary_form(title.text, "TITLE", article.language) if title else None,
        institution_id=institution.institution_id if institution else None,
        institution=institution.name if institution else None,
        start_char=first.start_char,
        end_char=first.end_char,
        text=first.text,
        mention_ids=tuple(mention.mention_id for mention in person.mentions),
        title_mention_id=title.mention_id if title else None,
        confidence=min(scores) if scores else None,
    )
