"""Mentions that a model has cut inside a word."""

import pytest

from communique.mentions.word_bounds import to_word_ends
from tests.mentions.marked import found


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("uz", "bilan [K. Azizxo]‘jayevga ko‘ra", "K. Azizxo‘jayevga"),
        ("uz", "O'[zbekiston] va", "O'zbekiston"),
        ("uz", "[Lublin] ‘universitet’", "Lublin"),
        ("uk", "у Кам'[янці]", "Кам'янці"),
        ("en", "[Diego]'s visit", "Diego"),
        ("fr", "l'[Académie] des arts", "Académie"),
    ],
)
def test_a_mention_ends_where_its_words_do(language, text, right):
    assert to_word_ends(found(text, "PERSON"), language).text == right
