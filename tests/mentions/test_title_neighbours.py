"""Titles with the institutions, units and territories that a model found beside them."""

import pytest
from spacy.tokens import Span

from communique.mentions.title_neighbours import with_offices, with_units, without_institutions
from tests.mentions.marked import found, found_all, labelled


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


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("fr", "le [TITLE:maire] de la ville de [LOC:Blida] et", ["maire de la ville de Blida"]),
        ("fr", "l’[TITLE:ambassadeur] d’[LOC:Islande] et", ["ambassadeur d’Islande"]),
        ("fr", "un [TITLE:consultant] de [LOC:Lyon] et", ["consultant", "Lyon"]),
        ("fr", "le [TITLE:maire] en [LOC:Islande] et", ["maire", "Islande"]),
        ("de", "der [TITLE:Außenminister] [LOC:Islands] und", ["Außenminister Islands"]),
        ("de", "die [TITLE:Rektorin] der [LOC:Schweiz] und", ["Rektorin", "Schweiz"]),
        ("es", "la [TITLE:alcaldesa] de [LOC:Cuenca] y", ["alcaldesa de Cuenca"]),
        ("es", "la [TITLE:rectora] de [LOC:Cuenca] y", ["rectora", "Cuenca"]),
        ("zh", "[LOC:江苏省][TITLE:副省长]说", ["江苏省副省长"]),
        ("zh", "[LOC:越南]驻[LOC:日本][TITLE:大使]说", ["越南驻日本大使"]),
        ("zh", "[LOC:南京][TITLE:校长]说", ["南京", "校长"]),
        ("uz", "[LOC:Buxoro viloyati] [TITLE:hokimi] keldi", ["Buxoro viloyati hokimi"]),
        ("uz", "[LOC:Buxoroda] [TITLE:hokim] aytdi", ["Buxoroda", "hokim"]),
        ("ky", "[ORG:Талас облусунун] [TITLE:губернатору]", ["Талас облусунун губернатору"]),
        ("tg", "[TITLE:раиси вилояти] [LOC:Хатлон] гуфт", ["раиси вилояти Хатлон"]),
        ("tg", "[TITLE:директори] [LOC:Хатлон] гуфт", ["директори", "Хатлон"]),
    ],
)
def test_a_post_of_a_territory_is_one_with_it(language, text, right):
    assert [span.text for span, _ in with_offices(found_all(text), language)] == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("zh", "[江南大学校长]李明", [("ORG", "江南大学"), ("TITLE", "校长")]),
        ("zh", "[公安局局长]李明", [("ORG", "公安局"), ("TITLE", "局长")]),
        ("zh", "[局长]李明", [("TITLE", "局长")]),
        ("zh", "[预防处处长]李明", [("TITLE", "预防处处长")]),
        ("zh", "[副校长]李明", [("TITLE", "副校长")]),
        ("zh", "[江南大学]李明", [("TITLE", "江南大学")]),
        (
            "uz",
            "[Samarqand davlat universiteti rektori] keldi",
            [("ORG", "Samarqand davlat universiteti"), ("TITLE", "rektori")],
        ),
        ("uz", "[Samarqand viloyati hokimi] keldi", [("TITLE", "Samarqand viloyati hokimi")]),
        ("vi", "[Hiệu trưởng] Trường Đại học Vinh", [("TITLE", "Hiệu trưởng")]),
        (
            "fr",
            "un [conseiller au ministère de l'Économie], hier",
            [("TITLE", "conseiller"), ("ORG", "ministère de l'Économie")],
        ),
        ("es", "la [directora de la Universidad], ayer", [("TITLE", "directora")]),
        (
            "fr",
            "la [cheffe du département de chimie]",
            [("TITLE", "cheffe du département de chimie")],
        ),
    ],
)
def test_an_institution_is_no_part_of_the_title(language, text, right):
    parts = without_institutions([(found(text, "TITLE"), 0.9)], language)
    assert labelled(parts) == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        (
            "zh",
            "[ORG:警察学院网络安全系][TITLE:主任]单慕清",
            [("ORG", "警察学院"), ("TITLE", "网络安全系主任")],
        ),
        (
            "zh",
            "[ORG:自然资源部生态修复][TITLE:司司长]葛闻笛",
            [("ORG", "自然资源部"), ("TITLE", "生态修复司司长")],
        ),
        ("zh", "[ORG:教育局][TITLE:局长]李明", [("ORG", "教育局"), ("TITLE", "局长")]),
        ("zh", "[ORG:信息学院][TITLE:院长]李明", [("ORG", "信息学院"), ("TITLE", "院长")]),
        (
            "uz",
            "[ORG:hokimligining tashqi savdo bo‘limi] [TITLE:mudiri] keldi",
            [("ORG", "hokimligining"), ("TITLE", "tashqi savdo bo‘limi mudiri")],
        ),
        (
            "kk",
            "[ORG:Көлік министрлігі Құқық бөлімінің] [TITLE:басшысы]",
            [("ORG", "Көлік министрлігі"), ("TITLE", "Құқық бөлімінің басшысы")],
        ),
        (
            "kk",
            "[ORG:Құқық бөлімінің] [TITLE:басшысы]",
            [("ORG", "Құқық бөлімінің"), ("TITLE", "басшысы")],
        ),
        (
            "fr",
            "la [TITLE:présidente] de la [ORG:Commission juridique de l'Assemblée nationale] a",
            [("TITLE", "présidente de la Commission juridique"), ("ORG", "Assemblée nationale")],
        ),
        (
            "es",
            "la [TITLE:jefa] del [ORG:Departamento de Energía] dijo",
            [("TITLE", "jefa del Departamento de Energía")],
        ),
        (
            "fr",
            "la [TITLE:rectrice] de l'[ORG:Université de Pau] a",
            [("TITLE", "rectrice"), ("ORG", "Université de Pau")],
        ),
    ],
)
def test_a_unit_belongs_to_the_title_of_who_heads_it(language, text, right):
    parts = with_units(found_all(text), language)
    assert labelled(parts) == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        (
            "vi",
            "[TITLE:Phó Chủ nhiệm] [ORG:Ủy ban Xã hội]",
            [("TITLE", "Phó Chủ nhiệm Ủy ban Xã hội")],
        ),
        (
            "vi",
            "[TITLE:Chủ nhiệm] [ORG:Ủy ban Xã hội của Quốc hội]",
            [("TITLE", "Chủ nhiệm"), ("ORG", "Ủy ban Xã hội của Quốc hội")],
        ),
        (
            "vi",
            "[TITLE:Chủ tịch] [ORG:Ủy ban Thống kê Armenia]",
            [("TITLE", "Chủ tịch"), ("ORG", "Ủy ban Thống kê Armenia")],
        ),
        (
            "en",
            "[TITLE:Dean] of the [ORG:Faculty of Science]",
            [("TITLE", "Dean of the Faculty of Science")],
        ),
        (
            "en",
            "[TITLE:Dean] of the [ORG:Faculty of Law of the University of Hue]",
            [("TITLE", "Dean"), ("ORG", "Faculty of Law of the University of Hue")],
        ),
        (
            "ru",
            "[TITLE:председатель] [ORG:Комитета по бюджету]",
            [("TITLE", "председатель Комитета по бюджету")],
        ),
    ],
)
def test_a_committee_belongs_to_the_title_unless_its_name_says_whose_it_is(language, text, right):
    assert labelled(with_units(found_all(text), language)) == right


def test_what_was_found_of_the_institution_before_its_post_joins_it():
    title = found("江南[大学校长]李明", "TITLE")
    place = title.doc.char_span(0, 2, label="LOC")
    parts = without_institutions([(place, 0.8), (title, 0.9)], "zh")
    assert labelled(parts) == [
        ("ORG", "江南大学"),
        ("TITLE", "校长"),
    ]
