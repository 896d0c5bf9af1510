"""What one run after the other makes of a folder that changes."""

import json
import os
import signal
from contextlib import suppress
from types import SimpleNamespace

import pytest

from communique.batch import BadInputsError, run
from communique.errors import UnknownEngineError
from communique.ingest import FieldMap
from communique.mentions.errors import EngineError
from communique.pipeline import DEFAULT_ENGINE
from communique.store import DatabaseLockedError, Store

NAMES = "SELECT name FROM article_institutions ORDER BY name"


def counts(summary):
    return (summary.articles_done, summary.articles_skipped, summary.articles_failed)


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


def test_an_article_that_breaks_the_engine_fails_alone(go, put, rows):
    put("a.jsonl", ["NAPA", "BOOM", "RANEPA"])
    summary = go()
    assert counts(summary) == (2, 0, 1)
    (failure,) = summary.failures
    assert (failure.stage, failure.error) == ("extract", "engine-error")
    assert failure.source_path.endswith("a.jsonl#2")
    assert "RuntimeError: no idea" in failure.message
    assert rows(NAMES) == [("NAPA",), ("RANEPA",)]
    assert rows("SELECT stage, article_id IS NOT NULL FROM failures") == [("extract", True)]
    assert counts(go()) == (0, 2, 1)


def test_what_the_engine_remarks_is_in_the_summary(go, put, engine):
    put("a.txt", "NAPA")
    engine.pipeline.append(("labeller", SimpleNamespace(remarks=lambda: ["no model for vi"])))
    assert go().remarks == ("no model for vi",)


def test_a_model_that_turns_out_unusable_ends_the_run(go, put, rows):
    put("a.jsonl", ["NAPA", "BROKEN", "RANEPA"])
    with pytest.raises(EngineError, match="no model"):
        go()
    assert rows("SELECT status FROM runs") == [("failed",)]
    assert rows("SELECT * FROM failures") == []


@pytest.mark.parametrize("batch_size", [1, 64])
def test_copies_of_a_failing_article_fail_the_same_in_any_portion(go, put, rows, batch_size):
    put("a.jsonl", ["BOOM", "NAPA", "BOOM"])
    put("b.txt", "BOOM")
    summary = go(batch_size=batch_size)
    assert counts(summary) == (1, 0, 3)
    assert rows("SELECT count(*) FROM failures") == [(3,)]
    assert rows("SELECT sum(failures), sum(articles) FROM sources") == [(3, 4)]


def test_an_article_that_fails_in_a_new_form_keeps_its_old_rows(go, put, rows, monkeypatch):
    text = "Rector of NAPA met his guests."
    put("a.jsonl", [{"text": text, "url": "https://napa.vn/1"}])
    go()
    put("a.jsonl", [{"text": text, "url": "https://napa.vn/2"}])
    with monkeypatch.context() as patch:
        patch.setattr("communique.batch.extraction.extract_articles", lambda *_: 1 / 0)
        assert counts(go()) == (0, 0, 1)
    assert rows("SELECT url FROM articles") == [("https://napa.vn/1",)]
    assert counts(go()) == (1, 0, 0)
    assert rows("SELECT url FROM articles") == [("https://napa.vn/2",)]


def test_bad_inputs_are_failures_and_the_rest_is_read(go, put, folder, rows):
    put("a.txt", "NAPA")
    (folder / "empty.txt").touch()
    put("c.jsonl", [{"no": "text"}, "RANEPA"])
    summary = go()
    assert counts(summary) == (2, 0, 2)
    assert summary.articles_seen == 4
    assert sorted(failure.error for failure in summary.failures) == ["empty", "no-text"]
    assert rows("SELECT count(*) FROM failures") == [(2,)]
    (folder / "empty.txt").write_text("Rector of MGIMO.")
    assert counts(go()) == (1, 2, 1)
    assert rows("SELECT error FROM failures") == [("no-text",)]


def test_a_reader_that_breaks_fails_its_file_alone(go, put, monkeypatch):
    put("a.txt", "NAPA")
    monkeypatch.setattr("communique.batch.reading.read_articles", lambda *_: 1 / 0)
    (failure,) = go().failures
    assert (failure.stage, failure.error) == ("ingest", "reader-error")


def test_one_path_need_not_be_a_list(go, put, folder):
    put("a.txt", "NAPA")
    assert counts(go(str(folder))) == (1, 0, 0)


def test_paths_that_are_not_there_stop_the_run_before_it_starts(go, folder, db, put):
    put("articles.txt", "NAPA")
    with pytest.raises(BadInputsError, match=r"no such file or folder.*Did you mean"):
        go([folder, folder / "article.txt"])
    with pytest.raises(BadInputsError, match="at least one"):
        run([], db)
    assert not db.exists()


def test_fields_that_make_no_sense_stop_the_run_before_it_starts(go, put, db):
    put("a.txt", "NAPA")
    with pytest.raises(BadInputsError, match="part=name"):
        go(fields="body")
    assert not db.exists()


def test_an_unknown_engine_stops_the_run_before_it_starts(folder, put, db):
    put("a.txt", "NAPA")
    with pytest.raises(UnknownEngineError, match=DEFAULT_ENGINE):
        run([folder], db, engine="magic")
    assert not db.exists()


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


def test_a_database_that_is_open_elsewhere_is_not_written(go, put, db):
    put("a.txt", "NAPA")
    go()
    with Store(db, read_only=True), pytest.raises(DatabaseLockedError):
        go()


def test_file_names_that_are_no_text_are_read(go, folder, rows):
    name = os.fsencode(str(folder)) + b"/\xff\xfe.txt"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123 - a name that pathlib cannot hold
        file.write("Rector of NAPA met.")
    assert counts(go()) == (1, 0, 0)
    assert counts(go()) == (0, 1, 0)
    ((file,),) = rows("SELECT file FROM sources")
    assert file.endswith(r"\xff\xfe.txt")


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
