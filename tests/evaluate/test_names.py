import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluate.names import normal_name, same_institution, same_name
from communique.records import Institution


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Академия «Болашақ»", 'академия "болашақ"'),
        ("Игорь Соловьёв", "Игорь  Соловьев"),
        ("Al-Farabi University", "AL–FARABI UNIVERSITY"),
        ("O‘zbekiston", "Oʻzbekiston"),
        ("Institute of Law.", "Institute of Law"),
        ("Ｔｏｋｙｏ", "Tokyo"),
    ],
)
def test_the_same_name(one, other):
    assert same_name(one, other)


def test_other_names_and_no_names():
    assert not same_name("Институт права", "Институт прав")
    assert not same_name(None, None)
    assert not same_name("", "«»")


@given(st.text())
def test_normal_names_stay_as_they_are(name):
    once = normal_name(name)
    assert same_name(name, name) == bool(once)


def institution(name, acronym=None):
    return Institution(institution_id="x", name=name, acronym=acronym)


def test_institutions_are_the_same_by_name_or_acronym():
    full = institution("Тверской институт управления", "ТИУ")
    assert same_institution(full, institution("тверской институт управления"))
    assert same_institution(full, institution("Тверского института управления", "ТИУ"))
    assert same_institution(full, institution("ТИУ"))
    assert not same_institution(full, institution("Тверского института управления"))
    assert not same_institution(institution("Alpha"), institution("Beta"))
