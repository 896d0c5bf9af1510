import pytest

from communique.persons import find_persons, honorific_before
from tests.making import article, mention_all


def persons(text, *names, language="en"):
    made = article(text, language=language)
    return find_persons(made, mention_all(text, *(("PERSON", name) for name in names)))


def test_a_surname_later_is_the_person_named_before():
    (one,) = persons("Dr. Anna Schmidt came. Schmidt spoke.", "Anna Schmidt", "Schmidt")
    assert (one.name, one.honorific, len(one.mentions)) == ("Anna Schmidt", "Dr.", 2)


def test_initials_stand_for_the_given_name():
    text = "Игорь Соловьев открыл встречу. И. Соловьев поблагодарил гостей."
    assert len(persons(text, "Игорь Соловьев", "И. Соловьев", language="ru")) == 1


def test_two_people_with_one_surname_stay_two():
    assert len(persons("Nguyễn Văn An và Nguyễn Văn Bình", "Nguyễn Văn An", "Nguyễn Văn Bình")) == 2


def test_the_id_does_not_depend_on_the_order_of_the_words():
    (one,) = persons("Kim Min-seo", "Kim Min-seo")
    (other,) = persons("Min-seo Kim", "Min-seo Kim")
    assert one.person_id == other.person_id


@pytest.mark.parametrize(
    ("text", "name", "language", "honorific"),
    [
        ("Sáng nay PGS.TS. Lê Quang Sơn đến", "Lê Quang Sơn", "vi", "PGS.TS."),
        ("phía bạn có bà Kim An", "Kim An", "vi", "bà"),
        ("H.E. Mr. John Lee spoke", "John Lee", "en", "H.E. Mr."),
        ("выступил д.э.н. Олег Ким", "Олег Ким", "ru", "д.э.н."),
        ("Асқар Серіков мырза сөйледі", "Асқар Серіков", "kk", "мырза"),
        ("Then John Lee spoke", "John Lee", "en", None),
    ],
)
def test_honorifics_are_split_off(text, name, language, honorific):
    made = article(text, language=language)
    (mention,) = mention_all(text, ("PERSON", name))
    assert honorific_before(made, mention) == honorific
