"""Which institution a title belongs to.

The institutions of an article are scored by a handful of signals whose weights were fitted on the
training articles of ``corpus/gold`` (``models/training/links.py``).
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from communique import lexicon
from communique.links.words import link_words
from communique.sentences import Sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.records import Article, Institution, Mention

# A dateline ends within this many characters of the beginning.
_DATELINE = 80


class InstitutionLinks:
    """The institutions of one article as candidates for the titles in it."""

    def __init__(
        self, article: Article, mentions: Sequence[Mention], institutions: Sequence[Institution]
    ) -> None:
        self.text = article.text
        self._words = link_words(article.language)
        self._sentences = Sentences(article.text)
        self._titles = [mention for mention in mentions if mention.label == "TITLE"]
        self._organisations = [mention for mention in mentions if mention.label == "ORG"]
        self._institutions = institutions
        self._institution_of = {m: i for i in institutions for m in i.mention_ids}

    def institution_of(self, title: Mention | None, person: Mention) -> Institution | None:
        """The institution that a person's title belongs to, if any scores above none at all."""
        scored = [
            (score(signals), -number, institution)
            for number, institution in enumerate(self._institutions)
            if (signals := self.signals(institution, title, person))
        ]
        best = max(scored, key=lambda item: item[:2], default=None)
        return best[2] if best and best[0] > 0 else None

    def signals(
        self, institution: Institution, title: Mention | None, person: Mention
    ) -> dict[str, float]:
        """What speaks for an institution as the one of a title (or of a person without one)."""
        anchor = title or person
        ids = set(institution.mention_ids)
        places = [o for o in self._organisations if o.mention_id in ids]
        nearest = min(places, key=lambda place: _gap(place, anchor))
        found = {
            "bias": 1.0,
            "far": math.log1p(_gap(nearest, anchor) / 40),
            "same_sentence": float(any(self._same_sentence(place, anchor) for place in places)),
            "before": float(places[0].start_char < anchor.start_char),
            "last_before": float(self._last_before(anchor) is institution),
            "last_in_sentence": float(
                self._last_before(anchor, self._sentences.at(anchor.start_char)[0]) is institution
            ),
            "next_after": float(self._next_after(anchor) is institution),
            "in_dateline": float(all(self._in_dateline(place) for place in places)),
            "territorial": float(bool(title and self._words.territorial.search(title.text))),
            "first": float(institution is self._institutions[0]),
            "often": math.log(len(places)),
            "after_title": float(any(self._follows(anchor, place) for place in places)),
            "before_title": float(any(self._precedes(anchor, place) for place in places)),
            "led": float(any(self._leads(place, anchor) for place in places)),
            "no_title": float(title is None),
        }
        if title:
            found |= self._title_signals(institution, title)
            found["taken"] = float(
                any(
                    self._follows(other, place)
                    for other in self._titles
                    if other is not title
                    for place in places
                )
            )
        return found

    def _title_signals(self, institution: Institution, title: Mention) -> dict[str, float]:
        name = institution.name.casefold()
        words = {word[:5] for word in re.findall(r"[^\W\d_]{5,}", title.text.casefold())}
        shared = sum(word in name for word in words)
        fits = [bool(h.search(name)) for t, h in self._words.kinds if t.search(title.text)]
        return {
            "shared_words": min(shared, 3) / 3,
            "fits_kind": float(any(fits)),
            "other_kind": float(bool(fits) and not any(fits)),
            "bare_head": float(self._bare_head(title, name)),
        }

    def _same_sentence(self, place: Mention, anchor: Mention) -> bool:
        return self._sentences.number(place.start_char) == self._sentences.number(anchor.start_char)

    def _last_before(self, anchor: Mention, since: int = 0) -> Institution | None:
        found = [o for o in self._organisations if since <= o.start_char < anchor.start_char]
        return self._institution_of[found[-1].mention_id] if found else None

    def _next_after(self, anchor: Mention) -> Institution | None:
        end = self._sentences.at(anchor.start_char)[1]
        found = [o for o in self._organisations if anchor.end_char <= o.start_char < end]
        return self._institution_of[found[0].mention_id] if found else None

    def _in_dateline(self, place: Mention) -> bool:
        """As in ``ASTANA, 12 May. /Kazinform/ –``: who brings the news."""
        beside = (
            self.text[max(place.start_char - 1, 0)] + self.text[place.end_char : place.end_char + 1]
        )
        return place.start_char < _DATELINE and "/" in beside

    def _follows(self, title: Mention, place: Mention) -> bool:
        """As in ``Rector of the Academy of Law``."""
        between = self.text[title.end_char : place.start_char]
        return place.start_char >= title.end_char and bool(self._words.of.fullmatch(between))

    def _precedes(self, title: Mention, place: Mention) -> bool:
        """As in ``Заң академиясының ректоры`` or ``Academy Rector``."""
        between = self.text[place.end_char : title.start_char]
        return place.end_char <= title.start_char and not between.strip(" \u00a0«»“”\"’'-)s")

    def _leads(self, place: Mention, anchor: Mention) -> bool:
        """As in ``on the side of RANEPA: X, rector; Y, dean``."""
        start, _ = self._sentences.at(anchor.start_char)
        leads = list(self._words.leads.finditer(self.text, start, anchor.start_char))
        return bool(leads) and leads[-1].end() <= place.start_char <= leads[-1].end() + 25

    def _bare_head(self, title: Mention, name: str) -> bool:
        """As in ``Rector of the Academy``, where the name has that word."""
        rest = self.text[title.end_char : title.end_char + 40]
        gap = self._words.of.match(rest)
        head = self._words.heads.match(rest, gap.end() if gap else 0)
        return head is not None and head.group().casefold()[:5] in name


def _gap(one: Mention, other: Mention) -> int:
    return max(one.start_char - other.end_char, other.start_char - one.end_char, 0)


def score(signals: dict[str, float]) -> float:
    """The weighted sum of an institution's signals; above 0 it is likelier than none."""
    weights = lexicon.weights("links")
    return sum(weights.get(name, 0.0) * value for name, value in signals.items())
