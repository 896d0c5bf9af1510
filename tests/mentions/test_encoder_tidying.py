import pytest

from communique.mentions.encoder_tidying import tidy


@pytest.mark.parametrize(
    ("words", "span", "tidied"),
    [
        (["Academy", "(", "APA", ")", "and"], (0, 3), (0, 4)),
        (["the", "«", "Academy", "»"], (1, 3), (2, 3)),
        (["Academy", "»", "of"], (0, 2), (0, 1)),
        (["(", "Academy", "of", "Law"], (0, 4), (1, 4)),
        (["Academy", "–", "said"], (0, 2), (0, 1)),
        (["図", "書", "館", "（", "市", "）", "の"], (0, 5), (0, 6)),
        (["図", "書", "館", "」", "の"], (0, 4), (0, 3)),
        (["大", "学", "，", "校"], (0, 3), (0, 2)),
    ],
)
def test_bounds_follow_brackets_quotes_and_dashes(words, span, tidied):
    assert tidy(words, *span) == tidied


@pytest.mark.parametrize(
    "words",
    [
        ["Colegiul", "„", "Silvania", "”"],
        ["Institut", "„", "Silava", "“"],
        ["“", "Damu", "”", "Fund"],
    ],
)
def test_every_pair_of_quotation_marks_stays(words):
    assert tidy(words, 0, len(words)) == (0, len(words))
