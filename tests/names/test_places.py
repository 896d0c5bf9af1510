import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.names.places import nominative_place


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Kuopio", "pl"),  # no case: it is the name of a place itself
        ("Qwertyowie", "pl"),  # no known place with such endings
        ("Českých Budějovicích", "cs"),  # two words
        ("Krakowie", "vi"),  # a language without cases
    ],
)
def test_what_is_no_case_of_a_known_place_stays(name, language):
    assert nominative_place(name, language) == name


@given(st.text(max_size=20), st.sampled_from(["pl", "cs", "uk", "ru", "xx"]))
def test_a_nominative_stays_what_it_is(name, language):
    once = nominative_place(name, language)
    assert once == name or nominative_place(once, language) == once
