"""Instruments that are named again by the bare word."""

import pytest

from communique.mentions.instrument_repeats import instruments_again
from tests.mentions.marked import found


@pytest.mark.parametrize(
    ("language", "text", "again"),
    [
        ("en", "They signed a [memorandum on water]. The memorandum is short.", ["memorandum"]),
        ("en", "An old agreement ended. They signed a [new agreement].", []),
        ("en", "They signed an [agreement]. Its protocol is long.", []),
        ("en", "They signed a [plan]. Nobody had planned it, nor the plan.", []),
        (
            "ru",
            "Подписан [договор о дружбе]. Стороны договорились, что договора хватит.",
            ["договора"],
        ),
        (
            "kk",
            "[Ниет туралы меморандум] жасалды. Меморандумға сай жұмыс басталды.",
            ["Меморандумға"],
        ),
        ("vi", "Hai bên ký [bản ghi nhớ hợp tác]. Bản ghi nhớ có hiệu lực.", ["Bản ghi nhớ"]),
        ("ru", "Подписан [протокол]. Протокольная служба довольна.", []),
        ("es", "Firmaron un [acuerdo]. De acuerdo con todos, el acuerdo vale.", []),
        ("zh", "双方签署[合作备忘录]。备忘录有效。", []),
    ],
)
def test_the_bare_word_stands_for_an_instrument_named_before(language, text, again):
    first = found(text, "DOC")
    first.doc._.article = first.doc._.article.model_copy(update={"language": language})
    spans = instruments_again(first.doc, [(first, 0.7)])
    assert [span.text for span, _ in spans] == again
    assert all(score == 0.95 for _, score in spans)


def test_an_engine_without_confidence_has_none_here_either():
    first = found("They signed a [memorandum on water]. The memorandum is short.", "DOC")
    assert [score for _, score in instruments_again(first.doc, [(first, None)])] == [None]


def test_nothing_is_named_again_where_no_instrument_is_named():
    person = found("[Ann Lee] left. The memorandum is short.", "PERSON")
    assert instruments_again(person.doc, [(person, 0.9)]) == []
