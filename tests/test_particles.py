import pytest

from communique.particles import stem_length


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("산림청은", "산림청"),
        ("조지타운에서", "조지타운"),
        ("알렉산더는", "알렉산더"),
        ("대학교와의", "대학교"),
        ("서울로", "서울"),
        ("GFC는", "GFC"),
        ("월부터", "월"),
        ("대표이자", "대표"),
    ],
)
def test_where_a_particle_begins(word, stem):
    assert word[: stem_length(word)] == stem


@pytest.mark.parametrize("word", ["작가", "회의", "약학과", "마을", "어린이", "은", "서울", "도로"])
def test_what_only_looks_like_a_particle(word):
    assert stem_length(word) == len(word)
