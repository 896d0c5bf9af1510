"""Words, places and posts that a model took for a part of an institution."""

import pytest

from communique.mentions.org_edges import without_edges
from tests.mentions.marked import found, labelled


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
        ("en", "for the [Swiss Red Cross she] and Ann Lee", ["Swiss Red Cross"]),
        ("kk", "[NHI-мен] кездесті", ["NHI-мен"]),
        ("de", "das [Beuys-Kolleg entwirft] mit", ["Beuys-Kolleg"]),
        ("fr", "la [Société de géographie] a", ["Société de géographie"]),
        ("kk", "[Сенат мен] Мәжіліс", ["Сенат"]),
        ("vi", "([Cục Dân số, Việt Nam])", ["Cục Dân số", ("LOC", "Việt Nam")]),
        ("vi", "([Viện Luật, Đại học Huế])", ["Viện Luật, Đại học Huế"]),
        ("en", "the [Ministry of Health's] Director", ["Ministry of Health"]),
        ("en", "the [Swiss advisory association Agridea] took", ["Agridea"]),
        ("en", "the [National Association of Banks] took", ["National Association of Banks"]),
        ("uk", "[Від Полтавської обласної ради] прибули", ["Полтавської обласної ради"]),
        ("uk", "[Відділу освіти Львівської ради] лист", ["Відділу освіти Львівської ради"]),
    ],
)  # fmt: skip
def test_words_that_no_name_begins_or_ends_with(language, text, right):
    spans = [span for span, _ in without_edges([(found(text, "ORG"), 0.9)], language)]
    named = [span.text if span.label_ == "ORG" else (span.label_, span.text) for span in spans]
    assert named == right


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
    assert labelled(parts) == right


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
    assert labelled(parts) == right
