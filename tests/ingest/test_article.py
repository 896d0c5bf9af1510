import datetime as dt

import pytest

from communique.ingest import article_id, make_article


def test_id_is_the_same_for_the_same_words_on_other_lines():
    one = make_article("Hai bên trao đổi.\nKý  kết.\n")
    other = make_article("\ufeffHai bên trao đổi.\r\n\r\nKý kết.")
    assert one.article_id == other.article_id
    assert len(one.article_id) == 16
    assert int(one.article_id, 16) >= 0


def test_id_tells_texts_apart():
    assert article_id("one text") != article_id("another text")


def test_id_does_not_depend_on_composed_letters():
    assert article_id("Viê\u0323t") == article_id("Việt")


def test_text_keeps_blanks_and_lines():
    text = "  Lead.\n\n\tSecond  line. \n"
    assert make_article(text).text == text


def test_what_is_given_is_kept():
    article = make_article(
        "(napa.vn) – Text.\nPublished: 1 May 2020",
        source_path="a.txt",
        url="https://www.moha.gov.vn/tin/1",
        title=" A \n title ",
        published_on=dt.date(2024, 10, 30),
        language="vie",
    )
    assert article.source_path == "a.txt"
    assert article.url == "https://www.moha.gov.vn/tin/1"
    assert article.site == "moha.gov.vn"
    assert article.title == "A title"
    assert article.published_on == dt.date(2024, 10, 30)
    assert article.language == "vi"


@pytest.mark.parametrize(
    ("given", "site"),
    [
        ("Akorda", "Akorda"),
        ("Học viện Hành chính", "Học viện Hành chính"),
        ("https://www.NAPA.vn/", "napa.vn"),
        ("www.napa.vn", "napa.vn"),
    ],
)
def test_given_site(given, site):
    assert make_article("Text", site=given, url="https://other.kz").site == site


@pytest.mark.parametrize("code", ["xx", "", "english", "12", "none", "-"])
def test_a_language_code_that_is_none_is_left_aside(code):
    assert make_article("Text", language=code).language is None


@pytest.mark.parametrize(
    ("written", "code"),
    [("vie", "vi"), ("rus", "ru"), ("kaz", "kk"), ("en-US", "en"), ("ru_RU", "ru"), ("KK", "kk")],
)
def test_language_codes_in_other_forms(written, code):
    assert make_article("Text", language=written).language == code


def test_lone_surrogates_do_no_harm_anywhere():
    article = make_article(
        "a \ud83d b", title="\udc00 t", url="https://x.kz/\ud800", site="s \ud800"
    )
    assert article.model_dump_json().encode("utf-8")
    assert article.text == "a \ufffd b"


@pytest.mark.parametrize("url", ["http://[", "no address", "", "https://", "mailto:a@b", "///"])
def test_an_address_that_is_none_gives_no_site(url):
    assert make_article("Text", url=url).site is None
