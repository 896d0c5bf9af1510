"""Windows read by several threads: every one once, whoever reads it."""

import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.mentions.encoder_threads import Threads


def inputs(number):
    return np.array([[number]]), np.array([[0]]), np.array([[0]])


@given(st.integers(1, 4), st.permutations(range(8)))
def test_every_window_is_read_once_in_whatever_order_it_is_asked_for(count, order):
    read = []
    lock = threading.Lock()

    def network(ids, _edges, _rows):
        with lock:
            read.append(ids.item())
        return [ids * 10]

    with Threads(network, count) as threads:
        windows = [threads.ask(*inputs(number)) for number in range(8)]
        found = {number: threads.answers(windows[number])[0].item() for number in order}
    assert found == {number: number * 10 for number in range(8)}
    assert sorted(read) == list(range(8))


def test_the_caller_reads_while_another_thread_is_busy():
    """Or the first window, which waits for the second, would never be through."""
    first_is_begun, second_is_read = threading.Event(), threading.Event()
    readers = {}

    def network(ids, _edges, _rows):
        readers[ids.item()] = threading.current_thread()
        if ids.item() == 0:
            first_is_begun.set()
            assert second_is_read.wait(timeout=60)
        else:
            second_is_read.set()
        return [ids]

    with Threads(network, 2) as threads:
        first = threads.ask(*inputs(0))
        assert first_is_begun.wait(timeout=60)
        threads.ask(*inputs(1))
        # the other thread has the first window in hand; only this one can read the second
        threads.answers(first)
    assert readers[1] is threading.current_thread()
    assert readers[0] is not threading.current_thread()


def test_one_thread_is_the_callers():
    before = threading.active_count()
    with Threads(lambda ids, _edges, _rows: [ids + threading.active_count()], 1) as threads:
        (answer,) = threads.answers(threads.ask(*inputs(0)))
    assert answer.item() == before


@pytest.mark.parametrize("count", [1, 2])
def test_an_error_is_told_for_the_window_that_it_belongs_to(count):
    def network(ids, _edges, _rows):
        if ids.item() == 1:
            raise MemoryError
        return [ids]

    with Threads(network, count) as threads:
        first, second, third = (threads.ask(*inputs(number)) for number in range(3))
        assert threads.answers(first)[0].item() == 0
        with pytest.raises(MemoryError):
            threads.answers(second)
        assert threads.answers(third)[0].item() == 2
