"""What can go wrong with a database, in words for the person at the keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import CommuniqueError

if TYPE_CHECKING:
    import duckdb

_HOLDER = re.compile(r"Conflicting lock is held in (?P<program>.+?) \(PID (?P<pid>\d+)\)")
_KIND = re.compile(r"^[\w ]+ Error: ")
_NO_ROOM = ("No space left", "Disk quota exceeded")
_NO_RIGHT = ("Permission denied", "Read-only file system", "Operation not permitted")


class StoreError(CommuniqueError):
    """A database cannot be used; the text says why and what to do."""


class DatabaseLockedError(StoreError):
    """Another program has the database open."""


class ArticleNotFoundError(StoreError):
    """The database has no such article."""


def is_folder(path: Path) -> StoreError:
    """The path of a database names a folder."""
    return StoreError(
        f"{path} is a folder; give the path of the database file, "
        f"for example {path / 'coop.duckdb'}."
    )


def no_folder(path: Path) -> StoreError:
    """The folder that the database would be in is not there."""
    return StoreError(
        f"{path} cannot be made: there is no folder {path.parent}. "
        "Make the folder first, or give another path."
    )


def missing(path: Path) -> StoreError:
    """There is no database to read."""
    return StoreError(
        f"There is no database {path}. Check the path, or make one with: "
        f"communique run FOLDER --db {path}"
    )


def not_duckdb(path: Path) -> StoreError:
    """The file is something else."""
    return StoreError(f"{path} is not a DuckDB database. It was left as it is; give another path.")


def not_communique(path: Path) -> StoreError:
    """A DuckDB database without the tables of this package."""
    return StoreError(
        f"{path} is a DuckDB database, but Communique did not make it. "
        "Give another path, or make a new one with: communique init-db NEW.duckdb"
    )


def name_taken(path: Path, tables: list[str]) -> StoreError:
    """A foreign database has tables whose names Communique needs."""
    return StoreError(
        f"{path} is another program's database and has tables that Communique would need to make "
        f"({', '.join(tables)}). Nothing was changed; give another path."
    )


def other_version(path: Path, found: int, known: int) -> StoreError:
    """The tables have the layout of another version of Communique."""
    advice = (
        "Upgrade with: pip install --upgrade communique"
        if found > known
        else "Run Communique on the articles again into a new database."
    )
    return StoreError(
        f"{path} has table layout {found}, this Communique knows layout {known}. {advice}"
    )


def article_not_found(path: Path, article: str) -> ArticleNotFoundError:
    """No article has that id."""
    return ArticleNotFoundError(f"{path} has no article {article}.")


def from_duckdb(path: Path, error: duckdb.Error) -> StoreError:
    """The message for an error of DuckDB on opening or writing ``path``."""
    text = str(error)
    if "Could not set lock" in text:
        return DatabaseLockedError(_locked(path, text))
    if "different configuration" in text:
        return DatabaseLockedError(
            f"{path} is open elsewhere in this program, for writing or with other settings. "
            "Close that connection first."
        )
    if any(sign in text for sign in _NO_ROOM):
        return StoreError(
            f"{path} could not be written: the disk is full. What was written before is kept; "
            "free some space and run the same command again."
        )
    if any(sign in text for sign in _NO_RIGHT):
        return StoreError(
            f"{path} cannot be written: you may not write to it or to its folder. "
            "Ask for the right to, or give another path."
        )
    if "version number" in text:
        return StoreError(
            f"{path} was written by a newer DuckDB. Upgrade with: pip install --upgrade duckdb"
        )
    reason = _KIND.sub("", text.splitlines()[0])
    return StoreError(
        f"{path} cannot be used: {reason}. Give another path with --db, or move this file away "
        "and run again."
    )


def _locked(path: Path, text: str) -> str:
    holder = _HOLDER.search(text)
    who = "another program"
    advice = "Wait until it is done or close it, then try again."
    if holder:
        who = f"{_program(holder['pid'], holder['program'])} (process {holder['pid']})"
        advice = f"Wait until it is done, or stop it with: kill {holder['pid']}; then try again."
    return (
        f"{path} is in use by {who}. DuckDB lets no one else in while a database is written. "
        f"{advice}"
    )


def _program(pid: str, executable: str) -> str:
    """The command line of a process where the system tells it, else its program."""
    try:
        words = Path("/proc", pid, "cmdline").read_bytes().decode(errors="replace").split("\0")
    except OSError:
        words = []
    command = " ".join(word for word in words if word)
    short = command if len(command) <= 80 else f"{command[:77]}..."
    return f"“{short}”" if short else executable
