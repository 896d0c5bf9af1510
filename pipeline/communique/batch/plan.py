"""Which files a run has to read."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communique.batch.errors import BadInputsError
from communique.ingest import FieldMap, find_inputs, printable
from communique.records import Failure

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Mapping, Sequence

    from communique.store import KnownSource, Run


@dataclass(frozen=True)
class Input:
    """One input file.

    ``content_hash`` is None where the file cannot be read, ``skipped`` the number of articles in
    a file that is left alone, None for a file that is to be read.
    """

    path: Path
    file: str
    source_path: str
    size: int
    content_hash: str | None
    skipped: int | None


def check_paths(paths: Sequence[Path]) -> None:
    """Make sure that a run has something to read.

    Raises:
        BadInputsError: A path does not exist, or there are none.
    """
    if not paths:
        raise BadInputsError("Nothing to read: give at least one file or folder.")
    for path in paths:
        if not path.exists():
            (failure,) = find_inputs([path])
            message = failure.message if isinstance(failure, Failure) else ""
            raise BadInputsError(f"{path}: {message}")


def plan(
    paths: Sequence[Path], known: Mapping[str, KnownSource], run: Run, fields: str | None
) -> Iterator[Input | Failure]:
    """Every input file, with whether it is new; ``known`` are the files of the database.

    A file is left alone if the same bytes were read whole and without failure by the same engine,
    model and version, with the same fields.
    """
    wanted = (0, fields, run.engine, run.model, run.version)
    for path in find_inputs(paths):
        if isinstance(path, Failure):
            yield path
            continue
        file = absolute(path)
        content_hash, size = _hash(path)
        source = known.get(file)
        done = (
            source is not None
            and source.content_hash is not None
            and source.content_hash == content_hash
            and wanted
            == (source.failures, source.fields, source.engine, source.model, source.version)
        )
        yield Input(
            path=path,
            file=file,
            source_path=printable(path),
            size=size,
            content_hash=content_hash,
            skipped=source.articles if source and done else None,
        )


def absolute(path: str | os.PathLike[str]) -> str:
    """The absolute path by which a database knows a file, however it is named in a run."""
    return printable(Path(path).resolve())


def field_names(fields: FieldMap) -> str | None:
    """A field map as one text; None for the usual one."""
    return None if fields == FieldMap() else fields.model_dump_json()


def _hash(path: Path) -> tuple[str | None, int]:
    """The hash and number of a file's bytes; no hash if it cannot be read, which reading tells."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16))
            return digest.hexdigest(), file.tell()
    except OSError:
        return None, 0
