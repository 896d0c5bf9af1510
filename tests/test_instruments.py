import pytest

from communique.instruments import find_instruments
from tests.making import article, mention_all


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
    ],
)
def test_kind_and_status(language, text, name, kind, status):
    mentions = mention_all(text, ("DOC", name))
    (found,) = find_instruments(article(text, language=language), mentions, ())
    assert (found.kind, found.status) == (kind, status)


def test_a_sentence_that_does_not_tell_takes_the_status_told_before():
    text = "They signed a Protocol. The Protocol has ten pages."
    found = find_instruments(article(text), mention_all(text, ("DOC", "Protocol")), ())
    assert [instrument.status for instrument in found] == ["signed", "signed"]
