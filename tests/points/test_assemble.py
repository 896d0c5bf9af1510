from hypothesis import given
from hypothesis import strategies as st

from communique.points import Actors, PointSpan, find_points
from tests.making import article

NOBODY = Actors(article(""), (), (), ())


def points(text, *wanted, language="en"):
    spans = [PointSpan(text.index(w), text.index(w) + len(w)) for w in wanted]
    return find_points(article(text, language=language), spans, NOBODY, ())


def test_marker_number_and_text_without_the_final_stop():
    text = "They agreed to:\n(1) train staff in Hue;\n(2) hold a forum.\n"
    found = points(text, "train staff in Hue;", "hold a forum.")
    assert [(p.point_no, p.marker, p.text) for p in found] == [
        (1, "(1)", "train staff in Hue"),
        (2, "(2)", "hold a forum"),
    ]


def test_a_nested_item_knows_its_parent():
    text = "They agreed on:\n1. Training of staff\na) a course in May\nb) a course in June\n2. A forum\n"
    wanted = ("Training of staff", "a course in May", "a course in June", "A forum")
    assert [p.parent_no for p in points(text, *wanted)] == [None, 1, 1, None]


def test_the_same_words_twice_are_one_point():
    text = "They agreed to open a centre. Again: they agreed to open a centre."
    spans = [PointSpan(15, 28), PointSpan(52, 65)]
    assert len(find_points(article(text), spans, NOBODY, ())) == 1


def test_what_the_engine_knows_of_a_point_is_kept():
    text = "They agreed to look after it all."
    span = PointSpan(15, 32, 0.9, {"culture": 0.999, "economy": 0.001}, "discussed")
    (point,) = find_points(article(text), [span], NOBODY, ())
    assert (point.topic, point.status, point.confidence) == ("culture", "discussed", 0.9)


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_span_gives_points_that_say_what_the_text_says(text, data):
    made = article(text)
    edges = st.integers(0, len(made.text))
    spans = [
        PointSpan(*sorted(pair))
        for pair in data.draw(st.lists(st.tuples(edges, edges), max_size=5))
    ]
    for point in find_points(made, spans, NOBODY, ()):
        assert made.text[point.start_char : point.end_char] == point.text
