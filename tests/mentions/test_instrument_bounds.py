"""Instruments as a model may give them, put right."""

import pytest

from communique.mentions.instrument_bounds import bounded
from tests.mentions.marked import found


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
