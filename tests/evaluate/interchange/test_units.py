from hypothesis import given
from hypothesis import strategies as st

from communique.evaluate.interchange.units import locate

TEXT = "💩This is an annotation."


def test_offsets_in_code_points_and_in_utf16_units():
    assert locate(TEXT, [(12, 22, "annotation")]) == [(12, 22)]
    assert locate(TEXT, [(13, 23, "annotation")]) == [(12, 22)]
    assert locate(TEXT, [(14, 24, "annotation")]) == [None]


def test_what_is_told_decides_for_what_is_not():
    assert locate(TEXT, [(13, 23, "annotation"), (1, 2, None), (2, 6, None)])[2] == (1, 5)
    assert locate(TEXT, [(12, 22, "annotation"), (2, 6, None)])[1] == (2, 6)


def test_offsets_outside_the_text_or_inside_a_pair_are_nowhere():
    assert locate("a💩b", [(0, 9, None), (3, 2, None), (2, 2, "")]) == [None, None, None]
    assert locate("a💩b", [(0, 4, "a💩b"), (2, 3, "💩")])[1] is None


def test_line_breaks_may_be_written_otherwise():
    assert locate("one\ntwo", [(0, 7, "one two"), (0, 7, "one\\ntwo")]) == [(0, 7), (0, 7)]


@given(st.text(min_size=1), st.data())
def test_both_ways_of_counting_lead_to_the_same_place(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    units = [len(text[:edge].encode("utf-16-le", "surrogatepass")) // 2 for edge in (start, end)]
    said = text[start:end]
    assert text[slice(*locate(text, [(start, end, said)])[0])] == said
    assert text[slice(*locate(text, [(*units, said)])[0])].split() == said.split()
