import datetime as dt

import pytest

from communique.ingest import make_article
from communique.records import Article
from tests.ingest.reading import only

PAGE = """<!DOCTYPE html><html lang="vi"><head><title>Học viện tiếp đoàn - NAPA</title>
<meta property="og:title" content="Học viện tiếp đoàn RANEPA">
<link rel="canonical" href="https://www.napa.vn/blog/tiep-doan.htm">
<meta property="article:published_time" content="2024-10-31T08:00:00+07:00"></head>
<body><nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/a">Giới thiệu</a></li></ul></nav>
<article><h1>Học viện tiếp đoàn RANEPA</h1>
<p><b>(napa.vn) – Chiều ngày 30/10/2024, Lãnh đạo Học viện đã tiếp đoàn RANEPA.</b></p>
<p>Hai bên trao đổi&nbsp;các nội dung sau:</p>
<ul><li>Trao đổi giảng viên;</li><li>Tổ chức <em>hội thảo</em>.</li></ul>
<ol><li>Nghiên cứu mô hình;</li><li><p>Hợp tác đào tạo.</p></li></ol>
<p>(1) Nghiên cứu, áp dụng mô hình.<br>(2) Tổ chức Hội thảo.</p>
</article><footer><p>Bản quyền © 2024. Điện thoại 024.</p></footer></body></html>"""

LINES = [
    "Học viện tiếp đoàn RANEPA",
    "(napa.vn) – Chiều ngày 30/10/2024, Lãnh đạo Học viện đã tiếp đoàn RANEPA.",
    "Hai bên trao đổi các nội dung sau:",
    "- Trao đổi giảng viên;",
    "- Tổ chức hội thảo.",
    "1. Nghiên cứu mô hình;",
    "2. Hợp tác đào tạo.",
    "(1) Nghiên cứu, áp dụng mô hình.",
    "(2) Tổ chức Hội thảo.",
]

RUSSIAN = """<html><head>{charset}<title>Встреча</title></head><body><article><h1>Встреча</h1>
<p>В Академии состоялась встреча с делегацией университета.</p><p>Стороны договорились:</p>
<ul><li>обмен преподавателями;</li><li>издание книг.</li></ul></article></body></html>"""


def test_body_with_lines_and_lists_without_menus(write):
    assert only(write("a.html", PAGE)).text.split("\n") == LINES


def test_what_the_page_says_about_itself(write):
    article = only(write("a.htm", PAGE))
    assert article.title == "Học viện tiếp đoàn RANEPA"
    assert article.url == "https://www.napa.vn/blog/tiep-doan.htm"
    assert article.site == "napa.vn"
    assert article.published_on == dt.date(2024, 10, 31)


def test_same_id_as_the_same_text_in_a_text_file(write):
    page = only(write("a.html", PAGE))
    text = only(write("a.txt", "\r\n".join(LINES)))
    assert page.article_id == text.article_id == make_article("\n".join(LINES)).article_id


def test_the_day_of_an_event_is_not_the_day_of_publication(write):
    page = "<html><body><article><p>On 12 March 2020 the Academy signed a memorandum.</p></article>"
    assert only(write("a.html", page)).published_on is None


@pytest.mark.parametrize("declared", ["", "windows-1251", "utf-8", "nonsense"])
def test_windows_1251_whatever_is_declared(write, declared):
    page = RUSSIAN.format(charset=f'<meta charset="{declared}">' if declared else "")
    assert "состоялась встреча" in only(write("a.html", page.encode("windows-1251"))).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_whatever_is_declared(write, encoding):
    page = RUSSIAN.format(charset='<meta charset="windows-1251">')
    assert "состоялась встреча" in only(write("a.html", page.encode(encoding))).text


def test_declaration_of_xml(write):
    page = '<?xml version="1.0" encoding="windows-1251"?>\n' + RUSSIAN.format(charset="")
    assert "состоялась встреча" in only(write("a.html", page.encode("windows-1251"))).text


def test_short_article_keeps_its_lines(write):
    lines = only(write("a.html", RUSSIAN.format(charset=""))).text.split("\n")
    assert lines[-2:] == ["- обмен преподавателями;", "- издание книг."]


@pytest.mark.parametrize(
    "mark", ["Trao đổi giảng viên", "<ol><li>Nghiên", "</article>", "RANEPA.</b>"]
)
def test_truncated_page_is_read_as_far_as_it_goes(write, mark):
    page = PAGE[: PAGE.index(mark) + len(mark)]
    article = only(write("a.html", page))
    assert isinstance(article, Article)
    assert "tiếp đoàn RANEPA" in article.text


def test_fragment_is_a_page(write):
    assert only(write("a.html", "<p>Signed today.</p>")).text == "Signed today."


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><script>var x = 1;</script><div id='app'></div></body></html>",
        PAGE[:300],
    ],
)
def test_page_without_article_text(write, page):
    failure = only(write("a.html", page))
    assert failure.error == "no-article-text"
    assert ".txt" in failure.message


@pytest.mark.parametrize(
    ("content", "error"),
    [("", "empty"), (" \n", "empty"), (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 9, "not-text")],
)
def test_file_that_is_no_page(write, content, error):
    assert only(write("a.html", content)).error == error


def test_page_that_is_nested_too_deep_or_odd_does_no_harm(write):
    for page in [
        "<div>" * 5000 + "Text" + "</div>" * 5000,
        "<ol><li>" * 500 + "Text",
        '<ol start="99999999999999999999"><li>Text of an item that is long enough</li></ol>',
        '<html><head><link rel="canonical" href="http://[x"></head><body><p>Text &#xD800; &#0;</p>',
    ]:
        assert only(write("a.html", page)).model_dump_json().encode()
