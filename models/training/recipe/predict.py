"""Answers of a network in training, found just as the product's engine finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from spacy.vocab import Vocab

from communique.mentions.encoder_reading import Reader
from communique.tokenizer import Tokenizer
from recipe.measure import Predicted

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from torch import nn

    from communique.mentions.encoder_pieces import Pieces
    from communique.mentions.encoder_reading import Reading
    from recipe.config import Config
    from recipe.samples import Sample


def predict(
    networks: nn.Module, samples: Sequence[Sample], pieces: Pieces, config: Config
) -> list[Predicted]:
    """What the networks say about each sample."""
    networks.eval()

    def run(*inputs: NDArray[np.int64]) -> list[NDArray[np.float32]]:
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            answers = networks(*map(torch.from_numpy, inputs))
            return [scores.float().numpy() for scores in answers]

    reader = Reader(run, pieces, size=config.window, overlap=config.overlap)
    tokenizer = Tokenizer(Vocab())
    docs = (tokenizer(sample.text) for sample in samples)
    return [to_predicted(doc, reading) for doc, reading in reader(docs)]


def to_predicted(doc: Doc, reading: Reading) -> Predicted:
    """A reading in characters of the text."""

    def place(start: int, end: int) -> tuple[int, int]:
        last = doc[end - 1]
        return doc[start].idx, last.idx + len(last)

    return Predicted(
        [(*place(m.start, m.end), m.label, m.score) for m in reading.mentions],
        [
            (*place(p.start, p.end), max(p.topics, key=p.topics.__getitem__), p.status, p.score)
            for p in reading.points
        ],
        max(reading.event, key=reading.event.__getitem__, default=None),
        reading.cooperation is not None and reading.cooperation > 0.5,
        reading.spans,
    )
