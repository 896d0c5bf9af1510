import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.links.ranking import ROWS, pair_rows, scores, signal_table
from communique.links.signals import Option

words = st.lists(st.text("abcdeé", min_size=1, max_size=5), max_size=4)


@given(words, words)
def test_pairs_do_not_depend_on_the_order_of_words(title, name):
    rows = pair_rows(title, name)
    assert rows == pair_rows(title[::-1], name[::-1])
    assert len(rows) == max(len(title), 1) * len(name)
    assert all(0 <= row < ROWS for row in rows)


def test_signals_stand_in_their_columns_and_others_are_left_out():
    table = signal_table([{"first": 1.0}, {"far": 0.5, "new": 2.0}], {"far": 0, "first": 1})
    assert table.tolist() == [[0.0, 1.0], [0.5, 0.0]]


def test_an_option_scores_the_same_beside_any_other():
    one = Option({"bias": 1.0, "first": 1.0, "before": 1.0}, pair_rows(["recto"], ["unive"]))
    other = Option({"bias": 1.0, "far": 3.0, "agency": 1.0}, pair_rows(["recto"], ["agenc"]))
    assert scores([one, other]) == pytest.approx(scores([one]) + scores([other]), abs=1e-5)


def test_words_that_go_together_speak_for_an_institution():
    signals = {"bias": 1.0, "far": 1.0, "before": 1.0}
    college, ministry = (
        Option(signals, pair_rows(["princ"], [name])) for name in ("colle", "minis")
    )
    best, other = scores([college, ministry])
    assert best > other
