import pytest

from communique.names.countries import country_named, country_of


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("Học viện Hành chính công trực thuộc Tổng thống Liên bang Nga", "vi", "RU"),
        ("South Korea", "en", "KR"),
        ("Вьетнамская национальная академия", "ru", "VN"),
        ("Қазақстанның", "kk", "KZ"),
        ("Königreich der Niederlande", "de", "NL"),
        ("Republic of Uzbekistan", None, "UZ"),
        ("Institute of Law", "en", None),
    ],
)
def test_the_country_that_a_name_points_to(text, language, country):
    assert country_of(text, language) == country


def test_the_whole_text_has_to_be_the_name():
    assert country_named("Kazakhstan", "en") == "KZ"
    assert country_named("Kazakhstan Airlines", "en") is None
