"""The engine ``stanza``: Stanza's tokenizer, sentence splitter and NER for each language."""

from __future__ import annotations

import logging
import pickle
import tempfile
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from communique.mentions.chunks import chunks, lines
from communique.mentions.errors import ExtraMissingError, StanzaModelError
from communique.mentions.foreign import ForeignEngine, Found
from communique.mentions.labels import LabelMap
from communique.mentions.stanza_models import NER, StanzaFolder, parse_choice

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from communique.mentions.stanza_models import StanzaFiles

COMPONENT = "communique_stanza"
# Pipelines kept in memory; an official one takes some hundred megabytes.
_OPEN = 4
# Characters read at once, over all articles of a batch, and the most of one line
_AT_ONCE, _LINE = 50_000, 10_000


def default_folder() -> Path:
    """Where Stanza keeps what it downloads: the user's cache, or ``STANZA_RESOURCES_DIR``.

    Raises:
        ExtraMissingError: Stanza is not installed.
    """
    return Path(_stanza().resources.common.DEFAULT_MODEL_DIR)


class StanzaModels:
    """Stanza's models for any number of languages, as a model of :class:`ForeignEngine`.

    Args:
        choice: a folder with models, packages as in ``kk=kaznerd,vi=vlsp``, both, or nothing for
            what Stanza has downloaded.

    Raises:
        ExtraMissingError: Stanza is not installed.
        EngineError: the folder has no models, or not the package; the message says what there is.
    """

    def __init__(self, choice: str = "") -> None:
        chosen = parse_choice(choice)
        self._stanza = _stanza()
        self._folder = StanzaFolder(chosen.folder or default_folder())
        self._packages = dict(chosen.packages)
        known = {*self._folder.languages(), *self._packages}
        self._files = {code: self._folder.files(code, self._packages.get(code)) for code in known}
        self._open: OrderedDict[str, Any] = OrderedDict()
        self.name = "+".join(self._files[code].name for code in sorted(known))
        self.label_map = LabelMap.of(self._folder.root)
        for code in self._packages:  # what was asked for by name has to work from the start
            self._pipeline(code)

    def labels(self, language: str | None) -> Collection[str]:
        """The tag set of the NER model for a language; empty without one."""
        code = self._folder.code(language)
        if code is None or code not in self._files:
            return ()
        tags: list[str] = self._pipeline(code).processors[NER].get_known_tags()
        return tags

    def read(self, texts: Sequence[str], language: str | None) -> Iterator[list[Found]]:
        """The entities of each text; a line is read by itself, as a paragraph."""
        code = self._folder.code(language)
        if code is None:
            raise ValueError(language)
        found: list[list[Found]] = [[] for _ in texts]
        for batch in _batches(texts):
            docs = [self._stanza.Document([], text=line) for _, _, line in batch]
            read = self._pipeline(code).process(docs)
            for (number, start, _), doc in zip(batch, read, strict=True):
                found[number] += (
                    Found(start + one.start_char, start + one.end_char, one.type)
                    for one in doc.ents
                )
        yield from found

    def _pipeline(self, code: str) -> Any:
        if code not in self._open:
            self._open[code] = self._load(self._files[code])
            if len(self._open) > _OPEN:
                self._open.popitem(last=False)
        self._open.move_to_end(code)
        return self._open[code]

    def _load(self, files: StanzaFiles) -> Any:
        processors = [key.removesuffix("_model_path") for key in files.options]
        try:
            with tempfile.NamedTemporaryFile("w", suffix=".json") as resources:
                resources.write("{}")  # the paths say everything, whatever Stanza's list knows
                resources.flush()
                pipeline = self._stanza.Pipeline(
                    files.language,
                    dir=str(self._folder.root),
                    package=None,
                    processors={name: "default" for name in processors if name in _PROCESSORS},
                    allow_unknown_language=True,
                    resources_filepath=resources.name,
                    download_method=None,
                    use_gpu=False,
                    logging_level="ERROR",
                    **files.options,
                )
        except (OSError, RuntimeError, KeyError, ValueError, EOFError, pickle.PickleError) as error:
            raise self._unusable(files, str(error) or type(error).__name__) from error
        trained_for = pipeline.processors[NER].trainers[0].args.get("shorthand") or files.language
        if trained_for.split("_")[0].split("-")[0] != files.language.split("-")[0]:
            raise self._unusable(files, f"{files.ner.name} was trained for {trained_for!r}")
        return pipeline

    def _unusable(self, files: StanzaFiles, reason: str) -> StanzaModelError:
        return StanzaModelError(files.language, self._folder.root, " ".join(reason.split()))


_PROCESSORS = {"tokenize", "mwt", "ner"}


def _stanza() -> Any:
    try:
        import stanza  # noqa: PLC0415 - torch takes seconds to load, and is an extra
    except ImportError as error:
        raise ExtraMissingError("stanza", error.name) from error
    logging.getLogger("stanza").setLevel(logging.ERROR)
    return stanza


def _batches(texts: Sequence[str]) -> Iterator[list[tuple[int, int, str]]]:
    """Lines of the texts, with the text's number and where they start, so many at once."""
    batch: list[tuple[int, int, str]] = []
    size = 0
    for number, text in enumerate(texts):
        for start, piece in _pieces(text):
            if batch and size + len(piece) > _AT_ONCE:
                yield batch
                batch, size = [], 0
            batch.append((number, start, piece))
            size += len(piece)
    if batch:
        yield batch


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Every line, the very long ones in parts."""
    for start, line in lines(text):
        for place, piece in chunks(line, _LINE):
            if not piece.isspace():
                yield start + place, piece.rstrip()


@Language.factory(COMPONENT, default_config={"model": ""})
def create_stanza(nlp: Language, name: str, model: str) -> Any:  # noqa: ARG001 - spaCy passes them
    """The factory that a spaCy config names."""
    return ForeignEngine(f"stanza:{model}" if model else "stanza", StanzaModels(model))
