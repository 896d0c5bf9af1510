"""What can be wrong with an input, in plain words: what, where, and what to do about it."""

from __future__ import annotations

import os
from typing import Literal

from communique.records import Failure

MEGABYTE = 1_000_000
MAX_ARTICLE_BYTES = 20 * MEGABYTE
"""The largest file with one article in it, and the longest text of one record, in bytes."""

_LIMIT = f"{MAX_ARTICLE_BYTES // MEGABYTE} MB"

ErrorWord = Literal[
    "not-found",
    "unsupported",
    "no-articles",
    "no-permission",
    "unreadable",
    "empty",
    "not-text",
    "undecodable",
    "too-large",
    "broken-json",
    "not-a-record",
    "no-text",
    "text-not-a-string",
    "no-article-text",
    "no-text-column",
    "broken-table",
    "broken-row",
]

_MESSAGES: dict[ErrorWord, str] = {
    "not-found": "There is no such file or folder.{hint} Check the spelling of the path.",
    "unsupported": (
        "Files that end in {suffix!r} cannot be read. Convert the file to one of: {supported}."
    ),
    "no-articles": (
        "The folder has no article files in it. Files that can be read end in: {supported}."
    ),
    "no-permission": ("This user may not read it. Change its permissions, e.g. with chmod u+r."),
    "unreadable": "The system could not read it: {reason}.",
    "empty": "There is no text in it, only {what}. Check that it was saved or downloaded whole.",
    "text-not-a-string": "The value of {key!r} is {what}, not a string with the article's text.",
    "not-text": (
        "It looks like {kind}, not like text. Give the file its proper name ending, or convert it "
        "to one of: {supported}."
    ),
    "undecodable": (
        "Its bytes are no text in any encoding that makes sense (UTF-8, UTF-16, windows-1251, "
        "windows-1258 and others were tried). Save it as UTF-8."
    ),
    "too-large": (
        f"The text of one article may have {_LIMIT}, this one has {{megabytes:.1f}} MB. "
        "If it holds many articles, split it, or make it a .jsonl file with one article a line."
    ),
    "broken-json": (
        "No valid JSON at line {line}, column {column}: {reason}.{rest} Mend the file there."
    ),
    "not-a-record": (
        'An article must be an object with names and values, like {{"text": "..."}}; this is '
        "{what}."
    ),
    "no-text": (
        "The record has no text under {wanted}. Its keys are {keys}. Tell which of them is the "
        "text, e.g. text={example}."
    ),
    "no-article-text": (
        "No article text was found in the page. It may be cut off, or built by scripts in the "
        "browser: save the page with its text, or copy the text to a .txt file."
    ),
    "no-text-column": (
        "No column is called {wanted}. The columns are {keys}. Tell which of them is the text, "
        "e.g. text={example}."
    ),
    "broken-table": "It cannot be read as a table: {reason}. Export it again.",
    "broken-row": "Line {line} is no row of the table: {reason}. Mend the line.",
}


def printable(text: str | os.PathLike[str]) -> str:
    """A text or path that can be written, even if it is the name of a file that is no UTF-8."""
    try:
        return os.fsencode(text).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half a surrogate pair that is no byte of a name
        return os.fspath(text).encode("utf-8", "backslashreplace").decode()


class BadInputError(Exception):
    """An input that no article can be made of."""

    def __init__(self, error: ErrorWord, **details: object) -> None:
        self.error = error
        self.message = printable(_MESSAGES[error].format(**details))
        super().__init__(self.message)

    def failure(self, source_path: object) -> Failure:
        """The record of this failure for the input at ``source_path``."""
        return Failure(
            source_path=printable(str(source_path)),
            stage="ingest",
            error=self.error,
            message=self.message,
        )


def os_failure(error: OSError, source_path: object) -> Failure:
    """The record of a file that the system does not hand out."""
    if isinstance(error, PermissionError):
        return BadInputError("no-permission").failure(source_path)
    if isinstance(error, FileNotFoundError):
        return BadInputError("not-found", hint="").failure(source_path)
    return BadInputError("unreadable", reason=error.strerror or error).failure(source_path)
