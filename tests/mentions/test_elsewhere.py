"""Mentions of one word that are something else in the same article."""

from communique.mentions.elsewhere import with_acronyms, with_surnames
from tests.mentions.marked import found_all, labelled


def test_capitals_are_an_institution_where_they_are_one_elsewhere():
    pairs = found_all("[LOC:GPHA] IN [LOC:TEMA]\n\nThe [ORG:GPHA] spoke in [LOC:Tema].")
    assert labelled(with_acronyms(pairs)) == [
        ("ORG", "GPHA"),
        ("LOC", "TEMA"),
        ("ORG", "GPHA"),
        ("LOC", "Tema"),
    ]


def test_a_surname_is_a_person_where_its_bearer_is_named():
    pairs = found_all("[PERSON:Anna Zaydl] and [LOC:Zaydl] of [LOC:Graz], [ORG:Zaydl Group]")
    assert labelled(with_surnames(pairs)) == [
        ("PERSON", "Anna Zaydl"),
        ("PERSON", "Zaydl"),
        ("LOC", "Graz"),
        ("ORG", "Zaydl Group"),
    ]


def test_characters_of_a_name_without_blanks_are_no_surnames():
    pairs = found_all("[PERSON:荣晓锡]在[LOC:锡]")
    assert labelled(with_surnames(pairs)) == [("PERSON", "荣晓锡"), ("LOC", "锡")]
