import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.ingest.normalise import normalise

any_text = st.text(st.characters(exclude_categories=[]))


@given(any_text)
def test_twice_is_once(text):
    once = normalise(text)
    assert normalise(once) == once


@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\r\x85\u2028\u2029\ufeff\x00")
    )
)
def test_text_in_nfc_with_plain_line_ends_is_unchanged_to_the_letter(text):
    text = unicodedata.normalize("NFC", text)
    assert normalise(text) == text


@given(any_text)
def test_any_result_can_be_written_to_a_file(text):
    assert normalise(text).encode("utf-8").decode("utf-8") == normalise(text)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("\r\n\r\n", "\n\n"),
        ("\ufeffa\x00b", "ab"),
        ("a  b\tc\u00a0d \n e", "a  b\tc\u00a0d \n e"),
        ("Viê\u0323t Nam", "Việt Nam"),
        ("e\ufeff\u0301", "é"),
        ("lone \ud83d here", "lone \ufffd here"),
        ("pair \ud83d\ude00", "pair 😀"),
    ],
)
def test_what_is_changed(raw, clean):
    assert normalise(raw) == clean
