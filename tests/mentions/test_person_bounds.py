"""Persons as a model may give them, put right."""

import pytest

from communique.mentions.person_bounds import without_address, without_countries
from tests.mentions.marked import found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("төраға [Дато Ахмад Фаиз] келді", "Ахмад Фаиз"),
        ("маман [Madam Сити Зураида] айтты", "Сити Зураида"),
        ("рассказал [батони Мамука Чхенкели] вчера", "Мамука Чхенкели"),
        ("by [Prof. Dr. Ana Souza] herself", "Ana Souza"),
        ("Minister [Drita Hoxha] spoke", "Drita Hoxha"),
        ("con la [Dra. Sra. Lucía Ferrer] ayer", "Lucía Ferrer"),
        ("ва [ҷаноби Фаррух Ниёзов] гуфт", "Фаррух Ниёзов"),
        ("bilan [janob Botir Ergashev]", "Botir Ergashev"),
        ("after [Miss Universe] left", "Universe"),
        ("with [Frau] alone", "Frau"),
    ],
)
def test_a_form_of_address_of_any_language_is_no_part_of_a_name(text, right):
    assert without_address(found(text, "PERSON"), None).text == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("de", "empfing [S. E. Sherzod Mirsajew] im Rathaus", "Sherzod Mirsajew"),
        ("fr", "avec [M. Iskakov] hier", "Iskakov"),
        ("en", "with [M. Iskakov] yesterday", "M. Iskakov"),  # an initial
        ("zh", "由[瓦尔高·拉斯洛博士]主持", "瓦尔高·拉斯洛"),
        ("zh", "由[穆萨·巴医生]主持", "穆萨·巴"),
        ("ja", "[鳥海さくら]氏", "鳥海さくら"),
        ("vi", "gặp [Ông Văn Bình] hôm qua", "Ông Văn Bình"),  # a family name
        ("de", "Kurz berichtet\n[Von Rebekka Lohse]\nDortmund", "Rebekka Lohse"),
        ("de", "[Von Rebekka Lohse] kam ein Brief", "Von Rebekka Lohse"),
    ],
)
def test_a_form_of_address_of_the_language_is_no_part_of_a_name(language, text, right):
    assert without_address(found(text, "PERSON"), language).text == right


@pytest.mark.parametrize(
    ("language", "text", "before", "person", "right"),
    [
        (
            "ru",
            "прокурор Гайаны Анил Рам Сингх позвонил",
            ("TITLE", "прокурор"),
            "Гайаны Анил Рам Сингх",
            [("TITLE", "прокурор Гайаны"), ("PERSON", "Анил Рам Сингх")],
        ),
        (
            "ru",
            "Университета Анголы Вилма Кабрал",
            ("ORG", "Университета"),
            "Анголы Вилма Кабрал",
            [("ORG", "Университета Анголы"), ("PERSON", "Вилма Кабрал")],
        ),
        (
            "ru",
            "Вчера из Перу, Анголы Анна Петровна Ким уехала",
            None,
            "Анголы Анна Петровна Ким",
            [("LOC", "Анголы"), ("PERSON", "Анна Петровна Ким")],
        ),
        ("ru", "ректор Анна Петровна Ким", None, "Анна Петровна Ким", None),
        (
            "ru",
            "судья Мария Тереза Эвора",
            ("TITLE", "судья"),
            "Мария Тереза Эвора",
            [("TITLE", "судья"), ("PERSON", "Мария Тереза Эвора")],
        ),
        ("en", "said Jordan Paul Smith", None, "Jordan Paul Smith", None),
    ],
)
def test_the_country_in_front_of_a_name_belongs_to_what_stands_before(
    language, text, before, person, right
):
    marked = text.replace(person, f"[{person}]")
    span = found(marked, "PERSON")
    pairs = [(span, 0.9)]
    if before:
        start = text.index(before[1])
        label = span.doc.char_span(start, start + len(before[1]), label=before[0])
        pairs.insert(0, (label, 0.8))
    spans = [(one.label_, one.text) for one, _ in without_countries(pairs, language)]
    assert spans == (right or [("PERSON", person)])
