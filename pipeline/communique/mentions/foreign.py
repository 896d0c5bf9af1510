"""What the engines made of other people's models share: from their spans to our mentions."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, Protocol

from spacy.tokens import Span
from spacy.util import filter_spans, minibatch

from communique.mentions.encoder_tidying import tidy
from communique.mentions.labels import outside
from communique.mentions.protocol import set_mentions

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.tokens import Doc

    from communique.mentions.labels import LabelMap


class Found(NamedTuple):
    """What a model labelled: characters ``[start, end)`` of a text."""

    start: int
    end: int
    label: str


class Model(Protocol):
    """Someone else's model, ready to read."""

    name: str
    """Name and version, as ``runs.model`` tells it."""
    label_map: LabelMap

    def labels(self, language: str | None) -> Collection[str]:
        """The tag set for texts in a language; empty if the model does not read it."""
        ...

    def read(self, texts: Sequence[str], language: str | None) -> Iterable[list[Found]]:
        """The spans of each of the texts, which are in one language."""
        ...


@dataclass
class ForeignEngine:
    """spaCy component that lets someone else's model label the documents.

    It gives no confidences: such models have none, or none that was calibrated on our samples.

    Args:
        engine: as the user named it.
        model: who labels.
    """

    engine: str
    model: Model
    _unknown: Counter[str] = field(default_factory=Counter, init=False)
    _unread: Counter[str] = field(default_factory=Counter, init=False)

    @property
    def model_name(self) -> str:
        """Name and version of the model."""
        return self.model.name

    def __call__(self, doc: Doc) -> Doc:
        """Label one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Label documents, those in one language together, and give them back in their order."""
        for batch in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            docs = list(batch)
            for language, group in groupby(sorted(docs, key=_code), key=_code):
                self._read(list(group), language or None)
            yield from docs

    def remarks(self) -> list[str]:
        """What the user should know of the documents read so far."""
        said = []
        if self._unread:
            said.append(
                f"{self.engine} has no model for {_listed(self._unread, 'article')}: "
                "read without it."
            )
        if self._unknown:
            said.append(
                f"{self.engine} gave labels that are no records here, and were left out: "
                f"{_listed(self._unknown, 'span')}. A file labels.toml beside the model says what "
                "they are (docs/engines.md)."
            )
        return said

    def _read(self, docs: Sequence[Doc], language: str | None) -> None:
        labels = self.model.labels(language)
        if not labels:
            self._unread[language or "unknown language"] += len(docs)
            for doc in docs:
                set_mentions(doc, [], labels=())
            return
        given = self.model.label_map.given(labels)
        found = self.model.read([doc.text for doc in docs], language)
        for doc, spans in zip(docs, found, strict=True):
            set_mentions(doc, self._mentions(doc, spans), labels=given)

    def _mentions(self, doc: Doc, found: Iterable[Found]) -> list[Span]:
        spans = []
        words = [token.text for token in doc]
        for start, end, label in found:
            mapped = self.model.label_map(label)
            if mapped:
                spans.append(_span(doc, words, start, end, mapped))
            elif not self.model.label_map.knows(label):
                self._unknown[label] += 1
        return filter_spans(span for span in spans if span is not None)

    def to_disk(self, path: Path | str, **_: object) -> None:
        """Nothing to save: the pipeline's config names the model, which stays where it is."""

    def from_disk(self, path: Path | str, **_: object) -> ForeignEngine:  # noqa: ARG002
        """Nothing to load."""
        return self


def _code(doc: Doc) -> str:
    article = doc._.article
    return article.language or "" if article else ""


def _span(doc: Doc, words: Sequence[str], start: int, end: int, label: str) -> Span | None:
    """The span with the bounds of our standard; None if nothing is left of it."""
    found = doc.text[start:end]
    if not found.strip():
        return None
    start, end = start + len(found) - len(found.lstrip()), start + len(found.rstrip())
    whole = doc.char_span(start, end, alignment_mode="expand")
    if not whole:
        return None
    first, last = outside()
    start, end = tidy(words, whole.start, whole.end)
    while end - start > 1 and doc[start].lower_ in first:
        start += 1
    for size in (1, 2):  # our tokenizer makes two of 's
        if end - start > size and doc[end - size : end].text in last:
            end -= size
            break
    return None if doc[start].is_space else Span(doc, start, end, label=label)


def _listed(counts: Counter[str], unit: str) -> str:
    return ", ".join(
        f"{name} ({count:,} {unit}{'s' if count > 1 else ''})"
        for name, count in counts.most_common()
    )
