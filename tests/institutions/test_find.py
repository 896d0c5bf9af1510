import pytest

from communique.institutions import find_institutions, institution_id
from tests.making import marked


def institutions(text, *names, language="en"):
    return find_institutions(*marked(text, language, ORG=names))


def test_an_acronym_in_brackets_is_the_same_institution():
    text = "The Academy of Public Finance (APF) met guests. The APF is old."
    (one,) = institutions(text, "Academy of Public Finance", "APF")
    assert (one.name, one.acronym, len(one.mention_ids)) == ("Academy of Public Finance", "APF", 3)


def test_an_acronym_is_recognised_by_initials_without_brackets():
    text = "Eurasian National University hosts it. ENU opened in 1996."
    (one,) = institutions(text, "Eurasian National University", "ENU")
    assert one.acronym == "ENU"


def test_a_shortened_name_is_the_same_institution():
    text = "Cambridge Judge Business School opened. Judge Business School is known."
    assert len(institutions(text, "Cambridge Judge Business School", "Judge Business School")) == 1


def test_two_institutions_with_a_common_word_stay_two():
    text = "Hanoi Law University and Hue Law University met."
    assert len(institutions(text, "Hanoi Law University", "Hue Law University")) == 2


@pytest.mark.parametrize(
    ("text", "name", "language", "country"),
    [
        ("Kazakh National University", "Kazakh National University", "en", "KZ"),
        ("KDI School (Korea) and others", "KDI School", "en", "KR"),
        ("Вьетнамская академия наук", "Вьетнамская академия наук", "ru", "VN"),
        ("Қазақстан тарихы институты", "Қазақстан тарихы институты", "kk", "KZ"),
        ("Đại học Quốc gia Lào", "Đại học Quốc gia Lào", "vi", "LA"),
        ("Institute of Law", "Institute of Law", "en", None),
    ],
)
def test_the_country_is_read_from_the_name_or_from_beside_it(text, name, language, country):
    (one,) = institutions(text, name, language=language)
    assert one.country == country


def test_the_id_does_not_depend_on_case_and_signs():
    assert institution_id("“Damu” Fund") == institution_id("DAMU  fund")


def test_the_name_is_in_the_script_of_the_article():
    text = "Қаржы инспекциясының (Finansinspektionen) заңгері сөйледі."
    (one,) = institutions(text, "Қаржы инспекциясының", "Finansinspektionen", language="kk")
    assert one.name == "Қаржы инспекциясы"
