"""The words of a language that tell where the name of an institution begins and ends."""

from __future__ import annotations

import re
from functools import cache

from communique import lexicon
from communique.lexicon.phrases import either, has_no_blanks, phrase_pattern


@cache
def kinds(language: str | None, *chosen: str) -> re.Pattern[str]:
    """The words for institutions of some kinds, or of any."""
    known = lexicon.of("institutions", language).get("kinds", {})
    return phrase_pattern([word for kind in chosen or known for word in known[kind]])


@cache
def heads(language: str | None) -> re.Pattern[str]:
    """The bare words that stand for an institution named before."""
    return phrase_pattern(lexicon.of("links", language).get("heads", ()))


@cache
def no_names(language: str | None) -> re.Pattern[str]:
    """Words that are no institution's name by themselves."""
    bare = lexicon.of("links", language).get("heads", ())
    return phrase_pattern([*bare, *lexicon.of("honorifics", language).get("before", ())])


@cache
def firsts(language: str | None) -> re.Pattern[str]:
    """The words of a language that no name begins with, and that are none."""
    return phrase_pattern(lexicon.of("institutions", language).get("not_first", ()))


@cache
def lasts(language: str | None) -> re.Pattern[str]:
    """The words of a language that no name ends with."""
    known = lexicon.of("institutions", language)
    return phrase_pattern([*known.get("joints", ()), *known.get("not_last", ())])


@cache
def joints(language: str | None) -> re.Pattern[str]:
    """The words of a language inside names that the name of the parent has to follow."""
    return phrase_pattern(lexicon.of("institutions", language).get("joints", ()))


@cache
def offices(language: str | None) -> re.Pattern[str]:
    """The offices of a language that institutions are under."""
    return phrase_pattern(lexicon.of("institutions", language).get("offices", ()))


@cache
def named_after(language: str | None) -> re.Pattern[str]:
    """The words for "named after" of a language."""
    return phrase_pattern(lexicon.of("institutions", language).get("named_after", ()))


@cache
def cases(language: str | None) -> tuple[str, ...]:
    """The endings of cases in which a word for an institution ends its name."""
    return tuple(lexicon.of("institutions", language).get("cases", ()))


@cache
def origin_endings(language: str | None) -> tuple[str, ...]:
    """Endings that say where somebody is from; nothing where words have none."""
    endings = lexicon.of("events", language).get("origin_endings", ())
    return tuple(endings) or ("\n",)


@cache
def behind_in(language: str | None) -> re.Pattern[str]:
    """A word for "in" and a name at the end of another."""
    words = lexicon.of("institutions", language).get("place_behind", ())
    return re.compile(rf"\s(?:{either(words)})\s(?P<place>[^\W\d_]\w+)\Z")


@cache
def unbound_posts(language: str | None) -> re.Pattern[str]:
    """The posts of a language without blanks between words."""
    return phrase_pattern(
        post for post in lexicon.of("titles", language).get("ends", ()) if has_no_blanks(post)
    )
