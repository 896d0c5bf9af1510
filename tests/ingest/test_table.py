import csv
import datetime as dt
import io

import duckdb
import pytest

from communique.ingest import FieldMap
from tests.ingest.reading import outcome, read

ROWS = [
    ["headline", "Body", "published", "url", "extra"],
    ["T1", 'Line one, with comma\nline "two"', "30.10.2024", "https://www.apa.kz/1", "x"],
    ["T2", "Học viện; ký kết | hợp tác", "", "", ""],
]


def table(rows, **style):
    out = io.StringIO()
    csv.writer(out, **style).writerows(rows)
    return out.getvalue()


@pytest.fixture
def parquet(tmp_path):
    def _write(select):
        path = tmp_path / "a.parquet"
        duckdb.sql(f"COPY ({select}) TO '{path}' (FORMAT parquet)")
        return path

    return _write


@pytest.mark.parametrize(
    ("name", "delimiter"),
    [("a.csv", ","), ("a.csv", ";"), ("a.csv", "\t"), ("a.csv", "|"), ("a.tsv", "\t")],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_are_articles(write, name, delimiter, end):
    path = write(name, table(ROWS, delimiter=delimiter, lineterminator=end))
    one, two = read(path)
    assert one.text == 'Line one, with comma\nline "two"'
    assert one.title == "T1"
    assert one.published_on == dt.date(2024, 10, 30)
    assert one.url == "https://www.apa.kz/1"
    assert one.site == "apa.kz"
    assert one.source_path == f"{path}#1"
    assert two.text == "Học viện; ký kết | hợp tác"
    assert two.title == "T2"
    assert two.url is None
    assert two.source_path == f"{path}#2"


def test_parquet(parquet):
    path = parquet(
        "SELECT 'T' AS headline, 'Text' AS \"content\", DATE '2024-05-06' AS published, 1 AS id "
        "UNION ALL SELECT 'U', NULL, NULL, 2"
    )
    one, two = read(path)
    assert (one.title, one.text, one.published_on) == ("T", "Text", dt.date(2024, 5, 6))
    assert one.source_path == f"{path}#1"
    assert (two.error, two.source_path) == ("empty", f"{path}#2")


def test_other_column(write, parquet):
    fields = FieldMap.parse('text=the "text"')
    assert outcome(read(write("a.csv", 'id,"the ""text"""\n1,one\n'), fields)) == ["one"]
    assert outcome(read(parquet('SELECT \'one\' AS "the ""text"""'), fields)) == ["one"]


def test_table_without_a_text_column_lists_its_columns(write, parquet):
    for path in (write("a.csv", "id,descr\n1,x\n"), parquet("SELECT 1 AS id, 'x' AS descr")):
        (failure,) = read(path)
        assert failure.error == "no-text-column"
        for part in ["'id'", "'descr'", "text=id"]:
            assert part in failure.message


def test_broken_rows_are_told_and_the_others_come(write):
    items = read(write("a.csv", "title,text\nA,one\nB,two,extra\nC\nD,four\n"))
    assert outcome(items) == ["one", "four", "broken-row", "broken-row"]
    assert "Line 3" in items[2].message


def test_row_without_text(write):
    assert outcome(read(write("a.csv", "title,text\nA,\nB,two\n"))) == ["empty", "two"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1251"])
def test_other_encodings(write, encoding):
    content = "title,text\nВстреча,Ректор подписал меморандум о сотрудничестве\n".encode(encoding)
    (article,) = read(write("a.csv", content))
    assert article.text == "Ректор подписал меморандум о сотрудничестве"
    assert article.title == "Встреча"


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.csv", "", "empty"),
        ("a.csv", " \n", "empty"),
        ("a.csv", "title,text\n", "empty"),
        ("a.parquet", "", "empty"),
        ("a.parquet", "PAR1 not a table", "broken-table"),
        ("a.parquet", "x" * 1000, "broken-table"),
        ("a.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "not-text"),
    ],
)
def test_file_that_is_no_table(write, name, content, error):
    assert outcome(read(write(name, content))) == [error]


def test_missing_file(tmp_path):
    assert outcome(read(tmp_path / "a.csv")) == ["not-found"]


def test_names_that_mean_something_to_the_reader(write, parquet):
    for name in ["a[1].csv", "a*.csv", "it's.csv", "a?b.csv", "{a,b}.csv"]:
        assert outcome(read(write(name, "text\none\n"))) == ["one"]
    path = parquet("SELECT 'one' AS text")
    assert outcome(read(path.rename(path.with_name("a[1]'*.parquet")))) == ["one"]


def test_columns_with_the_same_or_no_name(write):
    assert outcome(read(write("a.csv", "text,text,,\none,two,three,four\n"))) == ["one"]


def test_many_rows_come_in_order(write):
    path = write("a.csv", "text\n" + "".join(f"row {number}\n" for number in range(1000)))
    assert outcome(read(path)) == [f"row {number}" for number in range(1000)]


def test_too_long_a_row_is_told(write):
    items = read(write("a.csv", "text\n" + "ab " * 8_000_000 + "\nok\n"))
    assert outcome(items) == ["ok", "broken-row"]
