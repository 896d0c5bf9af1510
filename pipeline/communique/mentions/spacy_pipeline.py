"""The engine ``spacy:NAME``: any installed or saved spaCy pipeline that labels spans."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language
from spacy.util import get_installed_models

from communique.mentions.chunks import chunks
from communique.mentions.errors import PipelineUnusableError, UnknownPipelineError
from communique.mentions.fingerprint import fingerprint
from communique.mentions.foreign import ForeignEngine, Found
from communique.mentions.labels import LabelMap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from spacy.tokens import Doc

COMPONENT = "communique_spacy"
EVERY_LANGUAGE = "xx"
# Characters read at once: what a network needs grows with them.
_AT_ONCE = 20_000
_BATCH = 32
_WRITES = {"doc.ents", "doc.spans"}
# Trained labellers see nothing but the text, so these need not run before them; rules may see all.
_TRAINED = {"ner", "beam_ner", "spancat", "spancat_singlelabel"}
_NOT_SEEN = {
    "tagger",
    "parser",
    "senter",
    "attribute_ruler",
    "lemmatizer",
    "trainable_lemmatizer",
    "morphologizer",
    "textcat",
    "textcat_multilabel",
}


class SpacyModel:
    """A spaCy pipeline as a model of :class:`ForeignEngine`.

    Args:
        name: an installed package, or the folder of a saved pipeline.

    Raises:
        UnknownPipelineError: there is neither; the message lists what is installed.
        PipelineUnusableError: it cannot be loaded, or has no component that labels spans.
    """

    def __init__(self, name: str) -> None:
        self._nlp = _load(name)
        writers = _writers(self._nlp)
        if not writers:
            has = ", ".join(self._nlp.pipe_names) or "nothing"
            reason = f"it has {has}, and no ner, spancat, span_ruler or entity_ruler"
            raise PipelineUnusableError(name, reason)
        if {self._nlp.get_pipe_meta(writer).factory for writer in writers} <= _TRAINED:
            self._nlp.select_pipes(
                disable=[
                    pipe
                    for pipe in self._nlp.pipe_names
                    if self._nlp.get_pipe_meta(pipe).factory in _NOT_SEEN
                ]
            )
        self._nlp.max_length = 2 * _AT_ONCE
        folder = Path(name) if Path(name).is_dir() else None
        self.name = _model_name(self._nlp, folder)
        self.label_map = LabelMap.of(folder)
        self._labels = {label for writer in writers for label in self._nlp.pipe_labels[writer]}

    def labels(self, language: str | None) -> Collection[str]:
        """The pipeline's labels, if it is for texts in this language."""
        return self._labels if self._nlp.lang in {EVERY_LANGUAGE, language} else ()

    def read(self, texts: Sequence[str], language: str | None) -> Iterable[list[Found]]:  # noqa: ARG002
        """The spans of each text."""
        pieces = [
            (number, start, piece)
            for number, text in enumerate(texts)
            for start, piece in chunks(text, _AT_ONCE)
        ]
        found: list[list[Found]] = [[] for _ in texts]
        docs = self._nlp.pipe((piece for _, _, piece in pieces), batch_size=_BATCH)
        for (number, start, _), doc in zip(pieces, docs, strict=True):
            found[number] += _spans(doc, start)
        return found


def _load(name: str) -> Language:
    folder = Path(name)
    saved = folder.is_dir() and (folder / "config.cfg").is_file()
    if not saved and name not in get_installed_models():
        raise UnknownPipelineError(name, get_installed_models())
    try:
        return spacy.load(folder if saved else name)
    except (OSError, ValueError, KeyError, ImportError) as error:
        reason = " ".join(str(error).split())
        raise PipelineUnusableError(name, reason) from error


def _writers(nlp: Language) -> list[str]:
    """The components that label spans."""
    return [
        name
        for name in nlp.pipe_names
        if _WRITES & set(nlp.get_pipe_meta(name).assigns) and nlp.pipe_labels.get(name)
    ]


def _model_name(nlp: Language, folder: Path | None) -> str:
    meta = nlp.meta
    name = f"{meta['lang']}_{meta['name'] or 'pipeline'}-{meta['version']}"
    return name if folder is None else f"{name}@{fingerprint([folder])}"


def _spans(doc: Doc, start: int) -> Iterator[Found]:
    groups = (span for group in doc.spans.values() for span in group)
    for span in (*doc.ents, *groups):
        yield Found(start + span.start_char, start + span.end_char, span.label_)


@Language.factory(COMPONENT, default_config={"model": ""})
def create_spacy(nlp: Language, name: str, model: str) -> Any:  # noqa: ARG001 - spaCy passes them
    """The factory that a spaCy config names."""
    return ForeignEngine(f"spacy:{model}", SpacyModel(model))
