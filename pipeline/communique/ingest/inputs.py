"""The files that a run reads, out of the files and folders that it was given."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from communique.ingest.errors import BadInputError, os_failure
from communique.ingest.formats import SUPPORTED, SUPPORTED_NAMES, UNREAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from communique.records import Failure


def find_inputs(paths: Sequence[Path]) -> Iterator[Path | Failure]:
    """Every article file in ``paths`` and the folders among them, sorted, each file once.

    Hidden files and folders and files of other kinds are passed over inside a folder, save
    documents that may well be articles (PDF, Word): each is a failure. So is a path that was named
    itself and is no article file, and a folder with none.
    """
    seen: set[str] = set()
    for path in sorted(set(paths)):
        for item in _named(path):
            if isinstance(item, Path):
                real = os.path.realpath(item)
                if real in seen:
                    continue
                seen.add(real)
            yield item


def _named(path: Path) -> Iterator[Path | Failure]:
    """The files of one path that the user named."""
    if path.is_dir():
        nothing = True
        for item in _walk(path):
            nothing = False
            yield item
        if nothing:
            yield BadInputError("no-articles", supported=SUPPORTED_NAMES).failure(path)
    elif not path.exists():
        yield BadInputError("not-found", hint=_hint(path)).failure(path)
    elif path.suffix.lower() not in SUPPORTED:
        yield _unsupported(path)
    elif not path.is_file():
        yield BadInputError("unreadable", reason="it is not an ordinary file").failure(path)
    else:
        yield path


def _walk(folder: Path) -> Iterator[Path | Failure]:
    """The article files below a folder, in the order of their paths."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield os_failure(error, folder)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
        elif path.suffix.lower() in SUPPORTED and (entry.is_file() or not path.exists()):
            # A link to nothing is handed on, for its reader to tell what is missing.
            yield path
        elif path.suffix.lower() in UNREAD and entry.is_file():
            yield _unsupported(path)


def _unsupported(path: Path) -> Failure:
    suffix = path.suffix or path.name
    return BadInputError("unsupported", suffix=suffix, supported=SUPPORTED_NAMES).failure(path)


def _hint(path: Path) -> str:
    """A name beside the missing one that it may have been meant for."""
    try:
        names = [entry.name for entry in path.parent.iterdir()]
    except OSError:
        return f" The folder {path.parent} does not exist either." if path.parent.name else ""
    close = difflib.get_close_matches(path.name, names, n=1)
    return f" Did you mean {path.parent / close[0]}?" if close else ""
