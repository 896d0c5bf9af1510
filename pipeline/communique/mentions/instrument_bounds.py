"""The bounds of instruments that a model found, put right by the words of their language.

A model cuts between words that belong together (``Kế | hoạch``, ``giai | đoạn``) more often than
between others. An instrument has a word for its kind in it, whole; it ends before a period, a party
or a verb, and where the word for the kind comes last, as in Kazakh, it begins after them. What
stands in quotation marks is a name already, and not cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern, without_reach

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span

# Characters beside a span in which a word may stand that it cuts
_BESIDE = 25
# What a phrase begins with that takes in the words before the one for the kind
_FURTHER_WORDS = "* "
_EDGES = " \t\u00a0,;:–—-"
_QUOTED = re.compile(
    r'«[^»\n]*»|“[^”\n]*”|„[^“”\n]*[“”]|"[^"\n]*"|《[^》\n]*》|「[^」\n]*」|『[^』\n]*』'
)


@dataclass(frozen=True)
class _Words:
    kinds: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    main: int
    """Which of several words for kinds the name is built on: the first or the last."""


@cache
def _words(language: str | None) -> _Words | None:
    """A language's words; None for one whose file says nothing of bounds."""
    data = lexicon.of("instruments", language)
    if "bounds" not in data:
        return None
    bounds = data["bounds"]
    return _Words(
        phrase_pattern(
            without_reach(word)
            for words in data["kinds"].values()
            for word in words
            if not word.startswith(_FURTHER_WORDS)
        ),
        phrase_pattern(bounds["before"]),
        phrase_pattern(bounds["after"]),
        -1 if bounds.get("head") == "last" else 0,
    )


def bounded(span: Span, language: str | None) -> Span | None:
    """The instrument with its bounds put right; None if the span names no kind of instrument."""
    words = _words(language)
    if words is None:
        return span
    text, (start, end) = span.doc._.article.text, (span.start_char, span.end_char)
    kinds = [
        match.span()
        for match in words.kinds.finditer(text, max(0, start - _BESIDE), end + _BESIDE)
        if match.start() < end and start < match.end()
    ]
    if not kinds:
        return None
    start, end, kind = min(start, kinds[0][0]), max(end, kinds[-1][1]), kinds[words.main]
    quoted = [match.span() for match in _QUOTED.finditer(text, max(0, start - 1), end + _BESIDE)]
    before = _unquoted(words.before.finditer(text, kind[1], end + _BESIDE), quoted)
    end = min([end, *(match.start() for match in before)])
    after = _unquoted(words.after.finditer(text, start, kind[0]), quoted)
    start = max([start, *(match.end() for match in after)])
    start += len(text[start:end]) - len(text[start:end].lstrip(_EDGES))
    end = start + len(text[start:end].rstrip(_EDGES))
    return span.doc.char_span(start, end, label="DOC", alignment_mode="expand")


def _unquoted(
    matches: Iterator[re.Match[str]], quoted: list[tuple[int, int]]
) -> Iterator[re.Match[str]]:
    """The matches that do not stand in quotation marks."""
    return (
        match
        for match in matches
        if not any(first < match.start() and match.end() < last for first, last in quoted)
    )
