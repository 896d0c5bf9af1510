"""Instruments that an article comes back to by the bare word: ``the memorandum``, ``Меморандумды``.

Once an instrument is named, the word for its kind stands for it. Which words are as good as always
an instrument then is in ``[again]`` of a language's ``instruments.toml``: in the training articles
in Vietnamese, English, Russian and Kazakh 574 of the 584 places where they stand are marked.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from communique import lexicon
from communique.lexicon.phrases import phrase_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from spacy.tokens import Doc, Span

# The share of what is found so that is right in articles which no model was trained on
_RIGHT = 0.95


def instruments_again(
    doc: Doc, known: Sequence[tuple[Span, float | None]]
) -> list[tuple[Span, float | None]]:
    """The words for kinds of instruments behind the first instrument of that kind.

    Args:
        doc: the article.
        known: the mentions in it with their engine's confidence, if it gives any.
    """
    instruments = [(span, score) for span, score in known if span.label_ == "DOC"]
    found: list[tuple[Span, float | None]] = []
    for words in _words(doc._.article.language) if instruments else ():
        named = [(span, score) for span, score in instruments if words.search(span.text)]
        if not named:
            continue
        first, score = min(named, key=lambda pair: pair[0].start)
        for again in words.finditer(doc._.article.text, first.end_char):
            span = doc.char_span(*again.span(), label="DOC")
            if span is not None:
                found.append((span, None if score is None else _RIGHT))
    return found


@cache
def _words(language: str | None) -> tuple[re.Pattern[str], ...]:
    """A language's words for each kind."""
    kinds = lexicon.of("instruments", language).get("again", {})
    return tuple(phrase_pattern(words) for words in kinds.values())
