"""The encoder engine: windows, decoding, and the whole way with a tiny network in its place."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluate.brat import read_brat
from communique.mentions.encoder import PACKAGE
from communique.mentions.encoder_decoding import best_tags, find_spans, log_softmax
from communique.mentions.encoder_model import (
    Calibration,
    find_model,
    open_reader,
    read_settings,
)
from communique.mentions.encoder_windows import find_windows
from communique.mentions.errors import ModelMissingError, ModelUnusableError
from communique.records import LABELS

GOLD = Path(__file__).parents[2] / "corpus" / "gold"
TAGS = 1 + 2 * len(LABELS)
# an ONNX file that returns its only input, "ids"
ONE_INPUT = (
    "080812003a450a150a03696473120473616d6522084964656e746974791201675a130a03696473120c0a0a08"
    "0712060a0208010a0062140a0473616d65120c0a0a080712060a0208010a0042040a001011"
)


@given(
    st.lists(st.integers(1, 9), max_size=200),
    st.integers(10, 40),
    st.integers(0, 9),
)
def test_windows_keep_every_unit_once_and_fit(lengths, size, overlap):
    windows = find_windows(lengths, size, overlap)
    kept = [unit for window in windows for unit in range(window.keep_start, window.keep_end)]
    assert kept == list(range(len(lengths)))
    for window in windows:
        assert window.start <= window.keep_start <= window.keep_end <= window.end
        assert sum(lengths[window.start : window.end]) <= size


def test_windows_share_context():
    first, second = find_windows([1] * 15, 10, 4)
    assert (first.start, first.end, second.start, second.end) == (0, 10, 6, 15)
    assert first.keep_end == second.keep_start == 8


def test_a_unit_longer_than_a_window_is_not_dropped():
    windows = find_windows([3, 50, 3], 10, 2)
    assert [(window.keep_start, window.keep_end) for window in windows] == [(0, 1), (1, 2), (2, 3)]


@given(st.integers(0, 2**32 - 1), st.integers(1, 40))
def test_no_inside_without_its_begin(seed, units):
    logits = np.random.default_rng(seed).normal(size=(units, TAGS)).astype(np.float32)
    before = 0
    for tag in best_tags(log_softmax(logits), 1.0):
        if tag > len(LABELS):
            assert before in (tag, tag - len(LABELS))
        before = tag


def test_decoding_repairs_a_missing_begin():
    logits = np.zeros((3, 3), dtype=np.float32)  # O, B, I
    logits[0] = [2.0, 1.9, 0.0]
    logits[1] = [0.0, 0.0, 5.0]
    logits[2] = [5.0, 0.0, 0.0]
    (span,) = find_spans(log_softmax(logits), 0.0)
    assert (span.start, span.end, span.label) == (0, 2, 0)


def test_a_span_is_not_split_on_a_whim():
    logits = np.array([[0, 5, 0], [0, 1.1, 1], [5, 0, 0]], dtype=np.float32)
    assert len(find_spans(log_softmax(logits), 0.0)) == 2
    (span,) = find_spans(log_softmax(logits), 2.0)
    assert (span.start, span.end) == (0, 2)


def test_score_is_that_of_the_least_certain_unit():
    probabilities = np.array([[0.1, 0.9, 0.0], [0.3, 0.0, 0.7], [0.98, 0.0, 0.02]])
    (span,) = find_spans(np.log(probabilities.clip(1e-9)).astype(np.float32), 0.0)
    assert span.score == pytest.approx(0.7)


def test_calibration_without_a_curve_changes_nothing():
    assert Calibration()(0.8) == pytest.approx(0.8)


def test_calibrated_scores_stay_probabilities_in_the_same_order():
    curve = Calibration(slope=0.6, offset=-0.4)
    values = [curve(score) for score in (0.0, 0.2, 0.9, 1.0)]
    assert values == sorted(values)
    assert 0.0 <= values[0] <= values[-1] <= 1.0


def test_missing_package_says_how_to_install():
    with pytest.raises(ModelMissingError, match="pip install models/no-such-model"):
        find_model("no_such_model")


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(ModelUnusableError, match=r"model\.onnx is missing"):
        read_settings(tmp_path)


def test_a_network_made_for_other_inputs_is_refused(tmp_path):
    for file in find_model(PACKAGE).iterdir():
        shutil.copy(file, tmp_path / file.name)
    (tmp_path / "model.onnx").write_bytes(bytes.fromhex(ONE_INPUT))
    with pytest.raises(ModelUnusableError, match="another version"):
        open_reader(tmp_path, threads=1)


@pytest.fixture(scope="module")
def nlp():
    pytest.importorskip(PACKAGE)
    return spacy.load(PACKAGE)


TEXTS = (
    "Học viện Hành chính Quốc gia (NAPA) và đoàn công tác của RANEPA ký Biên bản ghi nhớ ngày 30/10/2024.",
    "16 июля 2021 года ректор Анна Ким встретилась в Ханое с послом Игорем Соловьёвым.",
    "",
    "\n \n",
    "The Academy signed a memorandum with the University of Lyon in Astana on 5 May 2023.",
)


def test_labels_what_a_plain_sentence_says(nlp):
    doc = nlp(TEXTS[1])
    found = {(span.text, span.label_) for span in doc.spans["mentions"]}
    assert {("16 июля 2021 года", "DATE"), ("Анна Ким", "PERSON"), ("Ханое", "LOC")} <= found


def test_one_by_one_and_together_give_the_same_spans(nlp):
    def spans(doc):
        return [(s.start, s.end, s.label_) for name in doc.spans for s in doc.spans[name]]

    together = [spans(doc) for doc in nlp.pipe(TEXTS)]
    assert together == [spans(nlp(text)) for text in TEXTS]


def test_every_span_has_a_probability_and_every_point_a_topic_and_status(nlp):
    for doc in nlp.pipe(TEXTS):
        for name in ("mentions", "points"):
            group = doc.spans[name]
            assert len(group.attrs["scores"]) == len(group)
            assert all(0.0 <= score <= 1.0 for score in group.attrs["scores"])
        points = doc.spans["points"]
        assert len(points.attrs["topics"]) == len(points.attrs["statuses"]) == len(points)


def test_the_end_of_a_long_article_is_read_like_its_beginning(nlp):
    doc = nlp(" ".join([TEXTS[4]] * 60))
    dates = [span for span in doc.spans["mentions"] if span.label_ == "DATE"]
    assert len(dates) >= 58
    assert dates[-1].end > len(doc) - 4


def test_the_event_is_told(nlp):
    doc = nlp(TEXTS[4])
    types = doc.user_data["communique_event"]["types"]
    assert max(types, key=types.get) == "signing"
    assert sum(types.values()) == pytest.approx(1)


def test_a_saved_pipeline_gives_the_same_spans(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    before, after = nlp(TEXTS[1]), again(TEXTS[1])
    assert [s.text for s in after.spans["mentions"]] == [s.text for s in before.spans["mentions"]]


def test_the_installed_model_scores_on_dev_what_its_card_says(nlp):
    hits = found = wanted = 0
    documents = [read_brat(path)[0] for path in sorted((GOLD / "dev").glob("*/*.ann"))]
    assert documents
    for document, doc in zip(
        documents, nlp.pipe(document.text for document in documents), strict=True
    ):
        gold = {(s.start, s.end, s.label) for s in document.spans.values() if s.label in LABELS}
        mentions = {(s.start_char, s.end_char, s.label_) for s in doc.spans["mentions"]}
        hits, found, wanted = (
            hits + len(gold & mentions),
            found + len(mentions),
            wanted + len(gold),
        )
    card = nlp.meta["performance"]["mentions_f"]
    # annotations are corrected now and then, and processors round differently
    assert 2 * hits / (found + wanted) == pytest.approx(card, abs=0.01)
