"""Officials: persons with the title and the institution that the article ties to them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from communique import lexicon
from communique.links import InstitutionLinks, Sides, assign_titles, is_byline
from communique.names.forms import dictionary_form, is_inflected
from communique.persons import Person, find_persons
from communique.records import Article, Institution, Mention, Official

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.mentions import SpanKnowledge

# Confidences are kept this far from certainty, where log-odds have no bounds.
_DOUBT = 0.001
# The confidence from which on a person without title is an official; other mere names are scraps
LEAST_CONFIDENCE = 0.5
# The engine's probability from which on a person without title counts as taking part
_LEAST_PART = 0.3


def find_officials(
    article: Article,
    mentions: Sequence[Mention],
    institutions: Sequence[Institution],
    spans: SpanKnowledge | None = None,
    place: str | None = None,
) -> tuple[Official, ...]:
    """One record for each person who holds a title, or whom the article makes take part.

    A person is no official who has no title and only signs the article (byline, photo credit).
    ``spans`` is what the engine knows of persons and titles, ``place`` where the event took place.
    """
    titles = assign_titles(article, mentions)
    links = InstitutionLinks(article, mentions, institutions, titles, spans)
    sides = Sides(article, links.scene, institutions, spans, place)
    finder = _Officials(article, titles, links, sides, spans)
    found: list[Official] = []
    for person in find_persons(article, mentions):
        if official := finder.official(person, len(found) + 1):
            found.append(official)
    return tuple(found)


class _Officials:
    """The persons of one article as officials."""

    def __init__(
        self,
        article: Article,
        titles: Mapping[int, Mention],
        links: InstitutionLinks,
        sides: Sides,
        spans: SpanKnowledge | None,
    ) -> None:
        self._article = article
        self._spans = spans
        self._titles = titles
        self._links = links
        self._held_at = links.assign()
        self._sides = sides

    def official(self, person: Person, number: int) -> Official | None:
        """The record of a person, if they are an official."""
        titled = [m for m in person.mentions if m.mention_id in self._titles]
        if not titled and not self._takes_part(person):
            return None
        first = person.mentions[0]
        title = self._titles[titled[0].mention_id] if titled else None
        confidence = _confidence(self._article, person, title)
        if title is None and confidence is not None and confidence < LEAST_CONFIDENCE:
            return None
        institution = self._institution(first, titled)
        named = [*person.mentions[:2], *([title] if title else [])]
        return Official(
            official_id=number,
            person_id=person.person_id,
            name=person.name,
            honorific=person.honorific,
            title=_title_form(self._article, title) if title else None,
            institution_id=institution.institution_id if institution else None,
            institution=institution.name if institution else None,
            side=self._sides.side(institution, named),
            start_char=first.start_char,
            end_char=first.end_char,
            text=first.text,
            mention_ids=tuple(mention.mention_id for mention in person.mentions),
            title_mention_id=title.mention_id if title else None,
            confidence=confidence,
        )

    def _takes_part(self, person: Person) -> bool:
        """Whether a person without title is more than the article's author or a mere name."""
        mentions = person.mentions
        if all(
            is_byline(self._article, mention, self._links.scene.mentions) for mention in mentions
        ):
            return False
        if self._spans is None:
            return True
        spans = ((mention.start_char, mention.end_char) for mention in mentions)
        likely = [self._spans.probabilities("official", span)["yes"] for span in spans]
        return max(likely) > _LEAST_PART

    def _institution(self, first: Mention, titled: Sequence[Mention]) -> Institution | None:
        if not titled:
            return self._links.institution_of(None, first)
        # a caption may name the institution that the first mention leaves out
        known = (self._held_at[mention.mention_id] for mention in titled)
        return next(filter(None, known), None)


def _confidence(article: Article, person: Person, title: Mention | None) -> float | None:
    """How likely the person is an official of this name; None where the engine tells nothing.

    A logistic regression on the engine's confidences, fitted on articles that no weights were
    trained on (``models/training/confidence.py``).
    """
    if signals := confidence_signals(article, person, title):
        weights = lexicon.weights("officials")
        odds = sum(weights.get(name, 0.0) * value for name, value in signals.items())
        return 1 / (1 + math.exp(-odds))
    return None


def confidence_signals(article: Article, person: Person, title: Mention | None) -> dict[str, float]:
    """What speaks for a person being an official of this name."""
    known = [m.confidence for m in person.mentions if m.confidence is not None]
    if not known:
        return {}
    longest = max(person.mentions, key=lambda mention: len(mention.text))
    return {
        "bias": 1.0,
        "best": _odds(max(known)),
        "longest": _odds(longest.confidence if longest.confidence is not None else max(known)),
        "title": _odds(title.confidence) if title and title.confidence is not None else 0.0,
        "untitled": float(title is None),
        "inflected": float(is_inflected("PERSON", article.language)),
        "one_word": float(" " not in person.name),
        "often": math.log(len(person.mentions)),
    }


def _odds(confidence: float) -> float:
    bounded = min(max(confidence, _DOUBT), 1 - _DOUBT)
    return math.log(bounded / (1 - bounded))


def _title_form(article: Article, title: Mention) -> str:
    """The title's dictionary form, without the capital that only a sentence's beginning gave it."""
    form = dictionary_form(title.text, "TITLE", article.language)
    if not lexicon.of("forms", article.language).get("small_titles"):
        return form
    begins = not article.text[: title.start_char].rstrip(' \u00a0–—-•*«"').strip() or (
        article.text[: title.start_char].rstrip(' \u00a0–—-•*«"')[-1] in ".!?:;)\n"
    )
    return form[0].lower() + form[1:] if begins and _is_word(form) else form


def _is_word(form: str) -> bool:
    """Whether a form begins with a word or ``И. о.``, and not with an acronym."""
    return form[1:2].islower() or form[1:2] == "."
