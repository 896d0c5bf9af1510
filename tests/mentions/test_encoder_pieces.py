"""Cutting documents into units, with the tokenizer of the installed model."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from communique.mentions.encoder import PACKAGE
from communique.mentions.encoder_model import TOKENIZER_FILE, find_model
from communique.mentions.encoder_pieces import BEGIN, SEPARATOR, Pieces, Unit, join
from communique.tokenizer import Tokenizer

LETTERS = "a bЖы́.9\n\t\x07 中国共和华人民大学学カザの龘靐สวัสดีប្រ"


@pytest.fixture(scope="module")
def pieces():
    return Pieces(find_model(PACKAGE) / TOKENIZER_FILE)


def texts_of(units, doc):
    return [doc[unit.start : unit.end].text for unit in units]


@given(text=st.text(LETTERS, max_size=80))
def test_every_token_that_says_something_is_in_one_unit(pieces, text):
    doc = Tokenizer(Vocab())(text)
    tokens = [number for unit in pieces(doc) for number in range(unit.start, unit.end)]
    assert tokens == sorted(set(tokens))
    left_out = {doc[number].text for number in set(range(len(doc))) - set(tokens)}
    assert all(text == "\x07" or (text.isspace() and "\n" not in text) for text in left_out)


@given(text=st.text(LETTERS, max_size=80))
def test_cutting_twice_gives_the_same(pieces, text):
    doc = Tokenizer(Vocab())(text)
    assert pieces(doc) == pieces(doc)
    assert all(0 < len(unit.pieces) <= 24 for unit in pieces(doc))


@pytest.mark.parametrize("text", ["Hanoi.\nVladimir Mau", "a\tb  c\n\nd", "\n- e"])
def test_the_vocabulary_makes_no_difference(pieces, text):
    assert pieces(Tokenizer(Vocab())(text)) == pieces(spacy.blank("xx").tokenizer(text))
    words = [unit.pieces for unit in pieces(Tokenizer(Vocab())("Mau\nMau"))]
    assert words[0] == words[2]


def test_documents_of_other_tokenizers_are_read(pieces):
    for words in (["中abc"], ["学x1", "y"], ["東京タワー"], ["北京大学", "abc"]):
        units = pieces(Doc(Vocab(), words=words))
        assert [(unit.start, unit.end) for unit in units] == [(n, n + 1) for n in range(len(words))]


def test_unknown_letters_are_a_unit_each(pieces):
    doc = Tokenizer(Vocab())("龘靐齉")
    assert texts_of(pieces(doc), doc) == ["龘", "靐", "齉"]


def test_a_word_is_one_unit_however_many_pieces_it_has(pieces):
    doc = Tokenizer(Vocab())("Қазақстан, 2024!")
    assert texts_of(pieces(doc), doc) == ["Қазақстан", ",", "2024", "!"]


def test_words_written_together_are_units_of_several_tokens(pieces):
    doc = Tokenizer(Vocab())("在北京，教育部签署了合作")
    assert texts_of(pieces(doc), doc) == ["在", "北京", "，", "教育部", "签署", "了", "合作"]


def test_a_korean_word_and_its_particle_are_one_unit(pieces):
    doc = Tokenizer(Vocab())("산림청은 협약")
    assert [token.text for token in doc] == ["산림청", "은", "협약"]
    assert [(unit.start, unit.end) for unit in pieces(doc)] == [(0, 2), (2, 3)]


def test_a_line_break_is_a_unit_and_a_tab_is_none(pieces):
    doc = Tokenizer(Vocab())("a\n\nb\tc")
    assert [unit.pieces == (SEPARATOR,) for unit in pieces(doc)] == [False, True, False, False]


def test_a_run_without_end_is_cut(pieces):
    doc = Tokenizer(Vocab())("学" * 1000 + "x" * 1000)
    *characters, word = pieces(doc)
    assert len(word.pieces) == 24
    assert len(characters) >= 1000 / 64
    assert sum(unit.end - unit.start for unit in characters) == 1000


def test_joined_units_stand_between_two_more():
    ids, edges = join([Unit(0, 1, (7, 8)), Unit(1, 4, (9,))])
    assert ids.tolist() == [BEGIN, 7, 8, 9, SEPARATOR]
    assert edges.tolist() == [0, 1, 3, 4, 5]
