import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.sentences import Sentences


@given(st.text(min_size=1), st.data())
def test_every_character_is_in_one_sentence(text, data):
    position = data.draw(st.integers(0, len(text) - 1))
    start, end = Sentences(text).at(position)
    assert start <= position < end


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hai bên đã gặp nhau. Buổi làm việc kết thúc.", 2),
        ("TS. Nguyễn Đăng Quế phát biểu.", 1),
        ("На встрече был к.соц.н. Асқар Ким. Он выступил.", 2),
        ("Ректор И.В. Федотов принял гостей. Встреча прошла в г. Астане.", 2),
        ("The High Commissioner, Smt. Anu Rao, came. Cllr. Ann Lee was there.", 2),
        ("Kazakh first. Then English!", 2),
        ("one line\nanother line", 2),
    ],
)
def test_abbreviations_and_initials_do_not_end_a_sentence(text, count):
    sentences = Sentences(text)
    assert sentences.number(len(text) - 1) + 1 == count


def test_blank_lines_do_not_set_sentences_apart():
    text = "One came.\n\nTwo came. Three came."
    sentences = Sentences(text)
    assert sentences.apart(text.index("One"), text.index("Two")) == 1
    assert sentences.apart(text.index("Three"), text.index("One")) == 2
    assert sentences.apart(3, 5) == 0
