import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Span

from communique.mentions import EVENT_KEY, MENTIONS, POINTS, set_mentions, set_points
from communique.mentions.union import set_aside, unite

NLP = spacy.blank("xx")
TEXT = "Rector Ann Lee of the Hanoi Law School met guests and will train staff in Hue"


def offer(doc, *found, labels=None):
    spans = [Span(doc, start, end, label=label) for start, end, label, _ in found]
    scores = [score for *_, score in found]
    set_mentions(doc, spans, scores if any(scores) else None, labels=labels)
    return set_aside(doc)


def united(*offers):
    doc = NLP(TEXT)
    for found in offers:
        offer(doc, *found)
    group = unite(doc).spans[MENTIONS]
    scores = group.attrs.get("scores") or [None] * len(group)
    return [(s.label_, s.text, score) for s, score in zip(group, scores, strict=True)]


def test_what_one_engine_found_alone_stays():
    assert united([(1, 3, "PERSON", 0.9)], [(5, 8, "ORG", None)]) == [
        ("PERSON", "Ann Lee", 0.9),
        ("ORG", "Hanoi Law School", None),
    ]


def test_of_two_that_overlap_the_more_certain_stays():
    assert united([(5, 6, "LOC", 0.6)], [(5, 8, "ORG", 0.8)]) == [("ORG", "Hanoi Law School", 0.8)]


def test_no_confidence_gives_way_to_the_likely_and_beats_the_unlikely():
    assert united([(5, 8, "ORG", None)], [(5, 6, "LOC", 0.6)]) == [("LOC", "Hanoi", 0.6)]
    assert united([(5, 8, "ORG", None)], [(5, 6, "LOC", 0.4)]) == [
        ("ORG", "Hanoi Law School", None)
    ]


def test_without_confidences_the_engine_named_first_is_believed():
    assert united([(5, 6, "LOC", None)], [(5, 8, "ORG", None)]) == [("LOC", "Hanoi", None)]


def test_labels_points_and_event_come_from_whoever_has_them():
    doc = NLP(TEXT)
    offer(doc, (1, 3, "PERSON", None), labels=("PERSON",))
    doc.user_data[EVENT_KEY] = {"type": "visit", "is_cooperation": True}
    point = Span(doc, 11, 15, label="POINT")
    set_points(doc, [point], scores=[0.8], topics=[{"training": 1.0}], statuses=["agreed"])
    offer(doc, (5, 8, "ORG", None), labels=("ORG", "LOC"))
    unite(doc)
    assert doc.spans[MENTIONS].attrs["labels"] == ["LOC", "ORG", "PERSON"]
    assert [p.text for p in doc.spans[POINTS]] == ["will train staff in"]
    assert doc.spans[POINTS].attrs["topics"] == [{"training": 1.0}]
    assert doc.user_data[EVENT_KEY]["type"] == "visit"


def test_without_points_none_are_made_up():
    doc = NLP(TEXT)
    offer(doc)
    assert POINTS not in unite(doc).spans


FOUND = st.lists(
    st.tuples(st.integers(0, 13), st.integers(1, 3), st.sampled_from(("ORG", "LOC"))), max_size=5
)


@given(st.lists(st.tuples(FOUND, st.sampled_from((None, 0.2, 0.9))), min_size=1, max_size=3))
def test_a_union_never_overlaps_and_covers_what_any_engine_found(offers):
    doc = NLP(TEXT)
    covered = set()
    for found, score in offers:
        spans = [(start, start + size, label, score) for start, size, label in found]
        covered |= {start for start, *_ in spans}
        offer(doc, *spans)
    group = unite(doc).spans[MENTIONS]
    places = [place for span in group for place in range(span.start, span.end)]
    assert len(places) == len(set(places))
    assert [span.start for span in group] == sorted(span.start for span in group)
    assert bool(group) == bool(covered)
