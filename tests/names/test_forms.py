from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.names.forms import capitalised, dictionary_form
from communique.records import LABELS

CASES = Path(__file__).parent / "cases"


ACCURACY = 0.95


def cases(path):
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return [row for row in rows if not row[0].startswith("#")]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.tsv")), ids=lambda path: path.stem)
@pytest.mark.parametrize("label", ["PERSON", "TITLE", "ORG", "LOC"])
def test_dictionary_forms_are_nearly_all_right(path, label):
    rows = [row for row in cases(path) if row[0] == label]
    wrong = [
        (written, expected, found)
        for _, written, expected in rows
        if (found := dictionary_form(written, label, path.stem)) != expected
    ]
    assert len(wrong) <= (1 - ACCURACY) * len(rows), wrong


@pytest.mark.parametrize(
    ("language", "least"), [("ru", 150), ("kk", 150), ("ky", 40), ("uz", 40), ("tg", 40)]
)
def test_the_tables_are_large_enough(language, least):
    assert len({tuple(row) for row in cases(CASES / f"{language}.tsv")}) >= least


def test_a_language_without_cases_leaves_the_name_as_it_is():
    assert dictionary_form("Học viện  Tư pháp", "ORG", "vi") == "Học viện Tư pháp"


def test_a_surname_in_capitals_gets_small_letters():
    assert dictionary_form("Jean DUPONT", "PERSON", "fr") == "Jean Dupont"


@pytest.mark.parametrize(
    ("word", "language", "small"),
    [
        ("İZMİR", "tr", "İzmir"),
        ("YILDIZ", "tr", "Yıldız"),
        ("İSMAYILLI", "az", "İsmayıllı"),
        ("IRINA", "en", "Irina"),
        ("ALMATY", None, "Almaty"),
    ],
)
def test_capitals_have_the_small_letters_of_the_language(word, language, small):
    assert capitalised(word, language) == small


@given(
    st.text(max_size=40),
    st.sampled_from(LABELS),
    st.sampled_from(["ru", "kk", "ky", "uz", "tg", "vi", None]),
)
def test_any_text_has_a_form(text, label, language):
    assert isinstance(dictionary_form(text, label, language), str)


@given(
    st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі -А", max_size=30),
    st.sampled_from(LABELS),
)
def test_cyrillic_text_never_fails(text, label):
    for language in ("ru", "kk", "ky", "uz", "tg"):
        dictionary_form(text, label, language)
