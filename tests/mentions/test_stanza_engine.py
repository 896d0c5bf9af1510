"""The engine ``stanza`` on models trained here by Stanza itself."""

import shutil
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import communique
from communique.mentions import engine_remarks
from communique.mentions.errors import (
    ExtraMissingError,
    NoStanzaModelsError,
    StanzaModelError,
    StanzaPackageError,
)
from communique.mentions.stanza_engine import StanzaModels
from communique.mentions.stanza_models import StanzaFolder, parse_choice
from tests.mentions.engines import read
from tests.samples import samples

pytest.importorskip("stanza")


@pytest.fixture(scope="module")
def stanza_model(stanza_folder):
    return StanzaModels(str(stanza_folder))


def spans(record):
    return {(m.start_char, m.end_char, m.label) for m in record.mentions}


def test_what_the_model_was_trained_for_is_found_at_its_place(stanza_folder):
    gold = list(samples("vi", 5))
    nlp, records = read(f"stanza:{stanza_folder}", *(text for text, _ in gold))
    hits = total = 0
    for record, (text, wanted) in zip(records, gold, strict=True):
        assert record.article.text == text
        hits, total = hits + len(set(wanted) & spans(record)), total + len(wanted)
        for item in record.evidence():
            assert text[item.start_char : item.end_char] == item.text
    assert hits / total > 0.7
    assert any(m.label == "DATE" for record in records for m in record.mentions)
    assert all(m.confidence is None for record in records for m in record.mentions)
    (remark,) = engine_remarks(nlp)
    assert remark.endswith("has no labels for it: DATE, agreement points in 5 articles.")
    assert nlp.meta["models"][0].startswith("stanza_vi_tiny@")


def test_words_with_blanks_keep_their_exact_place(stanza_folder):
    model = StanzaModels(str(stanza_folder))
    texts = [f"\n\n  {text}\n\n\n{text}" for text, _ in samples("vi", 3)]
    for text, found in zip(texts, model.read(texts, "vi"), strict=True):
        people = [text[one.start : one.end] for one in found if one.label == "PERSON"]
        assert any(" " in name for name in people)
        assert all(name == name.strip() and "\n" not in name for name in people)
    assert list(model.read([" \n ", ""], "vi")) == [[], []]


def test_an_article_is_read_the_same_alone_and_among_others(stanza_folder, monkeypatch):
    model = StanzaModels(str(stanza_folder))
    texts = [text for text, _ in samples("vi", 4)]
    together = list(model.read(texts, "vi"))
    monkeypatch.setattr("communique.mentions.stanza_engine._AT_ONCE", 1)
    assert [next(model.read([text], "vi")) for text in texts] == together


def test_a_line_longer_than_any_is_read_to_its_end(stanza_folder):
    model = StanzaModels(str(stanza_folder))
    (text, spans), *_ = samples("vi", 1)
    line = " ".join(text.split())
    whole = f"{line} " * (25_000 // len(line))
    (found,) = model.read([whole], "vi")
    assert len(found) > 25_000 // len(line) * len(spans) / 2
    assert max(one.end for one in found) > len(whole) - len(line)


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_any_text_is_read_and_offsets_are_inside_it(stanza_model, texts):
    for text, found in zip(texts, stanza_model.read(texts, "vi"), strict=True):
        for one in found:
            assert 0 <= one.start < one.end <= len(text)
            assert text[one.start : one.end] == text[one.start : one.end].strip()


def test_a_language_without_a_model_is_left_to_the_patterns(stanza_folder):
    text = "On 30/10/2024 Mr. John Carter, Rector of the University of Leeds, visited Hanoi."
    nlp, (record,) = read(f"stanza:{stanza_folder}", text)
    assert ("PERSON", "John Carter") in {(m.label, m.text) for m in record.mentions}
    assert any("no model for en (1 article)" in remark for remark in engine_remarks(nlp))


def test_together_with_the_encoder_every_article_has_everything(stanza_folder):
    (text, _), *_ = samples("vi", 1)
    nlp, (record,) = read(f"encoder+stanza:{stanza_folder}", text)
    assert {m.confidence is None for m in record.mentions} >= {False}
    assert [name.split("_")[0] for name in nlp.meta["models"]] == ["xx", "stanza"]


@pytest.mark.parametrize(
    ("text", "folder", "packages"),
    [
        ("", None, {}),
        ("kk=kaznerd,vi=vlsp", None, {"kk": "kaznerd", "vi": "vlsp"}),
        ("my/models", "my/models", {}),
        ("my/models,zh-hans=ontonotes", "my/models", {"zh-hans": "ontonotes"}),
    ],
)
def test_a_choice_is_a_folder_and_packages(text, folder, packages):
    choice = parse_choice(text)
    assert (choice.folder and str(choice.folder), choice.packages) == (folder, packages)


def touch(root, *names):
    for name in names:
        path = root / f"{name}.pt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"no model")
    return root


def test_models_go_with_what_they_build_on(tmp_path):
    root = touch(
        tmp_path,
        *("zh-hans/tokenize/a", "zh-hans/tokenize/gsd", "zh-hans/ner/ontonotes"),
        *("zh-hans/pretrain/w", "zh-hans/forward_charlm/news", "kk/tokenize/t", "kk/ner/n"),
        *("kk/pretrain/p", "de/tokenize/x"),
    )
    needs = [{"model": "pretrain", "package": "w"}, {"model": "forward_charlm", "package": "news"}]
    (root / "resources.json").write_text(
        '{"zh": {"alias": "zh-hans"}, "zh-hans": {"packages": {"default": {"tokenize": "gsd"}}, '
        f'"ner": {{"ontonotes": {{"dependencies": {needs}}}}}}}}}'.replace("'", '"')
    )
    folder = StanzaFolder(root)
    assert folder.languages() == ["kk", "zh-hans"]
    assert (folder.code("zh"), folder.code("kk"), folder.code("xx")) == ("zh-hans", "kk", None)
    options = {
        key: value.removeprefix(str(root)) for key, value in folder.files("zh-hans").options.items()
    }
    assert options == {
        "tokenize_model_path": "/zh-hans/tokenize/gsd.pt",
        "ner_model_path": "/zh-hans/ner/ontonotes.pt",
        "ner_pretrain_path": "/zh-hans/pretrain/w.pt",
        "ner_forward_charlm_path": "/zh-hans/forward_charlm/news.pt",
    }
    assert folder.files("kk").options["ner_pretrain_path"].endswith("/kk/pretrain/p.pt")


def test_a_package_that_is_not_there_or_not_the_only_one_is_told(stanza_folder, tmp_path):
    with pytest.raises(StanzaPackageError, match=r"no NER package 'big' .*There: tiny"):
        communique.load(f"stanza:{stanza_folder},vi=big")
    with pytest.raises(StanzaPackageError, match="There: none"):
        communique.load(f"stanza:{stanza_folder},kk=big")
    root = touch(tmp_path, "vi/tokenize/a", "vi/ner/one", "vi/ner/two")
    with pytest.raises(StanzaPackageError, match=r"not one ner package.*one, two"):
        StanzaFolder(root).files("vi")


def test_a_folder_that_is_none_says_what_it_must_hold(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(NoStanzaModelsError, match=r"LANG/ner/NAME\.pt"):
            communique.load(f"stanza:{folder}")


def test_a_file_that_is_no_model_is_told_from_the_start(tmp_path):
    root = touch(tmp_path, "vi/tokenize/a", "vi/ner/a")
    with pytest.raises(StanzaModelError, match="for vi in"):
        communique.load(f"stanza:{root},vi=a")


def test_a_model_for_another_language_is_refused(stanza_folder, tmp_path):
    shutil.copytree(stanza_folder / "vi", tmp_path / "kk")
    with pytest.raises(StanzaModelError, match=r"tiny.pt was trained for 'vi_tiny'"):
        communique.load(f"stanza:{tmp_path},kk=tiny")


@pytest.mark.parametrize(("engine", "module"), [("stanza", "stanza"), ("gliner", "gliner")])
def test_a_library_that_is_not_installed_is_told_with_its_extra(monkeypatch, engine, module):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(ExtraMissingError, match=rf"pip install 'communique\[{engine}\]'"):
        communique.load(engine)
