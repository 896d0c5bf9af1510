"""Institutions that a model has parted from what their names go on with."""

import pytest
from spacy.tokens import Span

from communique.mentions.org_joins import with_namesakes, with_parents, with_places
from tests.mentions.marked import found, found_all, labelled


def joined(text, second, language):
    first = found(text, "ORG")
    start = first.doc.text.index(second)
    other = first.doc.char_span(start, start + len(second), label="ORG")
    assert isinstance(other, Span)
    return [span.text for span, _ in with_parents([(first, 0.9), (other, 0.8)], language)]


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("vi", "bà Hà, [Học viện Hành chính trực] thuộc Tổng thống Nga, nói", "Tổng thống Nga"),
        ("ru", "в [Академии управления при] Президенте Республики Беларусь", "Президенте Республики Беларусь"),
        ("kk", "[ҚР Президентінің жанындағы] Басқару академиясы", "Басқару академиясы"),
        ("en", "the [Institute of] Ministry of Justice", "Ministry of Justice"),
        ("vi", "với [Học viện Hành chính] trực thuộc Tổng thống Nga, nói", "Tổng thống Nga"),
        ("ru", "из [Академии управления] при Президенте Беларуси", "Президенте Беларуси"),
    ],
)  # fmt: skip
def test_a_name_goes_on_behind_the_word_for_under(language, text, second):
    (whole,) = joined(text, second, language)
    assert whole.endswith(second)
    assert whole.startswith(text[text.index("[") + 1 : text.index("]")])


@pytest.mark.parametrize(
    ("language", "text", "second"),
    [
        ("vi", "[Viện Kinh tế] thuộc Đại học Huế", "Đại học Huế"),
        ("en", "the [Institute of Law] of Hue University", "Hue University"),
        ("en", "the [Institute of Law], Hue University", "Hue University"),
        ("ja", "[Institute of] Hue University", "Hue University"),
    ],
)
def test_two_institutions_stay_two(language, text, second):
    assert len(joined(text, second, language)) == 2


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("vi", "thăm [ORG:Viện Y học] [LOC:Antwerp] và", ["Viện Y học Antwerp"]),
        ("de", "der [ORG:Handelskammer] [LOC:Usbekistans] und", ["Handelskammer Usbekistans"]),
        ("de", "[ORG:Handelskammer] in [LOC:Taschkent]", ["Handelskammer", "Taschkent"]),
        ("vi", "[ORG:Viện Y học], [LOC:Antwerp]", ["Viện Y học", "Antwerp"]),
        ("kk", "[ORG:Жоғарғы Соты] [LOC:Астанада] жиын", ["Жоғарғы Соты", "Астанада"]),
        ("uz", "[LOC:Farg'ona] [ORG:tibbiyot instituti]", ["Farg'ona tibbiyot instituti"]),
        ("uz", "[LOC:Nukusda] [ORG:Tibbiyot instituti]", ["Nukusda", "Tibbiyot instituti"]),
    ],
)
def test_an_institution_is_one_with_the_place_beside_it(language, text, right):
    assert [span.text for span, _ in with_places(found_all(text), language)] == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        (
            "uz",
            "[PERSON:Savitskiy] nomidagi [ORG:sanʼat muzeyi]",
            [("ORG", "Savitskiy nomidagi sanʼat muzeyi")],
        ),
        ("ru", "[ORG:музей] имени [PERSON:Репина]", [("ORG", "музей имени Репина")]),
        (
            "ru",
            "[PERSON:Иванов] имени [PERSON:Репина]",
            [("PERSON", "Иванов"), ("PERSON", "Репина")],
        ),
        ("ru", "[ORG:музей] и [PERSON:Репин]", [("ORG", "музей"), ("PERSON", "Репин")]),
    ],
)
def test_an_institution_is_one_with_whom_it_is_named_after(language, text, right):
    joined = with_namesakes(found_all(text), language)
    assert labelled(joined) == right
