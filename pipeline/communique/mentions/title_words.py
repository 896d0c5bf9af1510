"""The words of a language that tell where a title begins and ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import either, phrase_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class TitleWords:
    """One language's words; ``docs/lexicon.md`` explains the keys of ``titles.toml``."""

    first: re.Pattern[str]
    last: re.Pattern[str]
    bare: re.Pattern[str]
    """A post, and the bare word for an institution behind it: groups ``post`` and ``head``."""
    bare_before: re.Pattern[str]
    """Such a word before a post."""
    whole: re.Pattern[str]
    """Posts that are not cut."""
    offices: re.Pattern[str]
    posts: re.Pattern[str]
    territories: re.Pattern[str]
    heads: re.Pattern[str]
    """Bare words for institutions."""
    institutions: re.Pattern[str]
    behind_post: re.Pattern[str]
    """A word for "of" and an institution (group ``name``) that is no part of the title."""
    units: re.Pattern[str]
    committees: re.Pattern[str]
    """Bodies that are units as long as their name does not say whose they are."""
    owners: re.Pattern[str]
    """Words that say whose."""
    ends: re.Pattern[str]
    of: frozenset[str]
    behind: frozenset[str]
    honorifics: frozenset[str]
    """Degrees and forms of address, case-folded."""


@cache
def title_words(language: str | None) -> TitleWords | None:
    """A language's words; None for one without a file."""
    data = lexicon.of("titles", language)
    if not data:
        return None
    honorifics = lexicon.of("honorifics", language)
    forms = [*honorifics.get("before", ()), *honorifics.get("after", ())]
    return TitleWords(
        phrase_pattern(data["first"]),
        phrase_pattern(data["last"]),
        _post_and_head(data.get("bare_posts", ()), data.get("bare_heads", ())),
        _head_before_post(data.get("bare_before", ()), data.get("bare_posts", ())),
        phrase_pattern([*data.get("whole", ()), *data.get("ends", ())]),
        phrase_pattern(data.get("offices", ())),
        phrase_pattern(data.get("posts", ())),
        phrase_pattern(data.get("territories", ())),
        phrase_pattern(lexicon.of("links", language).get("heads", ())),
        phrase_pattern(data.get("institutions", ())),
        _of_institution(data.get("apart", ()), language),
        phrase_pattern(data.get("units", ())),
        phrase_pattern(data.get("committees", ())),
        phrase_pattern(data.get("owners", ())),
        phrase_pattern(data.get("ends", ())),
        frozenset(data.get("of", ())),
        frozenset(data.get("behind", ())),
        frozenset(form.casefold() for form in forms),
    )


def _of_institution(kinds: Sequence[str], language: str | None) -> re.Pattern[str]:
    """A word for "of" and what begins like the name of an institution of some kinds behind it."""
    known = lexicon.of("institutions", language).get("kinds", {})
    names = either(word for kind in kinds for word in known.get(kind, ()))
    of = either(lexicon.or_english("links", language)["of"])
    return re.compile(rf"\s+(?:{of})\s*(?P<name>(?:{names}))", re.IGNORECASE)


def _post_and_head(posts: Sequence[str], heads: Sequence[str]) -> re.Pattern[str]:
    """A post right before a bare word for an institution, in a group each."""
    return re.compile(rf"(?P<post>{either(posts)})\s+(?P<head>{either(heads)})", re.IGNORECASE)


def _head_before_post(heads: Sequence[str], posts: Sequence[str]) -> re.Pattern[str]:
    """A bare word for an institution with the blank behind it, right before a post."""
    return re.compile(rf"(?:{either(heads)})\s+(?=(?:{either(posts)}))", re.IGNORECASE)
