"""Mentions that a model has cut inside a word."""

import pytest

from communique.mentions.word_bounds import to_word_ends, with_compounds, without_particle
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


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("the [Vice]-Chancellor Ann Lee", "Vice-Chancellor"),
        ("Vice-[Rector for Research] Ann Lee", "Vice-Rector for Research"),
        ("the [Director] - Ann Lee", "Director"),
        ("the [Rector]-", "Rector"),
    ],
)
def test_a_title_has_the_whole_of_a_word_with_a_hyphen(text, right):
    assert with_compounds(found(text, "TITLE")).text == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("[산림청은] 협약을", "산림청"),
        ("수도 [조지타운에서] 만나", "조지타운"),
        ("[나나 미켈라제는] 말했다", "나나 미켈라제"),
        ("[김가은] 이사", "김가은"),
        ("[방희선은] 말했다", "방희선"),
    ],
)
def test_a_korean_name_ends_before_its_particle(text, right):
    assert without_particle(found(text, "PERSON")).text == right


@pytest.mark.parametrize(
    ("text", "right"),
    [("[12일까지] 머문다", "12일"), ("[9월 2일부터 12일까지] 열린", "9월 2일부터 12일까지")],
)
def test_a_korean_range_of_days_keeps_its_particles(text, right):
    assert without_particle(found(text, "DATE")).text == right
