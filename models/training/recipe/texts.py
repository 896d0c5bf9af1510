"""The texts that the vocabulary must be able to write: all languages, all data sets, names."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING, Any

from babel import Locale

from recipe.config import ROOT
from recipe.samples import read_training

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recipe.config import Config

LANGUAGES = (
    *("vi", "en", "ru", "kk", "fr", "de", "es", "zh"),
    *("uz", "ky", "tg", "id", "lo", "tr", "ja", "ko"),
)


_TAGGED = ("kaznerd/*.iob2", "crossner_politics/*.txt", "ud/*-train.conllu", "gum/*.conllu")
_MAIN = ("vie", "eng", "rus", "kaz")  # NTREX's names of the languages with gold articles


def other_texts(config: Config) -> Iterator[str]:
    """Texts in languages without gold articles."""
    for path in sorted((config.paths["public"] / "ntrex").glob("newstest*.txt")):
        if not any(code in path.name for code in _MAIN):
            yield from path.read_text(encoding="utf-8").splitlines()
    for language in LANGUAGES:
        yield from _locale_names(Locale.parse(language))


def main_texts(config: Config) -> Iterator[str]:
    """Texts in the languages of the gold articles; of these articles those for training."""
    public = config.paths["public"]
    for path in sorted((public / "ntrex").glob("newstest*.txt")):
        if any(code in path.name for code in _MAIN):
            yield from path.read_text(encoding="utf-8").splitlines()
    for pattern in _TAGGED:
        for path in sorted(public.glob(pattern)):
            yield from _words(path.read_text(encoding="utf-8"), conllu=path.suffix == ".conllu")
    for path in sorted((public / "factrueval").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted((public / "re3d").glob("*/documents.json")):
        yield from (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines())
    yield from (sample.text for sample in read_training(config.paths["gold"]))
    for path in sorted((ROOT / "pipeline/communique/lexicon").glob("*/*.toml")):
        yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))


def _words(text: str, *, conllu: bool) -> Iterator[str]:
    column = 1 if conllu else 0
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip() and line[0] != "#"]
        yield " ".join(line.split("\t" if conllu else None)[column] for line in lines)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def _locale_names(locale: Locale) -> Iterator[str]:
    yield from map(str, locale.territories.values())
    for kind in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            yield from locale.months[kind][width].values()
            yield from locale.days[kind][width].values()
