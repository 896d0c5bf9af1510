from hypothesis import given
from hypothesis import strategies as st

from communique.mentions.chunks import chunks, lines

TEXTS = st.text(st.sampled_from("ab \n"), max_size=120)


@given(TEXTS, st.integers(1, 50))
def test_chunks_are_the_whole_text_and_small_enough(text, limit):
    found = list(chunks(text, limit))
    assert "".join(piece for _, piece in found) == text
    for start, piece in found:
        assert 0 < len(piece) <= limit
        assert text.startswith(piece, start)


def test_a_chunk_ends_at_a_line_break_rather_than_in_a_line():
    assert list(chunks("one two\nthree four", 12)) == [(0, "one two\n"), (8, "three four")]
    assert [piece for _, piece in chunks("onetwo three", 8)] == ["onetwo ", "three"]


@given(TEXTS)
def test_lines_are_all_that_is_not_blank_where_it_stands(text):
    found = list(lines(text))
    assert "".join("".join(line.split()) for _, line in found) == "".join(text.split())
    assert all(text.startswith(line, start) for start, line in found)
