"""A run that is killed and started again ends with the tables of a run that never was."""

import signal
import subprocess
import sys

import duckdb
import pytest

from communique.batch import run
from tests.batch.content import tables

KILLED = """
import importlib.util, os, signal, sys, threading
from types import SimpleNamespace

conftest, folder, db, moment, value = sys.argv[1:]
spec = importlib.util.spec_from_file_location("fake", conftest)
fake = importlib.util.module_from_spec(spec)
spec.loader.exec_module(fake)

from communique.batch import extraction, run

meta = {"models": ["xx_fake-1.0.0"]}
extraction.load = lambda _engine: SimpleNamespace(meta=meta, pipeline=[], seen=[])
extraction.extract_articles = fake.fake_extract


def kill():
    os.kill(os.getpid(), signal.SIGKILL)


def progress(state):
    if moment == "stage" and state.stage == value:
        kill()
    if moment == "articles" and state.articles.done >= int(value):
        kill()
    if moment == "milliseconds" and state.stage == "reading" and not state.articles.done:
        threading.Timer(int(value) / 1000, kill).start()


if moment == "opening":
    threading.Timer(int(value) / 1000, kill).start()
run([folder], db, batch_size=16, progress=progress)
"""


@pytest.fixture
def many(put, folder):
    """A few hundred articles in files and containers, with copies, failures and bad files."""
    for number in range(120):
        put(f"a/{number:03}.txt", f"A{number}")
    put("b.jsonl", [f"B{number}" if number % 10 else "BOOM" for number in range(100)])
    put(
        "c.jsonl", [f"B{number}" for number in range(0, 50, 2)] + ["A7", {"no": "text"}, "C1", "C1"]
    )
    put("d.txt", "A3")
    (folder / "e.txt").touch()
    return folder


@pytest.fixture
def kill_at(many, db, request):
    def kill_at(moment, value):
        conftest = str(request.path.with_name("conftest.py"))
        command = [sys.executable, "-c", KILLED, conftest, str(many), str(db), moment, str(value)]
        return subprocess.run(command, check=False, capture_output=True).returncode

    return kill_at


@pytest.fixture
def never_killed(many, tmp_path):
    db = tmp_path / "never_killed.duckdb"
    summary = run([many], db)
    counts = (summary.articles_done, summary.articles_skipped, summary.articles_failed)
    assert counts == (216, 23, 12)
    return tables(db)


@pytest.mark.parametrize(
    "moment",
    [
        ("stage", "reading"),
        ("articles", 150),
        ("milliseconds", 60),
        ("stage", "finishing"),
    ],
    ids=lambda moment: "-".join(map(str, moment)),
)
def test_a_killed_run_goes_on(kill_at, many, db, never_killed, moment):
    assert kill_at(*moment) == -signal.SIGKILL
    run([many], db)
    assert tables(db) == never_killed
    with duckdb.connect(str(db), read_only=True) as connection:
        runs = connection.execute("SELECT status FROM runs ORDER BY started_at").fetchall()
    assert runs == [("interrupted",), ("completed",)]


@pytest.mark.slow
def test_a_run_that_is_killed_again_and_again_gets_there(kill_at, many, db, never_killed):
    for delay in (1, 50, 100, 200):
        kill_at("milliseconds", delay)
    for delay in (10, 40):
        kill_at("opening", delay)
    run([many], db)
    assert tables(db) == never_killed
