import pytest

from communique.names.forms import dictionary_form


@pytest.mark.parametrize(
    ("language", "written", "form"),
    [
        ("en", "General Managers", "General Manager"),
        ("en", "Directors-General of Customs", "Director-General of Customs"),
        ("en", "deputy chairmen", "deputy chairman"),
        ("en", "VICE-RECTORS", "VICE-RECTOR"),
        (
            "fr",
            "directeurs généraux adjoints de la recherche",
            "directeur général adjoint de la recherche",
        ),
        ("es", "vicerrectoras", "vicerrectora"),
    ],
)
def test_a_post_of_several_persons_is_that_of_each(language, written, form):
    assert dictionary_form(written, "TITLE", language) == form


@pytest.mark.parametrize(
    "title",
    ["Director Operations", "Head of Directors' Affairs", "Chief of Staff", "boss", "Charge"],
)
def test_what_only_looks_like_a_plural_stays(title):
    assert dictionary_form(title, "TITLE", "en") == title


def test_institutions_keep_their_plurals():
    assert dictionary_form("Directors Guild of Kenya", "ORG", "en") == "Directors Guild of Kenya"
