"""The values of a JSON file one after the other, without reading the whole file at once."""

from __future__ import annotations

import json
import re
from typing import IO, TYPE_CHECKING, Any

from communique.ingest.errors import MAX_ARTICLE_BYTES, MEGABYTE, BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHUNK = 1_000_000
# A record may be this long, in characters: its text, with every character escaped as six.
_LONGEST = 6 * MAX_ARTICLE_BYTES
_DECODER = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\n\r]*")
# The decoder stops so close to the end, or at its start, in a value that is cut off there.
_CLOSE = 12


def parse_json(text: str, line: int) -> Any:
    """The value that a line of a file is.

    Raises:
        BadInputError: if it is not JSON.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise _broken(error.msg, line, error.pos + 1) from None
    except (RecursionError, ValueError) as error:
        # Lists in lists thousands deep, or a number with thousands of digits.
        raise _broken(_plain(error), line, 1) from None


def _broken(reason: str, line: int, column: int, rest: str = "") -> BadInputError:
    return BadInputError("broken-json", line=line, column=column, reason=reason, rest=rest)


def _plain(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


class JsonStream:
    """Reads the elements of a list, or the single value of a file, from an open text file."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._buffer = ""
        self._at = 0
        self._ended = False
        # Where in the file the buffer begins.
        self._line = 1
        self._column = 1

    def is_list(self) -> bool:
        """Whether the file is a list; its bracket is taken then."""
        return self._take("[")

    def elements(self) -> Iterator[Any]:
        """The elements of the list whose opening bracket has been taken."""
        if self._take("]"):
            return
        while True:
            yield self.value()
            if self._take(","):
                continue
            if not self._take("]"):
                raise self._error("Expecting ',' or ']' after the element")
            return

    def value(self) -> Any:
        """The next value."""
        self._skip_blanks()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if not self._is_cut(error) or not self._more():
                    raise self._error(error.msg, error.pos) from None
            except (RecursionError, ValueError) as error:
                raise self._error(_plain(error)) from None
            else:
                if end + _CLOSE < len(self._buffer) or not self._more():
                    self._at = end
                    return value

    def end(self) -> None:
        """Raise :class:`BadInputError` if there is more in the file."""
        self._skip_blanks()
        if self._at < len(self._buffer):
            raise self._error(
                "there is more after the end; a file with one object a line is to be named .jsonl"
            )

    def _is_cut(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated") or error.pos + _CLOSE >= len(self._buffer)

    def _skip_blanks(self) -> None:
        while True:
            match = _BLANK.match(self._buffer, self._at)
            self._at = match.end() if match else self._at
            if self._at < len(self._buffer) or not self._more():
                return

    def _take(self, sign: str) -> bool:
        self._skip_blanks()
        if self._buffer.startswith(sign, self._at):
            self._at += 1
            return True
        return False

    def _more(self) -> bool:
        """Read on, dropping what has been used; False at the end of the file."""
        if self._ended:
            return False
        left = len(self._buffer) - self._at
        if left > _LONGEST:
            raise BadInputError("too-large", megabytes=left / MEGABYTE)
        # A value that did not fit is tried again with twice as much of it.
        chunk = self._file.read(max(_CHUNK, left))
        self._ended = not chunk
        if chunk:
            self._line, self._column = self._place(self._at)
            self._buffer, self._at = self._buffer[self._at :] + chunk, 0
        return bool(chunk)

    def _place(self, at: int) -> tuple[int, int]:
        """Line and column of a place in the buffer, counted from 1."""
        lines = self._buffer.count("\n", 0, at)
        if not lines:
            return self._line, self._column + at
        return self._line + lines, at - self._buffer.rfind("\n", 0, at)

    def _error(self, reason: str, at: int | None = None) -> BadInputError:
        line, column = self._place(self._at if at is None else at)
        return _broken(reason, line, column, " What follows was not read.")
