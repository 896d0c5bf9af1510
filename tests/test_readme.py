"""The README's commands and queries run, on the demonstration folder, as they are printed there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

import communique

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(kind):
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A folder with the demonstration articles and the database that `make demo` makes of them."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "corpus").symlink_to(ROOT / "corpus", target_is_directory=True)
    communique.run([ROOT / "corpus" / "articles"], folder / "coop.duckdb")
    return folder


@pytest.mark.parametrize("query", blocks("sql"))
def test_every_query_runs_and_finds_something(home, query):
    with duckdb.connect(str(home / "coop.duckdb"), read_only=True) as db:
        assert db.sql(query).fetchall()


@pytest.mark.parametrize(
    "command",
    [
        line.removeprefix("$ ")
        for block in blocks("console")
        for line in block.splitlines()
        if line.startswith("$ communique ")
    ],
)
def test_every_command_runs(home, command):
    arguments = [sys.executable, "-m", *shlex.split(command)]
    done = subprocess.run(arguments, cwd=home, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout


@pytest.mark.parametrize("code", blocks("python"))
def test_every_python_example_runs(home, monkeypatch, code):
    monkeypatch.chdir(home)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own README


def test_the_two_commands_of_the_beginning_are_make_targets():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in re.findall(r"^\$ make (\S+)", "\n".join(blocks("console")), re.MULTILINE):
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)
