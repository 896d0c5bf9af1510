"""Variants of gold articles: other names in the same sentences, capitals, letters without marks."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Mapping, Sequence

    from recipe.samples import Sample

    Key = tuple[str, str, bool, str]
    Pool = Mapping[Key, Sequence[str]]

_SWAPPED = ("PERSON", "ORG", "LOC")
_CAPITALS = 0.15  # share of variants whose first line is in capitals
_BARE = 0.1  # share of Vietnamese variants without diacritics, as hasty writers leave them out
_INFLECTED = ("ru", "kk")  # a name takes the place of one with the same ending
_SHARE = 0.4  # of the names of an article that are swapped
_LONGEST = 80  # characters of a name worth putting elsewhere


def name_pool(samples: Iterable[Sample]) -> Pool:
    """The names that stand in the samples, by what they can take the place of."""
    names: dict[Key, dict[str, None]] = defaultdict(dict)
    for sample in samples:
        for start, end, label in sample.mentions:
            name = sample.text[start:end]
            if label in _SWAPPED and len(name) <= _LONGEST and "\n" not in name:
                names[_key(sample.language, label, name)][name] = None
    return {key: list(found) for key, found in names.items()}


def _key(language: str, label: str, name: str) -> Key:
    return language, label, name.isupper(), name[-1] if language in _INFLECTED else ""


def vary(sample: Sample, pool: Pool, chance: random.Random) -> Sample:
    """A variant of the sample in which some of the names are others.

    What is written the same stays the same: the article goes on being about the same people.
    """
    swaps: dict[tuple[str, str], str] = {}
    for start, end, label in sample.mentions:
        old = sample.text[start:end]
        if label in _SWAPPED and (label, old) not in swaps:
            names = pool.get(_key(sample.language, label, old), ())
            swaps[label, old] = chance.choice(names) if names and chance.random() < _SHARE else old
    varied = _swap(sample, swaps)
    if chance.random() < _CAPITALS:
        varied = _rewrite(varied, _first_line_in_capitals(varied.text))
    if sample.language == "vi" and chance.random() < _BARE:
        varied = _rewrite(varied, "".join(map(_bare, varied.text)))
    return varied


def _swap(sample: Sample, swaps: Mapping[tuple[str, str], str]) -> Sample:
    """Put the new names in, and move every span that stands behind or around one."""
    text, moves, at = "", [], 0
    for start, end, label in sample.mentions:
        old = sample.text[start:end]
        new = swaps.get((label, old), old)
        text += sample.text[at:start] + new
        moves.append((end, len(new) - len(old)))
        at = end
    text += sample.text[at:]
    swapped = any(label != "PERSON" and old != new for (label, old), new in swaps.items())

    def moved(place: int) -> int:
        return place + sum(shift for end, shift in moves if end <= place)

    # other names may be from other countries
    facts = replace(sample.facts, places=(), countries=()) if swapped else sample.facts
    return replace(
        sample,
        text=text,
        facts=facts,
        mentions=tuple((moved(s), moved(e), label) for s, e, label in sample.mentions),
        points=tuple(
            replace(point, start=moved(point.start), end=moved(point.end))
            for point in sample.points or ()
        ),
    )


def _first_line_in_capitals(text: str) -> str:
    line, mark, rest = text.partition("\n")
    return line.upper() + mark + rest


def _bare(letter: str) -> str:
    if letter in "đĐ":
        return "d" if letter == "đ" else "D"
    return unicodedata.normalize("NFD", letter)[0]


def _rewrite(sample: Sample, text: str) -> Sample:
    """The sample with another text of the same length; some letters become two in capitals."""
    return replace(sample, text=text) if len(text) == len(sample.text) else sample
