from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.names.forms import dictionary_form
from communique.records import LABELS

CASES = Path(__file__).parent / "cases"


def cases():
    for path in sorted(CASES.glob("*.tsv")):
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                label, written, expected = line.split("\t")
                yield pytest.param(path.stem, label, written, expected, id=f"{path.stem}-{written}")


@pytest.mark.parametrize(("language", "label", "written", "expected"), list(cases()))
def test_the_dictionary_form(language, label, written, expected):
    assert dictionary_form(written, label, language) == expected


def test_a_language_without_cases_leaves_the_name_as_it_is():
    assert dictionary_form("Học viện  Tư pháp", "ORG", "vi") == "Học viện Tư pháp"


def test_a_surname_in_capitals_gets_small_letters():
    assert dictionary_form("Jean DUPONT", "PERSON", "fr") == "Jean Dupont"


@given(st.text(max_size=40), st.sampled_from(LABELS), st.sampled_from(["ru", "kk", "vi", None]))
def test_any_text_has_a_form(text, label, language):
    assert isinstance(dictionary_form(text, label, language), str)


@given(
    st.text(alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі -А", max_size=30),
    st.sampled_from(LABELS),
)
def test_cyrillic_text_never_fails(text, label):
    for language in ("ru", "kk"):
        dictionary_form(text, label, language)
