"""Where Stanza's models are on disk, and which of them go together.

Stanza keeps ``LANG/PROCESSOR/PACKAGE.pt`` below one folder; if they were downloaded, a file
``resources.json`` says what belongs to what. A folder of your own needs no such file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.mentions.errors import NoStanzaModelsError, StanzaPackageError
from communique.mentions.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TOKENIZE, MWT, NER = "tokenize", "mwt", "ner"
_NEEDED = ("pretrain", "forward_charlm", "backward_charlm")
_CHOICE = re.compile(r"(?P<language>[a-z]{2,3}(?:-[a-z]+)?)=(?P<package>[\w.-]+)")


class StanzaChoice(NamedTuple):
    """What ``stanza:FOLDER,LANG=PACKAGE`` says: a folder if any, and NER packages by language."""

    folder: Path | None
    packages: Mapping[str, str]


def parse_choice(text: str) -> StanzaChoice:
    """Read what stands behind the colon of ``stanza:``."""
    folder, packages = None, {}
    for part in filter(None, text.split(",")):
        match = _CHOICE.fullmatch(part)
        if match:
            packages[match["language"]] = match["package"]
        else:
            folder = Path(part)
    return StanzaChoice(folder, packages)


@dataclass(frozen=True)
class StanzaFiles:
    """The models that read one language together."""

    language: str
    ner: Path
    tokenize: Path
    options: Mapping[str, str]
    """What ``stanza.Pipeline`` is given: the path of each model, and of those that it builds on."""

    @property
    def paths(self) -> list[Path]:
        """Every file that is loaded."""
        return [Path(path) for path in self.options.values()]

    @property
    def name(self) -> str:
        """Language, package and fingerprint."""
        return f"stanza_{self.language}_{self.ner.stem}@{fingerprint([self.tokenize, self.ner])}"


@dataclass(frozen=True)
class StanzaFolder:
    """A folder with models, Stanza's own or another.

    Raises:
        NoStanzaModelsError: nothing in the folder can label texts.
    """

    root: Path

    def __post_init__(self) -> None:
        if not self.languages():
            raise NoStanzaModelsError(self.root)

    def languages(self) -> list[str]:
        """The languages that there are both a tokenizer and a labeller for."""
        return sorted(
            folder.name
            for folder in (self.root.iterdir() if self.root.is_dir() else ())
            if self.packages(folder.name, NER) and self.packages(folder.name, TOKENIZE)
        )

    def packages(self, language: str, processor: str) -> list[str]:
        """Names of the packages of one kind for a language."""
        return sorted(path.stem for path in (self.root / language / processor).glob("*.pt"))

    def code(self, language: str | None) -> str | None:
        """The name of a language's folder: Stanza calls ``zh`` by its script, ``zh-hans``."""
        if language is None or (self.root / language).is_dir():
            return language
        alias: str | None = self._resources.get(language, {}).get("alias")
        return alias

    def files(self, language: str, package: str | None = None) -> StanzaFiles:
        """The models that read a language.

        Raises:
            StanzaPackageError: the package is not there, or there are several to choose from.
        """
        ner = package or self._usual(language, NER)
        if ner not in self.packages(language, NER):
            raise self._error(language, f"there is no NER package {ner!r}", NER)
        chosen = {TOKENIZE: self._usual(language, TOKENIZE), NER: ner}
        if self.packages(language, MWT):
            chosen[MWT] = self._usual(language, MWT)
        options = {}
        for processor, name in chosen.items():
            options[f"{processor}_model_path"] = str(self._path(language, processor, name))
            for needed, path in self._needed(language, processor, name):
                options[f"{processor}_{needed}_path"] = str(path)
        tokenize = self._path(language, TOKENIZE, chosen[TOKENIZE])
        return StanzaFiles(language, self._path(language, NER, ner), tokenize, options)

    def _usual(self, language: str, processor: str) -> str:
        """The package that Stanza takes by default, or the only one."""
        there = self.packages(language, processor)
        usual = self._of(language).get("packages", {}).get("default", {}).get(processor)
        if usual in there:
            return str(usual)
        if len(there) != 1:
            raise self._error(language, f"there is not one {processor} package", processor)
        return there[0]

    def _needed(self, language: str, processor: str, package: str) -> Iterator[tuple[str, Path]]:
        """Word vectors and character models that a model builds on."""
        known = self._of(language).get(processor, {}).get(package)
        if known is not None:
            for one in known.get("dependencies", ()):
                yield one["model"], self._path(language, one["model"], one["package"])
        elif processor == NER:
            for needed in _NEEDED:
                there = self.packages(language, needed)
                if len(there) == 1:
                    yield needed, self._path(language, needed, there[0])

    def _path(self, language: str, processor: str, package: str) -> Path:
        return self.root / language / processor / f"{package}.pt"

    def _of(self, language: str) -> dict[str, Any]:
        found: dict[str, Any] = self._resources.get(language, {})
        return found

    @cached_property
    def _resources(self) -> dict[str, Any]:
        path = self.root / "resources.json"
        if not path.is_file():
            return {}
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def _error(self, language: str, what: str, processor: str) -> StanzaPackageError:
        return StanzaPackageError(language, what, self.root, self.packages(language, processor))
