"""Windows that several threads read, the caller's own among them."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    import numpy as np
    from numpy.typing import NDArray

    from communique.mentions.encoder_decoding import Floats

    # From what ``join`` and ``join_rows`` say of a window, each in one row, to the logits of TASKS:
    # classes for each unit, and for the event classes for the window.
    Integers = NDArray[np.int64]
    Run = Callable[[Integers, Integers, Integers], list[Floats]]


@dataclass
class Asked:
    """A window that is to be read, and what the network says of it once that is done."""

    inputs: tuple[Integers, Integers, Integers]
    answers: Future[list[Floats]]


class Threads:
    """Reads windows: all threads but one begin with the first, the caller's with the last.

    The caller's thread reads when it would have to wait otherwise, so that there are never more
    busy threads than processors: they would take turns, each finding its processor's cache full of
    what the other one needs.

    Args:
        run: the network.
        count: of the threads, with the caller's.
    """

    def __init__(self, run: Run, count: int) -> None:
        self._run = run
        self._others = ThreadPoolExecutor(count - 1) if count > 1 else None
        self._asked: deque[Asked] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._others:
            self._others.shutdown(cancel_futures=True)

    def ask(self, ids: Integers, edges: Integers, rows: Integers) -> Asked:
        """Have a window read."""
        inputs = ids, edges, rows
        answers = self._others.submit(self._run, *inputs) if self._others else Future()
        self._asked.append(Asked(inputs, answers))
        return self._asked[-1]

    def answers(self, window: Asked) -> list[Floats]:
        """What the network says of a window; comes back when it is read.

        Raises:
            Exception: whatever the network raised.
        """
        while self._asked and not window.answers.done():
            self._read(self._asked.pop())
        while self._asked and self._asked[0].answers.done():
            self._asked.popleft()
        return window.answers.result()

    def _read(self, window: Asked) -> None:
        """Read a window in the caller's thread, unless another one has begun with it."""
        if not window.answers.cancel():
            return
        window.answers = Future()
        try:
            window.answers.set_result(self._run(*window.inputs))
        except Exception as error:  # noqa: BLE001 - told when this window is asked for
            window.answers.set_exception(error)
