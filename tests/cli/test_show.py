"""``communique show``: articles of a database and of files."""

import duckdb
import pytest

from tests.commands import cli


@pytest.mark.usefixtures("filled")
def test_show_marks_the_evidence():
    with duckdb.connect("coop.duckdb", read_only=True) as connection:
        query = "SELECT article_id FROM articles WHERE site = 'napa.vn'"
        ((article_id,),) = connection.execute(query).fetchall()
    by_id = cli("show", article_id[:6])
    assert by_id.exit_code == 0
    assert "[30/10/2024 DATE]" in by_id.stdout
    assert "<1 staff_exchange, agreed: exchange of lecturers>" in by_id.stdout
    assert "Agreement points" in by_id.stdout
    assert cli("show", "articles/visit.txt").stdout == by_id.stdout


def test_show_reads_a_file_that_is_in_no_database(articles):
    result = cli("show", "articles/visit.txt")
    assert result.exit_code == 0
    assert "[30/10/2024 DATE]" in result.stdout
    assert not (articles.parent / "coop.duckdb").exists()
    result = cli("show", "articles/news.jsonl")
    assert "Number 0" in result.stdout
    assert "first article of articles/news.jsonl" in result.stderr


@pytest.mark.usefixtures("filled")
def test_show_lists_what_a_name_stands_for():
    result = cli("show", "articles/news.jsonl")
    assert "articles/news.jsonl#3" in result.stdout
    assert "stands for 3 articles" in result.stderr
    assert "Number 2" in cli("show", "articles/news.jsonl#3").stdout


def test_show_tells_why_a_file_cannot_be_read(articles):
    (articles / "empty.txt").touch()
    result = cli("show", "articles/empty.txt")
    assert result.exit_code == 1
    assert "There is no text in it" in result.stderr
