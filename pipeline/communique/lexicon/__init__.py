"""Language knowledge: one folder a language, one TOML file a topic.

``docs/lexicon.md`` explains the files to someone who knows the language and no Python.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any

# Whose words are tried in a language without a file, where some are better than none
FALLBACK_LANGUAGE = "en"


@cache
def languages(topic: str) -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that have a file on a topic, in order."""
    folders = (entry for entry in files(__name__).iterdir() if entry.is_dir())
    return tuple(sorted(f.name for f in folders if (f / f"{topic}.toml").is_file()))


@cache  # a run reads only the files of the languages that it meets
def of(topic: str, language: str | None) -> dict[str, Any]:
    """A language's file on a topic; empty if it has none: ``of("dates", "vi")["months"]``."""
    if language not in languages(topic):
        return {}
    path = files(__name__) / language / f"{topic}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def or_english(topic: str, language: str | None) -> dict[str, Any]:
    """A language's file on a topic; the English one if it has none."""
    return of(topic, language if language in languages(topic) else FALLBACK_LANGUAGE)


def or_all(topic: str, language: str | None) -> list[dict[str, Any]]:
    """A language's file on a topic; those of all languages if it has none."""
    known = language in languages(topic)
    return [of(topic, language)] if known else every(topic)


def every(topic: str) -> list[dict[str, Any]]:
    """The files of all languages on a topic."""
    return [of(topic, code) for code in languages(topic)]


@cache
def weights(topic: str) -> dict[str, float]:
    """Fitted weights that hold for all languages: ``lexicon/weights/<topic>.toml``."""
    path = files(__name__) / "weights" / f"{topic}.toml"
    values: dict[str, float] = tomllib.loads(path.read_text(encoding="utf-8"))["weights"]
    return values


@cache
def weights_for(topic: str, kind: str) -> dict[str, float]:
    """Those of the weights whose names begin with a kind and ``_``, by the rest of their names."""
    begin = f"{kind}_"
    named = weights(topic).items()
    return {name.removeprefix(begin): value for name, value in named if name.startswith(begin)}


@cache
def cities() -> dict[str, str]:
    """ISO 3166-1 codes of large cities' countries, by name in Latin and Cyrillic letters."""
    return _places("cities")


@cache
def towns() -> dict[str, str]:
    """The same of smaller ones, whose names can also be something else's."""
    return _places("towns")


def _places(kind: str) -> dict[str, str]:
    text = (files(__name__) / f"{kind}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    known = {name: country for name, country in rows}  # noqa: C416 - rows are lists, not pairs
    # writers leave out accents: Constanta
    plain = {_plain(name): country for name, country in known.items() if not name.isascii()}
    return {**plain, **known}


def _plain(name: str) -> str:
    if "а" <= name[-1] <= "я":
        return name
    letters = unicodedata.normalize("NFD", name)
    return "".join(char for char in letters if not unicodedata.combining(char))
