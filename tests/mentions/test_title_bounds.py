"""Titles as a model may give them, put right."""

import pytest

from communique.mentions.title_bounds import trimmed, without_names
from tests.mentions.marked import found, labelled


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("en", "the post of [Deputy Director General of] the agency", "Deputy Director General"),
        ("ru", "делегация, [возглавляемая ректором] вуза", "ректором"),
        ("ru", "[заместители председателя госпожа] Саар", "заместители председателя"),
        ("ru", "[Директор школы] Анна Петрова", "Директор"),
        ("ru", "[заместитель директора\u00a0музея] Ли", "заместитель директора"),
        ("ru", "[член совета] Ли", "член совета"),
        (
            "ru",
            "[председатель Законодательного комитета] Ли",
            "председатель Законодательного комитета",
        ),
        ("kk", "[агенттік төрағасының орынбасары] Ли", "төрағасының орынбасары"),
        ("kk", "[Топты ғылым жөніндегі проректор] бастады", "ғылым жөніндегі проректор"),
        ("en", "[College principal] Janice Tomlinson", "principal"),
        ("en", "the [council member] Ann Lee", "council member"),
        ("vi", "[Giám đốc của] Trung tâm", "Giám đốc"),
        ("en", "First Deputy [Director] General Ha Jeong-nam", "Director General"),
        ("vi", "gặp Ban [Giám] đốc hôm qua", "Giám đốc"),
        ("vi", "ông Minh, [Trưởng đại] diện FAO", "Trưởng đại diện"),
        ("fr", "reçu par [M. le vice-recteur chargé des études]", "vice-recteur chargé des études"),
        ("fr", "[l’ambassadrice de la] Suisse", "ambassadrice"),
        ("fr", "le [secrétaire général]", "secrétaire général"),
        ("fr", "la [chargée de mission auprès du]", "chargée de mission"),
        (
            "de",
            "begrüßt [vom Prorektor für Forschung an der] Universität",
            "Prorektor für Forschung",
        ),
        ("de", "[Frau Ministerin] Meier", "Ministerin"),
        ("de", "[Rektor:in] Meier", "Rektor:in"),
        ("es", "junto a [la Directora de Relaciones de la] casa", "Directora de Relaciones"),
        ("es", "[Excmo. Sr. Rector] Ruiz", "Rector"),
        ("es", "[Director/a] Ruiz", "Director/a"),
        ("zh", "会见[该校副校长一行]", "副校长"),
        ("zh", "泰国宋卡海洋站[长]素帕察", "站长"),
        ("zh", "大学[的党委书记、校长]", "党委书记、校长"),
        ("zh", "[和平利用外空司司长]", "和平利用外空司司长"),
        ("uz", "[mehmonlarni prorektor va] dekan kutib oldi", "prorektor"),
        ("uz", "[rektor vazifasini bajaruvchi]", "rektor vazifasini bajaruvchi"),
        ("uz", "vazir [o'rinbosari bo'lgan] Karimov", "o'rinbosari"),
        ("ky", "[делегацияны министрдин орун басары] баштады", "министрдин орун басары"),
        ("ky", "[ректору болуп] дайындалды", "ректору"),
        ("ky", "[ректордун милдетин аткаруучу]", "ректордун милдетин аткаруучу"),
        ("tg", "бо [ҷаноби муовини якуми вазир]", "муовини якуми вазир"),
        ("tg", "[раиси кумита ва] дигарон", "раиси кумита"),
        ("tg", "[муовини ректор оид ба илм]", "муовини ректор оид ба илм"),
        ("da", "[den rektor] Hansen", "den rektor"),
    ],
)
def test_a_title_loses_words_that_are_no_part_of_it(language, text, right):
    assert trimmed(found(text, "TITLE"), 0.7, language).text == right


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("de", "die [Direktorin des Hauses] kam", "Direktorin"),
        ("de", "die [Leiterin des Netzbetriebs] kam", "Leiterin des Netzbetriebs"),
        ("fr", "le [directeur de l'institution], hier", "directeur"),
        (
            "fr",
            "le [directeur de l'institution judiciaire]",
            "directeur de l'institution judiciaire",
        ),
        ("ru", "[директор школы] сказал", "директор"),
    ],
)
def test_a_bare_word_for_an_institution_is_no_part_of_the_title(language, text, right):
    title = trimmed(found(text, "TITLE"), 0.9, language)
    assert title is not None
    assert title.text == right


def test_a_comma_is_no_title():
    assert trimmed(found("Ann Lee[,] rector", "TITLE"), 0.9, "en") is None


def test_a_degree_is_no_title_unless_the_model_is_sure():
    span = found("Ông A, [PGS.TS.] Trường B", "TITLE")
    assert trimmed(span, 0.5, "vi") is None
    assert trimmed(span, 0.95, "vi").text == span.text


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("市外事办[主任单志国]在座", [("TITLE", "主任"), ("PERSON", "单志国")]),
        ("对[外关系部长助理]说", [("TITLE", "外关系部长助理")]),
        ("他是[书记、院长]", [("TITLE", "书记、院长")]),
        ("他是[掌门人]", [("TITLE", "掌门人")]),
        ("见[部长策]", [("TITLE", "部长策")]),
    ],
)
def test_a_name_behind_its_post_is_no_part_of_the_title(text, right):
    parts = without_names([(found(text, "TITLE"), 0.9)], "zh")
    assert labelled(parts) == right


def test_the_beginning_of_a_name_in_its_title_goes_back_to_it():
    title = found("对[外关系部长策]伦皮勒在场", "TITLE")
    name = title.doc.char_span(7, 10, label="PERSON")
    parts = without_names([(title, 0.8), (name, 0.9)], "zh")
    assert labelled(parts) == [
        ("TITLE", "外关系部长"),
        ("PERSON", "策伦皮勒"),
    ]
    latin = found("[Director] Lee", "TITLE")
    assert without_names([(latin, 0.8)], "en") == [(latin, 0.8)]
