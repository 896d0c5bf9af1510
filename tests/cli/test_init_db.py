"""``communique init-db``."""

from tests.commands import cli


def test_init_db_makes_a_database_once():
    assert "Made new.duckdb" in cli("init-db", "new.duckdb").stdout
    assert "already, with 0 articles" in cli("init-db", "new.duckdb").stdout
    assert "0 rows" in cli("query", "new.duckdb", "FROM meetings").stdout
