"""Label maps: what the labels of other people's models are in our records."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from communique.mentions.errors import LabelFileError
from communique.records import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from communique.records import Label

OWN_TABLE = "labels.toml"
"""The file beside a saved model that says what its labels are."""


@cache
def _data() -> dict[str, Any]:
    path = files("communique.mentions") / "label_maps.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class LabelMap:
    """Which of our labels a model's label is; case does not matter."""

    labels: Mapping[str, Label]
    ignored: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def default(cls) -> LabelMap:
        """The map for the usual tag sets."""
        data = _data()
        return cls(_folded(data["labels"]), _folded_names(data["ignored"]))

    @classmethod
    def of(cls, folder: Path | None) -> LabelMap:
        """The map for a model in a folder: its own ``labels.toml`` goes before the usual one.

        Raises:
            LabelFileError: the file is no such table.
        """
        path = folder / OWN_TABLE if folder else None
        if path is None or not path.is_file():
            return cls.default()
        labels, ignored = _read(path)
        usual = cls.default()
        named = labels.keys() | ignored
        kept = {name: label for name, label in usual.labels.items() if name not in named}
        return cls({**kept, **labels}, (usual.ignored - labels.keys()) | ignored)

    def __call__(self, label: str) -> Label | None:
        """Our label; None if it has no place in the records or is not known."""
        return self.labels.get(label.casefold())

    def knows(self, label: str) -> bool:
        """Whether the map says anything of a label."""
        return label.casefold() in self.labels or label.casefold() in self.ignored

    def given(self, labels: Iterable[str]) -> frozenset[Label]:
        """What a model with these labels can give."""
        return frozenset(mapped for label in labels if (mapped := self(label)))


def prompts(folder: Path | None) -> dict[str, Label]:
    """What a zero-shot model is asked for, and our labels for it."""
    path = folder / OWN_TABLE if folder else None
    if path is not None and path.is_file():
        return _read(path)[0]
    return _folded(_data()["prompts"])


def outside() -> tuple[frozenset[str], frozenset[str]]:
    """Words at the beginning and the end of a span that our standard leaves out of names."""
    data = _data()["outside"]
    return frozenset(data["first"]), frozenset(data["last"])


def _read(path: Path) -> tuple[dict[str, Label], frozenset[str]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LabelFileError(path, f"it is no TOML ({error})") from error
    labels = data.get("labels", {})
    if not isinstance(labels, dict) or not labels:
        raise LabelFileError(path, "it has no table [labels]")
    wrong = [name for name, label in labels.items() if label not in LABELS]
    if wrong:
        raise LabelFileError(path, f"{labels[wrong[0]]!r} of {wrong[0]!r} is no label of records")
    return _folded(labels), _folded_names(data.get("ignored", ()))


def _folded(labels: Mapping[str, str]) -> dict[str, Label]:
    return {name.casefold(): cast("Label", label) for name, label in labels.items()}


def _folded_names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)
