"""Places as a model may give them, put right."""

import pytest

from communique.mentions.loc_bounds import countries_again, places_of, with_halves
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
        ("en", "[MONDAY]. The guests came.", []),
        ("vi", "[Thứ Hai], 11/12", []),
        ("kk", "[Сенбіде], 9 қарашада", []),
    ],
)
def test_each_place_has_one_name(language, text, right):
    assert [place.text for place in places_of(found(text, "LOC"), language)] == right


@pytest.mark.parametrize(
    ("language", "text", "halves"),
    [
        ("en", "foresters of Bosnia and Herzegovina came", ("Bosnia", "Herzegovina")),
        ("en", "from Trinidad and Tobago", ("Trinidad", "Tobago")),
        ("ru", "из Боснии и Герцеговины", ("Боснии", "Герцеговины")),
    ],
)
def test_a_country_with_two_names_is_one_place(language, text, halves):
    doc = found(text.replace(halves[0], f"[{halves[0]}]"), "LOC").doc
    spans = [doc.char_span(text.index(h), text.index(h) + len(h), label="LOC") for h in halves]
    ((whole, score),) = with_halves([(span, 0.9) for span in spans], language)
    assert (whole.text.split()[0], whole.text.split()[-1], score) == (*halves, 0.9)


def test_two_countries_stay_two():
    doc = found("from [Chile] and Peru", "LOC").doc
    spans = [doc.char_span(5, 10, label="LOC"), doc.char_span(15, 19, label="LOC")]
    assert len(with_halves([(span, 0.9) for span in spans], "en")) == 2


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("zh", "会见[李明]和智利客人", ["智利"]),
        ("zh", "[智利大学]代表团", []),  # part of another mention
        ("zh", "我[国]代表团", []),  # no name
        ("zh", "译成[西]班牙文出版", []),  # a language
        ("zh", "邀请[中]方出席", []),
        ("en", "[Ann Lee] and guests from Chile", []),  # left to the model
    ],
)
def test_a_country_is_a_place_wherever_it_stands_in_chinese(language, text, right):
    span = found(text, "ORG")
    assert [place.text for place in countries_again(span.doc, [span], language)] == right
