"""Databases that cannot be opened: the message says what, where and what to do."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from communique.store import DatabaseLockedError, Store, StoreError
from communique.store.errors import from_duckdb

HOLD = """
import sys
from pathlib import Path
from communique.store import Store
with Store(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "coop.duckdb"


def message(path, **options):
    with pytest.raises(StoreError) as caught:
        Store(path, **options)
    return str(caught.value)


@pytest.fixture
def holder(path):
    """Another program that has the database open."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        process.stdout.readline()
        yield process
        process.stdin.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_locked_database_names_who_holds_it(path, holder, read_only):
    with pytest.raises(DatabaseLockedError) as caught:
        Store(path, read_only=read_only)
    said = str(caught.value)
    assert str(path) in said
    assert f"process {holder.pid}" in said
    assert "python" in said
    assert f"kill {holder.pid}" in said


def test_a_database_open_for_writing_in_this_program_is_locked(path):
    with Store(path):
        assert "open elsewhere in this program" in message(path, read_only=True)


def test_a_folder_is_no_database(tmp_path):
    assert "is a folder" in message(tmp_path)


def test_a_missing_folder_is_named(tmp_path):
    assert f"there is no folder {tmp_path / 'no'}" in message(tmp_path / "no" / "coop.duckdb")


def test_a_missing_database_tells_how_to_make_one(path):
    assert f"communique run FOLDER --db {path}" in message(path, read_only=True)


@pytest.mark.parametrize("content", [b"hello, I am a text file", b"SQLite format 3\0" * 400, b"x"])
def test_another_kind_of_file_is_left_as_it_is(path, content):
    path.write_bytes(content)
    for read_only in (True, False):
        assert "not a DuckDB database" in message(path, read_only=read_only)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_database(path):
    path.touch()
    with Store(path) as store:
        assert store.counts()["articles"] == 0


def test_a_broken_database_is_told(path):
    Store(path).close()
    with path.open("r+b") as file:
        file.truncate(5000)
    assert f"{path} cannot be used" in message(path)


def test_another_programs_database_is_told(path):
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE runs (x INT)")
    assert "did not make it" in message(path, read_only=True)
    assert "(runs)" in message(path)
    with duckdb.connect(str(path), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM duckdb_tables()").fetchone() == (1,)


@pytest.mark.parametrize(
    ("version", "advice"), [(99, "pip install --upgrade communique"), (0, "again")]
)
def test_a_database_of_another_version_is_told(path, version, advice):
    with Store(path) as store:
        store.connection.execute("UPDATE schema_info SET version = ?", [version])
    for read_only in (True, False):
        said = message(path, read_only=read_only)
        assert f"table layout {version}" in said
        assert advice in said


@pytest.mark.skipif(
    not Path("/proc/version").exists(), reason="needs a place where nobody may write"
)
def test_an_unwritable_place_is_told():
    assert "/proc/coop.duckdb" in message("/proc/coop.duckdb")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ('IO Error: Cannot open file "x": Permission denied', "you may not write"),
        ("IO Error: Could not write file: No space left on device", "the disk is full"),
        ("IO Error: Trying to read a database file with version number 99", "newer DuckDB"),
        ("IO Error: Could not set lock on file", "another program"),
    ],
)
def test_what_duckdb_says_is_put_in_plain_words(path, error, said):
    told = str(from_duckdb(path, duckdb.IOException(error)))
    assert said in told
    assert told.startswith(str(path))
