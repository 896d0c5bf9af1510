"""Evidence in the terminal: whatever an article says, its marks stand where they belong."""

import io
import re

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from communique.records import AgreementPoint, Article, ArticleRecord, Mention
from communique.terminal import print_record
from communique.terminal.marks import marked_text

TEXT = "NAPA and RANEPA agreed to exchange lecturers with NAPA."


def mention(number, label, start, end, text=TEXT):
    return Mention(
        mention_id=number, label=label, text=text[start:end], start_char=start, end_char=end
    )


def point(start, end, text=TEXT):
    return AgreementPoint(
        point_no=1,
        text=text[start:end],
        start_char=start,
        end_char=end,
        topic="staff_exchange",
        status="agreed",
    )


RECORD = ArticleRecord(
    article=Article(article_id="a", text=TEXT),
    mentions=(mention(1, "ORG", 0, 4), mention(2, "ORG", 9, 15), mention(3, "ORG", 50, 54)),
    points=(point(26, 54),),
)


def test_without_colour_evidence_stands_in_brackets():
    assert marked_text(RECORD, colour=False).plain == (
        "[NAPA ORG] and [RANEPA ORG] agreed to "
        "<1 staff_exchange, agreed: exchange lecturers with [NAPA ORG]>."
    )


def test_with_colour_only_points_are_written_to():
    text = marked_text(RECORD, colour=True)
    assert text.plain.replace("\u00a0", " ") == f"{TEXT[:54]} 1 staff_exchange, agreed ."
    styles = {(span.start, span.end): span.style for span in text.spans}
    assert styles[9, 15] == "bold green"
    assert styles[26, 54] == "underline"


@given(st.text(min_size=1), st.data())
def test_marks_leave_the_text_as_it_is(text, data):
    ends = data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4).map(sorted))
    record = ArticleRecord(
        article=Article(article_id="a", text=text),
        mentions=(mention(1, "LOC", *ends[:2], text), mention(2, "DATE", *ends[2:], text)),
        points=(point(ends[0], ends[3], text),),
    )
    for colour in (False, True):
        marked = marked_text(record, colour=colour).plain
        left = re.sub(r"[\[<>\]]|1 staff_exchange, agreed: | LOC| DATE", "", marked)
        left = left.replace("\u00a01\u00a0staff_exchange,\u00a0agreed\u00a0", "")
        shown = re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", " ", text)
        assert left == re.sub(r"[\[<>\]]", "", shown)


def test_an_article_cannot_steer_the_terminal():
    record = ArticleRecord(
        article=Article(article_id="a", title="\x1b[2J", text="\x1b[2J\x9b2J [bold]x[/bold] :boom:")
    )
    console = Console(file=io.StringIO(), width=80, color_system="truecolor", force_terminal=True)
    print_record(console, record)
    said = console.file.getvalue()
    assert "\x1b[2J" not in said
    assert "\x9b" not in said
