"""Which countries are named near the mentions of an institution."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import either

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.institutions.cues import Cue, Cues
    from communique.institutions.groups import Group
    from communique.records import Mention

# Letters between an institution and a country beside it, and near it
_BESIDE, _NEAR = 4, 30
# Characters from a name to the acronym in brackets behind it, at most
_BRACKET = 6


def near(cues: Cues, number: int, code: str) -> dict[str, float]:
    """How near a country is named to the mentions of an institution, and what is nearer.

    An institution without a country in its name has each signal twice.
    """
    group = cues.groups[number]
    found: Counter[str] = Counter()
    for mention in group.mentions:
        start, end = cues.sentences.at(mention.start_char)
        inside = cues.between(start, end)
        free = [cue for cue in inside if cue.owner is None]
        stop = _unit_end(cues.article.text, group, mention)
        before = [cue for cue in free if cue.end <= mention.start_char]
        after = [cue for cue in free if cue.start >= stop]
        found |= _before(cues, before, mention, code)
        found |= _after(cues, after, stop, code)
        found["neighbour"] |= any(
            cue.country == code and cue.owner not in (None, number) for cue in inside
        )
    signals = {f"any_{name}": float(value) for name, value in found.items()}
    if not cues.named[number]:
        signals |= {name: float(value) for name, value in found.items()}
        signals |= _paragraph(cues, number, code)
    return signals


def _before(cues: Cues, before: Sequence[Cue], mention: Mention, code: str) -> Counter[str]:
    """Signals of the country named last before a mention."""
    if not before or before[-1].country != code:
        return Counter()
    last = before[-1]
    letters = _letters(cues.article.text[last.end : mention.start_char])
    clear = cues.clear(last.end, mention.start_char)
    return Counter(
        beside_before=clear and letters <= _BESIDE,
        just_before=clear and _BESIDE < letters <= _NEAR,
        last_before=clear,
        last_before_far=not clear,
    )


def _after(cues: Cues, after: Sequence[Cue], stop: int, code: str) -> Counter[str]:
    """Signals of the country named first after a mention."""
    if not after or after[0].country != code:
        return Counter()
    gap = cues.article.text[stop : after[0].start]
    letters = _letters(gap)
    clear = cues.clear(stop, after[0].start)
    return Counter(
        in_bracket=letters < _BESIDE and "(" in gap,
        after_comma=letters < _BESIDE and "," in gap and "(" not in gap,
        beside_after=clear and _of(cues.article.language).fullmatch(gap) is not None,
        near_after=clear and letters <= _NEAR,
        first_after=clear,
    )


def _paragraph(cues: Cues, number: int, code: str) -> dict[str, float]:
    """What the line of the first mention says, and what was named last before it."""
    mention, text = cues.groups[number].mentions[0], cues.article.text
    start = text.rfind("\n", 0, mention.start_char) + 1
    end = text.find("\n", mention.end_char)
    end = end if end >= 0 else len(text)
    inside = [cue for cue in cues.between(start, end) if cue.owner != number]
    last = cues.last_before(mention.start_char, number)
    people = [p for p in cues.people if start <= p.start_char < end]
    likely = [cues.relative(person, code) for person in people]
    return {
        "paragraph_share": sum(c.country == code for c in inside) / max(len(inside), 1),
        "paragraph_first": bool(inside) and inside[0].country == code,
        "named_last": last is not None and last.country == code,
        "paragraph_nation": sum(likely) / max(len(likely), 1),
    }


def _unit_end(text: str, group: Group, mention: Mention) -> int:
    """Where a mention ends together with the acronym in brackets after it."""
    end = mention.end_char
    for other in group.mentions:
        gap = other.start_char - end
        if 0 < gap <= _BRACKET and text[end : other.start_char].strip(' »”"') == "(":
            end = other.end_char
    return end


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


@cache
def _of(language: str | None) -> re.Pattern[str]:
    """Signs and words for "in" and "of" between an institution and its country."""
    words = lexicon.or_english("links", language)["of"]
    return re.compile(rf"[\s()»”\"’'.]*(?:(?:{either(words)})[\s(]*)*", re.IGNORECASE)
