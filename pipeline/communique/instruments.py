"""Agreement instruments: kind, status and signing date of ``DOC`` mentions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
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

# Where two statuses are cued in one sentence, the more specific one is meant.
_PRECEDENCE: tuple[InstrumentStatus, ...] = ("planned", "in_force", "signed")


@dataclass(frozen=True)
class _Cues:
    kinds: dict[InstrumentKind, re.Pattern[str]]
    statuses: dict[InstrumentStatus, re.Pattern[str]]


@cache
def _cues(language: str | None) -> _Cues:
    """A language's cue phrases; for a language without a file, those of all files together."""
    files = lexicon.load("instruments")
    chosen = [files[language]] if language in files else list(files.values())
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
    article: Article, mentions: Sequence[Mention], dates: Sequence[DateMention]
) -> tuple[Instrument, ...]:
    """One record for every ``DOC`` mention, in reading order.

    An instrument whose sentence does not tell its status has the status of the nearest mention
    before it that does, else of one after it; ``in_force`` where the article tells nothing.
    """
    cues = _cues(article.language)
    sentences = Sentences(article.text)
    documents = [mention for mention in mentions if mention.label == "DOC"]
    told = [_status(article.text, mention, sentences, cues) for mention in documents]
    known = [status for status in told if status]
    found: list[Instrument] = []
    last: InstrumentStatus | None = known[0] if known else None
    for mention, status in zip(documents, told, strict=True):
        last = status or last
        found.append(
            Instrument(
                mention_id=mention.mention_id,
                text=mention.text,
                start_char=mention.start_char,
                end_char=mention.end_char,
                kind=_kind(mention.text, cues),
                status=last or "in_force",
                signed_on=_signed_on(mention, status, sentences, dates),
            )
        )
    return tuple(found)


def _kind(text: str, cues: _Cues) -> InstrumentKind:
    matches = [
        (match.start(), -match.end(), kind)
        for kind, pattern in cues.kinds.items()
        if (match := pattern.search(text))
    ]
    return min(matches)[2] if matches else "other"


def _status(
    text: str, mention: Mention, sentences: Sentences, cues: _Cues
) -> InstrumentStatus | None:
    """The status whose cue stands nearest to the mention in its sentence."""
    start, end = sentences.at(mention.start_char)
    distances = [
        (_distance(match, mention), rank, status)
        for rank, status in enumerate(_PRECEDENCE)
        for match in cues.statuses[status].finditer(text, start, max(end, mention.end_char))
    ]
    return min(distances)[2] if distances else None


def _distance(match: re.Match[str], mention: Mention) -> int:
    """Characters between a cue and a mention."""
    return max(mention.start_char - match.end(), match.start() - mention.end_char, 0)


def _signed_on(
    mention: Mention,
    status: InstrumentStatus | None,
    sentences: Sentences,
    dates: Sequence[DateMention],
) -> str | None:
    """The date nearest to an instrument in its sentence, where the sentence says it was signed."""
    if status not in ("signed", "in_force"):
        return None
    number = sentences.number(mention.start_char)
    near = [date for date in dates if sentences.number(date.start_char) == number]
    if not near or any("/" in date.value for date in near[:1]):
        return None
    return min(near, key=lambda date: abs(date.start_char - mention.start_char)).value
