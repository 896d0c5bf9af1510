import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.lexicon.name_index import NameIndex
from communique.lexicon.phrases import name_pattern

NAMES = {
    "KR": ["South Korea", "Hàn Quốc", "韩国"],
    "KP": ["Korea"],
    "RU": ["Russia", "российск*"],
    "UZ": ["o'zbek*"],
    "GB": ["UK"],
}
INDEX = NameIndex(NAMES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from South Korea to Russia", "KR"),
        ("Korea and South Korea", "KP"),
        ("Российская академия", "RU"),
        ("O‘zbekiston", "UZ"),
        ("the UK", "GB"),
        ("UKRAINE", None),
        ("与韩国签署", "KR"),
        ("", None),
    ],
)
def test_the_first_name_in_a_text(text, found):
    assert INDEX.first(text) == found


def test_a_whole_text_is_a_name():
    assert INDEX.whole("South Korea") == "KR"
    assert INDEX.whole("in South Korea") is None
    assert INDEX.whole("") is None


def test_of_two_that_have_the_same_name_the_first_counts():
    assert NameIndex({"a": ["Georgia"], "b": ["Georgia"]}).whole("Georgia") == "a"


@given(
    st.text("абвo' ‘*韩国", max_size=12), st.lists(st.text("абвo'韩国*", min_size=1), min_size=1)
)
def test_nothing_is_found_or_missed_that_the_expressions_would_not(text, names):
    one = {"it": [name for name in names if re.search(r"[^*]", name)] or ["а"]}
    found = name_pattern(one["it"]).search(text)
    assert NameIndex(one).first(text) == ("it" if found else None)
