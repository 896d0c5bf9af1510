"""Containers are read in portions, and no further than is asked for."""

import pytest

from communique.batch.plan import Input
from communique.batch.reading import portions
from communique.ingest import FieldMap, make_article
from communique.records import Failure


@pytest.fixture
def pulled(monkeypatch):
    """What was read of files whose names are the numbers of their articles."""
    pulled = []

    def read(path, _fields):
        for number in range(int(path.name)):
            pulled.append(number)
            yield make_article(f"{path.name} {number} {'long ' * 10}")

    monkeypatch.setattr("communique.batch.reading.read_articles", read)
    return pulled


def read(tmp_path, *lengths, size):
    inputs = [Input(tmp_path / str(n), f"/{n}", str(n), 100, "hash", None) for n in lengths]
    return portions(inputs, FieldMap(), size)


def test_portions_have_the_size_that_was_asked_for(tmp_path, pulled):
    found = list(read(tmp_path, 7, 1, 2, size=4))
    assert [len(portion.articles) for portion in found] == [4, 4, 2]
    assert [[file.closed for file in portion.files] for portion in found][-1] == [True]
    assert len(pulled) == 10


def test_nothing_is_read_ahead(tmp_path, pulled):
    found = read(tmp_path, 1000, size=4)
    next(found)
    assert len(pulled) <= 5


@pytest.mark.usefixtures("pulled")
def test_long_texts_make_small_portions(tmp_path, monkeypatch):
    monkeypatch.setattr("communique.batch.reading._MOST_CHARACTERS", 100)
    assert max(len(portion.articles) for portion in read(tmp_path, 9, size=64)) == 2


def test_files_without_articles_fill_portions_too(tmp_path, monkeypatch):
    failure = Failure(source_path="x", stage="ingest", error="empty", message="Empty.")
    monkeypatch.setattr("communique.batch.reading.read_articles", lambda *_: iter([failure]))
    found = list(read(tmp_path, *range(10), size=4))
    assert [len(portion.failures) for portion in found] == [4, 4, 2]
