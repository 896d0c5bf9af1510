"""The encoder's files, and the network that they hold, run by ONNX Runtime.

A model is a folder with ``model.onnx``, ``tokenizer.json`` and ``settings.json``.
"""

from __future__ import annotations

import importlib.util
import math
import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import onnxruntime
from pydantic import BaseModel, ConfigDict
from spacy.tokens import Doc

from communique.mentions.encoder_pieces import Pieces
from communique.mentions.encoder_reading import TASKS, Reader, Shares
from communique.mentions.errors import ModelMissingError, ModelUnusableError
from communique.records import EVENT_TYPES, LABELS, POINT_STATUSES, TOPICS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from communique.mentions.encoder_decoding import Floats

MODEL_FILE, TOKENIZER_FILE, SETTINGS_FILE = "model.onnx", "tokenizer.json", "settings.json"
COMPONENT = "communique_encoder"
_INPUTS = ("ids", "edges", "rows")

# On a CPU, ONNX Runtime adds and normalises faster in two operations than in one.
_SLOWER = ["SkipLayerNormFusion"]
# What the network of words weighs in a language that it has not learned: on 60 articles in five
# such languages (``corpus/gold/transfer``) mentions are 90.1 per cent with 0 and 87.3 with all
_ELSEWHERE = Shares(0.0, 0.0)
_CLOSEST = 1e-6  # to 0 and 1, where a logit has no value


class Calibration(BaseModel):
    """How a score becomes a probability: a logistic curve over the score's logit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slope: float = 1.0
    offset: float = 0.0

    def __call__(self, score: float) -> float:
        """The share of spans with this score that are right."""
        inside = min(max(score, _CLOSEST), 1.0 - _CLOSEST)
        logit = math.log(inside / (1.0 - inside))
        return 1.0 / (1.0 + math.exp(-(self.slope * logit + self.offset)))


class Settings(BaseModel):
    """What one must know of a model to run it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str
    window: int
    """Pieces read at once, without the first and last."""
    overlap: int
    labels: tuple[str, ...] = LABELS
    languages: tuple[str, ...] = ()
    """Those that the network of words has learned."""
    topics: tuple[str, ...] = TOPICS
    statuses: tuple[str, ...] = POINT_STATUSES
    events: tuple[str, ...] = EVENT_TYPES
    mentions: Calibration = Calibration()
    points: Calibration = Calibration()


def find_model(package: str) -> Path:
    """The folder of an installed model package's encoder.

    Raises:
        ModelMissingError: the package is not installed; the message says how to install it.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModelMissingError(package)
    return Path(spec.origin).parent / COMPONENT


def read_settings(folder: Path) -> Settings:
    """The settings of the model in ``folder``.

    Raises:
        ModelUnusableError: a file is missing, or the model knows other labels than the records.
    """
    for name in (MODEL_FILE, TOKENIZER_FILE, SETTINGS_FILE):
        if not (folder / name).exists():
            raise ModelUnusableError(folder, f"its file {name} is missing")
    settings = Settings.model_validate_json((folder / SETTINGS_FILE).read_text(encoding="utf-8"))
    known = (LABELS, TOPICS, POINT_STATUSES, EVENT_TYPES)
    if (settings.labels, settings.topics, settings.statuses, settings.events) != known:
        raise ModelUnusableError(folder, "it was trained for other labels, topics or types")
    return settings


def open_reader(folder: Path, *, threads: int) -> Reader:
    """The model in ``folder``, ready to read; ``threads`` 0 means one for each processor.

    Raises:
        ModelUnusableError: as :func:`read_settings`, or the network was made for other inputs.
    """
    settings = read_settings(folder)
    options = onnxruntime.SessionOptions()
    # Threads that each read a window do twice as much as threads that share one.
    options.intra_op_num_threads = 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(folder / MODEL_FILE),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=_SLOWER,
    )
    if {known.name for known in session.get_inputs()} != set(_INPUTS):
        raise ModelUnusableError(folder, "it was made for another version of communique")
    return Reader(
        partial(_run, session),
        Pieces(folder / TOKENIZER_FILE),
        size=settings.window,
        overlap=settings.overlap,
        threads=threads or _processors(),
        shares=partial(_shares, settings.languages),
    )


def _shares(languages: tuple[str, ...], doc: Doc) -> Shares:
    """What the network of words weighs: nothing in a language that it has not learned."""
    article = doc._.article if Doc.has_extension("article") else None
    known = article is None or article.language in languages
    return Shares() if known else _ELSEWHERE


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not everywhere
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _run(session: onnxruntime.InferenceSession, *inputs: NDArray[np.int64]) -> list[Floats]:
    answers: list[Floats] = session.run(list(TASKS), dict(zip(_INPUTS, inputs, strict=True)))
    return answers
