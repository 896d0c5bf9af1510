"""Whatever happens to a folder between runs, and whenever runs are stopped, nothing is lost or left.

Two databases follow the same folder: the runs of one go through, those of the other are broken off
at some point and done again, with portions of other sizes. Both must end with the same tables.
"""

import json
import tempfile
from contextlib import suppress
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.batch import run
from tests.batch.content import tables

TEXT = "Rector of {} met his{}guests."
INTEGRITY = [
    "SELECT article_id FROM articles GROUP BY ALL HAVING count(*) > 1",
    "SELECT file, article_id FROM article_sources GROUP BY ALL HAVING count(*) > 1",
    "SELECT article_id FROM mentions ANTI JOIN articles USING (article_id)",
    "SELECT article_id FROM article_sources ANTI JOIN articles USING (article_id)",
    "SELECT article_id FROM articles ANTI JOIN article_sources USING (article_id, file)",
]


class StopError(BaseException):
    """Breaks a run off as nothing else would."""


texts = st.builds(TEXT.format, st.sampled_from(["A", "B", "C", "BOOM"]), st.sampled_from(" \n"))
records = st.one_of(
    st.builds(lambda text: {"text": text}, texts),
    st.builds(lambda text, url: {"text": text, "url": url}, texts, st.sampled_from("xy")),
    st.just({"no": "text"}),
)
files = st.fixed_dictionaries(
    {},
    optional={
        "a.txt": texts,
        "b.jsonl": st.lists(records, max_size=5),
        "c.jsonl": st.lists(records, max_size=5),
        "d.txt": texts,
    },
)
sizes = st.integers(1, 5)
stops = st.lists(st.tuples(st.integers(1, 12), sizes), max_size=2)


def write(folder, content):
    for name, data in content.items():
        text = data if isinstance(data, str) else "\n".join(map(json.dumps, data))
        (folder / name).write_text(text, encoding="utf-8")


def broken_off(folder, db, after, size):
    left = after

    def progress(_state):
        nonlocal left
        left -= 1
        if left == 0:
            raise StopError

    with suppress(StopError):
        run([folder], db, batch_size=size, progress=progress)


def check(db):
    """No article twice, and nothing of an article that is not there."""
    with duckdb.connect(str(db), read_only=True) as connection:
        assert [connection.execute(query).fetchall() for query in INTEGRITY] == [[]] * len(
            INTEGRITY
        )


@pytest.mark.slow
@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(files, sizes, stops, sizes), min_size=2, max_size=3))
def test_stopped_runs_end_with_the_same_tables(history):
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        through, stopped = place / "through.duckdb", place / "stopped.duckdb"
        folder = place / "articles"
        folder.mkdir()
        write(folder, {"a.txt": TEXT.format("A", " ")})
        for content, size, broken, last_size in history:
            write(folder, content)
            run([folder], through, batch_size=size)
            for after, portion in broken:
                broken_off(folder, stopped, after, portion)
            run([folder], stopped, batch_size=last_size)
            check(stopped)
            check(through)
            assert tables(stopped) == tables(through)
