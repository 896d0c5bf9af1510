"""``communique query``: rows in every format, and wrong queries."""

import csv
import io
import json

import pytest

from tests.commands import cli, flat


@pytest.mark.usefixtures("filled")
def test_query_lists_tables_and_views():
    said = flat(cli("query", "coop.duckdb").stdout)
    assert "articles table 4 One article" in said
    assert "agreements view What was agreed" in said


@pytest.mark.usefixtures("filled")
def test_query_prints_a_table():
    result = cli("query", "coop.duckdb", "SELECT topic, count(*) AS n FROM agreements GROUP BY 1")
    assert result.exit_code == 0
    assert result.stdout.split()[:2] == ["topic", "n"]
    assert "\x1b" not in result.stdout
    assert "2 rows" in result.stdout


@pytest.mark.usefixtures("filled")
def test_query_shows_wide_rows_one_below_the_other():
    said = cli("query", "coop.duckdb", "FROM articles").stdout
    assert said.count("article_id") == 4
    assert max(map(len, said.splitlines())) <= 120


@pytest.mark.usefixtures("filled")
def test_query_cuts_long_tables_and_says_so():
    result = cli("query", "coop.duckdb", "SELECT * FROM range(5000)")
    assert "The first 100 rows. All: --format csv, json or markdown." in result.stdout


AWKWARD = """
SELECT 1 AS a, 2 AS a, ['x', 'y'] AS l, {'k': 1.5} AS s, DATE '2024-01-02' AS d, 'a|b
c' AS t, 'nan'::DOUBLE AS n, NULL AS z, 1.25::DECIMAL(5, 2) AS m, true AS b, 'Đại học' AS v
"""


@pytest.mark.usefixtures("filled")
def test_query_writes_json():
    result = cli("query", "coop.duckdb", AWKWARD, "--format", "json")
    assert json.loads(result.stdout) == [
        {
            "a": 1,
            "a_1": 2,
            "l": ["x", "y"],
            "s": {"k": 1.5},
            "d": "2024-01-02",
            "t": "a|b\nc",
            "n": None,
            "z": None,
            "m": 1.25,
            "b": True,
            "v": "Đại học",
        }
    ]
    assert (
        json.loads(cli("query", "coop.duckdb", "FROM runs LIMIT 0", "--format", "json").stdout)
        == []
    )


@pytest.mark.usefixtures("filled")
def test_query_writes_csv():
    result = cli("query", "coop.duckdb", AWKWARD, "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["l"] == '["x", "y"]'
    assert row["t"] == "a|b\nc"
    assert (row["d"], row["z"], row["b"], row["v"]) == ("2024-01-02", "", "true", "Đại học")
    lines = cli("query", "coop.duckdb", "FROM range(5000)", "--format", "csv").stdout.splitlines()
    assert len(lines) == 5001


@pytest.mark.usefixtures("filled")
def test_query_writes_markdown():
    lines = cli("query", "coop.duckdb", AWKWARD, "--format", "markdown").stdout.splitlines()
    assert lines[0].startswith("| a | a_1 | l |")
    assert lines[1].startswith("| --- | --- |")
    assert r"| x; y | {" in lines[2]
    assert r"| a\|b c |" in lines[2]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("FROM agrements", "Views: agreements, article_dates"),
        ("SELECT nam FROM institutions", '"name"'),
        ("SELEC 1", "syntax error"),
        ("DELETE FROM runs", "only reads"),
        ("COPY (SELECT 1) TO 'mine.txt'", "only reads"),
        ("EXPORT DATABASE 'mine'", "only reads"),
        ("FROM read_csv('mine.csv')", "only reads"),
        ("SELECT 1/0::INT FROM range(3) WHERE error('own words')", "own words"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_a_wrong_query_is_explained(sql, said):
    result = cli("query", "coop.duckdb", sql)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "Catalog Error" not in result.stderr
