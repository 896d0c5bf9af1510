"""Bounds of titles and instruments as a model may give them, put right."""

import pytest
from spacy.tokens import Span

from communique.mentions.instrument_bounds import bounded
from communique.mentions.person_bounds import without_address, without_countries
from communique.mentions.title_bounds import (
    trimmed,
    with_offices,
    with_units,
    without_institutions,
    without_names,
)
from tests.mentions.marked import found, found_all


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
        ("kk", "[«2026 жылғы егіс» жоспары] бекітілді", "«2026 жылғы егіс» жоспары"),
        ("ru", "[соглашение о новом плане] застройки", "соглашение о новом плане"),
        (
            "fr",
            "adopter [l’accord-cadre de coopération signé] à Rabat",
            "accord-cadre de coopération",
        ),
        ("fr", "le [projet de convention de jumelage] a été lu", "convention de jumelage"),
        ("fr", "une [lettre d’intention entre les] deux villes", "lettre d’intention"),
        ("fr", "un [plan d’action pour la nouvelle ligne]", "plan d’action pour la nouvelle ligne"),
        (
            "de",
            "[eine neue Kooperationsvereinbarung unterzeichnet] haben",
            "Kooperationsvereinbarung",
        ),
        ("de", "das [Abkommen über Fischerei vom] 12. Mai", "Abkommen über Fischerei"),
        ("de", "ein [Memorandum] of Understanding", "Memorandum of Understanding"),
        ("de", "das [Protokoll über die Grenze]", "Protokoll über die Grenze"),
        (
            "es",
            "[el Convenio Marco de Colaboración suscrito] ayer",
            "Convenio Marco de Colaboración",
        ),
        ("es", "un [memorando de entendimiento entre ambas] partes", "memorando de entendimiento"),
        ("es", "la [hoja de ruta para la pesca]", "hoja de ruta para la pesca"),
        ("zh", "双方[签署了合作谅解备忘]录。", "合作谅解备忘录"),
        ("zh", "制定[2024—2028年行动计划]", "行动计划"),
        ("zh", "根据[战略合作协议的签署]情况", "战略合作协议"),
        ("zh", "宣读《[关于签署协定的联合声明]》", "关于签署协定的联合声明"),
        ("zh", "两国的[青年交流计划谅解备忘录]", "青年交流计划谅解备忘录"),
        ("uz", "tomonlar [o‘rtasidagi hamkorlik memorandumi imzolandi]", "hamkorlik memorandumi"),
        ("uz", "[yangi konlar bo'yicha bitimni]", "yangi konlar bo'yicha bitimni"),
        ("uz", "[икки давлат ўртасидаги битим] ҳақида", "битим"),
        ("uz", "[2026-2028 yillarga mo‘ljallangan harakatlar rejasi]", "harakatlar rejasi"),
        ("ky", "эки вуз [ортосундагы меморандумга кол коюлду]", "меморандумга"),
        ("ky", "[үч жылдык кызматташуу планынын алкагында]", "кызматташуу планынын"),
        ("ky", "[жаңы унаалар боюнча келишимди]", "жаңы унаалар боюнча келишимди"),
        ("tg", "[лоиҳаи созишномаи ҳамкорӣ] баррасӣ шуд", "созишномаи ҳамкорӣ"),
        ("tg", "[ёддошти тафоҳум байни ду] донишгоҳ", "ёддошти тафоҳум"),
        ("tg", "[нақшаи чорабиниҳо барои ду сол]", "нақшаи чорабиниҳо барои ду сол"),
        ("da", "en [aftale underskrevet] i går", "aftale underskrevet"),
    ],
)
def test_an_instrument_ends_where_its_name_does(language, text, right):
    assert bounded(found(text, "DOC"), language).text == right


@pytest.mark.parametrize(
    ("language", "text"),
    [("vi", "cuộc [đàm] phán"), ("en", "the [visit] ended"), ("zh", "举行[会谈]")],
)
def test_what_names_no_kind_of_instrument_is_none(language, text):
    assert bounded(found(text, "DOC"), language) is None


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "the post of [Deputy Director General of] the agency", "Deputy Director General"),
        ("ru", "делегация, [возглавляемая ректором] вуза", "ректором"),
        ("ru", "[заместители председателя госпожа] Саар", "заместители председателя"),
        ("ru", "[Директор школы] Анна Петрова", "Директор"),
        ("ru", "[заместитель директора\u00a0музея] Ли", "заместитель директора"),
        ("ru", "[член совета] Ли", "член совета"),
        (
            "ru",
            "[председатель Законодательного комитета] Ли",
            "председатель Законодательного комитета",
        ),
        ("kk", "[агенттік төрағасының орынбасары] Ли", "төрағасының орынбасары"),
        ("kk", "[Топты ғылым жөніндегі проректор] бастады", "ғылым жөніндегі проректор"),
        ("en", "[College principal] Janice Tomlinson", "principal"),
        ("en", "the [council member] Ann Lee", "council member"),
        ("vi", "[Giám đốc của] Trung tâm", "Giám đốc"),
        ("vi", "gặp Ban [Giám] đốc hôm qua", "Giám đốc"),
        ("vi", "ông Minh, [Trưởng đại] diện FAO", "Trưởng đại diện"),
        ("fr", "reçu par [M. le vice-recteur chargé des études]", "vice-recteur chargé des études"),
        ("fr", "[l’ambassadrice de la] Suisse", "ambassadrice"),
        ("fr", "le [secrétaire général]", "secrétaire général"),
        ("fr", "la [chargée de mission auprès du]", "chargée de mission"),
        (
            "de",
            "begrüßt [vom Prorektor für Forschung an der] Universität",
            "Prorektor für Forschung",
        ),
        ("de", "[Frau Ministerin] Meier", "Ministerin"),
        ("de", "[Rektor:in] Meier", "Rektor:in"),
        ("es", "junto a [la Directora de Relaciones de la] casa", "Directora de Relaciones"),
        ("es", "[Excmo. Sr. Rector] Ruiz", "Rector"),
        ("es", "[Director/a] Ruiz", "Director/a"),
        ("zh", "会见[该校副校长一行]", "副校长"),
        ("zh", "泰国宋卡海洋站[长]素帕察", "站长"),
        ("zh", "大学[的党委书记、校长]", "党委书记、校长"),
        ("zh", "[和平利用外空司司长]", "和平利用外空司司长"),
        ("uz", "[mehmonlarni prorektor va] dekan kutib oldi", "prorektor"),
        ("uz", "[rektor vazifasini bajaruvchi]", "rektor vazifasini bajaruvchi"),
        ("uz", "vazir [o'rinbosari bo'lgan] Karimov", "o'rinbosari"),
        ("ky", "[делегацияны министрдин орун басары] баштады", "министрдин орун басары"),
        ("ky", "[ректору болуп] дайындалды", "ректору"),
        ("ky", "[ректордун милдетин аткаруучу]", "ректордун милдетин аткаруучу"),
        ("tg", "бо [ҷаноби муовини якуми вазир]", "муовини якуми вазир"),
        ("tg", "[раиси кумита ва] дигарон", "раиси кумита"),
        ("tg", "[муовини ректор оид ба илм]", "муовини ректор оид ба илм"),
        ("da", "[den rektor] Hansen", "den rektor"),
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
    ("language", "text", "right"),
    [
        ("de", "die [Direktorin des Hauses] kam", "Direktorin"),
        ("de", "die [Leiterin des Netzbetriebs] kam", "Leiterin des Netzbetriebs"),
        ("fr", "le [directeur de l'institution], hier", "directeur"),
        (
            "fr",
            "le [directeur de l'institution judiciaire]",
            "directeur de l'institution judiciaire",
        ),
        ("ru", "[директор школы] сказал", "директор"),
    ],
)
def test_a_bare_word_for_an_institution_is_no_part_of_the_title(language, text, right):
    title = trimmed(found(text, "TITLE"), 0.9, language)
    assert title is not None
    assert title.text == right


def test_a_comma_is_no_title():
    assert trimmed(found("Ann Lee[,] rector", "TITLE"), 0.9, "en") is None


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
    assert [(span.label_, span.text) for span, _ in parts] == right


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
    assert [(span.label_, span.text) for span, _ in parts] == right


def test_what_was_found_of_the_institution_before_its_post_joins_it():
    title = found("江南[大学校长]李明", "TITLE")
    place = title.doc.char_span(0, 2, label="LOC")
    parts = without_institutions([(place, 0.8), (title, 0.9)], "zh")
    assert [(span.label_, span.text) for span, _ in parts] == [
        ("ORG", "江南大学"),
        ("TITLE", "校长"),
    ]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("市外事办[主任单志国]在座", [("TITLE", "主任"), ("PERSON", "单志国")]),
        ("对[外关系部长助理]说", [("TITLE", "外关系部长助理")]),
        ("他是[书记、院长]", [("TITLE", "书记、院长")]),
        ("他是[掌门人]", [("TITLE", "掌门人")]),
        ("见[部长策]", [("TITLE", "部长策")]),
    ],
)
def test_a_name_behind_its_post_is_no_part_of_the_title(text, right):
    parts = without_names([(found(text, "TITLE"), 0.9)], "zh")
    assert [(span.label_, span.text) for span, _ in parts] == right


def test_the_beginning_of_a_name_in_its_title_goes_back_to_it():
    title = found("对[外关系部长策]伦皮勒在场", "TITLE")
    name = title.doc.char_span(7, 10, label="PERSON")
    parts = without_names([(title, 0.8), (name, 0.9)], "zh")
    assert [(span.label_, span.text) for span, _ in parts] == [
        ("TITLE", "外关系部长"),
        ("PERSON", "策伦皮勒"),
    ]
    latin = found("[Director] Lee", "TITLE")
    assert without_names([(latin, 0.8)], "en") == [(latin, 0.8)]
