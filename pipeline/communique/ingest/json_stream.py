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
# The decoder calls a value that ends too early wrong at its start or close to the end.
_CLOSE = 12


def parse_json(text: str) -> Any:
    """The value that ``text`` is.

    Raises:
        BadInputError: if it is not JSON, with line and column counted in ``text``.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise broken_json(error.msg, error.lineno, error.colno) from None
    except (RecursionError, ValueError) as error:
        # Lists in lists thousands deep, or a number with thousands of digits.
        raise broken_json(_plain(error), 1, 1) from None


def broken_json(reason: str, line: int, column: int, rest: str = "") -> BadInputError:
    """The error at a place in a JSON text; ``rest`` says what became of what follows."""
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
        # Line ends, and characters after the last of them, that have left the buffer.
        self._lines = 0
        self._column = 0

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
                if end < len(self._buffer) or not self._more():
                    self._at = end
                    return value

    def rest(self) -> str:
        """What begins the text after the last value; nothing at the end of the file."""
        self._skip_blanks()
        return self._buffer[self._at : self._at + 20]

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
        used = self._buffer[: self._at]
        self._lines += used.count("\n")
        self._column = len(used) - used.rfind("\n") - 1 if "\n" in used else self._column + len(used)
        left = self._buffer[self._at :]
        if len(left) > _LONGEST:
            raise BadInputError("too-large", megabytes=len(left) / MEGABYTE)
        # A value that did not fit is tried again with twice as much of it.
        chunk = self._file.read(max(_CHUNK, len(left)))
        self._buffer, self._at = left + chunk, 0
        self._ended = not chunk
        return bool(chunk)

    def _error(self, reason: str, place: int | None = None) -> BadInputError:
        before = self._buffer[: self._at if place is None else place]
        line = self._lines + before.count("\n") + 1
        column = len(before) - before.rfind("\n") if "\n" in before else self._column + len(before) + 1
        return broken_json(reason, line, column, " What follows was not read.")
