from pathlib import Path

from communique.evaluate.brat import BratDocument, Relation, TextBound, read_brat, write_brat


def write(folder, ann, text="Anna Lee met Bob."):
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "a.ann").write_text(ann, encoding="utf-8")
    return folder / "a.ann"


def test_round_trip_with_characters_outside_the_bmp(tmp_path):
    document = BratDocument(Path("x"), "🎉 Anna\nLee met Bob.")
    document.spans["T1"] = TextBound("T1", "PERSON", 2, 10, "Anna\nLee")
    document.spans["T2"] = TextBound("T2", "PERSON", 15, 18, "Bob")
    document.relations.append(Relation("same", "T2", "T1"))
    document.attributes["T1"]["Official"] = ""
    document.attributes["T1"]["Side"] = "host"
    document.notes["T1"] = "name: Anna Lee | honorific: Dr"
    write_brat(document, tmp_path / "a.ann")
    found, problems = read_brat(tmp_path / "a.ann")
    assert not problems
    assert found.text == document.text
    assert found.spans["T1"].text == "Anna Lee"  # brat shows the line break as a blank
    assert (found.relations, found.notes) == (document.relations, document.notes)
    assert found.attributes == document.attributes
    write_brat(found, tmp_path / "b.ann")
    assert (tmp_path / "b.ann").read_bytes() == (tmp_path / "a.ann").read_bytes()


def test_wrong_offsets_are_reported_once_with_file_and_line(tmp_path):
    ann = "T1\tPERSON 0 8\tAnna Lee\nT2\tPERSON 12 15\tBob\nR1\tsame Arg1:T2 Arg2:T1\nA1\tOfficial T2\n"
    document, problems = read_brat(write(tmp_path, ann))
    assert list(document.spans) == ["T1"]
    assert not document.relations
    assert len(problems) == 1
    assert str(problems[0]).startswith(f"{tmp_path / 'a.ann'}:2: T2 PERSON [12, 15) is ' Bo'")


def test_lines_that_cannot_be_read_are_reported_and_the_rest_is_read(tmp_path):
    ann = "T1\tPERSON 0 8\tAnna Lee\nT2 PERSON\nX9\twhat\nE1\tMeet:T1\nR1\tsame Arg1:T1 Arg2:T7\n#1\tAnnotatorNotes T8\thm\n"
    document, problems = read_brat(write(tmp_path, ann))
    assert list(document.spans) == ["T1"]
    assert sorted(problem.line for problem in problems) == [0, 2, 3, 4, 5]


def test_a_discontinuous_span_and_a_second_definition_are_problems(tmp_path):
    ann = "T1\tPERSON 0 4;5 8\tAnna Lee\nT2\tPERSON 0 4\tAnna\nT2\tPERSON 5 8\tLee\n"
    document, problems = read_brat(write(tmp_path, ann))
    assert list(document.spans) == ["T2"]
    assert ["discontinuous" in problems[0].message, "twice" in problems[1].message] == [True, True]


def test_a_missing_text_is_a_problem_of_the_file(tmp_path):
    (tmp_path / "a.ann").write_text("T1\tPERSON 0 8\tAnna Lee\n")
    document, problems = read_brat(tmp_path / "a.ann")
    assert document.text == ""
    assert str(problems[0]) == f"{tmp_path / 'a.ann'}: its text a.txt is missing"


def test_a_file_in_another_encoding_is_a_problem(tmp_path):
    (tmp_path / "a.txt").write_bytes("Встреча".encode("cp1251"))
    (tmp_path / "a.ann").write_bytes(b"")
    _, problems = read_brat(tmp_path / "a.ann")
    assert "not UTF-8" in problems[0].message
