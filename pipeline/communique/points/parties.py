"""Who is responsible for a point or party to it, and until when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern
from communique.records import PARTY_ROLES, PointParty

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from communique.mentions import SpanKnowledge
    from communique.records import (
        Article,
        DateMention,
        Institution,
        Mention,
        Official,
        PartyRole,
    )

_DEFAULT_LANGUAGE = "en"
# Characters that may stand between a word for "by" and its date
_NEAR = 12
# A name that begins the point is its subject.
_SUBJECT = 6
# The probability from which an engine's party is believed
_LIKELY = 0.5
# An agreement has two sides.
_SIDES = 2


@dataclass(frozen=True)
class Actors:
    """Who acts in an article: its institutions, and the officials who speak for them."""

    mentions: Sequence[Mention]
    institutions: Sequence[Institution]
    officials: Sequence[Official]
    spans: SpanKnowledge | None = None

    def parties(self, lead: tuple[int, int], start: int, end: int) -> tuple[PointParty, ...]:
        """The parties of the point ``[start, end)`` that the stretch ``lead`` announces.

        The subject of the point is responsible, or who speaks in its lead-in, or else the two
        institutions that the article is most about; others named in the point are its partners. An
        engine that knows of parties is asked first.
        """
        if self.spans and (told := self._told(self.spans, (start, end))):
            return told
        inside = self._named(start, end)
        subjects = [i for position, i in inside if position - start <= _SUBJECT]
        named = list(dict.fromkeys(i for _, i in self._named(*lead)))
        # a lead-in with more than one speaks for all of them: "X and Y agreed to"
        spoken = named[-_SIDES:]
        responsible = subjects[:1] or spoken or self._main()
        roles: dict[str, PartyRole] = dict.fromkeys(responsible, "responsible")
        for _, institution in inside:
            roles.setdefault(institution, "partner")
        return tuple(PointParty(institution_id=i, role=role) for i, role in roles.items())

    def _told(self, spans: SpanKnowledge, point: tuple[int, int]) -> tuple[PointParty, ...]:
        """The parties that an engine tells: an institution has the role it is likeliest in."""
        named = [mention for mention in self.mentions if mention.label == "ORG"]
        extents = [(mention.start_char, mention.end_char) for mention in named]
        # all at once: a point in a long article has many institutions to ask
        likely = {
            role: dict(
                zip(
                    [mention.mention_id for mention in named],
                    spans.parties(role, point, extents),
                    strict=True,
                )
            )
            for role in PARTY_ROLES
        }
        found = []
        for institution in self.institutions:
            best = {role: max(likely[role][m] for m in institution.mention_ids) for role in likely}
            role = max(best, key=lambda one: best[one])
            if best[role] > _LIKELY:
                found.append(PointParty(institution_id=institution.institution_id, role=role))
        return tuple(found)

    def _named(self, start: int, end: int) -> list[tuple[int, str]]:
        """Institutions named in a stretch of text, by themselves or through an official."""
        owner = {m: i.institution_id for i in self.institutions for m in i.mention_ids}
        owner |= {
            m: o.institution_id for o in self.officials if o.institution_id for m in o.mention_ids
        }
        return [
            (mention.start_char, owner[mention.mention_id])
            for mention in self.mentions
            if start <= mention.start_char
            and mention.end_char <= end
            and mention.mention_id in owner
        ]

    def _main(self) -> list[str]:
        """The two institutions with most officials and mentions, in the order of the article."""
        weight = Counter({i.institution_id: len(i.mention_ids) for i in self.institutions})
        for official in self.officials:
            if official.institution_id:
                weight[official.institution_id] += _SIDES
        chosen = {institution for institution, _ in weight.most_common(_SIDES)}
        return [i.institution_id for i in self.institutions if i.institution_id in chosen]


def find_deadline(
    article: Article, start: int, end: int, dates: Sequence[DateMention]
) -> str | None:
    """The date or period inside a point that is still to come.

    Of several, one that a word for "by" or "until" goes before or comes after; else the last.
    """
    to_come = [
        date
        for date in dates
        if start <= date.start_char and date.end_char <= end and not _is_over(article, date)
    ]
    before, after = _deadline_words(article.language)
    for date in to_come:
        ahead = article.text[max(start, date.start_char - 30) : date.start_char]
        near = any(len(ahead) - match.end() <= _NEAR for match in before.finditer(ahead))
        if near or after.match(article.text[date.end_char : end].lstrip()):
            return date.value
    return to_come[-1].value if to_come else None


def _is_over(article: Article, date: DateMention) -> bool:
    return bool(article.published_on and date.end_date and date.end_date < article.published_on)


@cache
def _deadline_words(language: str | None) -> tuple[re.Pattern[str], re.Pattern[str]]:
    files = lexicon.load("points")
    data = files.get(language or "", files[_DEFAULT_LANGUAGE])["deadline"]
    return phrase_pattern(data["before"]), phrase_pattern(data["after"])
