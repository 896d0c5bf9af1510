"""Mentions of one word that are something else in the same article."""

from communique.mentions.elsewhere import with_acronyms, with_surnames, without_known
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


def test_a_title_ends_before_an_institution_that_is_one_elsewhere():
    pairs = found_all("[ORG:Tobacco Museum] ([ORG:EJTM]): [TITLE:Head of EJTM] [PERSON:Ann Lee]")
    assert labelled(without_known(pairs, "en"))[2:] == [
        ("TITLE", "Head"),
        ("ORG", "EJTM"),
        ("PERSON", "Ann Lee"),
    ]


def test_a_title_that_is_an_institutions_name_and_nothing_more_stays():
    pairs = found_all("[ORG:Secretariat] of the House; [TITLE:Secretariat] [TITLE:Head of State]")
    assert labelled(without_known(pairs, "en"))[1:] == [
        ("TITLE", "Secretariat"),
        ("TITLE", "Head of State"),
    ]
