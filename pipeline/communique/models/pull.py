"""Fetching Stanza's models with Stanza's own downloader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.mentions import stanza_engine
from communique.models.errors import ChecksumError, NetworkError, NotOfferedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DEFAULT = "default"


def pull_stanza(language: str, package: str | None = None) -> Path:
    """Fetch the tokenizer and the NER model for a language, and what they build on.

    Progress is shown by Stanza on standard error. What is there already and unchanged is kept.

    Args:
        language: Stanza's code, as in ``kk`` or ``zh-hans``.
        package: The NER package; without one, Stanza's default.

    Returns:
        The folder of the language's models.

    Raises:
        ExtraMissingError: Stanza is not installed.
        NotOfferedError: Stanza has no models for the language, or no such package.
        NetworkError: The models cannot be reached.
        ChecksumError: A file arrived damaged.
    """
    folder = stanza_engine.default_folder()
    offered = _offered(folder)
    code = _check(offered, language, package)
    try:
        _download(code, folder, (package or _DEFAULT).lower())
    except Exception as error:
        files = _files(offered[code], folder / code)
        damaged = [path for path, checksum in files if _differs(path, checksum)]
        for path in damaged:
            path.unlink()
        if damaged:
            raise ChecksumError(damaged[0]) from error
        raise NetworkError(f"The models for {language}", folder, _reason(error)) from error
    return folder / code


def _offered(folder: Path) -> dict[str, Any]:
    """Stanza's list of models, fresh."""
    from stanza.resources import common  # noqa: PLC0415 - an extra

    try:
        common.download_resources_json(str(folder), resources_url=common.DEFAULT_RESOURCES_URL)
    except Exception as error:
        # requests, the hub's client and the file system each have errors of their own
        raise NetworkError("Stanza's list of models", folder, _reason(error)) from error
    offered: dict[str, Any] = common.load_resources_json(str(folder))
    return offered


def _download(code: str, folder: Path, package: str) -> None:
    import stanza  # noqa: PLC0415 - an extra

    stanza.download(
        code,
        model_dir=str(folder),
        package=None,
        processors={"tokenize": _DEFAULT, "ner": package},
        logging_level="INFO",
        download_json=False,
    )


def _check(offered: dict[str, Any], language: str, package: str | None) -> str:
    """The language's folder, after making sure that there is what was asked for."""
    labelled = {
        code for code, known in offered.items() if isinstance(known, dict) and "ner" in known
    }
    known = offered.get(language)
    code = str(known.get("alias", language)) if isinstance(known, dict) else language
    if code not in labelled:
        raise NotOfferedError(f"NER models for {language!r}", labelled)
    packages = offered[code]["ner"]
    if package and package.lower() not in packages:
        raise NotOfferedError(f"NER package {package!r} for {language!r}", packages)
    return code


def _files(known: dict[str, Any], folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file that Stanza lists for a language, with its checksum."""
    for processor, packages in known.items():
        for name, about in packages.items() if isinstance(packages, dict) else ():
            if isinstance(about, dict) and "md5" in about:
                yield folder / processor / f"{name}.pt", about["md5"]


def _differs(path: Path, checksum: str) -> bool:
    from stanza.resources.common import get_md5  # noqa: PLC0415

    return path.is_file() and get_md5(path) != checksum


def _reason(error: Exception) -> str:
    address = getattr(getattr(error, "request", None), "url", None)
    said = str(address) if address else " ".join(str(error).split()).split(". ")[0]
    return f"{type(error).__name__}: {said}"
