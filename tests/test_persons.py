import pytest

from communique.persons import find_persons, honorific_before
from tests.making import article, marked, mention_first


def persons(text, *names, language="en"):
    return find_persons(*marked(text, language, PERSON=names))


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
    ("language", "text", "name", "honorific"),
    [
        ("vi", "Sáng nay PGS.TS. Lê Quang Sơn đến", "Lê Quang Sơn", "PGS.TS."),
        ("vi", "phía bạn có bà Kim An", "Kim An", "bà"),
        ("en", "H.E. Mr. John Lee spoke", "John Lee", "H.E. Mr."),
        ("ru", "выступил д.э.н. Олег Ким", "Олег Ким", "д.э.н."),
        ("kk", "Асқар Серіков мырза сөйледі", "Асқар Серіков", "мырза"),
        ("en", "Then John Lee spoke", "John Lee", None),
        ("fr", "en présence de S.E. Mme Anne Dupont", "Anne Dupont", "S.E. Mme"),
        ("fr", "selon le Pr Jean Morel", "Jean Morel", "le Pr"),
        ("fr", "M. Jean Morel a parlé", "Jean Morel", "M."),
        ("fr", "Jean Morel a parlé", "Jean Morel", None),
        ("de", "Rektorin Prof. Dr. Anna Schmidt", "Anna Schmidt", "Prof. Dr."),
        ("de", "mit Dr.-Ing. Karl Weber", "Karl Weber", "Dr.-Ing."),
        ("de", "Herrn Karl Weber", "Karl Weber", "Herrn"),
        ("de", "Dann sprach Karl Weber, LL.M.", "Karl Weber", "LL.M."),
        ("es", "la rectora, Dra. Ana Ruiz", "Ana Ruiz", "Dra."),
        ("es", "el Excmo. Sr. Luis Gil", "Luis Gil", "Excmo. Sr."),
        ("es", "con don Luis Gil", "Luis Gil", "don"),
        ("es", "Luis Gil, Ph.D., habló", "Luis Gil", "Ph.D."),
        ("uz", "Uchrashuvda janob Kim Min Su ishtirok etdi", "Kim Min Su", "janob"),
        ("uz", "Anna Shmidt xonim so‘zga chiqdi", "Anna Shmidt", "xonim"),
        ("uz", "PhD, professor Anvar Karimov", "Anvar Karimov", "PhD, professor"),
        ("uz", "Anvar Karimov so‘zga chiqdi", "Anvar Karimov", None),
        ("zh", "校长李明先生出席会议", "李明", "先生"),
        ("zh", "副校长王芳女士致辞", "王芳", "女士"),
        ("zh", "随后，张伟教授介绍了学院", "张伟", "教授"),
        ("zh", "陈静副教授主持会议", "陈静", "副教授"),
        ("zh", "刘洋博士表示", "刘洋", "博士"),
        ("zh", "经济学博士赵磊表示", "赵磊", "博士"),
        ("zh", "校长李明表示", "李明", None),
        ("ky", "Асан Усенов мырза сүйлөдү", "Асан Усенов", "мырза"),
        ("ky", "Айгүл Асанова айымга тапшырылды", "Айгүл Асанова", "айымга"),
        ("ky", "э.и.д. Асан Усенов келди", "Асан Усенов", "э.и.д."),
        ("tg", "бо ҷаноби Ким Мин Су мулоқот кард", "Ким Мин Су", "ҷаноби"),
        ("tg", "хонум Анна Шмидт суханронӣ кард", "Анна Шмидт", "хонум"),
        ("tg", "академик, профессор Раҳим Азизов", "Раҳим Азизов", "академик, профессор"),
    ],
)
def test_honorifics_are_split_off(language, text, name, honorific):
    (mention,) = mention_first(text, ("PERSON", name))
    assert honorific_before(article(text, language=language), mention) == honorific
