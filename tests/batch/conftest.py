"""Folders of articles, and an engine that is fast and can be made to fail."""

import json
from collections import deque
from types import SimpleNamespace

import duckdb
import pytest

from communique.batch import extraction, run
from communique.errors import UnknownEngineError
from communique.mentions.errors import EngineError
from communique.pipeline import DEFAULT_ENGINE
from communique.records import ArticleRecord, Institution, Mention

TEXT = "Rector of {name} met his guests. The sides agreed to exchange lecturers in 2025."


def fake_extract(nlp, articles):
    """One institution an article: the fourth word. A text with BOOM in it cannot be extracted.

    As the encoder does, it takes two articles before it gives the record of the first.
    """
    for article in taken_ahead(articles):
        if "BOOM" in article.text:
            raise RuntimeError("no idea")
        if "BROKEN" in article.text:
            raise EngineError("this is no model")
        name = article.text.split()[2]
        start = article.text.index(name)
        mention = Mention(
            mention_id=1, label="ORG", text=name, start_char=start, end_char=start + len(name)
        )
        nlp.seen.append(article.article_id)
        yield ArticleRecord(
            article=article,
            mentions=(mention,),
            institutions=(Institution(institution_id=f"i-{name}", name=name, mention_ids=(1,)),),
        )


def taken_ahead(articles, number=2):
    waiting = deque()
    for article in articles:
        waiting.append(article)
        if len(waiting) == number:
            yield waiting.popleft()
    yield from waiting


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    """The fake engine; ``seen`` are the articles that it was given, ``meta`` its model."""
    nlp = SimpleNamespace(meta={"models": ["xx_fake-1.0.0"]}, pipeline=[], seen=[])

    def load(name):
        if name not in {DEFAULT_ENGINE, "other"}:
            raise UnknownEngineError(name, [DEFAULT_ENGINE])
        return nlp

    monkeypatch.setattr(extraction, "load", load)
    monkeypatch.setattr(extraction, "extract_articles", fake_extract)
    return nlp


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


@pytest.fixture
def put(folder):
    """Write articles: one into a ``.txt`` file, a list of them into a ``.jsonl`` file."""

    def put(path, content):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            file.write_text(TEXT.format(name=content), encoding="utf-8")
        else:
            lines = [
                json.dumps({"text": TEXT.format(name=item)} if isinstance(item, str) else item)
                for item in content
            ]
            file.write_text("\n".join(lines), encoding="utf-8")
        return file

    return put


@pytest.fixture
def db(tmp_path):
    return tmp_path / "coop.duckdb"


@pytest.fixture
def go(folder, db):
    def go(paths=None, **options):
        return run(paths or [folder], db, **options)

    return go


@pytest.fixture
def rows(db):
    def rows(query):
        with duckdb.connect(str(db), read_only=True) as connection:
            return connection.execute(query).fetchall()

    return rows
