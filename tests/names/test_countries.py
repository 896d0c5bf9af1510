import pytest

from communique.names.countries import (
    cities_in,
    country_named,
    country_of_city,
    home_of,
    is_international,
    towns_in,
)
from communique.names.country_words import countries_in


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("vi", "Học viện Hành chính công trực thuộc Tổng thống Liên bang Nga", "RU"),
        ("en", "South Korea", "KR"),
        ("ru", "Вьетнамская национальная академия", "VN"),
        ("kk", "Қазақстанның", "KZ"),
        ("de", "Königreich der Niederlande", "NL"),
        (None, "Republic of Uzbekistan", "UZ"),
        ("en", "Institute of Law", None),
        ("fr", "Ministère de la Santé de l'Ouzbékistan", "UZ"),
        ("fr", "l'ambassadrice vietnamienne", "VN"),
        ("fr", "École nationale de Tachkent", "UZ"),
        ("fr", "la partie sud-coréenne", "KR"),
        ("fr", "Université de Yaoundé I", "CM"),
        ("fr", "le Centre de gestion", None),
        ("de", "Regierung der Republik Usbekistan", "UZ"),
        ("de", "die kasachische Delegation", "KZ"),
        ("de", "Universität Wien", "AT"),
        ("de", "Frankreichs Botschafter", "FR"),
        ("de", "Berliner Senat", "DE"),
        ("de", "Bertrand Russell", None),
        ("es", "Gobierno de Kazajistán", "KZ"),
        ("es", "la delegación surcoreana", "KR"),
        ("es", "Universidad de Guayaquil", "EC"),
        ("es", "empresas mexicanas", "MX"),
        ("es", "el embajador estadounidense", "US"),
        ("uz", "O'zbekiston Respublikasi Oliy Majlisi", "UZ"),
        ("uz", "Oʻzbekistonning", "UZ"),
        ("uz", "Qozog‘istondagi L.N.Gumilyov nomidagi universitet", "KZ"),
        ("uz", "Seuldagi Yonsey universiteti", "KR"),
        ("uz", "Tojikiston davlat universiteti", "TJ"),
        ("uz", "Moskva davlat universiteti", "RU"),
        ("uz", "Huquq akademiyasi", None),
        ("zh", "中国人民大学", "CN"),
        ("zh", "内蒙古大学", "CN"),
        ("zh", "哈萨克斯坦共和国总统国家行政学院", "KZ"),
        ("zh", "印度尼西亚大学", "ID"),
        ("zh", "马德里自治大学", "ES"),
        ("zh", "白俄罗斯国立大学", "BY"),
        ("zh", "塔什干国立东方大学", "UZ"),
        ("zh", "公共管理学院", None),
        ("ky", "Кыргыз Республикасынын Жогорку Кеңеши", "KG"),
        ("ky", "Өзбекстандын Адилет министрлиги", "UZ"),
        ("ky", "Түркиянын Билим министрлиги", "TR"),
        ("ky", "Сеулдагы университет", "KR"),
        ("ky", "Укук академиясы", None),
        ("tg", "Донишгоҳи миллии Тоҷикистон", "TJ"),
        ("tg", "Вазорати маорифи Ҷумҳурии Ӯзбекистон", "UZ"),
        ("tg", "Донишгоҳи давлатии Москва", "RU"),
        ("tg", "Академияи идоракунии Ҷумҳурии Исломии Эрон", "IR"),
        ("tg", "Академияи ҳуқуқ", None),
    ],
)
def test_the_country_that_a_name_points_to(language, text, country):
    words = countries_in(text, language)
    found = words[0].country if words else country_of_city(text, language)
    assert found == country


def test_the_whole_text_has_to_be_the_name():
    assert country_named("Kazakhstan", "en") == "KZ"
    assert country_named("Kazakhstan Airlines", "en") is None


@pytest.mark.parametrize(
    ("language", "home"), [("uz", "UZ"), ("zh", "CN"), ("ky", "KG"), ("tg", "TJ")]
)
def test_the_country_of_institutions_without_a_hint(language, home):
    assert home_of(language, None) == home


@pytest.mark.parametrize(
    ("language", "name", "international"),
    [
        ("uz", "BMT Taraqqiyot dasturi", True),
        ("uz", "Yevropa Ittifoqining vakolatxonasi", True),
        ("uz", "Toshkent davlat universiteti", False),
        ("zh", "联合国开发计划署", True),
        ("zh", "上海合作组织秘书处", True),
        ("zh", "上海大学", False),
        ("ky", "Бириккен Улуттар Уюму", True),
        ("ky", "Дүйнөлүк банктын өкүлчүлүгү", True),
        ("tg", "Созмони Милали Муттаҳид", True),
        ("tg", "Бонки Осиёгии Рушд", True),
        ("tg", "Бонки миллии Тоҷикистон", False),
    ],
)
def test_bodies_of_many_countries(language, name, international):
    assert is_international(name, language) is international


@pytest.mark.parametrize(
    ("text", "language", "cities"),
    [
        ("Читинский педагогический колледж", "ru", [("Чита", "RU")]),
        ("музеем Гродненской области", "ru", [("Гродно", "BY")]),
        ("Тюменского индустриального университета", "ru", [("Тюмень", "RU")]),
        ("Oradea City Hall", "en", [("Oradea", "RO")]),
        ("отделение Банка", "ru", []),
    ],
)
def test_cities_in_the_names_of_institutions(text, language, cities):
    assert [(city.name, city.country) for city in cities_in(text, language)] == cities


@pytest.mark.parametrize(
    ("text", "country"),
    [("University of Akureyri", "IS"), ("Hargeisa Hospital", "SO"), ("Osh Museum", "KG")],
)
def test_smaller_towns_and_other_spellings(text, country):
    assert [town.country for town in towns_in(text, "en")] == [country]


@pytest.mark.parametrize(
    ("site", "home"),
    [
        ("bbc.co.uk", "GB"),
        ("napa.vn", "VN"),
        ("uni.edu.co", "CO"),
        ("startup.io", None),
        ("24.tv", None),
        ("gov.me", "ME"),
        ("example.org", None),
        (None, None),
    ],
)
def test_the_ending_of_an_address_tells_the_country_unless_it_is_sold_everywhere(site, home):
    assert home_of("ru", site) == home


@pytest.mark.parametrize(
    ("language", "name"), [("es", "Ceuta y Melilla"), ("en", "Sark"), ("en", "Diego Garcia")]
)
def test_codes_that_are_no_countries_are_not_given(language, name):
    assert {word.country for word in countries_in(name, language)} <= {"ES", "GB", "GG", "IO"}
