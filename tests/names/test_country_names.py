import pytest

from communique.names.country_names import country_names
from communique.names.forms import dictionary_form

LANGUAGES = ["ru", "kk", "ky", "uz", "tg", "az", "tr", "uk", "pl", "cs", "de", "fr", "en", "vi"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_name_of_a_country_is_its_own_dictionary_form(language):
    names = country_names(language)
    assert len(names) > 200
    assert {name: dictionary_form(name, "LOC", language) for name in names} == {
        name: name for name in names
    }


@pytest.mark.parametrize(
    ("name", "language", "form"),
    [
        ("России", "ru", "Россия"),
        ("Россию", "ru", "Россия"),
        ("Китая", "ru", "Китай"),
        ("Канаде", "ru", "Канада"),
        ("Индии", "ru", "Индия"),
        ("Литвы", "ru", "Литва"),
        ("Оманом", "ru", "Оман"),
        ("Estonii", "pl", "Estonia"),
        ("Brazílii", "cs", "Brazílie"),
        ("Мексики", "uk", "Мексика"),
    ],
)
def test_case_of_a_country_is_no_town(name, language, form):
    assert dictionary_form(name, "LOC", language) == form


def test_language_that_cldr_lacks_has_no_names():
    assert country_names("xx") == {}
