"""The engine ``gliner``: a zero-shot model that is asked for our labels in words."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.language import Language

from communique.mentions.encoder_windows import find_windows
from communique.mentions.errors import ExtraMissingError, GlinerModelError
from communique.mentions.fingerprint import fingerprint
from communique.mentions.foreign import ForeignEngine, Found
from communique.mentions.labels import LabelMap, prompts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

COMPONENT = "communique_gliner"
DEFAULT_MODEL = "urchade/gliner_multi-v2.1"
_CONFIG = "gliner_config.json"
_THRESHOLD = 0.5
_BATCH = 8
# Pieces of words that neighbouring windows share; a name is read whole in one of them.
_OVERLAP = 48
_SPECIAL = 2


class _Window(NamedTuple):
    """A stretch of a text, and where in the text a span has to start to count."""

    text: int
    start: int
    end: int
    keep_start: int
    keep_end: int


class GlinerModel:
    """A GLiNER model as a model of :class:`ForeignEngine`; it reads every language.

    Args:
        name: the folder of a saved model, or its name on the Hugging Face hub.

    Raises:
        ExtraMissingError: GLiNER is not installed.
        GlinerModelError: there is no such model, here or on the hub.
    """

    def __init__(self, name: str = "") -> None:
        name = name or DEFAULT_MODEL
        folder = Path(name) if Path(name).is_dir() else None
        self._model = _load(name, folder)
        self._tokenizer = self._model.data_processor.transformer_tokenizer
        self._prompts = list(prompts(folder))
        asked = self._tokenizer(self._prompts, add_special_tokens=False)["input_ids"]
        # each prompt has a marker before it
        self._asked = sum(len(pieces) + 1 for pieces in asked) + _SPECIAL
        self.label_map = LabelMap(prompts(folder))
        self.name = f"gliner_{folder.name}@{fingerprint([folder])}" if folder else f"gliner_{name}"

    def labels(self, language: str | None) -> Collection[str]:  # noqa: ARG002
        """What the model is asked for, in any language."""
        return self._prompts

    def read(self, texts: Sequence[str], language: str | None) -> Iterator[list[Found]]:  # noqa: ARG002
        """The entities of each text, which is read in windows that leave nothing out."""
        windows = [one for number, text in enumerate(texts) for one in self._windows(number, text)]
        answers = self._model.inference(
            [texts[one.text][one.start : one.end] for one in windows],
            self._prompts,
            threshold=_THRESHOLD,
            batch_size=_BATCH,
        )
        found: list[list[Found]] = [[] for _ in texts]
        for window, entities in zip(windows, answers, strict=True):
            found[window.text] += (
                Found(window.start + one["start"], window.start + one["end"], one["label"])
                for one in entities
                if window.keep_start <= window.start + one["start"] < window.keep_end
            )
        yield from found

    def _windows(self, number: int, text: str) -> Iterator[_Window]:
        words = list(self._model.data_processor.words_splitter(text))
        if not words:
            return
        pieces = self._tokenizer([word for word, _, _ in words], add_special_tokens=False)
        lengths = [max(len(ids), 1) for ids in pieces["input_ids"]]
        starts = [start for _, start, _ in words] + [len(text)]
        for window in find_windows(lengths, self._size, _OVERLAP):
            yield _Window(
                number,
                starts[window.start],
                words[window.end - 1][2],
                starts[window.keep_start],
                starts[window.keep_end],
            )

    @property
    def _size(self) -> int:
        """Pieces of text that fit beside the prompts: the model cuts off without a word."""
        room = self._tokenizer.model_max_length - self._asked
        size: int = min(self._model.config.max_len, room)
        return size


def _load(name: str, folder: Path | None) -> Any:
    if folder and not (folder / _CONFIG).is_file():
        raise GlinerModelError(name, f"the folder has no {_CONFIG}")
    try:
        from gliner import GLiNER  # noqa: PLC0415 - torch takes seconds to load, and is an extra
    except ImportError as error:
        raise ExtraMissingError("gliner", error.name) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            model = GLiNER.from_pretrained(name, map_location="cpu")
        except Exception as error:
            # the hub, its client and torch each have errors of their own
            raise GlinerModelError(name, _reason(error)) from error
    model.eval()
    return model


def _reason(error: Exception) -> str:
    said = " ".join(str(error).split())
    return said.split(". ")[0].rstrip(".") or type(error).__name__


@Language.factory(COMPONENT, default_config={"model": ""})
def create_gliner(nlp: Language, name: str, model: str) -> Any:  # noqa: ARG001 - spaCy passes them
    """The factory that a spaCy config names."""
    return ForeignEngine(f"gliner:{model}" if model else "gliner", GlinerModel(model))
