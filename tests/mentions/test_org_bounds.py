"""Institutions that a model has cut before the name of their parent."""

import pytest
from spacy.tokens import Span

from communique.mentions.org_bounds import (
    is_brand,
    split_by_case,
    with_namesakes,
    with_parents,
    with_places,
    with_quoted,
    with_quotes,
    with_whole_words,
    without_bare_heads,
    without_edges,
)
from tests.mentions.marked import found, found_all


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
    ("language", "text", "right"),
    [
        ("kk", "[Рештен Гилян университетінің] ректоры", ["Гилян университетінің"]),
        ("kk", "[Қазақстан тарихы институты] бар", ["Қазақстан тарихы институты"]),
        ("kk", "[Накурудан Жастар паркі қоры] келді", [("LOC", "Накурудан"), "Жастар паркі қоры"]),
        ("kk", "[Астана университеті] мен", ["Астана университеті"]),
        ("kk", "[Астанада Жастар сарайы] мен", [("LOC", "Астанада"), "Жастар сарайы"]),
        ("kk", "[Каирдегі Ұлттық мұражайы] мен", [("LOC", "Каирдегі"), "Ұлттық мұражайы"]),
        ("kk", "[Азиядағы сенім шаралары кеңесі]", ["Азиядағы сенім шаралары кеңесі"]),
        ("zh", "与[湖北省档案馆馆]长文思齐", ["湖北省档案馆", ("TITLE", "馆长")]),
        ("ru", "в [лесопитомнике «Вяча» рядом с] Минском", ["лесопитомнике «Вяча»"]),
        ("vi", "đoàn [Trường Đại học Huế và] khách", ["Trường Đại học Huế"]),
        ("vi", "[Bộ Nội vụ giao Học] viện lập kế hoạch", ["Bộ Nội vụ"]),
        ("vi", "[Học] viện lập kế hoạch", ["Học"]),
        ("en", "at the [University of Oulu with] guests", ["University of Oulu"]),
        ("kk", "[NHI-мен] кездесті", ["NHI-мен"]),
        ("de", "das [Beuys-Kolleg entwirft] mit", ["Beuys-Kolleg"]),
        ("fr", "la [Société de géographie] a", ["Société de géographie"]),
        ("kk", "[Сенат мен] Мәжіліс", ["Сенат"]),
    ],
)  # fmt: skip
def test_words_that_no_name_begins_or_ends_with(language, text, right):
    spans = [span for span, _ in without_edges([(found(text, "ORG"), 0.9)], language)]
    named = [span.text if span.label_ == "ORG" else (span.label_, span.text) for span in spans]
    assert named == right


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
    assert [(span.label_, span.text) for span, _ in joined] == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        (
            "de",
            "die [Wahlkommission in Tiflis] lud",
            [("ORG", "Wahlkommission"), ("LOC", "Tiflis")],
        ),
        ("de", "die [Botschaft in Tiflis] lud", [("ORG", "Botschaft in Tiflis")]),
        ("de", "das [Zentrum in Bewegung] lud", [("ORG", "Zentrum in Bewegung")]),
        ("pl", "[Uniwersytet w Warszawie] lud", [("ORG", "Uniwersytet w Warszawie")]),
    ],
)
def test_a_name_ends_before_the_word_for_in_where_its_language_says_so(language, text, right):
    parts = without_edges([(found(text, "ORG"), 0.9)], language)
    assert [(span.label_, span.text) for span, _ in parts] == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        (
            "uz",
            "[Polshaning Lublin universiteti] rektori",
            [("LOC", "Polshaning"), ("ORG", "Lublin universiteti")],
        ),
        ("uz", "[Polshaning Adliya vazirligi]", [("ORG", "Polshaning Adliya vazirligi")]),
        ("uz", "[Polsha universiteti]", [("ORG", "Polsha universiteti")]),
        (
            "kk",
            "[Қытайдың Ланьчжоу университетімен] бірге",
            [("LOC", "Қытайдың"), ("ORG", "Ланьчжоу университетімен")],
        ),
        ("uz", "[Uni Toshkent universiteti] olimi", [("ORG", "Toshkent universiteti")]),
    ],
)
def test_a_university_is_named_without_its_country(language, text, right):
    parts = without_edges([(found(text, "ORG"), 0.9)], language)
    assert [(span.label_, span.text) for span, _ in parts] == right


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
