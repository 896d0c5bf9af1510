"""What the network of words reads of a unit."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from spacy.vocab import Vocab

from communique.mentions.encoder_pieces import Unit
from communique.mentions.encoder_words import PARTS, ROWS, join_rows, word_rows
from communique.tokenizer import Tokenizer


def rows(text):
    doc = Tokenizer(Vocab())(text)
    return word_rows(doc, [Unit(n, n + 1, (5,)) for n in range(len(doc))])


def shared(one, other):
    return int((one == other).sum())


def test_a_word_shares_its_beginning_and_end_with_its_forms():
    university, its, unlike = rows("университетінің университеттің Алматы")
    assert 0 < shared(university, its) < PARTS
    assert shared(university, unlike) < shared(university, its)


def test_a_capital_is_a_part_by_itself():
    rector, small = rows("Rector rector")[[0, 1]]
    assert shared(rector, small) == PARTS - 1


def test_a_unit_of_several_tokens_is_one_word():
    doc = Tokenizer(Vocab())("国立大学")
    assert word_rows(doc, [Unit(0, len(doc), (5,))]).shape == (1, PARTS)


def test_a_window_has_rows_of_nothing_around_it():
    framed = join_rows(rows("two words"))
    assert framed.shape == (4, PARTS)
    assert not framed[[0, -1]].any()


@given(st.text(max_size=60))
def test_every_part_has_a_row_of_the_table(text):
    found = rows(text)
    assert found.shape[1:] == (PARTS,)
    assert ((found >= 1) & (found < ROWS)).all()
    assert np.array_equal(found, rows(text))
