"""Runs that are stopped or break, and those that go on after them."""

import os
import signal
from contextlib import suppress

import pytest

from communique.store import Store
from tests.batch.content import NAMES, counts


def test_progress_goes_up_to_the_end(go, put):
    put("a.jsonl", ["A", "B", "C"])
    put("b.txt", "D")
    seen = []
    go(batch_size=2, progress=lambda p: seen.append((p.stage, p.bytes_done, p.articles.done)))
    assert [stage for stage, *_ in seen][:2] == ["planning", "reading"]
    assert seen[-1][0] == "finishing"
    assert [done for *_, done in seen] == sorted(done for *_, done in seen)
    assert seen[-1][2] == 4
    total = []
    go(engine="other", progress=lambda p: total.append((p.bytes_done, p.bytes_total)))
    assert total[-1][0] == total[-1][1] > 0


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_the_run_and_the_next_one_goes_on(go, put, rows, sign):
    names = [f"N{number:02}" for number in range(10)]
    put("a.jsonl", names)

    def press(progress):
        if progress.articles.done == 5 and not progress.stopping:
            os.kill(os.getpid(), sign)

    before = signal.getsignal(sign)
    summary = go(batch_size=2, progress=press)
    assert summary.status == "interrupted"
    assert summary.articles_done == 4
    assert signal.getsignal(sign) is before
    assert rows("SELECT status, finished_at IS NULL FROM runs") == [("interrupted", False)]
    assert rows("SELECT count(*) FROM institutions") == [(4,)]
    assert counts(go()) == (6, 4, 0)
    assert [name for (name,) in rows(NAMES)] == names


def test_a_second_ctrl_c_stops_at_once(go, put, rows):
    put("a.jsonl", ["A", "B"])

    def press(progress):
        if progress.articles.done == 1:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        go(progress=press)
    assert rows("SELECT status FROM runs") == [("interrupted",)]


def test_a_run_that_breaks_is_failed(go, put, rows, monkeypatch):
    put("a.txt", "NAPA")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "articles_in", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            go()
    assert rows("SELECT status FROM runs") == [("failed",)]
    assert counts(go()) == (1, 0, 0)


@pytest.mark.parametrize("after", range(1, 12))
def test_a_file_of_several_portions_goes_on_wherever_it_was_stopped(go, put, rows, after):
    put("a.jsonl", ["Anadyr", "Bergen", "Cusco", "Dakar", "Esbjerg"])
    left = iter(range(after))

    def progress(_state):
        if next(left, None) is None:
            raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        go(batch_size=2, progress=progress)
    summary = go(batch_size=2)
    assert summary.status == "completed"
    assert rows("SELECT count(*) FROM articles") == [(5,)]
    assert rows("SELECT articles, content_hash IS NOT NULL FROM sources") == [(5, True)]


def test_a_file_of_several_portions_is_counted_once(go, put):
    file = put("a.jsonl", ["Anadyr", "Bergen", "Cusco", "Dakar"])
    states = []
    summary = go(batch_size=2, progress=lambda state: states.append(state.bytes_done))
    assert summary.files_read == 1
    assert max(states) <= file.stat().st_size
