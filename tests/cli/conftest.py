"""A working folder with a few articles, and a database made of them."""

import json

import pytest

from tests.commands import cli

VISIT = (
    "(napa.vn) – On 30/10/2024 Rector Anna Ivanova of RANEPA visited NAPA. The sides agreed on:\n"
    "(1) exchange of lecturers;\n(2) joint research."
)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path


@pytest.fixture
def articles(home):
    folder = home / "articles"
    folder.mkdir()
    (folder / "visit.txt").write_text(VISIT, encoding="utf-8")
    lines = [json.dumps({"text": f"Number {n}: a meeting took place."}) for n in range(3)]
    (folder / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture
def filled(articles):
    assert cli("run", "articles").exit_code == 0
    return articles
