import pytest

from communique.institutions import find_institutions
from communique.points import Actors, PointSpan, find_points
from communique.points.deadline import find_deadline
from communique.records import DateMention
from tests.making import article, marked


def parties(text, point):
    made, mentions = marked(text, ORG=["Hanoi Law School", "Astana Institute"])
    institutions = find_institutions(made, mentions)
    names = {i.institution_id: i.name for i in institutions}
    start = text.index(point)
    span = PointSpan(start, start + len(point))
    (found,) = find_points(made, [span], Actors(made, mentions, institutions, ()), ())
    return [(names[party.institution_id], party.role) for party in found.parties]


def test_the_subject_of_a_point_is_responsible_and_whom_it_serves_a_beneficiary():
    text = "It was agreed. Hanoi Law School will open a course for the Astana Institute."
    point = "Hanoi Law School will open a course for the Astana Institute"
    assert parties(text, point) == [
        ("Hanoi Law School", "responsible"),
        ("Astana Institute", "beneficiary"),
    ]


def test_two_institutions_of_the_lead_in_are_both_responsible():
    text = "Hanoi Law School and the Astana Institute agreed to exchange lecturers."
    assert parties(text, "exchange lecturers") == [
        ("Hanoi Law School", "responsible"),
        ("Astana Institute", "responsible"),
    ]


def test_who_proposes_is_responsible():
    text = "Hanoi Law School hosted it. The Astana Institute proposed to open a centre."
    assert parties(text, "open a centre") == [("Astana Institute", "responsible")]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("uz", "2026-yil 1-martga qadar markaz ochish", "2026-yil 1-martga"),
        ("uz", "2026-yilgacha markaz ochish", "2026"),
        ("zh", "在2026年3月底前成立中心", "2026年3月底"),
        ("ky", "2026-жылга чейин борбор ачуу", "2026"),
        ("tg", "то соли 2026 марказ кушодан", "2026"),
    ],
)
def test_the_time_by_which_a_point_is_to_be_done(language, text, date):
    start = text.index(date)
    found = DateMention(
        mention_id=1,
        text=date,
        start_char=start,
        end_char=start + len(date),
        value="2026",
        granularity="year",
        role="mentioned",
    )
    made = article(text, language=language)
    assert find_deadline(made, 0, len(text), [found]) == "2026"
