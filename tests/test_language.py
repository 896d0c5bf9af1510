import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest import make_article
from communique.language import identify, language_code, passages, with_language

TEXTS = {
    "vi": "Chiều ngày 30/10/2024, Lãnh đạo Học viện Hành chính Quốc gia đã tiếp và làm việc với đoàn.\n"
    "Hai bên thống nhất trao đổi giảng viên và tổ chức hội thảo khoa học trong năm tới.",
    "en": "The Academy has finished the internship for civil servants of the Russian Federation.\n"
    "The sides agreed to exchange lecturers and to hold a joint conference next year.",
    "ru": "В Академии государственного управления состоялась встреча с делегацией университета.\n"
    "Стороны договорились об обмене преподавателями и о совместной конференции.",
    "kk": "Мемлекеттік басқару академиясында университет делегациясымен кездесу өтті.\n"
    "Тараптар оқытушылар алмасу және бірлескен конференция өткізу туралы келісті.",
    "ky": "Мамлекеттик башкаруу академиясында университеттин делегациясы менен жолугушуу өттү.\n"
    "Тараптар окутуучуларды алмашуу жана биргелешкен конференция өткөрүү жөнүндө сүйлөштү.",
    "uz": "Davlat boshqaruvi akademiyasida universitet delegatsiyasi bilan uchrashuv bo'lib o'tdi.\n"
    "Tomonlar o'qituvchilar almashinuvi va qo'shma konferensiya to'g'risida kelishib oldilar.",
    "tg": "Дар Академияи идоракунии давлатӣ вохӯрӣ бо ҳайати донишгоҳ баргузор гардид.\n"
    "Ҷонибҳо оид ба мубодилаи устодон ва гузаронидани конфронси якҷоя мувофиқат карданд.",
    "fr": "L'Université a signé un protocole d'accord avec l'Académie d'administration publique.\n"
    "Les deux parties ont convenu d'échanger des enseignants et des étudiants.",
    "de": "Die Universität unterzeichnete eine Absichtserklärung mit der Akademie.\n"
    "Beide Seiten vereinbarten den Austausch von Dozenten und Studierenden.",
    "zh": "国家行政学院与俄罗斯总统国民经济和国家行政学院签署了合作备忘录。\n双方同意交换教师并举办联合会议。",
    "ja": "国立行政学院は大学と協力に関する覚書に署名した。\n双方は教員の交流を行うことで合意した。",
    "ko": "국립행정학원은 대학교와 협력 양해각서를 체결했다.\n양측은 교원 교류에 합의했다.",
    "lo": "ສະຖາບັນການເມືອງ ແລະ ການປົກຄອງແຫ່ງຊາດ ໄດ້ພົບປະກັບຄະນະຜູ້ແທນ.",
}

SHORT = [
    (
        "uz",
        "Таъкидланганидек, Бухоро вилояти ҳокими элчини қабул қилди ва ҳамкорлик ҳақида сўз юритди",
    ),
    ("uz", "Олий таълим муассасаси ўқитувчилари ўртасида келишув имзоланди"),
    ("kk", "Академия ректоры делегацияны қабылдады"),
    ("kk", "Тараптар меморандумға қол қойды"),
    ("kk", "Кездесу барысында ынтымақтастық мәселелері талқыланды"),
    ("kk", "Мені тістеп алды деп айтты"),
    ("ru", "Ректор принял делегацию из Казахстана"),
    ("ru", "Подписан меморандум о сотрудничестве"),
    ("ru", "Делегация академии посетила музей «Нұр Әлем» в Астане"),
    ("ky", "Мамлекеттик башкаруу академиясынын өкүлдөрү менен жолугушуу"),
    ("uk", "Міністр підписав угоду про співпрацю з університетом"),
    ("vi", "Ký kết Biên bản ghi nhớ hợp tác"),
    ("en", "Memorandum of understanding signed in Astana"),
]

NO_LANGUAGE = [
    "",
    " \n\t\n",
    "1234 5678 90 — 12/10/2024",
    "!!! ??? ... ---",
    "🙂🙂🙂",
    "asdf qwer zxcv uiop hjkl fghj vbnm rtyu",
    "Bvf jhgf ytre wsdf plokm ijnuh bygvt fcrdx eszwa qlpmk onjib hvugc yfxtd",
    "фывапролд йцукен ячсмить бюждло шщзхъ ывапрол джэ фыва олдж енгшщз",
    "https://www.napa.vn/a https://www.akorda.kz/b",
    "qwzx kjh vbnm " * 12,
    # Languages that the model does not know: Hausa, Luganda, Setswana
    "Gwamnatin Nijeriya ta sanya hannu kan yarjejeniyar hadin gwiwa da kasar Sin",
    "Leta y'u Rwanda yasinyanye amasezerano y'ubufatanye n'igihugu cy'u Bushinwa",
    "Apple e nyaka go reka JSE ka tlhwatlhwa ya R1 billion. Johannesburg ke toropo e kgolo.",
]


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_article(code, text):
    found, confidence = identify(text)
    assert found == code
    assert 0.5 <= confidence <= 1.0
    (passage,) = passages(text)
    assert (passage.start_char, passage.end_char) == (0, len(text))
    assert passage.language == code


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_capital_letters(code, text):
    assert identify(text.upper())[0] == code


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_markup_and_addresses_say_nothing(code, text):
    marked = "\n".join(
        f'<p class="lead english text">**{line}** [more](https://www.example.com/the/english/page)</p>'
        for line in text.split("\n")
    )
    assert identify(marked)[0] == code


@pytest.mark.parametrize(("code", "text"), SHORT)
def test_short_text(code, text):
    assert identify(text)[0] == code


@pytest.mark.parametrize("text", NO_LANGUAGE)
def test_no_language_that_is_known(text):
    code, confidence = identify(text)
    assert code is None
    assert 0.0 <= confidence <= 1.0


SPREAD = {
    "uz": """2024-yil 16-may kuni Toshkent davlat yuridik universiteti rektori Akmal Saidov
        Polshaning Varshava universiteti prorektori Anna Kowalskani qabul qildi. Tomonlar
        hamkorlik to‘g‘risida memorandum imzoladi va talabalar almashishga kelishib oldilar.""",
    "id": """Rektor Universitas Nusa Cendana Maxs Sanam menerima Duta Besar Kazakhstan Serzhan
        Abdykarimov di Kupang, Selasa (14/5). Kedua pihak meneken nota kesepahaman tentang
        beasiswa dan riset lontar.""",
}
"""Texts of which the model has an opinion of its own for every language."""


@pytest.mark.parametrize(("code", "text"), SPREAD.items())
def test_a_language_that_the_model_is_unsure_of_is_believed_if_it_leads(code, text):
    assert identify(" ".join(text.split()))[0] == code


def test_long_text_is_looked_at_beyond_its_beginning():
    text = "\n".join([TEXTS["en"].split("\n")[0], *[TEXTS["kk"]] * 10])
    assert identify(text)[0] == "kk"


def test_passages_of_a_page_in_two_languages():
    text = f"{TEXTS['kk']}\n\n{TEXTS['ru']}\n\n{TEXTS['en']}\n"
    parts = passages(text)
    assert [part.language for part in parts] == ["kk", "ru", "en"]
    assert text[parts[1].start_char :].startswith("В Академии")
    assert text[parts[2].start_char :].startswith("The Academy")


def test_short_lines_go_with_their_neighbours():
    text = f"Memorandum\n{TEXTS['ru']}\nПодпись: Press Service\n(Photo)\n{TEXTS['ru']}\nFIN"
    assert [part.language for part in passages(text)] == ["ru"]


def test_names_in_another_language_are_no_passage():
    text = f"{TEXTS['vi']}\nTham dự có Shafinskaya Natalya Valerievna và Andrey Antonov.\n{TEXTS['vi']}"
    assert [part.language for part in passages(text)] == ["vi"]


def test_passages_of_nothing():
    assert passages("") == ()
    (passage,) = passages("123\n")
    assert (passage.language, passage.confidence) == (None, None)


lines = st.sampled_from([line for text in TEXTS.values() for line in text.split("\n")]) | st.text()


@given(st.lists(lines, max_size=8).map("\n".join))
def test_passages_cover_the_text_without_a_gap(text):
    place = 0
    for part in passages(text):
        assert part.start_char == place
        assert part.end_char > place
        place = part.end_char
    assert place == len(text)


@given(st.text())
def test_any_text_is_taken(text):
    code, confidence = identify(text)
    assert code is None or len(code) == 2
    assert 0.0 <= confidence <= 1.0


def test_article_gets_its_language_and_passages():
    article = with_language(make_article(TEXTS["kk"]))
    assert article.language == "kk"
    assert article.language_confidence is not None
    assert article.language_confidence > 0.9
    assert [part.language for part in article.passages] == ["kk"]


def test_given_language_is_kept():
    article = with_language(make_article(TEXTS["ru"], language="be"))
    assert article.language == "be"
    assert article.language_confidence is None
    assert [part.language for part in article.passages] == ["be"]


def test_given_language_does_not_hide_a_passage_in_another():
    article = with_language(
        make_article(f"{TEXTS['kk']}\n{TEXTS['kk']}\n{TEXTS['en']}", language="kk")
    )
    assert [part.language for part in article.passages] == ["kk", "en"]


def test_article_in_no_language_has_no_confidence():
    article = with_language(make_article("asdf qwer zxcv uiop hjkl"))
    assert (article.language, article.language_confidence) == (None, None)
    assert [part.language for part in article.passages] == [None]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("vie", "vi"),
        ("rus", "ru"),
        ("en-US", "en"),
        ("zh_Hans", "zh"),
        ("iw", "he"),
        (" KK ", "kk"),
    ],
)
def test_language_code(written, code):
    assert language_code(written) == code


@pytest.mark.parametrize("written", ["", "xx", "xyz", "English", "ceb", "1", "e"])
def test_language_code_that_is_none(written):
    assert language_code(written) is None


def test_nothing_is_downloaded_or_cached(monkeypatch, tmp_path):
    def forbid(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", forbid)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert identify(TEXTS["kk"])[0] == "kk"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("code", ["vi", "en", "ru", "kk"])
def test_an_article_of_400_words_takes_milliseconds(code):
    words = TEXTS[code].replace("\n", " ").split()
    paragraph = " ".join((words * 9)[:66])
    text = "\n".join([paragraph] * 6)
    identify(text)
    start = time.process_time()
    for _ in range(20):
        identify(text)
    # about 1 ms on an idle machine; the bound leaves room for a busy one
    assert (time.process_time() - start) / 20 < 0.005
