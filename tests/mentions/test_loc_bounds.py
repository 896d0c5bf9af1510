"""Places as a model may give them, put right."""

import pytest

from communique.mentions.loc_bounds import places_of
from tests.mentions.marked import found


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("kk", "жиын [Қызылорда қаласында] өтті", ["Қызылорда"]),
        ("kk", "қонақ [Жапонияның Обихиро қаласынан] келді", ["Жапонияның", "Обихиро"]),
        ("kk", "хат [Арқалыққа Виньнен] жетті", ["Арқалыққа", "Виньнен"]),
        ("kk", "[Түркістан облысында] болды", ["Түркістан облысында"]),
        ("kk", "[Орталық Азияда] бар", ["Орталық Азияда"]),
        ("ru", "в [Нижнем Новгороде] вчера", ["Нижнем Новгороде"]),
        ("en", "in [New Delhi] today", ["New Delhi"]),
    ],
)
def test_each_place_has_one_name(language, text, right):
    assert [place.text for place in places_of(found(text, "LOC"), language)] == right
