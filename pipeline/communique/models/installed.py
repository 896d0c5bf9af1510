"""Which models are on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from spacy.util import get_installed_models, get_model_meta, get_package_path

from communique.mentions.encoder import PACKAGE as ENCODER_PACKAGE
from communique.mentions.errors import EngineError
from communique.mentions.stanza_engine import default_folder
from communique.mentions.stanza_models import StanzaFolder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ANY = "any"
_GLINER_FILE = "gliner_config.json"
# https://huggingface.co/stanfordnlp has all of Stanza's models under it
_STANZA_LICENCE = "Apache-2.0"


@dataclass(frozen=True)
class InstalledModel:
    """A model that an engine can use: what to write after ``--engine``, and what it is."""

    engine: str
    languages: str
    size: int
    """Bytes on disk."""
    licence: str
    folder: Path


def installed_models() -> Iterator[InstalledModel]:
    """Every model that is found where packages and downloads put them."""
    if find_spec(ENCODER_PACKAGE):
        yield _package("encoder", ENCODER_PACKAGE)
    for package in sorted(get_installed_models()):
        yield _package(f"spacy:{package}", package)
    yield from _stanza()
    yield from _gliner()


def _package(engine: str, package: str) -> InstalledModel:
    folder = get_package_path(package)
    meta = get_model_meta(folder)
    languages = _ANY if meta["lang"] == "xx" else meta["lang"]
    licence = meta.get("license") or "not told"
    return InstalledModel(engine, languages, _size(folder), licence, folder)


def _stanza() -> Iterator[InstalledModel]:
    if find_spec("stanza") is None:
        return
    try:
        models = StanzaFolder(default_folder())
    except EngineError:  # nothing was fetched yet
        return
    for language in models.languages():
        for package in models.packages(language, "ner"):
            size = sum(file.stat().st_size for file in models.files(language, package).paths)
            engine = f"stanza:{language}={package}"
            yield InstalledModel(engine, language, size, _STANZA_LICENCE, models.root / language)


def _gliner() -> Iterator[InstalledModel]:
    if find_spec("gliner") is None:
        return
    from huggingface_hub import CacheNotFound, scan_cache_dir  # noqa: PLC0415 - comes with gliner

    try:
        repositories = scan_cache_dir().repos
    except CacheNotFound:
        return
    for one in sorted(repositories, key=lambda repository: repository.repo_id):
        files = {file.file_name for revision in one.revisions for file in revision.files}
        if _GLINER_FILE in files:
            licence = f"see hf.co/{one.repo_id}"
            size = one.size_on_disk
            yield InstalledModel(f"gliner:{one.repo_id}", _ANY, size, licence, one.repo_path)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
