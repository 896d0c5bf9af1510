from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from communique.tokenizer import Tokenizer, is_written_together, split_together

tokenize = Tokenizer(Vocab())


def words(text):
    return [token.text for token in tokenize(text)]


@given(st.text())
def test_nothing_of_the_text_is_lost(text):
    assert tokenize(text).text == text


def test_letters_digits_and_signs_are_apart():
    assert words("(napa.vn) – 30/10/2024") == [
        *("(", "napa", ".", "vn", ")", "–", "30", "/", "10", "/", "2024"),
    ]


def test_an_apostrophe_separates_the_article_from_the_name():
    assert words("l'Académie") == ["l", "'", "Académie"]


def test_chinese_gives_a_token_a_character():
    assert words("哈萨克斯坦 2024年") == [*"哈萨克斯坦", "2024", "年"]


def test_combining_marks_stay_with_their_letter():
    assert words("e\u0301cole") == ["e\u0301cole"]


@given(st.text("ab中国カสั่ลາក្1 .", max_size=30))
def test_letters_written_together_are_tokens_of_their_own(text):
    tokens = words(text)
    together = [token for token in tokens if is_written_together(token)]
    assert all(split_together(token) == [token] for token in together)
    assert not any(is_written_together(token) for token in tokens if token.isascii())
