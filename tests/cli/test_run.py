"""``communique run``: what it tells, what it takes, and how it is stopped."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
import threading
from contextlib import suppress

import duckdb
import pytest

from tests.cli.conftest import VISIT
from tests.commands import cli, flat


@pytest.mark.usefixtures("articles")
def test_run_tells_what_it_did_and_what_to_do_next():
    result = cli("run", "articles", "--db", "my coop.duckdb")
    assert result.exit_code == 0
    said = flat(result.stdout)
    assert "completed in" in said
    assert "read 4 new 4 skipped 0 failed 0" in said
    assert "agreement points 2" in said
    assert "communique query 'my coop.duckdb' \"SELECT * FROM agreements\"" in said
    assert result.stderr == ""
    again = cli("run", "articles", "--db", "my coop.duckdb")
    assert "read 4 new 0 skipped 4 failed 0" in flat(again.stdout)


def test_run_names_what_it_could_not_read(articles):
    for number in range(25):
        (articles / f"empty{number:02}.txt").touch()
    result = cli("run", "articles")
    assert result.exit_code == 1
    assert "failed 25" in flat(result.stdout)
    assert result.stdout.count("There is no text in it") == 20
    assert "articles/empty00.txt: There is no text in it" in result.stdout
    query = re.search(r'and 5 more: communique query coop.duckdb "(.+)"', result.stdout)
    assert len(json.loads(cli("query", "coop.duckdb", query[1], "--format", "json").stdout)) == 25


def test_run_suggests_no_queries_where_nothing_could_be_read(home):
    (home / "empty.txt").touch()
    result = cli("run", "empty.txt")
    assert result.exit_code == 1
    assert "empty.txt: There is no text in it" in result.stdout
    assert "Next:" not in result.stdout


def test_quiet_leaves_only_failures(articles):
    result = cli("run", "articles", "--quiet")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    (articles / "empty.txt").touch()
    result = cli("run", "articles", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "articles/empty.txt" in result.stderr


def test_run_takes_field_names(home):
    (home / "a.jsonl").write_text(json.dumps({"story": VISIT, "headline": "Visit"}))
    assert cli("run", "a.jsonl").exit_code == 1
    assert cli("run", "a.jsonl", "--fields", "text=story").exit_code == 0


@pytest.mark.usefixtures("articles")
def test_a_text_in_no_language_is_a_failure_and_the_rest_is_read(home):
    noise = "qwzx kjh vbnm " * 12
    (home / "articles" / "noise.txt").write_text(noise, encoding="utf-8")
    result = cli("run", "articles")
    assert result.exit_code == 1
    assert "cannot be told" in flat(result.output)
    with duckdb.connect("coop.duckdb", read_only=True) as db:
        assert db.sql("SELECT stage, error FROM failures").fetchall() == [
            ("language", "unknown-language")
        ]
        assert db.sql("SELECT count(*) FROM articles").fetchall() == [(4,)]


class Screen(threading.Thread):
    """Reads what a program writes to a terminal, as a terminal does."""

    def __init__(self, master):
        super().__init__()
        self.master = master
        self.shown = b""
        self.started = threading.Event()
        self.start()

    def run(self):
        with suppress(OSError):  # the program has ended
            while more := os.read(self.master, 1000):
                self.shown += more
                if b"Reading" in self.shown:
                    self.started.set()


def test_ctrl_c_in_a_real_terminal(home):
    lines = [json.dumps({"text": f"Number {n}. {VISIT} " * 20}) for n in range(3000)]
    (home / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    master, terminal = pty.openpty()
    command = [sys.executable, "-m", "communique", "run", "news.jsonl"]
    with subprocess.Popen(
        command, stdin=terminal, stderr=terminal, stdout=subprocess.PIPE, text=True
    ) as process:
        os.close(terminal)
        screen = Screen(master)
        screen.started.wait(60)
        process.send_signal(signal.SIGINT)
        said = process.stdout.read()
    screen.join()
    os.close(master)
    assert process.returncode == 130
    assert "interrupted" in said
    assert "run the same command again" in said
