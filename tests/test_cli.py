"""The command as people use it: what it prints, where, and its exit status."""

import csv
import io
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
from typer.testing import CliRunner

from communique.cli import app
from communique.store import Store

VISIT = (
    "(napa.vn) – On 30/10/2024 Rector Anna Ivanova of RANEPA visited NAPA. The sides agreed on:\n"
    "(1) exchange of lecturers;\n(2) joint research."
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


@pytest.fixture
def articles(home):
    folder = home / "articles"
    folder.mkdir()
    (folder / "visit.txt").write_text(VISIT, encoding="utf-8")
    lines = [json.dumps({"text": f"Number {n}: a meeting took place."}) for n in range(3)]
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def cli():
    def cli(*arguments):
        return CliRunner().invoke(app, list(map(str, arguments)), catch_exceptions=False)

    return cli


@pytest.fixture
def filled(cli, articles):
    assert cli("run", "articles").exit_code == 0
    return articles


def flat(text):
    return " ".join(text.split())


@pytest.mark.usefixtures("articles")
def test_run_tells_what_it_did_and_what_to_do_next(cli):
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


def test_run_names_what_it_could_not_read(cli, articles):
    for number in range(25):
        (articles / f"empty{number:02}.txt").touch()
    result = cli("run", "articles")
    assert result.exit_code == 1
    assert "failed 25" in flat(result.stdout)
    assert result.stdout.count("There is no text in it") == 20
    assert "articles/empty00.txt: There is no text in it" in result.stdout
    query = re.search(r'and 5 more: communique query coop.duckdb "(.+)"', result.stdout)
    assert len(json.loads(cli("query", "coop.duckdb", query[1], "--format", "json").stdout)) == 25


def test_quiet_leaves_only_failures(cli, articles):
    result = cli("run", "articles", "--quiet")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    (articles / "empty.txt").touch()
    result = cli("run", "articles", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "articles/empty.txt" in result.stderr


def test_run_takes_field_names(cli, home):
    (home / "a.jsonl").write_text(json.dumps({"story": VISIT, "headline": "Visit"}))
    assert cli("run", "a.jsonl").exit_code == 1
    assert cli("run", "a.jsonl", "--fields", "text=story").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run"], "Missing argument 'PATH...'"),
        (["run", "nowhere"], "nowhere: There is no such file or folder"),
        (["run", "articles", "--engine", "magic"], "no engine 'magic'"),
        (["run", "articles", "--fields", "body"], "part=name"),
        (["run", "articles", "--db", "no/coop.duckdb"], "there is no folder no"),
        (["run", "articles", "--db", "articles"], "articles is a folder"),
        (["run", "articles", "--db", "articles/visit.txt"], "is not a DuckDB database"),
        (["query", "no.duckdb", "SELECT 1"], "There is no database no.duckdb"),
        (["query", "articles/visit.txt", "SELECT 1"], "is not a DuckDB database"),
        (["show", "abc"], "There is no database coop.duckdb, and there is no such file"),
        (["init-db", "no/coop.duckdb"], "there is no folder no"),
        (["walk"], "No such command 'walk'"),
    ],
)
def test_bad_usage_is_told_in_plain_words(cli, articles, arguments, said):
    result = cli(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert not (articles.parent / "coop.duckdb").exists()


@pytest.mark.usefixtures("filled")
def test_a_locked_database_is_told(cli):
    with Store("coop.duckdb"):
        for arguments in (["query", "coop.duckdb", "SELECT 1"], ["show", "abc"]):
            result = cli(*arguments)
            assert result.exit_code == 2
            assert "coop.duckdb is open elsewhere" in result.stderr


@pytest.mark.usefixtures("filled")
def test_query_lists_tables_and_views(cli):
    said = flat(cli("query", "coop.duckdb").stdout)
    assert "articles table 4 One article" in said
    assert "agreements view What was agreed" in said


@pytest.mark.usefixtures("filled")
def test_query_prints_a_table(cli):
    result = cli("query", "coop.duckdb", "SELECT topic, count(*) AS n FROM agreements GROUP BY 1")
    assert result.exit_code == 0
    assert result.stdout.split()[:2] == ["topic", "n"]
    assert "\x1b" not in result.stdout
    assert "2 rows" in result.stdout


@pytest.mark.usefixtures("filled")
def test_query_shows_wide_rows_one_below_the_other(cli):
    said = cli("query", "coop.duckdb", "FROM articles").stdout
    assert said.count("article_id") == 4
    assert max(map(len, said.splitlines())) <= 120


@pytest.mark.usefixtures("filled")
def test_query_cuts_long_tables_and_says_so(cli):
    result = cli("query", "coop.duckdb", "SELECT * FROM range(5000)")
    assert "The first 100 rows. All: --format csv, json or markdown." in result.stdout


AWKWARD = """
SELECT 1 AS a, 2 AS a, ['x', 'y'] AS l, {'k': 1.5} AS s, DATE '2024-01-02' AS d, 'a|b
c' AS t, 'nan'::DOUBLE AS n, NULL AS z, 1.25::DECIMAL(5, 2) AS m, true AS b, 'Đại học' AS v
"""


@pytest.mark.usefixtures("filled")
def test_query_writes_json(cli):
    result = cli("query", "coop.duckdb", AWKWARD, "--format", "json")
    assert json.loads(result.stdout) == [
        {
            "a": 1,
            "a_1": 2,
            "l": ["x", "y"],
            "s": {"k": 1.5},
            "d": "2024-01-02",
            "t": "a|b\nc",
            "n": None,
            "z": None,
            "m": 1.25,
            "b": True,
            "v": "Đại học",
        }
    ]
    assert (
        json.loads(cli("query", "coop.duckdb", "FROM runs LIMIT 0", "--format", "json").stdout)
        == []
    )


@pytest.mark.usefixtures("filled")
def test_query_writes_csv(cli):
    result = cli("query", "coop.duckdb", AWKWARD, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["l"] == '["x", "y"]'
    assert row["t"] == "a|b\nc"
    assert (row["d"], row["z"], row["b"], row["v"]) == ("2024-01-02", "", "true", "Đại học")
    lines = cli("query", "coop.duckdb", "FROM range(5000)", "--format", "csv").stdout.splitlines()
    assert len(lines) == 5001


@pytest.mark.usefixtures("filled")
def test_query_writes_markdown(cli):
    lines = cli("query", "coop.duckdb", AWKWARD, "--format", "markdown").stdout.splitlines()
    assert lines[0].startswith("| a | a_1 | l |")
    assert lines[1].startswith("| --- | --- |")
    assert r"| x; y | {" in lines[2]
    assert r"| a\|b c |" in lines[2]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("FROM agrements", "Views: agreements, article_dates"),
        ("SELECT nam FROM institutions", '"name"'),
        ("SELEC 1", "syntax error"),
        ("DELETE FROM runs", "only reads"),
        ("SELECT 1/0::INT FROM range(3) WHERE error('own words')", "own words"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_a_wrong_query_is_explained(cli, sql, said):
    result = cli("query", "coop.duckdb", sql)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Catalog Error" not in result.stderr


@pytest.mark.usefixtures("filled")
def test_show_marks_the_evidence(cli):
    with duckdb.connect("coop.duckdb", read_only=True) as connection:
        query = "SELECT article_id FROM articles WHERE site = 'napa.vn'"
        ((article_id,),) = connection.execute(query).fetchall()
    by_id = cli("show", article_id[:6])
    assert by_id.exit_code == 0
    assert "[30/10/2024 DATE]" in by_id.stdout
    assert "<1 staff_exchange, agreed: exchange of lecturers>" in by_id.stdout
    assert "Agreement points" in by_id.stdout
    assert cli("show", "articles/visit.txt").stdout == by_id.stdout


def test_show_reads_a_file_that_is_in_no_database(cli, articles):
    result = cli("show", "articles/visit.txt")
    assert result.exit_code == 0
    assert "[30/10/2024 DATE]" in result.stdout
    assert not (articles.parent / "coop.duckdb").exists()
    result = cli("show", "articles/news.jsonl")
    assert "Number 0" in result.stdout
    assert "first article of articles/news.jsonl" in result.stderr


@pytest.mark.usefixtures("filled")
def test_show_lists_what_a_name_stands_for(cli):
    result = cli("show", "articles/news.jsonl")
    assert "articles/news.jsonl#3" in result.stdout
    assert "stands for 3 articles" in result.stderr
    assert "Number 2" in cli("show", "articles/news.jsonl#3").stdout


def test_show_tells_why_a_file_cannot_be_read(cli, articles):
    (articles / "empty.txt").touch()
    result = cli("show", "articles/empty.txt")
    assert result.exit_code == 1
    assert "There is no text in it" in result.stderr


def test_init_db_makes_a_database_once(cli):
    assert "Made new.duckdb" in cli("init-db", "new.duckdb").stdout
    assert "already, with 0 articles" in cli("init-db", "new.duckdb").stdout
    assert "0 rows" in cli("query", "new.duckdb", "FROM meetings").stdout


@pytest.mark.parametrize("command", ["run", "show", "query", "init-db"])
def test_every_command_has_help_with_examples(cli, command):
    result = cli(command, "--help")
    assert result.exit_code == 0
    assert f"communique {command} " in result.stdout.split("Examples:")[1]


def test_version(cli):
    assert re.fullmatch(r"communique \d+\.\d+\.\d+\S*\n", cli("--version").stdout)


@pytest.mark.usefixtures("articles")
def test_the_real_command_through_a_pipe():
    command = [sys.executable, "-m", "communique"]
    done = subprocess.run(
        [*command, "run", "articles"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "read" in done.stdout
    assert "\x1b" not in done.stdout
    sql = "SELECT * FROM range(100000)"
    piped = f"{sys.executable} -m communique query coop.duckdb '{sql}' --format csv | head -2"
    done = subprocess.run(piped, shell=True, capture_output=True, text=True, check=False)  # noqa: S602
    assert (done.stdout, done.stderr) == ("range\n0\n", "")


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


@pytest.mark.usefixtures("articles")
def test_a_text_in_no_language_is_a_failure_and_the_rest_is_read(cli, home):
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
