import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.names.same_person import same_person


@pytest.mark.parametrize(
    ("short", "full", "language"),
    [
        ("Phung The Hai", "Phùng Thế Hải", "en"),
        ("Erlan Abdrakhmanov", "Yerlan Abdrakhmanov", "vi"),
        ("Жылдыз Эсеновна", "Жылдыз Абдыкадырова", "ru"),
        ("Нұрлан Оралбекұлы", "Нұрлан Әлжанов", "kk"),
        ("И. Соловьев", "Игорь Соловьёв", "ru"),
    ],
)
def test_one_person_is_known_again(short, full, language):
    assert same_person(short, full, language, cases=language in ("ru", "kk"))


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("Nguyễn Văn Hải", "Nguyễn Văn Hài", "vi"),
        ("Ivanova", "Anna Ivanov", "en"),
        ("Жылдыз Эсеновна", "Жылдыз Петровна Ким", "ru"),
    ],
)
def test_two_persons_stay_two(one, other, language):
    assert not same_person(one, other, language, cases=language == "ru")


@given(st.text(max_size=20), st.text(max_size=20), st.booleans())
def test_comparing_never_fails(one, other, cases):
    same_person(one, other, "ru", cases=cases)
