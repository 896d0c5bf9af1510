import pytest

from communique.instruments import find_instruments
from tests.making import article, mention_all, mention_first


@pytest.mark.parametrize(
    ("language", "text", "name", "kind", "status"),
    [
        (
            "en",
            "They signed a Memorandum of Understanding.",
            "Memorandum of Understanding",
            "memorandum",
            "signed",
        ),
        ("en", "They plan to sign a Roadmap.", "Roadmap", "plan", "planned"),
        (
            "en",
            "It was done within the framework of the Agreement.",
            "Agreement",
            "agreement",
            "in_force",
        ),
        ("vi", "Hai bên đã ký Bản ghi nhớ.", "Bản ghi nhớ", "memorandum", "signed"),
        ("vi", "Hai bên dự kiến ký Hợp đồng.", "Hợp đồng", "contract", "planned"),
        ("ru", "Стороны подписали соглашение.", "соглашение", "agreement", "signed"),
        ("ru", "Работа идёт в рамках меморандума.", "меморандума", "memorandum", "in_force"),
        ("kk", "Тараптар меморандумға қол қойды.", "меморандумға", "memorandum", "signed"),
        ("kk", "Хаттама аясында жұмыс жүруде.", "Хаттама", "protocol", "in_force"),
        (
            "fr",
            "Ils ont signé un protocole d'accord.",
            "protocole d'accord",
            "memorandum",
            "signed",
        ),
        ("fr", "Ils prévoient de signer une convention.", "convention", "agreement", "planned"),
        ("fr", "Cela se fait dans le cadre de l'accord.", "accord", "agreement", "in_force"),
        ("fr", "Elles ont adopté une feuille de route.", "feuille de route", "plan", "signed"),
        ("fr", "Une lettre d'intention a été signée.", "lettre d'intention", "other", "signed"),
        (
            "de",
            "Sie unterzeichneten eine Absichtserklärung.",
            "Absichtserklärung",
            "other",
            "signed",
        ),
        (
            "de",
            "Sie planen, ein Kooperationsabkommen zu unterzeichnen.",
            "Kooperationsabkommen",
            "agreement",
            "planned",
        ),
        ("de", "Das geschah im Rahmen der Vereinbarung.", "Vereinbarung", "agreement", "in_force"),
        ("de", "Sie unterzeichneten einen Aktionsplan.", "Aktionsplan", "plan", "signed"),
        (
            "de",
            "Die Gemeinsame Erklärung wurde unterzeichnet.",
            "Gemeinsame Erklärung",
            "statement",
            "signed",
        ),
        ("es", "Firmaron un convenio marco.", "convenio marco", "agreement", "signed"),
        ("es", "Ambas partes prevén firmar un contrato.", "contrato", "contract", "planned"),
        ("es", "Trabajan en el marco del memorando.", "memorando", "memorandum", "in_force"),
        ("es", "Suscribieron una carta de intención.", "carta de intención", "other", "signed"),
        ("es", "La hoja de ruta se firmará pronto.", "hoja de ruta", "plan", "planned"),
        (
            "uz",
            "Tomonlar o‘zaro anglashuv memorandumini imzoladilar.",
            "o‘zaro anglashuv memorandumini",
            "memorandum",
            "signed",
        ),
        ("uz", "Yo'l xaritasi imzolanishi kutilmoqda.", "Yo'l xaritasi", "plan", "planned"),
        ("uz", "Ish bitim doirasida olib borilmoqda.", "bitim", "agreement", "in_force"),
        ("uz", "Oldi-sotdi shartnomasi tuzildi.", "Oldi-sotdi shartnomasi", "contract", "signed"),
        ("zh", "双方签署了谅解备忘录。", "谅解备忘录", "memorandum", "signed"),
        (
            "zh",
            "双方签署合作行动计划谅解备忘录。",
            "合作行动计划谅解备忘录",
            "memorandum",
            "signed",
        ),
        ("zh", "两校计划签署合作协议。", "合作协议", "agreement", "planned"),
        ("zh", "双方将于明年签署路线图。", "路线图", "plan", "planned"),
        ("zh", "根据框架协议，双方开展合作。", "框架协议", "agreement", "in_force"),
        ("zh", "会后双方发表联合声明。", "联合声明", "statement", "signed"),
        ("zh", "双方签署了合作意向书。", "合作意向书", "other", "signed"),
        ("zh", "企业签订购销合同。", "购销合同", "contract", "signed"),
        ("ky", "Тараптар меморандумга кол коюшту.", "меморандумга", "memorandum", "signed"),
        ("ky", "Жол картасына кол коюу пландалууда.", "Жол картасына", "plan", "planned"),
        ("ky", "Иш келишимдин алкагында жүрүүдө.", "келишимдин", "agreement", "in_force"),
        ("ky", "Келишимчартка кол коюлду.", "Келишимчартка", "contract", "signed"),
        ("tg", "Ҷонибҳо ёддошти тафоҳум имзо карданд.", "ёддошти тафоҳум", "memorandum", "signed"),
        ("tg", "Созишнома ба имзо хоҳад расид.", "Созишнома", "agreement", "planned"),
        ("tg", "Кор дар доираи нақшаи роҳ идома дорад.", "нақшаи роҳ", "plan", "in_force"),
        ("tg", "Қарордод баста шуд.", "Қарордод", "contract", "signed"),
    ],
)
def test_kind_and_status(language, text, name, kind, status):
    mentions = mention_first(text, ("DOC", name))
    (found,) = find_instruments(article(text, language=language), mentions, ())
    assert (found.kind, found.status) == (kind, status)


def test_a_sentence_that_does_not_tell_takes_the_status_told_before():
    text = "They signed a Protocol. The Protocol has ten pages."
    found = find_instruments(article(text), mention_all(text, ("DOC", "Protocol")), ())
    assert [instrument.status for instrument in found] == ["signed", "signed"]
