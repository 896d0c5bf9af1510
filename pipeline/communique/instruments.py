"""Agreement instruments: kind, status and signing date of ``DOC`` mentions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.mentions import NO_KNOWLEDGE
from communique.records import (
    INSTRUMENT_KINDS,
    INSTRUMENT_STATUSES,
    Article,
    DateMention,
    Instrument,
    InstrumentKind,
    InstrumentStatus,
    Mention,
)
from communique.sentences import Sentences

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from communique.mentions import EventKnowledge, Knowledge, SpanKnowledge

# An engine is surer than it should be: its probabilities are taken to this power.
_DOUBT = 0.25
# The share of signed instruments that are signed at what is no signing
_SIGNED_ASIDE = 0.1
# What the status of the rules is worth against the others, as a factor
_RULES = 6.5
# An instrument of a day so many days before the article's was signed before.
_LONG_AGO = 60
# Where two statuses are cued in one sentence, the more specific one is meant.
_PRECEDENCE: tuple[InstrumentStatus, ...] = ("planned", "in_force", "signed")


@dataclass(frozen=True)
class _Cues:
    kinds: dict[InstrumentKind, re.Pattern[str]]
    statuses: dict[InstrumentStatus, re.Pattern[str]]


@cache
def _cues(language: str | None) -> _Cues:
    """A language's cue phrases; for a language without a file, those of all files together."""
    chosen = lexicon.or_all("instruments", language)
    return _Cues(
        {
            k: phrase_pattern(p for f in chosen for p in f["kinds"].get(k, ()))
            for k in INSTRUMENT_KINDS
        },
        {
            s: phrase_pattern(p for f in chosen for p in f["status"].get(s, ()))
            for s in INSTRUMENT_STATUSES
        },
    )


def find_instruments(
    article: Article,
    mentions: Sequence[Mention],
    dates: Sequence[DateMention],
    known: Knowledge = NO_KNOWLEDGE,
) -> tuple[Instrument, ...]:
    """One record for every ``DOC`` mention, in reading order.

    What an engine says of the mentions counts as well as the rules; these go as follows. The
    sentence tells the status, by its dates and its words. Where it tells nothing, or only goes
    back to the instrument ("under the memorandum"), the status is that of the last mention of the
    same kind; ``in_force`` where the article tells nothing.
    """
    cues = _cues(article.language)
    reading = _Reading(article, dates, Sentences(article.text), cues)
    found: list[Instrument] = []
    last: dict[InstrumentKind, InstrumentStatus] = {}
    for mention in (mention for mention in mentions if mention.label == "DOC"):
        kind = _kind(mention.text, cues)
        told, sure = reading.status(mention)
        before = last.get(kind)
        status = told if told and (sure or not before) else before
        if told:
            last[kind] = status or told
        if known.spans and not (
            told == "in_force" and sure
        ):  # no engine knows better than an old date
            status = _weigh(known.spans, known.event, mention, status)
        found.append(
            Instrument(
                mention_id=mention.mention_id,
                text=mention.text,
                start_char=mention.start_char,
                end_char=mention.end_char,
                kind=kind,
                status=status or "in_force",
                signed_on=reading.signed_on(mention, told),
            )
        )
    return tuple(found)


def _weigh(
    spans: SpanKnowledge,
    event: EventKnowledge | None,
    mention: Mention,
    by_rules: InstrumentStatus | None,
) -> InstrumentStatus:
    """The status that is likeliest for engine and rules together.

    What is signed at an event makes it a signing, nearly always.
    """
    likely = spans.probabilities("instrument", (mention.start_char, mention.end_char))
    likely = {status: probability**_DOUBT for status, probability in likely.items()}
    if event:
        likely["signed"] *= max(event["types"]["signing"], _SIGNED_ASIDE)
    return max(
        INSTRUMENT_STATUSES,
        key=lambda status: likely[status] * (_RULES if status == by_rules else 1.0),
    )


def _kind(text: str, cues: _Cues) -> InstrumentKind:
    matches = [
        (match.start(), -match.end(), kind)
        for kind, pattern in cues.kinds.items()
        if (match := pattern.search(text))
    ]
    return min(matches)[2] if matches else "other"


@dataclass(frozen=True)
class _Reading:
    """What the sentences of one article say about its instruments."""

    article: Article
    dates: Sequence[DateMention]
    sentences: Sentences
    cues: _Cues

    def status(self, mention: Mention) -> tuple[InstrumentStatus | None, bool]:
        """What the sentence tells, and whether it is more than a reference back."""
        nearest = self._nearest_cue(mention)
        ages = [age for date in self._dates_near(mention) if (age := self._age(date)) is not None]
        if nearest == "planned" or (nearest is None and any(age < 0 for age in ages)):
            return "planned", True
        if any(age > _LONG_AGO for age in ages):
            return "in_force", True
        return nearest, nearest == "signed"

    def _nearest_cue(self, mention: Mention) -> InstrumentStatus | None:
        start, end = self.sentences.at(mention.start_char)
        distances = [
            (_distance(match, mention), rank, status)
            for rank, status in enumerate(_PRECEDENCE)
            for match in self.cues.statuses[status].finditer(
                self.article.text, start, max(end, mention.end_char)
            )
        ]
        return min(distances)[2] if distances else None

    def _dates_near(self, mention: Mention) -> list[DateMention]:
        """The dates of the mention's sentence."""
        number = self.sentences.number(mention.start_char)
        return [date for date in self.dates if self.sentences.number(date.start_char) == number]

    def _age(self, date: DateMention) -> int | None:
        """Days from the end of a date to the article's own day; less than 0 if it is to come."""
        own = self.article.published_on or next(
            (d.start_date for d in self.dates if d.granularity == "day" and d.start_date), None
        )
        if not (own and date.start_date and date.end_date):
            return None
        if date.start_date <= own <= date.end_date:
            return 0
        return (own - date.end_date).days if date.end_date < own else (own - date.start_date).days

    def signed_on(self, mention: Mention, status: InstrumentStatus | None) -> str | None:
        """The nearest date in a sentence that tells of the signing; a range is no such date."""
        near = [date for date in self._dates_near(mention) if (self._age(date) or 0) >= 0]
        if status not in ("signed", "in_force") or not near:
            return None
        nearest = min(near, key=lambda date: abs(date.start_char - mention.start_char))
        return None if "/" in nearest.value else nearest.value


def _distance(match: re.Match[str], mention: Mention) -> int:
    """Characters between a cue and a mention."""
    return max(mention.start_char - match.end(), match.start() - mention.end_char, 0)
