"""The configuration: ``config.toml`` as typed values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Stage:
    """One round of training."""

    name: str
    epochs: int
    pieces_per_batch: int
    encoder_rate: float
    head_rate: float
    warmup: int
    gold_copies: int
    public_share: float
    varied: float
    class_weight: float
    heads: int | None = None
    """Attention heads that stay in every layer from this stage on; None for all that are left."""
    inner: int | None = None
    """Inner units that stay in every feed-forward block, likewise."""


@dataclass(frozen=True)
class WordsStage:
    """How the network of words is trained."""

    epochs: int
    pieces_per_batch: int
    rate: float
    warmup: int
    varied: float
    dropout: float


@dataclass(frozen=True)
class Config:
    """Everything that the recipe can be told."""

    seed: int
    threads: int
    paths: dict[str, Path]
    download: dict[str, str]
    layers: int
    merged: int
    dropout: float
    pieces: int
    window: int
    overlap: int
    last_share: float
    """What the last epoch weighs in the packaged mean of the last two, from 0 to 1."""
    stages: tuple[Stage, ...]
    """Of the encoder."""
    words: WordsStage

    @property
    def work(self) -> Path:
        """Where everything that is made on the way is kept."""
        return self.paths["work"]


def read_config(path: Path, overrides: dict[str, Any]) -> Config:
    """The configuration of ``path``; ``overrides`` replace paths and the number of layers."""
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    chosen = {name: overrides.get(name) or value for name, value in values["paths"].items()}
    return Config(
        seed=values["seed"],
        threads=values["threads"],
        paths={name: ROOT / value for name, value in chosen.items()},
        download=values["download"],
        layers=overrides.get("layers") or values["encoder"]["layers"],
        merged=values["encoder"]["merged"],
        dropout=values["encoder"]["dropout"],
        pieces=values["vocabulary"]["pieces"],
        window=values["windows"]["size"],
        overlap=values["windows"]["overlap"],
        last_share=values["package"]["last_share"],
        stages=tuple(Stage(name, **stage) for name, stage in values["stages"].items()),
        words=WordsStage(**values["words"]),
    )
