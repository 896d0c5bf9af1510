import re

from communique.evaluate.marked_text import mark
from communique.evaluate.report import write_report
from communique.evaluate.scores import evaluate
from communique.records import ArticleRecord
from tests.evaluate.samples import EMOJI, RU, gold, sample


def report(tmp_path, *articles):
    perfect = evaluate("perfect", [(article, article.record) for article in articles])
    silent = evaluate("silent", [(a, ArticleRecord(article=a.source())) for a in articles])
    write_report(tmp_path / "r.html", articles[0].path.parent, [silent, perfect])
    return (tmp_path / "r.html").read_text(encoding="utf-8")


def test_the_report_is_one_file_with_every_article_and_both_engines(tmp_path):
    page = report(tmp_path, gold(RU, "g/ru.ann"), gold(EMOJI, "g/en.ann"))
    assert not re.findall(r"(?:src|href)=|url\(|@import", page)
    assert "<h3>silent</h3>" in page
    assert "<h3>perfect</h3>" in page
    assert page.index("<b>ru</b>") < page.index("<b>en</b>")  # most errors first
    assert '<mark class="PERSON missed">Игоря Соловьёва<small>PERSON</small></mark>' in page
    assert "Тверской институт управления (ТИУ) · RU" in page


def test_text_of_articles_is_escaped(tmp_path):
    page = report(tmp_path, sample("<script>alert(1)</script> in {LOC|A&B}"))
    assert "<script>alert" not in page
    assert "A&amp;B" in page


def test_the_pieces_of_a_marked_text_are_the_text():
    record = gold(RU).record
    pieces = mark(record, {})
    assert "".join(piece.text for piece in pieces) == record.article.text
    assert [piece.tag for piece in pieces if piece.tag] == [m.label for m in record.mentions]
    points = {
        piece.point: "".join(p.text for p in pieces if p.point == piece.point)
        for piece in pieces
        if piece.point
    }
    assert points == {point.point_no: point.text for point in record.points}


def test_spans_that_overlap_are_shown_too():
    record = gold(EMOJI).record
    wide = record.mentions[1].model_copy(
        update={"start_char": 10, "text": record.article.text[10 : record.mentions[1].end_char]}
    )
    crossing = record.model_copy(update={"mentions": (*record.mentions, wide)})
    assert "".join(piece.text for piece in mark(crossing, {})) == record.article.text
