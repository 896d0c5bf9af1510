"""What one run after the other makes of a folder that changes."""

import json
import os

import pytest

from communique.ingest import FieldMap
from communique.pipeline import DEFAULT_ENGINE
from tests.batch.content import NAMES, counts


def test_a_folder_is_read(go, put, rows, folder, db):
    put("a.txt", "NAPA")
    put("deep/b.jsonl", ["RANEPA", "KAZGUU"])
    summary = go()
    assert counts(summary) == (3, 0, 0)
    assert summary.articles_seen == 3
    assert (summary.status, summary.engine, summary.model) == (
        "completed",
        DEFAULT_ENGINE,
        "xx_fake-1.0.0",
    )
    assert (summary.files_read, summary.files_skipped) == (2, 0)
    assert summary.rows["mentions"] == 3
    assert summary.rows["dates"] == 0
    assert rows(NAMES) == [("KAZGUU",), ("NAPA",), ("RANEPA",)]
    assert rows("SELECT name FROM institutions ORDER BY 1") == rows(NAMES)
    assert rows("SELECT status, inputs, articles_seen, articles_done FROM runs") == [
        ("completed", [str(folder)], 3, 3)
    ]
    assert summary.database == db


def test_a_second_run_reads_only_what_is_new(go, put, engine):
    put("a.txt", "NAPA")
    go()
    put("b.txt", "RANEPA")
    summary = go()
    assert counts(summary) == (1, 1, 0)
    assert (summary.files_read, summary.files_skipped) == (1, 1)
    assert len(engine.seen) == 2


def test_the_same_run_again_changes_nothing(go, put, rows):
    put("a.txt", "NAPA")
    put("bad.jsonl", [{"no": "text"}, "RANEPA"])
    go()
    tables = ["articles", "mentions", "institutions", "article_sources", "failures", "sources"]

    def content():
        return [
            rows(f"SELECT COLUMNS(c -> c <> 'run_id') FROM {table} ORDER BY ALL")
            for table in tables
        ]

    before = content()
    go()
    assert content() == before


def test_a_changed_file_replaces_its_articles(go, put, rows):
    put("a.txt", "NAPA")
    put("b.jsonl", ["RANEPA", "KAZGUU", "MGIMO"])
    go()
    put("a.txt", "ENA")
    put("b.jsonl", ["RANEPA", "MGIMO", "HSE"])
    summary = go()
    assert rows(NAMES) == [("ENA",), ("HSE",), ("MGIMO",), ("RANEPA",)]
    assert rows("SELECT count(*) FROM mentions") == [(4,)]
    # the line of MGIMO is another one, and its source_path says so
    assert counts(summary) == (3, 1, 0)


def test_an_appended_file_is_read_from_where_it_grew(go, put, engine):
    put("b.jsonl", ["RANEPA", "KAZGUU"])
    go()
    put("b.jsonl", ["RANEPA", "KAZGUU", "MGIMO"])
    assert counts(go()) == (1, 2, 0)
    assert len(engine.seen) == 3


def test_a_new_address_of_the_same_text_is_taken_over(go, put, rows):
    text = "Rector of NAPA met his guests."
    put("a.jsonl", [{"text": text, "url": "https://napa.vn/1"}])
    go()
    put("a.jsonl", [{"text": text, "url": "https://napa.vn/2"}])
    go()
    assert rows("SELECT url FROM articles") == [("https://napa.vn/2",)]


def test_the_same_article_twice_is_one_row_and_a_skipped_copy(go, put, rows):
    put("a.txt", "NAPA")
    put("b.txt", "NAPA")
    put("c.jsonl", ["RANEPA", "NAPA", "RANEPA"])
    summary = go()
    assert counts(summary) == (2, 3, 0)
    assert summary.articles_copies == 3
    paths = rows("SELECT source_path FROM articles ORDER BY source_path")
    assert [path.rpartition("/")[2] for (path,) in paths] == ["a.txt", "c.jsonl#1"]
    assert rows("SELECT count(*) FROM article_sources") == [(4,)]


def test_copies_in_later_portions_are_copies_too(go, put):
    put("c.jsonl", ["RANEPA", "NAPA", "RANEPA", "NAPA", "NAPA"])
    assert counts(go(batch_size=1)) == (2, 3, 0)


def test_a_copy_keeps_the_article_when_its_first_file_changes(go, put, rows):
    put("a.txt", "NAPA")
    put("b.txt", "NAPA")
    go()
    put("a.txt", "RANEPA")
    go()
    found = rows(
        "SELECT text LIKE '%RANEPA%', split_part(source_path, '/', -1) FROM articles ORDER BY 2"
    )
    assert found == [(True, "a.txt"), (False, "b.txt")]


def test_a_deleted_file_keeps_its_articles(go, put, rows):
    file = put("a.txt", "NAPA")
    put("b.txt", "RANEPA")
    go()
    file.unlink()
    go()
    assert rows(NAMES) == [("NAPA",), ("RANEPA",)]


@pytest.mark.parametrize("change", ["model", "engine", "fields"])
def test_another_way_of_reading_reads_everything_again(go, put, engine, change):
    put("a.jsonl", [{"text": "Rector of NAPA", "body": "Rector of RANEPA"}])
    go()
    if change == "model":
        engine.meta["models"] = ["xx_fake-2.0.0"]
    options = {"engine": {"engine": "other"}, "fields": {"fields": "text=body"}}.get(change, {})
    assert counts(go(**options)) == (1, 0, 0)
    assert counts(go(**options)) == (0, 1, 0)


def test_fields_may_be_a_map(go, put, rows):
    put("a.jsonl", [{"story": "Rector of NAPA"}])
    go(fields=FieldMap(text=("story",)))
    assert rows(NAMES) == [("NAPA",)]
    fields = json.loads(rows("SELECT config FROM runs")[0][0])["fields"]
    assert "story" in fields


def test_one_path_need_not_be_a_list(go, put, folder):
    put("a.txt", "NAPA")
    assert counts(go(str(folder))) == (1, 0, 0)


def test_file_names_that_are_no_text_are_read(go, folder, rows):
    name = os.fsencode(str(folder)) + b"/\xff\xfe.txt"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - a name that pathlib cannot hold
        file.write("Rector of NAPA met.")
    assert counts(go()) == (1, 0, 0)
    assert counts(go()) == (0, 1, 0)
    ((file,),) = rows("SELECT file FROM sources")
    assert file.endswith(r"\xff\xfe.txt")
