"""The default engine: a small multilingual encoder that labels every language.

One pass over a text gives mentions, agreement points with topic and status, and what kind of event
the article reports (``doc.user_data["communique_event"]``). Long texts are read in overlapping
windows. The model comes with the package ``communique-sm``.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import get_model_meta

from communique.mentions.encoder_model import (
    COMPONENT,
    MODEL_FILE,
    find_model,
    open_reader,
    read_settings,
)
from communique.mentions.protocol import (
    EVENT_KEY,
    SPANS_KEY,
    EventKnowledge,
    set_mentions,
    set_points,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.mentions.encoder_model import Settings
    from communique.mentions.encoder_reading import Reader, Reading

PACKAGE = "communique_sm"


class EncoderEngine:
    """spaCy component that labels mentions and points with the encoder.

    Args:
        folder: the model's folder.
        threads: windows read at a time; 0 means one for each processor.
    """

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        self._threads = threads
        self._open(folder)

    @property
    def model_name(self) -> str:
        """Name and version of the package, or saved pipeline, that the model belongs to."""
        meta = get_model_meta(self._folder.parent)
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"

    def __call__(self, doc: Doc) -> Doc:
        """Label one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 32) -> Iterator[Doc]:
        """Label documents in their order; up to ``batch_size`` are read beforehand."""
        for doc, reading in self._reader(stream, batch_size):
            self._write(doc, reading)
            yield doc

    def _write(self, doc: Doc, reading: Reading) -> None:
        set_mentions(
            doc,
            [Span(doc, found.start, found.end, label=found.label) for found in reading.mentions],
            [self._settings.mentions(found.score) for found in reading.mentions],
        )
        set_points(
            doc,
            [Span(doc, found.start, found.end, label="POINT") for found in reading.points],
            scores=[self._settings.points(found.score) for found in reading.points],
            topics=[found.topics for found in reading.points],
            statuses=[found.status for found in reading.points],
        )
        relevant = None if reading.cooperation is None else reading.cooperation > 0.5
        doc.user_data[EVENT_KEY] = EventKnowledge(types=reading.event, is_cooperation=relevant)
        if reading.spans:
            # arrays, which spaCy can save with the document
            doc.user_data[SPANS_KEY] = vars(reading.spans)

    def _open(self, folder: Path) -> None:
        self._folder = folder
        self._settings: Settings = read_settings(folder)
        self._reader: Reader = open_reader(folder, threads=self._threads)

    def __getstate__(self) -> dict[str, Any]:
        """The network itself cannot be sent to another process; it is opened again there."""
        return {name: value for name, value in self.__dict__.items() if name != "_reader"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._open(self._folder)

    def to_disk(self, path: Path | str, **_: Any) -> None:
        """Save the model's files."""
        shutil.copytree(self._folder, path, dirs_exist_ok=True)

    def from_disk(self, path: Path | str, **_: Any) -> EncoderEngine:
        """Use the model's files of a saved pipeline."""
        folder = Path(path)
        if (folder / MODEL_FILE).exists() and folder != self._folder:
            self._open(folder)
        return self


@Language.factory(COMPONENT, default_config={"threads": 0})
def create_encoder(
    nlp: Language,  # noqa: ARG001 - spaCy passes it
    name: str,  # noqa: ARG001 - spaCy passes it
    threads: int,
) -> Any:
    """The factory that a spaCy config names."""
    return EncoderEngine(find_model(PACKAGE), threads=threads)
