"""What a database holds, however many runs made it."""

import duckdb


def tables(db):
    """Every row of every table but runs, without the id of the run that wrote it."""
    with duckdb.connect(str(db), read_only=True) as connection:
        names = connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE table_name <> 'runs'"
        ).fetchall()
        return {
            name: connection.execute(
                f"SELECT COLUMNS(c -> c <> 'run_id') FROM {name} ORDER BY ALL"
            ).fetchall()
            for (name,) in names
        }


NAMES = "SELECT name FROM article_institutions ORDER BY name"


def counts(summary):
    """Articles that a run did, skipped and failed."""
    return (summary.articles_done, summary.articles_skipped, summary.articles_failed)
