import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.names.agreed import Named, agreed_form
from communique.names.forms import person_forms


@pytest.mark.parametrize(
    ("fullest", "others", "name"),
    [
        (["Рашида Темрезова"], ["Темрезов"], "Рашид Темрезов"),
        (["Рашида Темрезова"], ["Темрезовой"], "Рашида Темрезова"),
        (["Валерия Фалькова"], ["В. Фальков", "Фалькову"], "Валерий Фальков"),
        (["Садыра Жапарова", "Садыр Жапаров"], [], "Садыр Жапаров"),
        (["Александре Пак", "Александра Пак"], ["Пак"], "Александра Пак"),
        (["Хироси Ноду", "Хироси Нода"], [], "Хироси Нода"),
        (["Розе Бейшенбековой", "Бейшенбекова Роза"], [], "Бейшенбекова Роза"),
    ],
)
def test_other_mentions_tell_which_form_is_meant(fullest, others, name):
    assert agreed_form(list(map(Named, fullest)), list(map(Named, others)), "ru") == name


@pytest.mark.parametrize(
    ("written", "title", "name"),
    [
        ("Амина Хаддад", "второй секретарь", "Амина Хаддад"),
        ("Амина Хаддада", "второго секретаря", "Амин Хаддад"),
        ("Тьерри Нкурунзиза", "технический директор", "Тьерри Нкурунзиза"),
        ("Кандзи Нумата", "постоянный представитель", "Кандзи Нумата"),
        ("Мамаду Камара", "председателем", "Мамаду Камара"),
        ("Олегом Седовым", "ректором", "Олег Седов"),
    ],
)
def test_the_case_of_a_title_beside_it_tells_the_case_of_a_name(written, title, name):
    assert agreed_form([Named(written, title)], [], "ru") == name


def test_languages_without_cases_keep_a_name_as_written():
    assert agreed_form([Named("Nguyễn Văn  An")], [Named("An")], "vi") == "Nguyễn Văn An"


@given(
    st.lists(st.text(alphabet="абвеиклмнорстуья .-АИКМН", max_size=20), min_size=1, max_size=3),
    st.lists(st.text(max_size=12), max_size=3),
    st.sampled_from(["ru", "kk", "vi", None]),
)
def test_the_form_is_one_of_the_fullest_mentions(fullest, others, language):
    forms = {form for text in fullest for form in person_forms(text, language)}
    assert agreed_form(list(map(Named, fullest)), list(map(Named, others)), language) in forms


@given(st.text(max_size=30))
def test_probabilities_of_forms_add_up(text):
    assert sum(person_forms(text, "ru").values()) == pytest.approx(1)
