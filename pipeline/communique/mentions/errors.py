"""What can be wrong with an engine or its model, in words for the person who asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.errors import CommuniqueError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class EngineError(CommuniqueError):
    """An engine cannot be used as asked."""


class EngineSpecError(EngineError):
    """An engine was named without the model that it needs, or with one that it does not take."""

    def __init__(self, engine: str, usage: str) -> None:
        super().__init__(f"The engine {engine!r} is not named right. It is written: {usage}")


class ExtraMissingError(EngineError):
    """The library that an engine runs on is not installed."""

    def __init__(self, engine: str, missing: str | None) -> None:
        super().__init__(
            f"The engine {engine} needs {missing or 'a package'}, which is not installed. Install "
            f"it with `pip install 'communique[{engine}]'`, or from the project's folder with "
            f"`pip install '.[{engine}]'`."
        )


class ModelMissingError(EngineError):
    """The package with the encoder's model is not installed."""

    def __init__(self, package: str) -> None:
        name = package.replace("_", "-")
        super().__init__(
            f"The encoder needs the model package {name}, which is not installed. Install it with "
            f"`pip install models/{name}` from the project's folder, or use `--engine patterns`, "
            "which needs no model."
        )


class ModelUnusableError(EngineError):
    """The files of the encoder's model do not fit this version of Communique."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"The model in {folder} cannot be used: {reason}. Install the model package that "
            "belongs to this version of Communique."
        )


class UnknownPipelineError(EngineError):
    """There is no spaCy pipeline of that name."""

    def __init__(self, name: str, installed: Iterable[str]) -> None:
        known = ", ".join(sorted(installed)) or "none"
        super().__init__(
            f"There is no spaCy pipeline {name!r}: no package of that name is installed, and it is "
            f"no folder with a saved pipeline (one with meta.json and config.cfg). Installed: "
            f"{known}. spaCy's own are installed with `python -m spacy download NAME`."
        )


class PipelineUnusableError(EngineError):
    """A spaCy pipeline cannot be loaded, or labels nothing."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(
            f"The spaCy pipeline {name!r} cannot be used: {reason}. See what is wrong with "
            "`python -m spacy validate`, or take another engine: `communique models list`."
        )


class NoStanzaModelsError(EngineError):
    """A folder has no Stanza models."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"There are no Stanza models in {folder}. Fetch some with `communique models pull "
            "stanza LANG...`, or name a folder that holds LANG/tokenize/NAME.pt and "
            "LANG/ner/NAME.pt: `--engine stanza:FOLDER`."
        )


class StanzaPackageError(EngineError):
    """A Stanza package for a language is not there, or cannot be told from its neighbours."""

    def __init__(self, language: str, what: str, folder: Path, known: Iterable[str]) -> None:
        names = ", ".join(sorted(known)) or "none"
        super().__init__(
            f"Stanza for {language}: {what} in {folder}. There: {names}. Choose one with `--engine "
            f"stanza:{language}=PACKAGE`, or fetch it with `communique models pull stanza "
            f"{language}=PACKAGE`."
        )


class StanzaModelError(EngineError):
    """A file is no Stanza model, or not one that this version of Stanza reads."""

    def __init__(self, language: str, folder: Path, reason: str) -> None:
        super().__init__(
            f"The Stanza models for {language} in {folder} cannot be loaded: {reason}. Fetch them "
            f"anew with `communique models pull stanza {language}`."
        )


class GlinerModelError(EngineError):
    """A GLiNER model cannot be loaded from a folder or the hub."""

    def __init__(self, model: str, reason: str) -> None:
        super().__init__(
            f"The GLiNER model {model!r} cannot be loaded: {reason}. It is a folder with "
            "gliner_config.json and the weights, or the name of one on the Hugging Face hub, which "
            "is fetched at its first use and then needs the network."
        )


class LabelFileError(EngineError):
    """The label table beside a model is not right."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path}: {reason}. It is a TOML file with a table [labels], the model's label = "
            "PERSON, TITLE, ORG, LOC, DATE or DOC, and if needed ignored = [labels with no place]."
        )
