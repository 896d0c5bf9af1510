"""The tables are those of the contract, and every one of them says what it holds."""

import pytest

CONTRACT = {
    "runs": {
        "run_id": "VARCHAR",
        "started_at": "TIMESTAMP WITH TIME ZONE",
        "finished_at": "TIMESTAMP WITH TIME ZONE",
        "status": "VARCHAR",
        "engine": "VARCHAR",
        "model": "VARCHAR",
        "version": "VARCHAR",
        "inputs": "VARCHAR[]",
        "articles_seen": "BIGINT",
        "articles_done": "BIGINT",
        "articles_skipped": "BIGINT",
        "articles_failed": "BIGINT",
        "config": "JSON",
    },
    "articles": {
        "article_id": "VARCHAR",
        "run_id": "VARCHAR",
        "source_path": "VARCHAR",
        "url": "VARCHAR",
        "site": "VARCHAR",
        "title": "VARCHAR",
        "text": "VARCHAR",
        "language": "VARCHAR",
        "language_confidence": "DOUBLE",
        "published_on": "DATE",
        "event_type": "VARCHAR",
        "event_date": "VARCHAR",
        "event_place": "VARCHAR",
        "is_cooperation": "BOOLEAN",
        "duplicate_of": "VARCHAR",
    },
    "passages": {
        "article_id": "VARCHAR",
        "start_char": "BIGINT",
        "end_char": "BIGINT",
        "language": "VARCHAR",
        "confidence": "DOUBLE",
    },
    "mentions": {
        "article_id": "VARCHAR",
        "mention_id": "BIGINT",
        "label": "VARCHAR",
        "text": "VARCHAR",
        "start_char": "BIGINT",
        "end_char": "BIGINT",
        "confidence": "DOUBLE",
    },
    "article_institutions": {
        "article_id": "VARCHAR",
        "institution_id": "VARCHAR",
        "name": "VARCHAR",
        "acronym": "VARCHAR",
        "country": "VARCHAR",
        "mention_ids": "BIGINT[]",
    },
    "institutions": {
        "institution_id": "VARCHAR",
        "name": "VARCHAR",
        "acronym": "VARCHAR",
        "country": "VARCHAR",
        "kind": "VARCHAR",
        "aliases": "VARCHAR[]",
        "articles": "BIGINT",
    },
    "officials": {
        "article_id": "VARCHAR",
        "official_id": "BIGINT",
        "person_id": "VARCHAR",
        "name": "VARCHAR",
        "honorific": "VARCHAR",
        "title": "VARCHAR",
        "institution_id": "VARCHAR",
        "institution": "VARCHAR",
        "side": "VARCHAR",
        "start_char": "BIGINT",
        "end_char": "BIGINT",
        "text": "VARCHAR",
        "mention_ids": "BIGINT[]",
        "confidence": "DOUBLE",
    },
    "persons": {
        "person_id": "VARCHAR",
        "name": "VARCHAR",
        "aliases": "VARCHAR[]",
        "articles": "BIGINT",
    },
    "dates": {
        "article_id": "VARCHAR",
        "mention_id": "BIGINT",
        "text": "VARCHAR",
        "start_char": "BIGINT",
        "end_char": "BIGINT",
        "value": "VARCHAR",
        "start_date": "DATE",
        "end_date": "DATE",
        "granularity": "VARCHAR",
        "role": "VARCHAR",
    },
    "instruments": {
        "article_id": "VARCHAR",
        "mention_id": "BIGINT",
        "text": "VARCHAR",
        "start_char": "BIGINT",
        "end_char": "BIGINT",
        "kind": "VARCHAR",
        "status": "VARCHAR",
        "signed_on": "VARCHAR",
    },
    "agreement_points": {
        "article_id": "VARCHAR",
        "point_no": "BIGINT",
        "marker": "VARCHAR",
        "parent_no": "BIGINT",
        "text": "VARCHAR",
        "start_char": "BIGINT",
        "end_char": "BIGINT",
        "topic": "VARCHAR",
        "status": "VARCHAR",
        "deadline": "VARCHAR",
        "confidence": "DOUBLE",
    },
    "point_parties": {
        "article_id": "VARCHAR",
        "point_no": "BIGINT",
        "institution_id": "VARCHAR",
        "role": "VARCHAR",
    },
    "failures": {
        "run_id": "VARCHAR",
        "source_path": "VARCHAR",
        "stage": "VARCHAR",
        "error": "VARCHAR",
        "message": "VARCHAR",
    },
}


@pytest.mark.parametrize("table", CONTRACT)
def test_a_table_has_the_columns_of_the_contract(table, rows):
    there = dict(
        rows(f"SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = '{table}'")
    )
    assert CONTRACT[table].items() <= there.items()


def test_every_table_view_and_column_is_described(rows):
    described = """
        SELECT table_name, comment FROM duckdb_tables()
        UNION ALL SELECT view_name, comment FROM duckdb_views() WHERE NOT internal
        UNION ALL SELECT table_name || '.' || column_name, comment FROM duckdb_columns()
        WHERE NOT internal
    """
    names = dict(rows(described))
    assert len(names) > 100
    assert [name for name, comment in names.items() if not comment] == []


def test_opening_again_makes_nothing_anew(store, rows):
    before = rows("SELECT sql FROM duckdb_tables() ORDER BY table_name")
    version = rows("FROM schema_info")
    store.close()
    with type(store)(store.path) as again:
        query = "SELECT sql FROM duckdb_tables() ORDER BY table_name"
        assert again.connection.execute(query).fetchall() == before
        assert again.connection.execute("FROM schema_info").fetchall() == version
