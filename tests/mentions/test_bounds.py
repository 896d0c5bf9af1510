"""Bounds of titles and instruments as a model may give them, put right."""

import pytest
import spacy
from spacy.tokens import Span

from communique.mentions.instrument_bounds import bounded
from communique.mentions.person_bounds import without_address
from communique.mentions.title_bounds import trimmed, with_offices
from communique.tokenizer import Tokenizer
from tests.making import article


def found(text, label):
    """The document of a text whose found span stands in [brackets], and the span."""
    before, inside, after = text.replace("]", "[").split("[")
    nlp = spacy.blank("xx", config={"nlp": {"tokenizer": {"@tokenizers": Tokenizer.NAME}}})
    doc = nlp.make_doc(before + inside + after)
    doc._.article = article(doc.text)
    return doc.char_span(len(before), len(before) + len(inside), label=label)


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("vi", "ký [Kế hoạch hành động chung giai] đoạn 2025-2029", "Kế hoạch hành động chung"),
        ("vi", "nội dung của [Kế] hoạch:", "Kế hoạch"),
        ("vi", "ký [hợp đồng trị] giá 640.000 euro", "hợp đồng"),
        ("en", "an [agreement on mobility signed] in May", "agreement on mobility"),
        ("en", "the [memorandum between the two] cities", "memorandum"),
        ("ru", "подписали [меморандум между] сторонами", "меморандум"),
        ("kk", "екі тарап арасындағы [арасындағы келісімге] қол қойды", "келісімге"),
        ("de", "das [Abkommen unterzeichnet] gestern", "Abkommen unterzeichnet"),
    ],
)
def test_an_instrument_ends_where_its_name_does(language, text, right):
    assert bounded(found(text, "DOC"), language).text == right


@pytest.mark.parametrize(
    ("language", "text"), [("vi", "cuộc [đàm] phán"), ("en", "the [visit] ended")]
)
def test_what_names_no_kind_of_instrument_is_none(language, text):
    assert bounded(found(text, "DOC"), language) is None


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "the post of [Deputy Director General of] the agency", "Deputy Director General"),
        ("ru", "делегация, [возглавляемая ректором] вуза", "ректором"),
        ("ru", "[заместители председателя госпожа] Саар", "заместители председателя"),
        ("kk", "[Топты ғылым жөніндегі проректор] бастады", "ғылым жөніндегі проректор"),
        ("vi", "[Giám đốc của] Trung tâm", "Giám đốc"),
        ("fr", "[le recteur] Dupont", "le recteur"),
    ],
)
def test_a_title_loses_words_that_are_no_part_of_it(language, text, right):
    assert trimmed(found(text, "TITLE"), 0.7, language).text == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("төраға [Дато Ахмад Фаиз] келді", "Ахмад Фаиз"),
        ("маман [Madam Сити Зураида] айтты", "Сити Зураида"),
        ("рассказал [батони Мамука Чхенкели] вчера", "Мамука Чхенкели"),
        ("by [Prof. Dr. Ana Souza] herself", "Ana Souza"),
        ("Minister [Drita Hoxha] spoke", "Drita Hoxha"),
        ("after [Miss Universe] left", "Universe"),
        ("with [Frau] alone", "Frau"),
    ],
)
def test_a_form_of_address_of_any_language_is_no_part_of_a_name(text, right):
    assert without_address(found(text, "PERSON")).text == right


def test_a_degree_is_no_title_unless_the_model_is_sure():
    span = found("Ông A, [PGS.TS.] Trường B", "TITLE")
    assert trimmed(span, 0.5, "vi") is None
    assert trimmed(span, 0.95, "vi").text == span.text


def test_a_territory_right_before_a_title_belongs_to_it():
    title = found("Шаньси провинциясының [вице-губернаторы] келді", "TITLE")
    territory = Span(title.doc, 0, title.start, label="ORG")
    ((joined, score),) = with_offices([(territory, 0.8), (title, 0.9)], "kk")
    assert (joined.text, joined.label_, score) == (
        "Шаньси провинциясының вице-губернаторы",
        "TITLE",
        0.9,
    )
    assert with_offices([(territory, 0.8), (title, 0.9)], "en") == [(territory, 0.8), (title, 0.9)]
