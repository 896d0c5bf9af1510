"""Where the event took place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique import lexicon
from communique.dates.dateline import DATELINE
from communique.event.cues import LEAD_SENTENCES, event_cues
from communique.names.countries import country_names
from communique.names.forms import dictionary_form
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.mentions import SpanKnowledge
    from communique.records import Article, Mention

_LONGEST_ACRONYM = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Characters within which a dateline begins with its place
_OPENING = 10
# What the score of the rules is worth against an engine's log-odds
_RULES = 1.0


def find_place(
    article: Article, mentions: Sequence[Mention], spans: SpanKnowledge | None
) -> str | None:
    """The place that most looks like where it happened, in its dictionary form."""
    places = [mention for mention in mentions if mention.label == "LOC"]
    if spans is None:
        sentences = Sentences(article.text)
        places = [p for p in places if sentences.number(p.start_char) < LEAD_SENTENCES]
    scored = [
        (_score(article, place, number, spans), -number, place)
        for number, place in enumerate(places)
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    if best is None or best[0] <= 0:
        return None
    return dictionary_form(_as_written_in_text(best[2].text), "LOC", article.language)


def _as_written_in_text(name: str) -> str:
    """A place in the capitals of a heading or dateline as running text has it: ASTANA, not USA."""
    if not name.isupper():
        return name
    small = _WORD.sub(lambda word: word.group().capitalize(), name)
    return small if len(name) > _LONGEST_ACRONYM or small in lexicon.cities() else name


def _score(article: Article, place: Mention, number: int, spans: SpanKnowledge | None) -> float:
    """What speaks for a place; above 0 it is likelier than not."""
    by_rules = _likely_place(article, place) - number / 10
    if spans is None:
        return by_rules
    return spans.log_odds("place", "yes", (place.start_char, place.end_char)) + _RULES * by_rules


def _likely_place(article: Article, place: Mention) -> float:
    """What speaks for a place: a word or ending for "in", a dateline; cities before countries."""
    cues = event_cues(article.language)
    before = article.text[max(0, place.start_char - 25) : place.start_char]
    said = any(match.end() >= len(before.rstrip()) for match in cues.places.finditer(before))
    said = said or bool(cues.endings and place.text.casefold().endswith(cues.endings))
    opens = place.start_char < DATELINE and bool(
        re.match(r"\s*[,.(/–—]|\s+-\s", article.text[place.end_char : place.end_char + 3])
    )
    is_country = place.text in country_names(article.language or "en")
    return 2.0 * said + 2.5 * (opens and place.start_char < _OPENING) - 1.0 * is_country - 0.5
