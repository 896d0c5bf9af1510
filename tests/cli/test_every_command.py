"""What holds for every command: usage, help, the version, locks and pipes."""

import re
import subprocess
import sys

import pytest

from communique.store import Store
from tests.commands import cli


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
def test_bad_usage_is_told_in_plain_words(articles, arguments, said):
    result = cli(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert not (articles.parent / "coop.duckdb").exists()


@pytest.mark.usefixtures("filled")
def test_a_locked_database_is_told():
    with Store("coop.duckdb"):
        for arguments in (["query", "coop.duckdb", "SELECT 1"], ["show", "abc"]):
            result = cli(*arguments)
            assert result.exit_code == 2
            assert "coop.duckdb is open elsewhere" in result.stderr


@pytest.mark.parametrize("command", ["run", "show", "query", "init-db"])
def test_every_command_has_help_with_examples(command):
    result = cli(command, "--help")
    assert result.exit_code == 0
    assert f"communique {command} " in result.stdout.split("Examples:")[1]


def test_version():
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
