import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.names.country_words import countries_in, country_of_place


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("South Korea and Japan's ministries", "en", ["KR", "JP"]),
        ("Kenyan, Peruvian and Nigerian guests", "en", ["KE", "PE", "NG"]),
        ("посол Южной Кореи в Ливии", "ru", ["KR", "LY"]),
        ("кенийские и чилийские вузы", "ru", ["KE", "CL"]),
        ("академик Малика Габдуллина", "ru", []),
        ("NATIONAL MUSEUM OF MYANMAR AND THE USA", "en", ["MM", "US"]),
        ("ROYAL MOROCCAN FEDERATION", "en", ["MA"]),
        ("ЗАПАДНО-КАЗАХСТАНСКИЙ УНИВЕРСИТЕТ", "ru", ["KZ"]),
        ("ĐẠI SỨ QUÁN HÀN QUỐC", "vi", ["KR"]),
        ("BỘ TƯ PHÁP", "vi", []),
        ("посол Мьянмы", "ru", ["MM"]),
        ("Западно-Казахстанский университет", "ru", ["KZ"]),
        ("the Kazakh-Turkish lyceum", "en", ["KZ"]),
        ("Сербияның елшісі, чилилік қонақтар", "kk", ["RS", "CL"]),
        ("Bộ Nội vụ Lào và phía Hàn Quốc", "vi", ["LA", "KR"]),
        # scripts without blanks between words
        ("老挝川圹省水利厅同中国驻保加利亚大使馆", "zh", ["LA", "CN", "BG"]),
        ("青海大学", "zh", ["CN"]),
        ("ベトナム教育訓練省", "ja", ["VN"]),
    ],
)
def test_countries_are_found_by_name_and_adjective(text, language, codes):
    assert [word.country for word in countries_in(text, language)] == codes


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("Томске", "ru", "RU"),
        ("Constanța", "en", "RO"),
        ("Sikkim", "en", "IN"),
        ("Xyz", "en", None),
    ],
)
def test_places_are_in_countries(name, language, code):
    assert country_of_place(name, language) == code


@given(st.text(max_size=60), st.sampled_from(["ru", "kk", "vi", "en", "zh", None]))
def test_words_stand_where_they_say(text, language):
    for word in countries_in(text, language):
        assert 0 <= word.start < word.end <= len(text)
        assert text[word.start : word.end].strip()
