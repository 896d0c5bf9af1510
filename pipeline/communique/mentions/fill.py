"""What an engine's model has no labels for is read with the patterns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from communique.mentions.patterns import PatternEngine
from communique.mentions.point_patterns import find_points
from communique.mentions.protocol import MENTIONS, POINTS, set_mentions, set_points
from communique.records import LABELS

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

COMPONENT = "communique_fill"
_POINTS_NAME = "agreement points"


class Fill:
    """spaCy component that adds what the engines before it cannot give."""

    def __init__(self, vocab: Vocab) -> None:
        self._patterns = PatternEngine(vocab)
        self._filled: Counter[tuple[str, ...]] = Counter()

    def __call__(self, doc: Doc) -> Doc:
        """Add mentions of the labels that are lacking, where no mention is, and points."""
        group = doc.spans[MENTIONS]
        known = group.attrs.get("labels", LABELS)
        lacking = tuple(label for label in LABELS if label not in known)
        if lacking:
            scores = group.attrs.get("scores")
            by_bounds = dict(zip(((s.start, s.end) for s in group), scores or (), strict=False))
            spans = self._patterns.complete(doc, list(group), lacking)
            set_mentions(
                doc,
                spans,
                [by_bounds.get((s.start, s.end)) for s in spans] if scores else None,
            )
        filled: tuple[str, ...] = lacking
        if POINTS not in doc.spans:
            set_points(doc, find_points(doc, doc._.article.language))
            filled = (*filled, _POINTS_NAME)
        if filled:
            self._filled[filled] += 1
        return doc

    def remarks(self) -> list[str]:
        """What was read with the patterns so far, and how many articles this concerns."""
        return [_told(filled, count) for filled, count in self._filled.most_common()]

    def to_disk(self, path: Path | str, **_: object) -> None:
        """Nothing to save: the lexicons are part of the package."""

    def from_disk(self, path: Path | str, **_: object) -> Fill:  # noqa: ARG002
        """Nothing to load."""
        return self


def _told(filled: tuple[str, ...], count: int) -> str:
    articles = f"{count:,} article{'s' if count > 1 else ''}"
    if set(LABELS) <= set(filled):
        return f"Read with the patterns alone: {articles}."
    return (
        f"Read with the patterns, because the engine's model has no labels for it: "
        f"{', '.join(filled)} in {articles}."
    )


@Language.factory(COMPONENT)
def create_fill(nlp: Language, name: str) -> Any:  # noqa: ARG001 - spaCy passes the name
    """The factory that a spaCy config names."""
    return Fill(nlp.vocab)
