"""What a run cannot read, and what stops it before it starts."""

from types import SimpleNamespace

import pytest

from communique.batch import BadInputsError, run
from communique.errors import UnknownEngineError
from communique.mentions.errors import EngineError
from communique.pipeline import DEFAULT_ENGINE
from communique.store import DatabaseLockedError, Store
from tests.batch.content import NAMES, counts


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


def test_a_database_that_is_open_elsewhere_is_not_written(go, put, db):
    put("a.txt", "NAPA")
    go()
    with Store(db, read_only=True), pytest.raises(DatabaseLockedError):
        go()
