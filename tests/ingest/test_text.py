import os
from pathlib import Path

import pytest

from communique.ingest import make_article
from communique.records import Article, Failure
from tests.ingest.reading import only


def test_text_is_kept_to_the_letter(write):
    text = "Tiêu đề\n\n  (1) Nghiên cứu;\n  (2) Tổ chức.\n"
    path = write("a.txt", text)
    article = only(path)
    assert isinstance(article, Article)
    assert article.text == text
    assert article.source_path == str(path)
    assert article.title is None


def test_text_is_the_same_from_any_encoding(write):
    text = "Ректор академии подписал меморандум.\nСтороны договорились об обмене."
    ids = {
        only(write(f"{encoding}.txt", text.encode(encoding))).article_id
        for encoding in ["utf-8", "utf-8-sig", "utf-16", "windows-1251"]
    }
    assert ids == {make_article(text).article_id}


def test_heading_of_markdown_is_the_title(write):
    article = only(write("a.md", "# Ký kết\n\n- một\n- hai\n"))
    assert article.title == "Ký kết"
    assert article.text == "# Ký kết\n\n- một\n- hai\n"


@pytest.mark.parametrize(
    "content", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", "\u00a0\u2003".encode()]
)
def test_blank_file_is_empty(write, content):
    failure = only(write("a.txt", content))
    assert isinstance(failure, Failure)
    assert failure.error == "empty"
    assert failure.stage == "ingest"


def test_picture_with_the_name_of_a_text(write):
    failure = only(write("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9))
    assert failure.error == "not-text"


def test_file_that_is_too_large_is_not_read(write):
    path = write("a.txt", "")
    os.truncate(path, 50_000_000)
    failure = only(path)
    assert failure.error == "too-large"
    assert "50.0 MB" in failure.message


def test_file_that_has_gone(tmp_path):
    assert only(tmp_path / "gone.txt").error == "not-found"


def test_file_that_may_not_be_read(write, monkeypatch):
    path = write("a.txt", "text")

    def forbid(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbid)
    failure = only(path)
    assert failure.error == "no-permission"
    assert "permissions" in failure.message


def test_a_broken_disk_is_told(write, monkeypatch):
    path = write("a.txt", "text")

    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    assert "Input/output error" in only(path).message


def test_file_of_another_kind(write):
    failure = only(write("a.docx", "text"))
    assert failure.error == "unsupported"
    assert ".txt" in failure.message


def test_file_name_that_is_not_utf8(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    path.write_text("text")
    assert only(path).model_dump_json()
