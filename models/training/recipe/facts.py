"""What the gold says of spans beyond their labels: the classes and links of the records."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from communique.evaluate.gold_spans import GoldSpans, chain_note
from communique.institutions.acronyms import same_word
from communique.mentions.knowledge import CLASSES
from communique.names.country_words import find_country_words
from communique.names.forms import dictionary_form
from communique.records import PARTY_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communique.evaluate.brat import BratDocument, TextBound
    from communique.mentions.knowledge import Kind

Numbers = frozenset[int]


def plain(name: str) -> str:
    """A name in lower case without accents: ``Kraków`` → ``krakow``."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(char for char in letters if not unicodedata.combining(char))


@dataclass(frozen=True)
class Facts:
    """Facts of a sample; mentions and points go by their number in reading order.

    ``classes``: (mention, kind, class). ``institutions``: (title, or person without one; the ORG
    mentions of its institution, none if it has none). ``parties``: (point, for each role the ORG
    mentions of the institutions that have it). ``places``: where the words that name countries
    begin and end. ``countries``: (ORG mention; those that name its country, none if it has none).
    """

    classes: tuple[tuple[int, Kind, int], ...] = ()
    institutions: tuple[tuple[int, Numbers], ...] = ()
    parties: tuple[tuple[int, tuple[Numbers, ...]], ...] = ()
    places: tuple[tuple[int, int], ...] = ()
    countries: tuple[tuple[int, Numbers], ...] = ()


def read_facts(document: BratDocument) -> Facts:
    """The facts of an annotated document."""
    spans = GoldSpans.of(document)
    return _Reading(spans).facts()


class _Reading:
    def __init__(self, spans: GoldSpans) -> None:
        self._spans = spans
        self._number = {one: number - 1 for one, number in spans.mention_ids.items()}
        self._same = {
            span.id: frozenset(self._number[other.id] for other in chain)
            for chain in spans.chains("ORG")
            for span in chain
        }

    def facts(self) -> Facts:
        classes = [*self._people(), *self._others()]
        named = find_country_words(
            self._spans.document.text,
            self._language,
            [(span.start, span.end) for span in self._spans.labelled("LOC")],
        )
        return Facts(
            tuple((n, kind, CLASSES[kind].index(value)) for n, kind, value in classes),
            tuple(self._institutions()),
            tuple(self._parties()),
            tuple((word.start, word.end) for word in named),
            tuple(self._countries([word.country for word in named])),
        )

    @cached_property
    def _article(self) -> TextBound:
        (article,) = self._spans.labelled("ARTICLE")
        return article

    @cached_property
    def _language(self) -> str | None:
        return self._spans.attribute(self._article, "Language")

    def _countries(self, named: list[str]) -> Iterator[tuple[int, Numbers]]:
        for chain in self._spans.chains("ORG"):
            country = chain_note(self._spans, chain).get("country")
            right = frozenset(n for n, one in enumerate(named) if one == country)
            if right or country is None:  # nothing in the text may tell it
                for span in chain:
                    yield self._number[span.id], right

    def _people(self) -> Iterator[tuple[int, Kind, str]]:
        chains = self._spans.chains("PERSON")
        sides = [self._first(chain, "Side") for chain in chains]
        for chain, side in zip(chains, sides, strict=True):
            official = self._first(chain, "Official") is not None
            for span in chain:
                number = self._number[span.id]
                yield number, "official", "yes" if official else "no"
                if any(sides):  # where nobody has a side nobody thought of them
                    yield number, "side", side or "none"

    def _others(self) -> Iterator[tuple[int, Kind, str]]:
        kinds: tuple[tuple[str, str, Kind], ...] = (
            ("DATE", "Role", "role"),
            ("DOC", "InstrumentStatus", "instrument"),
        )
        for label, attribute, kind in kinds:
            for span in self._spans.labelled(label):
                value = self._spans.attribute(span, attribute)
                if value:
                    yield self._number[span.id], kind, value
        place = self._spans.note(self._article).get("event_place", "")
        spans = self._spans.labelled("LOC")
        named = [bool(place) and self._names(span, place) for span in spans]
        if any(named):  # where none is the place, its forms are not known
            for span, right in zip(spans, named, strict=True):
                yield self._number[span.id], "place", "yes" if right else "no"

    def _names(self, span: TextBound, place: str) -> bool:
        """Whether a mention names a place, in whatever case: ``Brně`` is ``Brno``."""
        form = dictionary_form(span.text, "LOC", self._language)
        words, wanted = plain(form).split(), plain(place).split()
        return len(words) == len(wanted) and all(map(same_word, words, wanted))

    def _institutions(self) -> Iterator[tuple[int, Numbers]]:
        for span in self._spans.labelled("TITLE"):
            yield self._number[span.id], self._institution(span)
        for chain in self._spans.chains("PERSON"):
            with_title = any(self._spans.targets(span, "holds") for span in chain)
            if not with_title and self._first(chain, "Official") is not None:
                owners = [self._institution(span) for span in chain]
                yield self._number[chain[0].id], next(filter(None, owners), frozenset())

    def _institution(self, span: TextBound) -> Numbers:
        return next((self._same[org.id] for org in self._spans.targets(span, "at")), frozenset())

    def _parties(self) -> Iterator[tuple[int, tuple[Numbers, ...]]]:
        for number, span in enumerate(self._spans.labelled("POINT")):
            roles = (
                frozenset().union(*(self._same[o.id] for o in self._spans.targets(span, role)))
                for role in PARTY_ROLES
            )
            yield number, tuple(roles)

    def _first(self, chain: list[TextBound], attribute: str) -> str | None:
        values = (self._spans.attribute(span, attribute) for span in chain)
        return next((value for value in values if value is not None), None)
