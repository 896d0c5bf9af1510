"""Names whose head carries the case, where the tables of ``cases/`` are too plain."""

import pytest

from communique import lexicon
from communique.names.heads import has_heads, with_nominative_head

LANGUAGES = [code for code in lexicon.languages("forms") if has_heads(code)]


@pytest.mark.parametrize(
    ("language", "label", "text", "right"),
    [
        ("pl", "ORG", "UNIWERSYTETU WARSZAWSKIEGO", "UNIWERSYTET WARSZAWSKI"),
        ("pl", "PERSON", "Rektora", "Rektora"),
        ("pl", "TITLE", "dyrektora Narodowego Centrum", "dyrektor Narodowego Centrum"),
        ("pl", "ORG", "Zarządu Głównego Banku", "Zarząd Główny Banku"),
        ("uk", "TITLE", "заступник голови", "заступник голови"),
        ("uk", "ORG", "Фонду", "Фонд"),
        ("uk", "ORG", "Спільно університету", "Спільно університету"),
    ],
)
def test_what_agrees_with_the_head_and_what_does_not(language, label, text, right):
    assert with_nominative_head(text, label, language).casefold() == right.casefold()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_nominative_stays(language):
    heads = lexicon.of("forms", language)["heads"]
    nouns = [noun for gender in heads.values() for noun in gender]
    assert [with_nominative_head(noun, "TITLE", language) for noun in nouns] == nouns


def test_a_language_without_heads_has_none():
    assert not has_heads("vi")
    assert not has_heads(None)
