"""Institutions as a model may give them, put right."""

import pytest

from communique.mentions.org_bounds import (
    is_brand,
    split_by_case,
    with_quoted,
    with_quotes,
    with_whole_words,
    without_bare_heads,
    without_quotes,
)
from tests.mentions.marked import found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("at “[Atameken” National Chamber], today", "“Atameken” National Chamber"),
        ("«[Қазпошта» АҚ] хабарлады", "«Қазпошта» АҚ"),
        ("в [ООО «Заря]» вчера", "ООО «Заря»"),
        ('the [Holding "Baiterek]" and', 'Holding "Baiterek"'),
        ('by "[Damu" Fund] and', '"Damu" Fund'),
        ("called “[Zerde]” since", "Zerde"),
        ("in «[АО «Рассвет»]» again", "АО «Рассвет»"),
    ],
)
def test_quotation_marks_have_both_halves(text, right):
    assert with_quotes(found(text, "ORG")).text == right


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("a visit to “Damu” [Development Fund], Astana", "“Damu” Development Fund"),
        ("«Оңтүстік» [арнайы экономикалық аймағы] ашылды", "«Оңтүстік» арнайы экономикалық аймағы"),
        ('the "Green Wave" [Foundation]', '"Green Wave" Foundation'),
        ("says “we will” and [Hue University] agrees", "Hue University"),
        ("“Damu”, [Development Fund]", "Development Fund"),
        ("«2024» [Development Fund]", "Development Fund"),
    ],
)
def test_a_name_in_quotation_marks_is_part_of_the_institution_behind_it(text, whole):
    assert with_quoted(found(text, "ORG")).text == whole


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("предприятие [«Казгидромет»] сообщает", "Казгидромет"),
        ("the house [“Terna”] says", "Terna"),
        ("компания [«Ёлка» и «Сосна»] сообщает", "«Ёлка» и «Сосна»"),
        ("[«Қазпошта» АҚ] хабарлады", "«Қазпошта» АҚ"),
        ("the [»] sign", "»"),
    ],
)
def test_quotation_marks_around_the_whole_are_no_part_of_a_name(text, name):
    assert without_quotes(found(text, "ORG")).text == name


def test_a_quoted_institution_of_its_own_is_left_alone():
    span = found("“Damu” [Development Fund]", "ORG")
    span.doc.spans["mentions"] = [span.doc.char_span(1, 5, label="ORG"), span]
    assert with_quoted(span).text == "Development Fund"


@pytest.mark.parametrize("word", ["AstanaGenPlan", "KazAgro", "ЮниСеф"])
def test_a_capital_inside_tells_an_institution(word):
    assert is_brand(word)


@pytest.mark.parametrize("word", ["Astana", "USA", "Nur-Sultan", "McAllen", "MacArthur", "DeKalb"])
def test_names_of_places_have_no_capital_inside(word):
    assert not is_brand(word)


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        ("en", "Rector of the [Academy] Ann Lee", 0),
        ("en", "the president, [Acad]. Ann Lee", 0),
        ("vi", "đại diện [Học viện] cho biết", 0),
        ("en", "the [Academy of Arts] in Riga", 1),
        ("ru", "в [МГУ] прошёл", 1),
    ],
)
def test_a_bare_word_for_an_institution_names_none(language, text, kept):
    assert len(without_bare_heads([(found(text, "ORG"), 0.9)], language)) == kept


def test_a_word_with_a_hyphen_is_in_the_name_as_a_whole():
    assert (
        with_whole_words(found("в [музее]-заповеднике «Гора»", "ORG"), "ru").text
        == "музее-заповеднике"
    )
    assert with_whole_words(found("[NHI-]дің директоры", "ORG"), "kk").text == "NHI-дің"
    assert with_whole_words(found("the [Academy]- and so on", "ORG"), "en").text == "Academy"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("与[宏东渔业股份]有限公司签订", "宏东渔业股份有限公司"),
        ("与[砂拉越高]等法院法官", "砂拉越高等法院"),
        ("与[江南大学]学院会面", "江南大学"),  # it has its kind
        ("与[联合国]部长会面", "联合国"),  # no kind but the beginning of a post
    ],
)
def test_a_name_without_blanks_has_the_word_for_its_kind(text, right):
    assert with_whole_words(found(text, "ORG"), "zh").text == right


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "[Жоғарғы Сотында Грекия Мемлекеттік кеңесінің] төрағасы",
            ["Жоғарғы Сотында", "Грекия Мемлекеттік кеңесінің"],
        ),
        (
            "[Қаржылық қылмыстармен күрес агенттігінде] жиын",
            ["Қаржылық қылмыстармен күрес агенттігінде"],
        ),
        ("[Өзбекстан Ұлттық университетінің кітапханасына] барды", None),
        ("[Мәдениет министрлігіне қарасты Кітап палатасының] қызметкері", None),
        ("[«Орталық кітапхана» мемлекеттік мекемесінде] жиын", None),
    ],
)
def test_a_case_that_ends_a_name_parts_two_in_kazakh(text, names):
    span = found(text, "ORG")
    names = names or [span.text]
    assert [part.text for part, _ in split_by_case([(span, 0.9)], "kk")] == names
    assert [part.text for part, _ in split_by_case([(span, 0.9)], "ru")] == [span.text]
