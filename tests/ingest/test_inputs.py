import os
from pathlib import Path

import pytest

from communique.batch.plan import absolute
from communique.ingest import find_inputs, printable, read_articles
from communique.records import Failure


@pytest.fixture
def folder(tmp_path):
    for name in [
        "b.txt",
        "a/z.md",
        "a/y.HTML",
        "a.jsonl",
        ".hidden.txt",
        ".git/x.txt",
        "pic.png",
        "c/d/e.csv",
    ]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return tmp_path


def names(found, folder):
    return [str(path.relative_to(folder)) for path in found]


def only_failure(paths):
    (failure,) = find_inputs(paths)
    assert isinstance(failure, Failure)
    assert failure.stage == "ingest"
    return failure


def test_folder_is_walked_in_order_without_hidden_and_other_files(folder):
    found = list(find_inputs([folder]))
    assert names(found, folder) == ["a/y.HTML", "a/z.md", "a.jsonl", "b.txt", "c/d/e.csv"]
    assert found == sorted(found)


def test_each_file_once_whatever_the_mix(folder):
    (folder / "link.txt").symlink_to(folder / "b.txt")
    mix = [folder / "b.txt", folder, folder / "a", folder / "a" / ".." / "b.txt", folder / "b.txt"]
    found = [path.resolve() for path in find_inputs(mix)]
    assert len(found) == len(set(found)) == 5


def test_a_hidden_file_that_is_named_is_read(folder):
    assert list(find_inputs([folder / ".hidden.txt"])) == [folder / ".hidden.txt"]


def test_a_file_of_another_kind_that_is_named_is_a_failure(folder):
    failure = only_failure([folder / "pic.png"])
    assert failure.error == "unsupported"
    assert ".png" in failure.message
    assert ".jsonl" in failure.message


def test_a_document_in_a_folder_that_nothing_reads_is_told(folder):
    (folder / "a" / "report.PDF").write_bytes(b"%PDF-1.7")
    (folder / "c" / "letter.docx").mkdir()
    failures = [item for item in find_inputs([folder]) if isinstance(item, Failure)]
    assert [(f.error, f.source_path) for f in failures] == [
        ("unsupported", str(folder / "a" / "report.PDF"))
    ]


def test_missing_path_is_a_failure_with_a_near_name(folder):
    failure = only_failure([folder / "b.tx"])
    assert failure.error == "not-found"
    assert "b.txt" in failure.message


def test_missing_folder_is_told(folder):
    failure = only_failure([folder / "nowhere" / "a.txt"])
    assert failure.error == "not-found"
    assert str(folder / "nowhere") in failure.message


def test_folder_without_articles_is_a_failure(folder):
    (folder / "empty").mkdir()
    (folder / "empty" / "pic.png").write_text("x")
    failure = only_failure([folder / "empty"])
    assert failure.error == "no-articles"
    assert failure.source_path == str(folder / "empty")


def test_good_and_bad_paths_come_together(folder):
    found = list(find_inputs([folder / "b.txt", folder / "gone.txt"]))
    assert [type(item) for item in found] == [type(folder), Failure]


def test_circle_of_links_ends(folder):
    (folder / "a" / "circle").symlink_to(folder)
    assert len(list(find_inputs([folder]))) == 5


def test_link_to_nothing_is_not_hidden(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (path,) = find_inputs([tmp_path])
    (failure,) = read_articles(path)
    assert failure.error == "not-found"


def test_pipe_is_no_article(tmp_path):
    os.mkfifo(tmp_path / "p.txt")
    assert only_failure([tmp_path / "p.txt"]).error == "unreadable"
    assert only_failure([tmp_path]).error == "no-articles"


def test_file_name_that_is_not_utf8(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text("text")
    assert list(find_inputs([tmp_path])) == [path]
    assert only_failure([path.with_suffix(".doc")]).model_dump_json()


def test_a_name_that_is_no_utf8_is_written_one_way_everywhere(tmp_path):
    path = Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt"))
    path.write_bytes(b"")
    assert printable(path).endswith(r"caf\xe9.txt")
    assert absolute(path).endswith(r"caf\xe9.txt")
    (result,) = read_articles(path)
    assert isinstance(result, Failure)
    assert result.source_path.endswith(r"caf\xe9.txt")
