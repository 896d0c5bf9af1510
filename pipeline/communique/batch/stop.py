"""Stop a run between two steps, when Ctrl-C or a request to terminate comes."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType
    from typing import Any

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class StoppedError(Exception):
    """The run was asked to stop."""


class StopSignal:
    """Takes Ctrl-C and requests to terminate while the ``with`` block lasts.

    The first one is kept until :meth:`check`; the second one stops the program at once. Signals
    reach the main thread only, so in any other this does nothing.

    Args:
        on_request: Called when the first one comes.
    """

    def __init__(self, on_request: Callable[[], None]) -> None:
        self._on_request = on_request
        self._requested = False
        self._previous: dict[signal.Signals, Any] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self._previous = {sign: signal.signal(sign, self._take) for sign in _SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        for sign, handler in self._previous.items():
            signal.signal(sign, handler)

    def check(self) -> None:
        """Raise :class:`StoppedError` if a request has come."""
        if self._requested:
            raise StoppedError

    def _take(self, _sign: int, _frame: FrameType | None) -> None:
        if self._requested:
            raise KeyboardInterrupt
        self._requested = True
        self._on_request()
