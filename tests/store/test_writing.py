"""Writing: articles are replaced whole, and go when no file holds them any more."""

import pytest

from communique.records import Failure, Institution
from communique.store import (
    ARTICLE_TABLES,
    ArticleNotFoundError,
    Batch,
    FailedInput,
    Link,
    Run,
    Source,
    StoreError,
    Tally,
)

FIRST = Run(run_id="r1", engine="patterns", version="1")
SECOND = Run(run_id="r2", engine="patterns", version="1")


def link(file, article_id, *, owner=True):
    return Link(file, article_id, fingerprint="f", owner=owner)


def source(file, content_hash="h", **more):
    return Source(file, source_path=file.removeprefix("/"), content_hash=content_hash, **more)


def test_an_article_written_again_replaces_all_its_rows(store, record, rows):
    store.write(Batch(records=[record("a"), record("b")]), FIRST)
    smaller = record("a").model_copy(update={"officials": (), "points": (), "dates": ()})
    store.write(Batch(records=[smaller]), SECOND)
    assert store.read("a") == smaller
    assert store.read("b") == record("b")
    assert rows("SELECT article_id, run_id FROM articles ORDER BY 1") == [("a", "r2"), ("b", "r1")]
    assert rows("SELECT DISTINCT article_id FROM point_parties") == [("b",)]


def test_write_tells_the_number_of_rows(store, record):
    counts = store.write(Batch(records=[record("a"), record("b")]))
    assert counts["articles"] == 2
    assert counts["mentions"] == 10
    assert {table: store.counts()[table] for table in counts} == counts


def test_an_article_goes_with_the_last_file_that_holds_it(store, record):
    files = Batch(
        records=[record("a"), record("b")],
        links=[link("/x", "a"), link("/y", "a", owner=False), link("/x", "b")],
        sources=[source("/x"), source("/y")],
    )
    store.write(files, FIRST)
    store.write(Batch(sources=[source("/x", "h2")]), SECOND)
    store.end_run(SECOND, "completed")
    with pytest.raises(ArticleNotFoundError, match="has no article b"):
        store.read("b")
    assert store.read("a").article.source_path == "y"
    store.write(Batch(sources=[source("/y", "h2")]), SECOND)
    store.end_run(SECOND, "completed")
    assert {store.counts()[table] for table in ARTICLE_TABLES} == {0}
    assert store.counts()["article_sources"] == 0


def test_what_a_changed_file_still_holds_stays(store, record):
    both = [link("/x", "a"), link("/x", "b")]
    store.write(
        Batch(records=[record("a"), record("b")], links=both, sources=[source("/x")]), FIRST
    )
    store.write(Batch(links=both[:1], sources=[source("/x", "h2")]), SECOND)
    store.end_run(SECOND, "completed")
    assert [there.article.article_id for there in store.records()] == ["a"]


def test_a_file_that_is_partly_read_lets_nothing_go(store, record):
    batch = Batch(records=[record("a")], links=[link("/x", "a")], sources=[source("/x")])
    store.write(batch, FIRST)
    store.write(Batch(sources=[source("/x", None)]), SECOND)
    store.end_run(SECOND, "completed")
    assert store.read("a").article == record("a").article
    assert store.sources()["/x"].content_hash is None


def test_a_run_that_was_stopped_lets_nothing_go(store, record):
    batch = Batch(records=[record("a")], links=[link("/x", "a")], sources=[source("/x")])
    store.write(batch, FIRST)
    store.write(Batch(sources=[source("/x", "h2")]), SECOND)
    store.end_run(SECOND, "interrupted")
    assert store.counts()["articles"] == 1
    store.end_run(SECOND, "completed")
    assert store.counts()["articles"] == 0


def test_known_articles_tell_file_run_and_fingerprint(store, record):
    batch = Batch(
        records=[record("a")],
        links=[link("/x", "a"), link("/y", "a", owner=False)],
        sources=[source("/x"), source("/y")],
    )
    store.write(batch, FIRST)
    known = store.articles_in([("/x", "a"), ("/y", "a"), ("/z", "a"), ("/x", "b")])
    assert known.keys() == {("/x", "a"), ("/y", "a"), ("/z", "a")}
    assert [known[file, "a"].owned for file in ("/x", "/y", "/z")] == [True, False, False]
    assert [known[file, "a"].seen_by for file in ("/x", "/y", "/z")] == ["r1", "r1", None]


def test_failures_of_earlier_runs_go_when_the_file_is_tried_again(store, rows):
    def failed(file, message="bad"):
        failure = Failure(source_path=file, stage="ingest", error="empty", message=message)
        return FailedInput(failure, file)

    store.write(Batch(failures=[failed("/in/x"), failed("/in/y"), failed("/in/z")]), FIRST)
    store.write(Batch(failures=[failed("/in/x", "worse")], sources=[source("/in/y")]), SECOND)
    failures = "SELECT run_id, file, message FROM failures ORDER BY file"
    assert rows(failures) == [("r2", "/in/x", "worse"), ("r1", "/in/z", "bad")]
    store.end_run(SECOND, "completed", roots=["/in"])
    assert rows(failures) == [("r2", "/in/x", "worse")]


def test_runs_tell_how_they_ended(store, rows):
    store.begin_run(FIRST)
    store.write(Batch(), FIRST, Tally(done=2, skipped=3, failed=1))
    store.begin_run(SECOND)
    store.end_run(SECOND, "completed")
    assert rows("SELECT run_id, status, finished_at IS NULL FROM runs ORDER BY 1") == [
        ("r1", "interrupted", True),
        ("r2", "completed", False),
    ]
    counts = "articles_seen, articles_done, articles_skipped, articles_failed"
    assert rows(f"SELECT {counts} FROM runs WHERE run_id = 'r1'") == [(6, 2, 3, 1)]


def test_a_write_that_breaks_leaves_nothing(store, record, rows):
    store.connection.execute("DROP TABLE point_parties")
    with pytest.raises(StoreError, match="cannot be used"):
        store.write(Batch(records=[record("a")]))
    assert rows("FROM articles") == []
    assert rows("FROM mentions") == []


def test_institutions_and_persons_are_summed_up(store, record, rows):
    def naming(article_id, name, **more):
        institution = Institution(institution_id="i", name=name, **more)
        officials = record().officials[:1]
        if name == "NAPA":
            officials = (officials[0].model_copy(update={"name": "A. Ivanova"}),)
        changes = {"institutions": (institution,), "officials": officials, "points": ()}
        return record(article_id).model_copy(update=changes)

    batch = [
        naming("a", "Academy", country="VN", kind="academy"),
        naming("b", "Academy", acronym="AP", country="RU"),
        naming("c", "NAPA", acronym="NAPA", country="VN"),
        naming("d", "NAPA", acronym="NAPA"),
    ]
    store.write(Batch(records=batch))
    store.refresh()
    assert rows("FROM institutions") == [
        ("i", "Academy", "NAPA", "VN", "academy", ["Academy", "NAPA"], 4)
    ]
    assert rows("FROM persons") == [
        ("p-ivanova", "Anna Ivanova", ["A. Ivanova", "Anna Ivanova"], 4)
    ]


def test_find_takes_ids_their_beginnings_and_files(store, record, tmp_path):
    file = str(tmp_path / "news.jsonl")
    batch = Batch(
        records=[record("ab1"), record("ab2", title=None)],
        links=[link(file, "ab1"), link(file, "ab2")],
        sources=[source(file)],
    )
    store.write(batch, FIRST)
    for name, found in {
        "ab1": ["ab1"],
        "AB": ["ab1", "ab2"],
        file: ["ab1", "ab2"],
        "x": [],
    }.items():
        assert [heading.article_id for heading in store.find(name)] == found
    assert [heading.article_id for heading in store.find("news/ab2.txt")] == ["ab2"]
    assert [heading.title for heading in store.find("ab")] == [
        "RANEPA visits NAPA",
        record().article.text[:80],
    ]
