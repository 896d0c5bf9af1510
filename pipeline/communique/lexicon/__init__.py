"""Language knowledge: one folder a language, one TOML file a topic.

``docs/lexicon.md`` explains the files to someone who knows the language and no Python.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(topic: str) -> dict[str, dict[str, Any]]:
    """Every language's file on a topic, by ISO 639-1 code: ``load("dates")["vi"]["months"]``."""
    return {
        folder.name: tomllib.loads(path.read_text(encoding="utf-8"))
        for folder in sorted(files(__name__).iterdir(), key=lambda entry: entry.name)
        if folder.is_dir() and (path := folder / f"{topic}.toml").is_file()
    }


@cache
def weights(topic: str) -> dict[str, float]:
    """Fitted weights that hold for all languages: ``lexicon/weights/<topic>.toml``."""
    path = files(__name__) / "weights" / f"{topic}.toml"
    values: dict[str, float] = tomllib.loads(path.read_text(encoding="utf-8"))["weights"]
    return values


@cache
def cities() -> dict[str, str]:
    """ISO 3166-1 codes of large cities' countries, by name in Latin and Cyrillic letters."""
    text = (files(__name__) / "cities.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {name: country for name, country in rows}  # noqa: C416 - rows are lists, not pairs
