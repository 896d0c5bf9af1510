"""The engine ``gliner`` on a tiny model that was never trained: all the way, and to the last word."""

from itertools import pairwise

import pytest

import communique
from communique.mentions.errors import GlinerModelError
from communique.mentions.gliner_engine import GlinerModel
from tests.mentions.engines import read

pytest.importorskip("gliner")


@pytest.fixture(autouse=True)
def easily_sure(monkeypatch):
    """Chance gives scores around one half; so that something is found, less is enough."""
    monkeypatch.setattr("communique.mentions.gliner_engine._THRESHOLD", 0.2)


LONG = "".join(f"Guest {n} from town {n} came.\n" for n in range(120)) + "The end"


def test_a_long_article_is_read_to_its_end(gliner_folder):
    model = GlinerModel(str(gliner_folder))
    (found,) = model.read([LONG], "en")
    assert max(one.end for one in found) > len(LONG) - 20
    assert len({(one.start, one.end) for one in found}) == len(found)
    for one in found:
        assert 0 <= one.start < one.end <= len(LONG)
        assert LONG[one.start : one.end] == LONG[one.start : one.end].strip()


def test_windows_fit_the_model_and_leave_nothing_out(gliner_folder):
    model = GlinerModel(str(gliner_folder))
    windows = list(model._windows(0, LONG))
    assert len(windows) > 3
    assert windows[0].start == windows[0].keep_start == 0
    assert windows[-1].keep_end == len(LONG)
    assert all(a.keep_end == b.keep_start for a, b in pairwise(windows))
    for window in windows:
        pieces = model._tokenizer(LONG[window.start : window.end])["input_ids"]
        assert len(pieces) + model._asked <= model._tokenizer.model_max_length
    assert list(model._windows(0, " \n")) == []


def test_records_come_out_of_any_language(gliner_folder):
    texts = [
        "Rector Ann Lee came to Hanoi on 5 May 2024.",
        "Ông Bình đã tiếp đoàn.",
        "Ректор принял.",
    ]
    nlp, records = read(f"gliner:{gliner_folder}", *texts)
    for record in records:
        for item in record.evidence():
            assert record.article.text[item.start_char : item.end_char] == item.text
        assert all(m.confidence is None for m in record.mentions)
    assert nlp.meta["models"][0].startswith("gliner_gliner@")


def test_a_folder_or_name_that_is_no_model_is_told(tmp_path, monkeypatch):
    with pytest.raises(GlinerModelError, match=r"the folder has no gliner_config\.json"):
        communique.load(f"gliner:{tmp_path}")
    (tmp_path / "gliner_config.json").write_text("{")
    with pytest.raises(GlinerModelError, match="cannot be loaded"):
        communique.load(f"gliner:{tmp_path}")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(GlinerModelError, match="needs the network"):
        communique.load("gliner:nobody/nothing")
