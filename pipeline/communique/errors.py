"""What can go wrong before a single article is read, in words for the person who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class CommuniqueError(Exception):
    """Something the user can mend; the message says what, where and how."""


class UnknownEngineError(CommuniqueError):
    """There is no engine of that name."""

    def __init__(self, engine: str, known: Iterable[str]) -> None:
        names = ", ".join(sorted(known))
        super().__init__(f"There is no engine {engine!r}. There are: {names}.")
