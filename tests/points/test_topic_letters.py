import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.points.topic_letters import ROWS, letter_rows, topic_scores
from communique.records import TOPICS


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("print a joint catalogue of the manuscripts", "publication"),
        ("провести выставку гобеленов", "culture"),
        ("дәрігерлердің біліктілігін арттыру курстары", "training"),
        ("thành lập tổ công tác chung", "institutional"),
    ],
)
def test_letters_tell_the_topic(text, topic):
    assert TOPICS[int(topic_scores(text).argmax())] == topic


@given(st.text(max_size=80))
def test_scores_are_probabilities_whatever_the_text(text):
    scores = topic_scores(text)
    assert scores.shape == (len(TOPICS),)
    assert math.isclose(np.exp(scores).sum(), 1.0, rel_tol=1e-4)


@given(st.text(alphabet="аәбвabc 互派教 ", min_size=1, max_size=60))
def test_rows_are_those_of_the_file_and_have_length_1(text):
    rows = letter_rows(text)
    assert all(0 <= row < ROWS for row in rows)
    assert not rows or math.isclose(sum(value**2 for value in rows.values()), 1.0, rel_tol=1e-6)


def test_case_and_order_of_words_do_not_matter():
    assert letter_rows("Train Judges") == pytest.approx(letter_rows("judges train"))
