"""The pattern engine on one sentence at a time: what each language's file must find."""

import itertools

import pytest

import communique


@pytest.fixture(scope="module")
def nlp():
    return communique.load("patterns")


def mentions(nlp, text):
    record = nlp(text)._.record
    return {(mention.label, mention.text) for mention in record.mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sáng nay, PGS.TS. Trần Văn Bình, Phó Giám đốc Học viện Chính trị khu vực I đã tiếp đoàn.",
            {
                ("PERSON", "Trần Văn Bình"),
                ("TITLE", "Phó Giám đốc"),
                ("ORG", "Học viện Chính trị khu vực I"),
            },
        ),
        (
            "The delegation was led by Mr. John Carter, Rector of the University of Leeds.",
            {("PERSON", "John Carter"), ("TITLE", "Rector"), ("ORG", "University of Leeds")},
        ),
        (
            (
                "В Ташкенте прошла встреча с участием ректора Ташкентского государственного "
                "университета Шерзода Алимова."
            ),
            {
                ("LOC", "Ташкенте"),
                ("TITLE", "ректора"),
                ("ORG", "Ташкентского государственного университета"),
                ("PERSON", "Шерзода Алимова"),
            },
        ),
        (
            "Кездесуге Қазақ ұлттық университетінің ректоры Асқар Серіков қатысты.",
            {
                ("ORG", "Қазақ ұлттық университетінің"),
                ("TITLE", "ректоры"),
                ("PERSON", "Асқар Серіков"),
            },
        ),
    ],
    ids=["vi", "en", "ru", "kk"],
)
def test_a_person_a_title_and_an_institution(nlp, text, expected):
    assert expected <= mentions(nlp, text)


def test_an_acronym_in_brackets_is_found_again_later(nlp):
    text = "The Academy of Public Finance (APF) met guests. Later the APF held a forum."
    assert [m.text for m in nlp(text)._.record.mentions if m.text == "APF"] == ["APF", "APF"]


def test_mentions_do_not_overlap(nlp):
    text = (
        "Mr. Lee, Director of the Institute of Law of Korea, met Dr. An Na, Dean, in Seoul, Korea."
    )
    spans = sorted((m.start_char, m.end_char) for m in nlp(text)._.record.mentions)
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


def test_list_items_under_an_agreeing_lead_in_are_points(nlp):
    text = (
        "Two academies met in Hanoi on 5 May 2024. The sides agreed to:\n"
        "1. exchange lecturers every spring;\n2. publish a joint journal.\n"
    )
    points = nlp(text)._.record.points
    assert [(p.marker, p.text, p.topic, p.status) for p in points] == [
        ("1.", "exchange lecturers every spring", "staff_exchange", "agreed"),
        ("2.", "publish a joint journal", "publication", "agreed"),
    ]


def test_a_list_of_guests_is_no_list_of_points(nlp):
    text = "Those present were:\n- the rector of the university;\n- two deans of the faculty.\n"
    assert nlp(text)._.record.points == ()


def test_a_language_without_a_file_is_read_with_the_fallback(nlp):
    assert nlp("Besprechung mit Dr. Hans Meier in Berlin.")._.record.article.language == "de"
