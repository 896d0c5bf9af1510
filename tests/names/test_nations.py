import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.names.nations import nations


@pytest.mark.parametrize(
    ("name", "country", "other"),
    [
        ("Nguyễn Thị Hoa", "VN", "DE"),
        ("Anke Holzapfel", "DE", "UZ"),
        ("Нұрлан Төлегенов", "KZ", "DE"),
        ("Ким Хён Су", "KR", "KZ"),
        ("Gökhan Şahbazoğlu", "TR", "UZ"),
        ("Mamadou Diallo", "SN", "FR"),
        ("Пекка Тойвонен", "FI", "RU"),
        ("Wanjiru Kamau", "KE", "GB"),
    ],
)
def test_a_name_is_likelier_from_its_country(name, country, other):
    assert nations(name).get(country, 0) > 3 * nations(name).get(other, 0)


@given(st.text(max_size=40))
def test_probabilities_add_up(name):
    assert sum(nations(name).values()) == pytest.approx(1)
