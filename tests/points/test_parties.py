from communique.institutions import find_institutions
from communique.points import Actors, PointSpan, find_points
from tests.making import article, mention_all

ORGS = (("ORG", "Hanoi Law School"), ("ORG", "Astana Institute"))


def parties(text, point):
    mentions = mention_all(text, *ORGS)
    made = article(text)
    institutions = find_institutions(made, mentions)
    names = {i.institution_id: i.name for i in institutions}
    start = text.index(point)
    span = PointSpan(start, start + len(point))
    (found,) = find_points(made, [span], Actors(mentions, institutions, ()), ())
    return [(names[party.institution_id], party.role) for party in found.parties]


def test_the_subject_of_a_point_is_responsible_and_another_institution_its_partner():
    text = "It was agreed. Hanoi Law School will teach staff of the Astana Institute."
    point = "Hanoi Law School will teach staff of the Astana Institute"
    assert parties(text, point) == [
        ("Hanoi Law School", "responsible"),
        ("Astana Institute", "partner"),
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
