import pytest

from communique.links import assign_titles
from tests.making import marked


def held(language, text, people, titles):
    made, mentions = marked(text, language, PERSON=people, TITLE=titles)
    known = {mention.mention_id: mention.text for mention in mentions}
    found = assign_titles(made, mentions)
    return {known[person]: title.text for person, title in found.items()}


@pytest.mark.parametrize(
    ("language", "text", "person", "title"),
    [
        ("en", "Ann Lee came. She is the new director of it.", "Ann Lee", "director"),
        ("ru", "Прилетела Анна Ли; она заведующая отделом.", "Анна Ли", "заведующая отделом"),
        ("en", "Ann Lee, Candidate of Legal Sciences, Head of Chair", "Ann Lee", "Head of Chair"),
        ("ru", "декан факультета старший лейтенант юстиции Анна Ли", "Анна Ли", "декан факультета"),
    ],
)
def test_a_title_apart_from_the_name_belongs_to_it(language, text, person, title):
    assert held(language, text, [person], [title]) == {person: title}


def test_a_name_in_other_letters_does_not_part_a_title_from_its_holder():
    text = "GS. Park Jae (박재형), Trưởng khoa, và ông Lê An, Giám đốc."
    found = held("vi", text, ["Park Jae", "박재형", "Lê An"], ["Trưởng khoa", "Giám đốc"])
    assert (found["Park Jae"], found["Lê An"]) == ("Trưởng khoa", "Giám đốc")


def test_a_form_of_address_does_not_part_the_holders_of_a_shared_title():
    text = "Present were Deputy Directors Dr. Ann Lee and Dr. Wu Jin."
    found = held("en", text, ["Ann Lee", "Wu Jin"], ["Deputy Directors"])
    assert found == {"Ann Lee": "Deputy Directors", "Wu Jin": "Deputy Directors"}


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "Rectors Ann Lee (KazNU) and Wu Jin (Hue University) met.", "Rectors"),
        ("ru", "Ректоры Ann Lee (KazNU) и Wu Jin (Hue University) встретились.", "Ректоры"),
    ],
)
def test_holders_of_a_shared_title_may_have_an_institution_each(language, text, title):
    made, mentions = marked(
        text, language, PERSON=["Ann Lee", "Wu Jin"], TITLE=[title], ORG=["KazNU", "Hue University"]
    )
    assert len(assign_titles(made, mentions)) == 2


def test_a_title_in_the_singular_is_not_shared_over_an_institution():
    text = "Rector Ann Lee (KazNU) and Wu Jin (Hue University) met."
    made, mentions = marked(
        text, "en", PERSON=["Ann Lee", "Wu Jin"], TITLE=["Rector"], ORG=["KazNU", "Hue University"]
    )
    assert len(assign_titles(made, mentions)) == 1


def test_nobody_has_the_title_of_the_next_one_however_near_it_is():
    people = ["Анна Ли", "Пётр Ким", "Олег Цой"]
    titles = ["директор", "президент", "начальник отдела"]
    text = (
        "Пришли директор регионального отделения Анна Ли, президент палаты Пётр Ким, "
        "начальник отдела предприятия Олег Цой."
    )
    assert held("ru", text, people, titles) == dict(zip(people, titles, strict=True))


def test_a_second_name_in_brackets_takes_no_title_from_anybody():
    text = "Ông Lê An, Bí thư, Phó Chủ tịch, tiếp ông Lý Cương (Li Gang), Phó Châu trưởng."
    people = ["Lê An", "Lý Cương", "Li Gang"]
    found = held("vi", text, people, ["Bí thư", "Phó Chủ tịch", "Phó Châu trưởng"])
    assert (found["Lê An"], found["Lý Cương"]) == ("Bí thư", "Phó Châu trưởng")
