from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluate.brat import read_brat
from markup import MarkupError, from_brat, main, to_brat, unmarked
from markup_from_brat import statements
from tests.evaluate.samples import EMOJI, EMPTY, RU

CORPUS = Path(__file__).parents[2] / "corpus" / "gold"
HEAD = "---\nlanguage: en\nevent: meeting\ncooperation: yes\npeople:\np1: Anna Lee\norgs:\no1: Alpha\n---\n"
MARKED = HEAD + "{PERSON p1|Anna Lee} of {ORG o1|Alpha}"


def convert(source):
    return to_brat(source, Path("x.ann"))


def test_marks_become_spans_with_code_point_offsets():
    document = convert(EMOJI)
    spans = {span.text: (span.label, span.start, span.end) for span in document.spans.values()}
    assert spans["Anna Lee"] == ("PERSON", 3, 11)
    assert all(document.text[s.start : s.end] == s.text for s in document.spans.values())
    assert document.text.startswith("🎉🎉 Anna Lee of the 𠮷 Academy")


def test_relations_lead_to_the_nearest_mention():
    document = convert(RU)
    texts = {span_id: span.text for span_id, span in document.spans.items()}
    links = {(link.type, texts[link.source], texts[link.target]) for link in document.relations}
    assert ("holds", "Айгуль Нурланова", "проректоры") in links
    assert ("partner", "запустить магистратуру вместе с ТИУ", "ТИУ") in links
    assert ("same", "И. Соловьёв", "Игоря Соловьёва") in links


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("no front matter", "must begin with a front matter"),
        (HEAD.replace("event: meeting\n", "") + "x", "lacks ['event']"),
        (HEAD.replace("meeting", "party") + "x", "event 'party' is not one of"),
        (HEAD + "{ORG o1|Alpha}", "p1 (Anna Lee) has no PERSON mark"),
        (MARKED + " {ORG o9|Beta}", "needs an id listed under orgs:"),
        (MARKED + " {LOC|Hue", "is never closed"),
        (MARKED + " {LOC|Hue|x", "LOC has no closing bracket"),
        (MARKED + " {LOC|in {LOC|Hue}}", "LOC opens inside LOC"),
        (MARKED + " a | b", "stray '| b"),
        (
            MARKED + " [[training agreed|a [[culture agreed|b]]]]",
            "a point opens inside another mark",
        ),
        (MARKED + " [[cooking agreed|a]]", "topic 'cooking' is not one of"),
        (MARKED + " [[training agreed for=o1|a]]", "'for=o1' cannot be used"),
        (MARKED + " [[training agreed under=a|a]]", "'under=a' cannot be used"),
        (MARKED + " {DATE 2024-02-30|30 February}", "is not an ISO 8601"),
        (MARKED + " {DOC memorandum|memo}", "needs a kind and a status"),
        (MARKED + " {TITLE p2|Rector}", "p2 is not under people:"),
        (MARKED + " {LOC| Hue}", "has blanks at its edges"),
        (HEAD.replace("o1: Alpha", "o1: Alpha | city: Hue") + "x", "'city: Hue' is not one of"),
    ],
)
def test_what_cannot_be_read_is_said(source, message):
    with pytest.raises(MarkupError) as error:
        convert(source)
    assert message in str(error.value)


@pytest.mark.parametrize("source", [RU, EMOJI, EMPTY, MARKED])
def test_there_and_back(source):
    document = convert(source)
    back = convert(from_brat(document))
    assert back.text == document.text
    assert back.spans == document.spans
    assert back.notes == document.notes
    assert {k: v for k, v in back.attributes.items() if v} == {
        k: v for k, v in document.attributes.items() if v
    }
    assert set(back.relations) == set(document.relations)
    assert from_brat(back) == from_brat(document)


def test_every_sample_of_the_corpus_goes_there_and_back():
    paths = sorted(CORPUS.rglob("*.ann"))
    if not paths:
        pytest.skip("no gold samples yet")
    for path in paths:
        document, problems = read_brat(path)
        assert not problems
        back = to_brat(from_brat(document), path)
        assert back.text == document.text, path
        assert statements(back) == statements(document), path


WORD = st.text(
    st.characters(categories=["Ll", "Lu", "Nd", "So"], exclude_characters="{}|[]"),
    min_size=1,
    max_size=8,
).filter(lambda w: w.strip() == w)
MARKS = st.one_of(
    WORD,
    WORD.map("{{LOC|{}}}".format),
    WORD.map("{{PERSON p1|{}}}".format),
    WORD.map("{{ORG o1|{}}}".format),
    WORD.map("{{DATE 2024-05 event|{}}}".format),
    WORD.map("{{DOC plan planned on=2024|{}}}".format),
    st.tuples(WORD, WORD).map(lambda two: f"{{TITLE p1 o1|{two[0]}|{two[1]}}}"),
    st.tuples(WORD, WORD).map(
        lambda two: f"[[training agreed partner=o1 deadline=2025|{two[0]} {{LOC|{two[1]}}}]]"
    ),
    WORD.map("\n- [[culture proposed|{}]]\n".format),
    WORD.map("\n- [[culture proposed marker=|{}]]\n".format),
)


@given(st.lists(MARKS, max_size=12).map(" ".join))
def test_any_marked_text_goes_there_and_back(body):
    document = convert(f"{MARKED} {body}")
    back = convert(from_brat(document))
    assert (back.text, back.spans) == (document.text, document.spans)
    assert statements(back) == statements(document)


@pytest.mark.parametrize("text", ["a {curly} text", "a [[bracket]]", "one | two"])
def test_texts_that_the_notation_cannot_hold_are_refused(text):
    document = convert(EMPTY)
    document.text += text
    with pytest.raises(MarkupError, match="cannot be written as mark-up"):
        from_brat(document)


def test_annotations_that_the_notation_cannot_hold_are_refused():
    document = convert(MARKED)
    title = next(span for span in document.spans.values() if span.text == "Alpha")
    document.spans[title.id] = type(title)(title.id, "TITLE", title.start, title.end, title.text)
    with pytest.raises(MarkupError):
        from_brat(document)


def test_names_left_unmarked_are_noted():
    assert unmarked(convert(MARKED + "; Alpha it is")) == ["ORG 'Alpha' also stands unmarked at 19"]
    assert not unmarked(convert(MARKED))


def test_the_command(tmp_path, capsys):
    source = tmp_path / "src" / "ru"
    source.mkdir(parents=True)
    (source / "a.mark").write_text(RU)
    assert main(["--check", str(tmp_path / "src")]) == 0
    assert "words; the standard asks for 90 to 800" in capsys.readouterr().out
    assert main([str(tmp_path / "src"), str(tmp_path / "gold")]) == 0
    assert main(["--back", str(tmp_path / "gold"), str(tmp_path / "again")]) == 0
    assert main([str(tmp_path / "again"), str(tmp_path / "gold2")]) == 0
    for name in ("a.ann", "a.txt"):
        assert (tmp_path / "gold" / "ru" / name).read_text() == (
            tmp_path / "gold2" / "ru" / name
        ).read_text()
    (source / "b.mark").write_text("what")
    assert main(["--check", str(tmp_path / "src")]) == 1
    assert main([]) == 2


def test_a_folder_without_articles_is_an_error(tmp_path, capsys):
    assert main(["--check", str(tmp_path / "nowhere")]) == 2
    assert "no *.mark" in capsys.readouterr().err
    assert main(["--back", str(tmp_path), str(tmp_path / "to")]) == 2
    assert "no *.ann" in capsys.readouterr().err
