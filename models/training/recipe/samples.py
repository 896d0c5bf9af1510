"""Annotated text, whoever annotated it: what the training examples are made of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from communique.evaluate.brat import read_brat
from recipe.facts import Facts, read_facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_MANY = 100  # articles of a language, so that its passages need not tell of events


@dataclass(frozen=True)
class Point:
    """An agreement point of the gold standard."""

    start: int
    end: int
    topic: str
    status: str


@dataclass(frozen=True)
class Sample:
    """A text and what is known about its characters.

    ``unsure`` spans may have one of their labels or none: sets draw bounds differently. Labels of
    ``missing`` are not annotated at all, so they may be anywhere that is not a span.
    """

    name: str
    language: str
    text: str
    mentions: tuple[tuple[int, int, str], ...]
    unsure: tuple[tuple[int, int, frozenset[str]], ...] = ()
    missing: frozenset[str] = frozenset()
    points: tuple[Point, ...] | None = None
    event: str | None = None
    cooperation: bool | None = None
    facts: Facts = field(default_factory=Facts)


@dataclass
class TextBuilder:
    """Puts words together to a text as one would write it, and knows where each stands."""

    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)
    _glue: bool = True

    def add(self, word: str) -> None:
        """Append a word, after a blank where one belongs."""
        if self.text and not self._glue and word not in _CLOSING:
            self.text += " "
        self.places.append((len(self.text), len(self.text) + len(word)))
        self.text += word
        self._glue = word in _OPENING


_OPENING = frozenset("([«“„")
_CLOSING = frozenset(".,;:!?)]»”%…") | {"...", "'s", "n't"}


def read_training(gold: Path) -> Iterator[Sample]:
    """The gold articles to train on, and the passages.

    These are short to tell an event, so they tell it only in languages that have few articles.
    """
    articles = list(read_gold(gold / "train"))
    yield from articles
    counts = Counter(article.language for article in articles)
    for passage in read_gold(gold / "passages"):
        yield replace(passage, event=None) if counts[passage.language] >= _MANY else passage


def read_gold(folder: Path) -> Iterator[Sample]:
    """The gold samples of ``folder/<language>/*.ann``."""
    for path in sorted(folder.glob("*/*.ann")):
        document, problems = read_brat(path)
        if problems:
            raise ValueError("\n".join(map(str, problems)))
        article = next(s.id for s in document.spans.values() if s.label == "ARTICLE")
        known = document.attributes[article]
        points = [
            Point(s.start, s.end, attributes["Topic"], attributes["PointStatus"])
            for s in sorted(document.spans.values(), key=lambda s: (s.start, -s.end))
            if s.label == "POINT"
            for attributes in [document.attributes[s.id]]
        ]
        mentions = [
            (s.start, s.end, s.label)
            for s in document.spans.values()
            if s.label not in {"POINT", "ARTICLE"}
        ]
        yield Sample(
            path.stem,
            path.parent.name,
            document.text,
            tuple(sorted(mentions)),
            points=tuple(points),
            event=known.get("EventType"),
            cooperation="Cooperation" in known,
            facts=read_facts(document),
        )
