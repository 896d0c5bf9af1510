import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.institutions import find_institutions
from communique.institutions.acronyms import is_acronym, stands_for
from communique.institutions.same import same_but_endings, shortens
from tests.making import marked

NAMES = st.text(alphabet="АБВГДабвгдABCDabcd «»-&.", min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("short", "full", "language"),
    [
        ("ЕНУ", "Евразийский национальный университет", "ru"),
        ("ENU", "L.N. Gumilyov Eurasian National University", "en"),
        ("KazNU", "Al-Farabi Kazakh National University", "en"),
        ("ҚазҰУ", "Әл-Фараби атындағы Қазақ ұлттық университеті", "kk"),
        ("Минтруд", "Министерство труда и социальной защиты", "ru"),
        ("ҚӨУ", "Ахмет Байтұрсынұлы атындағы Қостанай өңірлік университеті", "kk"),
        ("KAS", "Konrad-Adenauer-Stiftung", "en"),
        ("KOICA", "Korea International Cooperation Agency", "en"),
        ("РЦНК", "Российский центр науки и культуры в Армении", "ru"),
    ],
)
def test_the_beginnings_of_words_stand_for_a_name(short, full, language):
    assert stands_for(short, full, language)


@pytest.mark.parametrize(
    ("short", "full", "language"),
    [
        ("UBND tỉnh Sóc Trăng", "Ủy ban nhân dân tỉnh Sóc Trăng", "vi"),
        ("Bộ KH&CN", "Bộ Khoa học và Công nghệ", "vi"),
        ("Atameken", "National Chamber of Entrepreneurs “Atameken”", "en"),
        ("Beruni Institute", "Beruni Institute of Oriental Studies", "en"),
        ("Đại học Luật Hà Nội", "Trường Đại học Luật Hà Nội", "vi"),
        ("Аденауэр қоры", "Конрад Аденауэр атындағы қоры", "kk"),
        ("Мемлекеттік басқару академиясы", "ҚР Мемлекеттік басқару академиясы", "kk"),
        ("МГУ", "МГУ имени М.В. Ломоносова", "ru"),
    ],
)
def test_a_name_with_words_left_out_is_the_same(short, full, language):
    assert shortens(short, full, language)


@pytest.mark.parametrize(
    ("short", "full", "language"),
    [
        ("Pusan National University", "Pusan National University Hospital", "en"),
        ("UBND tỉnh Hưng Yên", "Văn phòng UBND tỉnh Hưng Yên", "vi"),
        ("МГУ", "МГУ в Душанбе", "ru"),
        ("Tỉnh ủy Vân Nam", "Trường Đảng Tỉnh ủy Vân Nam", "vi"),
        ("Біріккен Ұлттар Ұйымы", "Біріккен Ұлттар Ұйымының Даму бағдарламасы", "kk"),
    ],
)
def test_a_part_of_an_institution_is_another_one(short, full, language):
    assert not shortens(short, full, language)


def test_an_acronym_named_first_joins_the_name_that_it_follows_later():
    text = "TUC hosted it. The Trades Union Congress (TUC) has members."
    (one,) = find_institutions(*marked(text, ORG=["TUC", "Trades Union Congress"]))
    assert (one.name, len(one.mention_ids)) == ("Trades Union Congress", 3)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "Академия управления (далее – Школа «Восход»)",
            "ru",
            ["Академия управления", "Школа «Восход»"],
        ),
        (
            "Bureau of Statistics (hereinafter “Statbeat”)",
            "en",
            ["Bureau of Statistics", "Statbeat"],
        ),
        ("Phòng Thương mại (gọi tắt là VCCI Đà Nẵng)", "vi", ["Phòng Thương mại", "VCCI Đà Nẵng"]),
        ("Зерттеу институты (бұдан әрі – ЭЗИ)", "kk", ["Зерттеу институты", "ЭЗИ"]),
    ],
)
def test_words_that_introduce_a_short_name_in_brackets(text, language, names):
    (one,) = find_institutions(*marked(text, language, ORG=names))
    assert len(one.mention_ids) == 2


def test_two_academies_with_one_acronym_stay_two():
    text = "Академия госуправления Казахстана (АГК) и Академия государственного краеведения"
    names = ("Академия госуправления Казахстана", "АГК", "Академия государственного краеведения")
    assert len(find_institutions(*marked(text, "ru", ORG=names))) == 2


def test_a_name_in_another_case_is_the_same():
    assert same_but_endings("Верховный суд", "Верховного суда")
    assert not same_but_endings("Верховный суд", "Высший суд")


@given(NAMES, NAMES, st.sampled_from(["ru", "kk", "vi", "en", None]))
def test_comparing_never_fails_and_no_name_shortens_itself(one, other, language):
    is_acronym(one)
    stands_for(one, other, language)
    same_but_endings(one, other)
    shortens(one, other, language)
    assert not shortens(one, one, language)
