import pytest

from communique.evaluate.brat import read_brat
from communique.evaluate.validate import drop_unusable, find_incomplete

TEXT = "Anna Lee, Rector of Alpha, came on 5 May to sign a memorandum."
LINES = [
    "T1\tPERSON 0 8\tAnna Lee",
    "T2\tTITLE 10 16\tRector",
    "T3\tORG 20 25\tAlpha",
    "T4\tDATE 35 40\t5 May",
    "A1\tValue T4 2024-05-05",
    "A2\tRole T4 event",
    "R1\tholds Arg1:T1 Arg2:T2",
]


def read(folder, *extra):
    (folder / "a.txt").write_text(TEXT)
    (folder / "a.ann").write_text("\n".join([*LINES, *extra]) + "\n")
    document, problems = read_brat(folder / "a.ann")
    assert not problems
    return document, [*drop_unusable(document), *find_incomplete(document)]


def test_good_annotations_have_no_problems(tmp_path):
    assert not read(tmp_path)[1]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T9\tPHONE 0 4\tAnna", "T9 has the unknown label 'PHONE'"),
        ("R2\tlikes Arg1:T1 Arg2:T3", "unknown relation 'likes'"),
        ("R2\tholds Arg1:T2 Arg2:T1", "holds joins PERSON to TITLE, not TITLE to PERSON"),
        ("A9\tRank T1 high", "unknown attribute 'Rank' on T1"),
        ("A9\tValue T1 2024", "Value goes on DATE, but T1 is PERSON"),
        ("A9\tSide T1 away", "Side of PERSON T1 is 'away'; it must be one of host, guest, other"),
        ("A9\tOfficial T1 yes", "Official of PERSON T1 is 'yes'; it must be no value"),
        ("T9\tDATE 37 40\tMay\nA9\tValue T9 May\nA10\tRole T9 event", "it must be an ISO 8601"),
    ],
)
def test_each_problem_is_named_with_its_line_and_dropped(tmp_path, line, message):
    document, problems = read(tmp_path, line)
    assert len(problems) == 1
    assert message in problems[0].message
    assert problems[0].line >= 8
    assert not drop_unusable(document)


def test_missing_attributes_are_named(tmp_path):
    _, problems = read(tmp_path, "T9\tDOC 51 61\tmemorandum")
    assert [problem.message.split(" has ")[1] for problem in problems] == [
        "no Kind",
        "no InstrumentStatus",
    ]


def test_relations_and_attributes_of_an_unknown_label_go_with_it(tmp_path):
    document, problems = read(
        tmp_path, "T9\tPHONE 0 4\tAnna", "R2\tsame Arg1:T1 Arg2:T9", "A9\tOfficial T9"
    )
    assert len(problems) == 1
    assert all("T9" not in (link.source, link.target) for link in document.relations)
